"""What each decision of a session was worth, by a learner who goes on from there and chooses well about half the time.

Two accounts are kept apart. The *price* and the *gain* of a decision compare expectations: where the hour was heading before
it, after the best answer of its place, after the one that was given, each the repair value that the half-way learner
(``learner.py``) is expected to come to, in hundredths of a point. The *proof* says what could still be reached at all: a
reaction follows from a choice without chance, so some choice keeps the best attainable value of a place, and none raises it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.alliance.codes import Code
from simulator.analysis.judgements import BETTER_FROM, HELPED_FROM, Help, Judgement, helped, judge
from simulator.analysis.paths import Way
from simulator.analysis.recommendable import Advice, recommendable
from simulator.analysis.repair_ways import attainable_after, choices, shortest_repair, turns_after
from simulator.analysis.solve import Prospect, Solution
from simulator.analysis.value import value_of
from simulator.scenario.document import Moment, Response
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import SILENT, Script, Step
from simulator.session.transcript import Exchange


class Lost(Code):
    """What could be reached before a decision, and not after it any more: the proof's part of the account."""

    WHOLE = "whole-repair"
    ANY = "any-repair"


@dataclass(frozen=True, slots=True)
class JudgedOtherwise:
    """An earlier turn with the same answer to the same moment in the same reaction state, which was judged otherwise.

    Fewer turns are left since then. ``patient`` tells that the patient has changed too (what is felt, what was owned, how
    far they had come), ``remembered`` that what a session keeps of itself has. Where nothing but the turns has changed, the
    answers were equal.
    """

    turn: int
    patient: bool
    remembered: bool


@dataclass(frozen=True, slots=True)
class DecisionValue:
    """What one decision was worth.

    ``before``, ``after_best`` and ``after_chosen`` are what the half-way learner was expected to come to before it, after the
    best choice and after the one made, in hundredths of a point (0-10,000); where the session ended with the decision,
    ``after_chosen`` is what it came to. ``best`` is the choice with the highest expectation among those that may be
    recommended and the one made, the one made among equals, else the first in the file. ``best`` and ``chosen`` are ``None``
    for staying silent; ``best_words`` are those in which the best choice was on offer, empty for staying silent.

    ``attainable_before`` and ``attainable`` are the best repair values (0-100) that could be reached before and after it.
    ``turns_to_repair`` is the shortest way to a repaired ending that was open after it: 0 if it ended repaired, ``None`` if
    none was open; ``turns_to_whole`` the same for more than a partial repair. ``lost`` says what could not be reached any
    more from here on. ``way`` is the shortest repair (a whole one if it was open) after a decision that cost something;
    empty otherwise. ``recommendable`` is false for a hindering answer, and for silence where the patient asks; ``advice`` is
    the answer on offer that would have helped more, or where nothing that helps was said, one that would have.
    """

    turn: int
    moment: Moment
    chosen: Response | None
    best: Response | None
    before: int
    after_best: int
    after_chosen: int
    attainable_before: int
    attainable: int
    turns_to_repair: int | None
    turns_to_whole: int | None
    lost: Lost | None
    ended: bool
    way: Way = ()
    best_words: str = ""
    otherwise: JudgedOtherwise | None = None
    recommendable: bool = True
    advice: Advice | None = None

    @property
    def price(self) -> int:
        """How much more was to be expected after the best choice, in hundredths of a point; never below 0."""
        return self.after_best - self.after_chosen

    @property
    def gain(self) -> int:
        """How much more was to be expected after it than before it, in hundredths of a point; often below 0."""
        return self.after_chosen - self.before

    @property
    def judgement(self) -> Judgement:
        """What it is called, by its price."""
        return judge(self.price)

    @property
    def helped(self) -> Help | None:
        """Whether it took the hour forward, by its gain; ``None`` where it cost something, or hinders whatever it gained."""
        return helped(self.price, self.gain) if self.recommendable else None

    @property
    def none_helped(self) -> bool:
        """Whether what was said hinders, and nothing on offer would have helped much."""
        return not self.recommendable and self.advice is None

    @property
    def loss(self) -> int:
        """By how many points the best attainable repair value fell with it (0-100)."""
        return self.attainable_before - self.attainable


def decision_values(solution: Solution, session: Session) -> tuple[DecisionValue, ...]:
    """The worth of every decision of a session, in order; the session may still be going on.

    What can follow must be known (``all_known``). Decisions that were made by other rules have no worth.
    """
    valued: list[tuple[Place, DecisionValue]] = []
    for exchange, place, taken in _taken(session):
        decision = _in_words(decision_at(solution, session.script, place, taken), exchange)
        valued.append((place, replace(decision, otherwise=_judged_otherwise(place, decision, valued))))
    return tuple(decision for _, decision in valued)


def all_known(solution: Solution, session: Session) -> bool:
    """Whether what can follow is known at every place of a session that was played by today's rules.

    It is not where the solution is not exact, nor where a fork goes on from what other rules had led to.
    """
    places = [exchange.place for exchange in session.exchanges] + [session.standing.place]
    return solution.exact and all(place is None or solution.row(place) is not None for place in places)


def in_hundredths(points: float) -> int:
    """An expectation in points as whole hundredths of a point, in which chains of prices add up exactly."""
    return round(100 * points)


def expected(solution: Solution, place: Place) -> int:
    """Where the hour is heading from a place for the half-way learner, in hundredths of a point."""
    return in_hundredths(solution.expected(place))


def _taken(session: Session) -> Iterator[tuple[Exchange, Place, Step]]:
    """The exchanges of a session in which something was chosen, where, and what that did."""
    for exchange in session.exchanges:
        if exchange.place is not None:
            script, said = session.script, exchange.response
            choice = script.positions(exchange.place)[said.id] if said else SILENT
            yield exchange, exchange.place, script.step(exchange.place, choice)


def decision_at(solution: Solution, script: Script, place: Place, taken: Step) -> DecisionValue:
    """What taking a step at a place is worth, in the first words of every response."""
    ahead = [
        (_expected_after(solution, step), step is taken, step)
        for step in choices(script, place)
        if step is taken or recommendable(place.moment, step)
    ]
    after_best, _, best = max(ahead, key=lambda found: found[:2])
    before, (turns, whole) = solution.prospect(place), turns_after(solution, taken)
    decision = DecisionValue(
        place.turn,
        place.moment,
        taken.response,
        best.response,
        expected(solution, place),
        after_best,
        _expected_after(solution, taken),
        before.best[0],
        attainable_after(solution, taken),
        turns,
        whole,
        _lost(before, turns, whole),
        taken.after.closing is not None,
        recommendable=recommendable(place.moment, taken),
    )
    return replace(
        decision,
        way=() if decision.judgement is Judgement.AS_GOOD else _way_after(solution, script, taken),
        advice=_advice(solution, script, decision, [step for *_, step in ahead if step is not taken]),
    )


def _advice(solution: Solution, script: Script, decision: DecisionValue, others: list[Step]) -> Advice | None:
    """The best of the other answers, where it leads clearly further, or helps where what was said hinders."""
    best = max(others, key=lambda step: _expected_after(solution, step), default=None)
    if best is None:
        return None
    after = _expected_after(solution, best)
    better = after - decision.after_chosen >= BETTER_FROM
    instead = not decision.recommendable and after - decision.before >= HELPED_FROM
    if not (better or instead):
        return None
    return Advice(best.response, best.response.say if best.response else "", _way_after(solution, script, best))


def _way_after(solution: Solution, script: Script, step: Step) -> Way:
    return () if step.after.place is None else shortest_repair(solution, script, step.after.place)


def _expected_after(solution: Solution, step: Step) -> int:
    closing, place = step.after.closing, step.after.place
    if closing is not None:
        return in_hundredths(value_of(closing))
    assert place is not None
    return expected(solution, place)


def _lost(before: Prospect, turns: int | None, whole: int | None) -> Lost | None:
    if before.turns_to_repair is not None and turns is None:
        return Lost.ANY
    return Lost.WHOLE if before.turns_to_whole is not None and whole is None else None


def _in_words(decision: DecisionValue, exchange: Exchange) -> DecisionValue:
    """A decision with the words in which its answers were on offer then."""
    best, advice = decision.best, decision.advice
    if advice is not None and advice.response is not None:
        advice = replace(advice, words=exchange.words_of(advice.response))
    return replace(decision, best_words=exchange.words_of(best) if best else "", advice=advice)


def _judged_otherwise(
    place: Place, decision: DecisionValue, earlier: list[tuple[Place, DecisionValue]]
) -> JudgedOtherwise | None:
    """The last answer before that reads as the same one, if its judgement was another."""
    here = (place.moment.id, place.patient.reaction, decision.chosen)
    for there, before in reversed(earlier):
        if (there.moment.id, there.patient.reaction, before.chosen) == here:
            if before.judgement is decision.judgement:
                return None
            return JudgedOtherwise(before.turn, there.patient != place.patient, there.remembered != place.remembered)
    return None
