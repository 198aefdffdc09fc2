"""Ways of playing that know nothing of the person, and some that look ahead: what each comes to, exactly.

A policy orders the responses of a moment into tiers; it takes one of the first tier that is on offer, each with the same
chance, and stays silent where none is. Those that look ahead weigh what each choice leads to: the experts the repair value
that it leaves attainable, the learners what they may expect after it if they go on as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, TypeAlias

import numpy as np

from simulator.alliance.moves import Move, is_hindering
from simulator.analysis.foresight import Chances, Foresight, of_a_learner, of_the_best
from simulator.analysis.learner import Learner
from simulator.analysis.learner_levels import HALFWAY, STRONG, WEAK, Learners
from simulator.analysis.paths import moments_of
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE, VERDICTS, Layer
from simulator.analysis.value import HIGHEST
from simulator.analysis.warm_words import warm_words
from simulator.messages.message import SOURCE_LANGUAGE, Sentence
from simulator.messages.sentences import ways_of_playing as say
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Moment, Response
from simulator.session.place import Place
from simulator.session.script import SILENT, Script

Tiers: TypeAlias = tuple[tuple[int, ...], ...]
"""Positions of responses (or ``SILENT``), the preferred first."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A way of playing; ``help`` tells a supervisor how, after a colon or in a line, and ``title`` by itself.

    ``blind`` tells that it does not look at the patient.

    What has no ``tiers`` looks ahead: a learner who comes a ``share`` (0-1) of the way from careless play to the best, or
    an expert.
    """

    name: str
    help: Sentence
    title: Sentence
    tiers: Callable[[Moment], Tiers] | None
    blind: bool = True
    share: float | None = None


def _ranked(key: Callable[[Response], float]) -> Callable[[Moment], Tiers]:
    """Responses from the highest key to the lowest; equal ones share a tier."""

    def tiers(moment: Moment) -> Tiers:
        keys = [key(response) for response in moment.responses]
        return tuple(tuple(i for i, k in enumerate(keys) if k == level) for level in sorted(set(keys), reverse=True))

    return tiers


def _preferring(*preferred: tuple[Move, ...]) -> Callable[[Moment], Tiers]:
    """Responses by groups of moves; what belongs to no group comes last."""

    def tier(response: Response) -> float:
        return -next((i for i, moves in enumerate(preferred) if response.move in moves), len(preferred))

    return _ranked(tier)


def _first(moment: Moment) -> Tiers:
    return tuple((i,) for i in range(len(moment.responses)))


def _any(moment: Moment) -> Tiers:
    return (tuple(range(len(moment.responses))),)


def _silent(_moment: Moment) -> Tiers:
    return ((SILENT,),)


def _warmest(language: str) -> Callable[[Moment], Tiers] | None:
    words = warm_words(language)
    if words is None:
        return None

    def warmth(response: Response) -> float:
        return max(len(words.findall(wording.say)) for wording in response.wordings)

    return _ranked(warmth)


def length(response: Response) -> int:
    """How many letters an answer has, at its longest."""
    return max(len(wording.say) for wording in response.wordings)


RANDOM: Final = "random"
WARMEST: Final = "warmest"
EXPERT: Final = "expert"
NOISY_EXPERT: Final = "noisy-expert"
LEARNER: Final = "learner"
_KIND: Final = (Move.SEEK_AGREEMENT, Move.REASSURE_EARLY)

POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {
        policy.name: policy
        for policy in (
            Policy(RANDOM, say.RANDOM, say.RANDOM_TITLE, _any),
            Policy("longest", say.LONGEST, say.LONGEST_TITLE, _ranked(length)),
            Policy("first", say.FIRST, say.FIRST_TITLE, _first),
            Policy(WARMEST, say.WARMEST, say.WARMEST_TITLE, _warmest(SOURCE_LANGUAGE)),
            Policy(
                "apologise",
                say.APOLOGISE,
                say.APOLOGISE_TITLE,
                _preferring((Move.OVER_APOLOGISE,), (Move.OWN_CONTRIBUTION,)),
            ),
            Policy(
                "defend",
                say.DEFEND,
                say.DEFEND_TITLE,
                _preferring((Move.DEFEND_JUSTIFY,), (Move.BLAME_INTERPRET, Move.PRESS_ON)),
            ),
            Policy("agree", say.AGREE, say.AGREE_TITLE, _preferring(_KIND, (Move.OVER_APOLOGISE,))),
            Policy("silent", say.SILENT, say.SILENT_TITLE, _silent),
            Policy("helpful", say.HELPFUL, say.HELPFUL_TITLE, _ranked(lambda r: not is_hindering(r.move)), False),
            Policy(EXPERT, say.EXPERT, say.EXPERT_TITLE, None, False),
            Policy(NOISY_EXPERT, say.NOISY_EXPERT, say.NOISY_EXPERT_TITLE, None, False),
            Policy("learner-weak", say.QUARTER, say.QUARTER_TITLE, None, False, WEAK),
            Policy(LEARNER, say.HALF, say.HALF_TITLE, None, False, HALFWAY),
            Policy("learner-strong", say.THREE_QUARTERS, say.THREE_QUARTERS_TITLE, None, False, STRONG),
        )
    }
)
"""Every policy by its name; what goes by words goes by English ones (see ``policies_in``)."""


def policies_in(language: str) -> tuple[Policy, ...]:
    """Every policy that there is for scenarios in a language: what goes by words needs to know the language's."""
    tiers = _warmest(language)
    warmest = () if tiers is None else (replace(POLICIES[WARMEST], tiers=tiers),)
    return tuple(found for policy in POLICIES.values() for found in (warmest if policy.name == WARMEST else (policy,)))


BLIND: Final = tuple(p.name for p in POLICIES.values() if p.blind and p.name != RANDOM)
"""Policies that must not win: they do not look at the patient at all."""

SKILL: Final = 0.2
"""Of the noisy expert: how strongly a point of repair value draws the choice (log-odds a point, from 0)."""

_CERTAIN: Final = 1_000.0
"""A draw under which a loss of one point is never taken: its weight is zero to a computer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a policy comes to: how likely each verdict is, and the distribution of the repair value (index 0 to 100).

    ``visits`` says how often a session comes to each moment on average, by the ids of the moments.
    """

    policy: str
    verdicts: Mapping[Verdict, float]
    values: Chances
    visits: Mapping[str, float]

    @property
    def mean(self) -> float:
        """The expected repair value."""
        return float(self.values @ np.arange(len(self.values)))

    def quantile(self, share: float) -> int:
        """The repair value below or at which this share of the sessions ends."""
        return int(np.searchsorted(np.cumsum(self.values), share - 1e-12))


def foresight(
    solution: Solution, policy: Policy, skill: float = SKILL, learners: Learners | None = None
) -> Foresight | None:
    """What a policy weighs in an exact solution; ``None`` for one that does not look ahead.

    ``learners`` are those of the solution, if some are known already. Raises ``LookupError`` for a weak or strong one where
    only prices were kept.
    """
    if policy.tiers is not None:
        return None
    if policy.share is None:
        return of_the_best(solution, _draw(policy, skill))
    return of_a_learner(solution, _learner(solution, policy.share, learners))


def _learner(solution: Solution, share: float, learners: Learners | None) -> Learner:
    if share == HALFWAY and solution.halfway is not None:
        return solution.halfway
    return (learners or Learners(solution.layers, solution.start.best[0])).at(share)


def play_out(
    solution: Solution,
    policy: Policy,
    skill: float = SKILL,
    beat: Callable[[], object] = lambda: None,
    learners: Learners | None = None,
) -> Outcome:
    """The exact outcome of a policy from the start of the scenario; needs an exact solution.

    ``beat`` is called every now and then; what it raises ends the work. ``learners`` are those of the solution, if some are
    known already.
    """
    return outcome_of(policy.name, solution, played(solution, policy, skill, learners), beat)


def outcome_of(
    name: str, solution: Solution, parts: Iterable[Played], beat: Callable[[], object] = lambda: None
) -> Outcome:
    """What a way of playing comes to, from all states as it meets them; ``beat`` as in ``play_out``."""
    counts = _Counts(len(solution.options.moments))
    for part in parts:
        counts.add(part.piece, part.here, part.chances)
        beat()
    return counts.outcome(name, solution)


@dataclass(frozen=True, slots=True)
class Played:
    """Some states of a layer (the one at ``index``) as a way of playing meets them.

    ``here`` is how likely a session comes to each state, ``chances`` how likely it comes there and takes each choice.
    """

    index: int
    piece: Layer
    here: Chances
    chances: Chances


def played(
    solution: Solution, policy: Policy, skill: float = SKILL, learners: Learners | None = None
) -> Iterator[Played]:
    """All states as a policy meets them, turn by turn; needs an exact solution. ``learners`` as in ``play_out``."""
    ahead = foresight(solution, policy, skill, learners)
    return carried_forward(solution, ahead.chances if ahead else lambda _, piece: tier_chances(solution, piece, policy))


def carried_forward(solution: Solution, choose: Callable[[int, Layer], Chances]) -> Iterator[Played]:
    """All states as somebody meets them, turn by turn.

    ``choose`` says how likely each choice (column) is in each state (row) of a part of the layer at a turn (from 0).
    """
    here: Chances = np.ones(1)
    sizes = [layer.size for layer in solution.layers[1:]]
    for index, (layer, following) in enumerate(zip(solution.layers, [*sizes, 0], strict=True)):
        there = np.zeros(following)
        for rows, piece in layer.pieces():
            chances = choose(index, piece) * here[rows, None]
            yield Played(index, piece, here[rows], chances)
            goes = piece.next != NOWHERE
            there += np.bincount(piece.next[goes], weights=chances[goes], minlength=following)
        here = there


class _Counts:
    """Chances summed up over all states: of repair values, of verdicts, and of meeting each moment."""

    def __init__(self, moments: int) -> None:
        self._values, self._verdicts = np.zeros(HIGHEST + 1), np.zeros(len(VERDICTS))
        self._met = np.zeros(moments)

    def add(self, layer: Layer, here: Chances, chances: Chances) -> None:
        """Count states that are met, and their choices made, with these chances."""
        closes = layer.value != NOT_OFFERED
        self._values += np.bincount(layer.value[closes], weights=chances[closes], minlength=len(self._values))
        self._verdicts += np.bincount(layer.verdict[closes], weights=chances[closes], minlength=len(VERDICTS))
        self._met += np.bincount(moments_of(layer), weights=here, minlength=len(self._met))
        ends = layer.ended_in != NOWHERE
        self._met += np.bincount(layer.ended_in[ends], weights=chances[ends], minlength=len(self._met))

    def outcome(self, policy: str, solution: Solution) -> Outcome:
        """What was counted."""
        verdicts = {v: float(p) for v, p in zip(VERDICTS, self._verdicts, strict=True)}
        met = {m.id: float(often) for m, often in zip(solution.options.moments, self._met, strict=True)}
        return Outcome(policy, verdicts, self._values, met)


def chances_at(script: Script, place: Place, policy: Policy, ahead: Foresight | None = None) -> Mapping[int, float]:
    """How likely a policy makes each choice (``SILENT`` or a position) at a place of a session; they add up to one.

    One that looks ahead needs its ``foresight`` in the script's scenario at its difficulty.
    """
    offered = (SILENT, *script.offered(place))
    if policy.tiers is not None:
        chosen = next(found for tier in _tiers(policy, place.moment) if (found := [c for c in tier if c in offered]))
        return dict.fromkeys(chosen, 1 / len(chosen))
    if ahead is None:
        raise ValueError(f"“{policy.name}” looks ahead, and nothing was solved for it.")
    chances = ahead.chances_of([script.step(place, choice) for choice in offered])
    return {choice: chance for choice, chance in zip(offered, chances, strict=True) if chance > 0}


def _tiers(policy: Policy, moment: Moment) -> Tiers:
    """The tiers of a policy in a moment; it stays silent where no response is on offer."""
    return (*(policy.tiers(moment) if policy.tiers else ()), (SILENT,))


def tier_chances(solution: Solution, layer: Layer, policy: Policy) -> Chances:
    """How likely each choice is in each state of a layer to a policy that does not look ahead."""
    chances = np.zeros(layer.next.shape)
    offered = layer.on_offer
    moments = moments_of(layer)
    for moment in np.unique(moments):
        rows = np.flatnonzero(moments == moment)
        open_rows = np.ones(len(rows), dtype=np.bool_)
        for tier in _tiers(policy, solution.options.moments[moment]):
            columns = np.array(tier) + 1
            available = offered[np.ix_(rows, columns)]
            chosen = open_rows & available.any(axis=1)
            counts = np.maximum(available.sum(axis=1), 1)
            chances[np.ix_(rows[chosen], columns)] = (available / counts[:, None])[chosen]
            open_rows &= ~chosen
    return chances


def _draw(policy: Policy, skill: float) -> float:
    return _CERTAIN if policy.name == EXPERT else min(skill, _CERTAIN)
