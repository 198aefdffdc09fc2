"""What the proofs ask about: a solved scenario, where its words stand, and what ways of playing come to in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from simulator.analysis.earnings import Earning
from simulator.analysis.expansion import FAILED, HELD
from simulator.analysis.hardness import Hardness
from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.lost_ruptures import Searched, search
from simulator.analysis.paths import Way, longest_repair, needed, shortest_repair_way, steps_of
from simulator.analysis.policies import Outcome
from simulator.analysis.reach import MomentReach
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE
from simulator.analysis.value import WHOLE_REPAIRS
from simulator.analysis.visit_bounds import visit_bounds
from simulator.messages.message import Value
from simulator.messages.sentences import proof_parts as say
from simulator.scenario.checks.story import Spans
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Moment, Scenario
from simulator.scenario.span import Span


@dataclass
class Proved:
    """A scenario of which everything that can happen at its own difficulty is known.

    ``told`` are the faults that reading and the story checks have told already: nothing is told twice. ``elsewhere``
    solves the scenario at the other difficulties, where a trainee can play it too. ``hardness`` is ``None`` where nothing that
    is said makes a difference. ``beat`` is called every now and then; what it raises ends the work.
    """

    scenario: Scenario
    spans: Spans
    solution: Solution
    told: tuple[Diagnostic, ...]
    elsewhere: Callable[[], tuple[Solution, ...]]
    outcomes: Mapping[str, Outcome]
    learning: LearningCurve
    earnings: tuple[Earning, ...]
    hardness: Hardness | None = None
    reach: tuple[MomentReach, ...] = ()
    beat: Callable[[], object] = lambda: None
    _visit_bounds: dict[int, Mapping[str, int]] = field(default_factory=dict, init=False, repr=False)
    """By level."""

    def has_told(self, span: Span, *codes: str) -> bool:
        """Whether one of these rules was broken at a place already."""
        return any(one.span == span and one.code in codes for one in self.told)

    @cached_property
    def longest_repair(self) -> int:
        """The turns that repairing takes from the worst rupture that can be repaired; 0 if none can."""
        return longest_repair(self.solution, self.beat)

    @property
    def every_level(self) -> tuple[Solution, ...]:
        """What can happen at each level, the scenario's own among them."""
        return (self.solution, *self._others)

    @cached_property
    def lost_ruptures(self) -> Searched:
        """The ruptures that no path repairs any more, however long the hour would be."""
        return search(self.solution, self.longest_repair, self.beat)

    def visit_bounds(self, solution: Solution) -> Mapping[str, int]:
        """How often each moment, and each line of the bank, can come in one session of a level at most, by its id."""
        level = solution.script.disposition.difficulty
        if level not in self._visit_bounds:
            self._visit_bounds[level] = visit_bounds(solution, self.beat)
        return self._visit_bounds[level]

    @cached_property
    def shortest(self) -> Way:
        """The shortest way to a repair, a whole one if one is within reach."""
        return shortest_repair_way(self.solution)

    @cached_property
    def needed(self) -> Way:
        """The steps of it without which no path comes to a repair of that kind."""
        return needed(self.solution, self.beat)

    @property
    def can_be_repaired(self) -> bool:
        """Whether some path ends repaired, or in a transfer that was talked through."""
        return bool(self.solution.start.endings & WHOLE_REPAIRS)

    def comes(self, moment: Moment) -> bool:
        """Whether a moment comes on some path at some difficulty, or could for all that is known."""
        return moment.id in self._met or not self._all_known or any(moment.id in met(one) for one in self._others)

    def somewhere(self, levels: Collection[int], holds: Callable[[Solution], bool]) -> bool:
        """Whether something is true at one of some levels, or could be for all that is known."""

        def at_one(solution: Solution) -> bool:
            return solution.script.disposition.difficulty in levels and holds(solution)

        return at_one(self.solution) or not self._all_known or any(map(at_one, self._others))

    def happens(self, moment: Moment) -> bool:
        """Whether a moment comes on some path at the scenario's own difficulty."""
        return moment.id in self._met

    def most_visits(self, moment: Moment) -> float:
        """How often a session comes to a moment on average, in the way of playing that comes to it most often.

        Beside the policies that is taking anything at random, staying silent too: nothing that waits behind a silence is
        left out.
        """
        return max(self._visits[moment.id], *(outcome.visits[moment.id] for outcome in self.outcomes.values()))

    @cached_property
    def _visits(self) -> Mapping[str, float]:
        return {reach.moment.id: reach.visits for reach in self.reach}

    def never_holds(self, moment: Moment, column: int) -> bool:
        """Whether a condition is asked, and holds on no path at any difficulty.

        ``column`` is that of the response (from 1), or 0 for the condition of the moment itself.
        """
        return not _answer(self.solution, moment, column) & HELD and self._everywhere(moment, column) == FAILED

    def always_holds(self, moment: Moment, column: int) -> bool:
        """Whether a condition is asked, and fails on no path at any difficulty; ``column`` as in ``never_holds``."""
        return not _answer(self.solution, moment, column) & FAILED and self._everywhere(moment, column) == HELD

    def _everywhere(self, moment: Moment, column: int) -> int:
        """All answers to a condition; both where not everything is known."""
        heard = _answer(self.solution, moment, column)
        for one in self._others:
            heard |= _answer(one, moment, column)
        return heard if self._all_known else HELD | FAILED

    @cached_property
    def _met(self) -> frozenset[str]:
        return met(self.solution)

    @cached_property
    def _others(self) -> tuple[Solution, ...]:
        return self.elsewhere()

    @property
    def _all_known(self) -> bool:
        return all(one.exact for one in self._others)


def met(solution: Solution) -> frozenset[str]:
    """The ids of the moments (and of lines of the patient's file) that come on some path."""
    numbers: set[int] = set()
    for layer in solution.layers:
        numbers.update(layer.moments.tolist())
        numbers.update(set(layer.ended_in[layer.ended_in != NOWHERE].tolist()))
    return frozenset(solution.options.moments[number].id for number in numbers)


def shown_by(way: Way, fault: Diagnostic) -> Diagnostic:
    """A fault with a way that shows it."""
    return replace(fault, witness=steps_of(way))


def named(way: Way) -> Value:
    """A way in a sentence: its responses one after the other."""
    return ", ".join(step.name for step in way) or say.NONE_NEEDED()


def last_answer(proved: Proved, way: Way) -> Span:
    """The place of the last answer on a way that stands in the scenario itself."""
    own = [step for step in way if not step.moment.from_bank and step.response]
    if not own:
        return proved.spans.key("moments")
    return proved.spans.key("moments", own[-1].moment.id, "responses", own[-1].name)


def _answer(solution: Solution, moment: Moment, column: int) -> int:
    number = solution.options.moment_numbers[moment.id]
    return solution.answers.get((number, column), 0)
