"""Regret: what each decision of a session cost, in points of repair value and in turns of detour.

Values are repair values (0-100, ``value.py``), seen from the trainee. A reaction follows from a choice without chance, so
some choice keeps the value of its place and none can raise it. Points alone would not tell early sentences apart, because
with turns enough everything can still be made up for: what an early misstep costs is time. So a decision is also measured
by how much further away the nearest whole repair is after it than after the best choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from simulator.alliance.codes import Code
from simulator.analysis.paths import Said, Way
from simulator.analysis.solve import FAR, Solution
from simulator.analysis.value import GOOD_ENDINGS, WHOLE_REPAIRS, value_of
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Moment, Response
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import SILENT, Script, Step
from simulator.session.transcript import Exchange


class Judgement(Code):
    """What a decision did to what was still possible."""

    ATTUNED = "attuned"
    NEARLY = "nearly"
    MISSED = "missed-opportunity"
    MISATTUNED = "misattuned"
    CLOSED_OFF = "closed-off"


NOISE: Final = 3
"""Points of repair value that do not tell two sentences apart: a step or two of the gauges, which go by fives."""

JUDGEMENTS: Final = ((NOISE, 0, Judgement.ATTUNED), (6, 1, Judgement.NEARLY), (14, 3, Judgement.MISSED))
"""The highest cost, in points of repair value, and the longest detour, in turns, for each judgement; beyond it is misattuned.

A decision after which no repaired ending is left, where there was one before, has closed repair off at any cost.
"""

_MOST_AT_A_REPAIR: Final = 6
"""Points by which a sentence that ends the session repaired is judged at most: it gave little away at worst."""

LABELS: Final = {
    Judgement.ATTUNED: "Gave nothing away",
    Judgement.NEARLY: "Gave little away",
    Judgement.MISSED: "Missed opportunity",
    Judgement.MISATTUNED: "Misattuned",
    Judgement.CLOSED_OFF: "Closed off the repair",
}

TURNING_FROM: Final = 5
"""A session turned at its costliest decision if that cost at least so many points."""


@dataclass(frozen=True, slots=True)
class DecisionValue:
    """What one decision was worth.

    ``before`` is the best attainable repair value at its place, ``after_best`` and ``after_chosen`` what was attainable
    after the best choice and after the one made (0-100). ``best`` is the choice that keeps a whole repair nearest among
    those that give away no more than ``NOISE`` points; ``best`` and ``chosen`` are ``None`` for staying silent, and a
    choice that is as good as any is its own best. ``best_words`` are those in which the best choice was on offer, empty
    for staying silent. ``detour`` is how many turns further away that repair is than after the
    best choice.

    ``turns_to_repair`` is the shortest way to a repaired ending that was open after it: 0 if it ended repaired, ``None`` if
    none was open; ``turns_to_whole`` the same for more than a partial repair. ``way`` is the shortest repair (a whole one
    if it was open) after a decision that gave something away; empty otherwise, where none was open, and where not
    everything was explored. Where ``exact`` is false the values are lower bounds and there is no judgement.
    """

    turn: int
    moment: Moment
    chosen: Response | None
    best: Response | None
    before: int
    after_best: int
    after_chosen: int
    turns_to_repair: int | None
    turns_to_whole: int | None
    detour: int
    judgement: Judgement | None
    exact: bool
    way: Way = ()
    best_words: str = ""

    @property
    def cost(self) -> int:
        """The regret: points of repair value that the decision gave away (0-100)."""
        return max(0, self.before - self.after_chosen)

    @property
    def gave_away(self) -> bool:
        """Whether the decision gave away more than nothing, as far as it is judged."""
        return self.judgement not in (None, Judgement.ATTUNED)


@dataclass(frozen=True, slots=True)
class SessionValue:
    """What a session came to, against what could have been reached from its start.

    ``attainable`` is the best repair value from the start at the session's difficulty; ``reached`` that of the end, and
    ``share`` its percentage of the attainable (both ``None`` while the session goes on). ``turning_point`` is the
    costliest decision, the first of equals; ``None`` where none cost much. ``stopping`` is what ending
    early gave away; negative where staying could only have made it worse. Where ``exact`` is false, ``attainable`` is at
    least what is told, ``share`` at most that, and no turning point is named.
    """

    decisions: tuple[DecisionValue, ...]
    attainable: int
    reached: int | None
    share: int | None
    turning_point: DecisionValue | None
    stopping: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Outlook:
    """What a choice leads to: attainable value, turns to a repaired and to a wholly repaired ending, and whether exact."""

    value: int
    turns: int | None
    whole: int | None
    exact: bool
    repairs: bool = False
    """Whether the session is over with it, and repaired."""

    @property
    def nearness(self) -> int:
        """Higher the nearer a repair is; any whole repair is nearer than a partial one."""
        if self.whole is not None:
            return 2 * FAR - self.whole
        return FAR - self.turns if self.turns is not None else 0


def regret(solution: Solution, session: Session) -> tuple[DecisionValue, ...]:
    """The worth of every decision of a session, in order; the session may still be going on."""
    return tuple(_in_words(_decision(solution, session.script, place, taken), x) for x, place, taken in _taken(session))


def value_session(solution: Solution, session: Session) -> SessionValue:
    """What a session came to and where it turned, by a solution of its scenario at its difficulty.

    This is the one place where bounds are judged: where any value of the session is one, no sentence of it is judged.
    """
    decisions, ahead = regret(solution, session), solution.prospect(session.script.start())
    best, exact = ahead.best, ahead.exact and all(decision.exact for decision in decisions)
    if not exact:
        decisions = tuple(replace(decision, judgement=None, way=()) for decision in decisions)
    closing = session.standing.closing
    reached = value_of(closing) if closing else None
    open_last = decisions[-1].after_chosen if decisions else best[0]
    return SessionValue(
        decisions,
        best[0],
        reached,
        None if reached is None else share_of(reached, best[0]),
        _turning_point(decisions) if exact else None,
        open_last - reached if reached is not None and closing and closing.stopped else 0,
        exact,
    )


def share_of(reached: int, attainable: int) -> int:
    """A repair value as a percentage of the attainable one, rounded down: 100 only for who reached all of it.

    Attainable is meant from the start of the scenario, never from the path that was taken: only then does a higher
    repair value never get a lower share.
    """
    return 100 if reached >= attainable else reached * 100 // attainable


def shortest_repair(solution: Solution, script: Script, place: Place) -> Way:
    """The shortest way from a place of a script to a repair, the most valuable of equals; empty if there is none.

    A whole repair if one is open, else a partial one.
    """
    if solution.prospect(place).turns_to_repair is None:
        return ()
    return _way(solution, script, place, None)


def _way(solution: Solution, script: Script, place: Place | None, said: Response | None) -> Way:
    """The choices that lead nearest to a repair, until the end; nothing is promised where the solution is not exact.

    Of equals one that was not ``said`` just before is taken, and then the most valuable.

    A place belongs to its own script, which for a session need not be the one that was solved.
    """
    if place is None or not solution.exact:
        return ()
    ahead = [(step, _outlook(solution, step)) for step in _steps(script, place)]
    step, _ = max(ahead, key=lambda found: (found[1].nearness, found[0].response is not said, found[1].value))
    return (Said(place.moment, step.response), *_way(solution, script, step.after.place, step.response))


def _steps(script: Script, place: Place) -> tuple[Step, ...]:
    """Everything that can be done at a place, in file order; staying silent last."""
    return tuple(script.step(place, choice) for choice in (*script.offered(place), SILENT))


def _outlook(solution: Solution, step: Step) -> _Outlook:
    closing = step.after.closing
    if closing is not None:
        turns, whole = (0 if closing.verdict in good else None for good in (GOOD_ENDINGS, WHOLE_REPAIRS))
        repairs = closing.verdict is Verdict.REPAIRED
        return _Outlook(value_of(closing), turns, whole, exact=True, repairs=repairs)
    assert step.after.place is not None
    ahead = solution.prospect(step.after.place)
    return _Outlook(ahead.best[0], ahead.turns_to_repair, ahead.turns_to_whole, ahead.exact)


def _in_words(decision: DecisionValue, exchange: Exchange) -> DecisionValue:
    """A decision with the words in which the best choice was on offer then."""
    return replace(decision, best_words=exchange.words_of(decision.best)) if decision.best else decision


def _taken(session: Session) -> Iterator[tuple[Exchange, Place, Step]]:
    """The exchanges of a session in which something was chosen, where, and what that did."""
    for exchange in session.exchanges:
        if exchange.place is not None:
            script, said = session.script, exchange.response
            choice = script.positions(exchange.place)[said.id] if said else SILENT
            yield exchange, exchange.place, script.step(exchange.place, choice)


def _decision(solution: Solution, script: Script, place: Place, taken: Step) -> DecisionValue:
    before, chosen = solution.prospect(place), _outlook(solution, taken)
    best, after_best = _best(solution, script, place, taken)
    exact = before.exact and chosen.exact
    decision = DecisionValue(
        place.turn,
        place.moment,
        taken.response,
        best.response,
        before.best[0],
        after_best.value,
        chosen.value,
        chosen.turns,
        chosen.whole,
        _detour(chosen, after_best),
        None,
        exact,
    )
    if not exact:
        return decision
    closed_off = before.turns_to_repair is not None and chosen.turns is None
    cost = min(decision.cost, _MOST_AT_A_REPAIR) if chosen.repairs else decision.cost
    judged = replace(decision, judgement=judge(cost, decision.detour, closed_off=closed_off))
    return replace(judged, way=_shortest_after(solution, script, taken)) if judged.gave_away else judged


def _best(solution: Solution, script: Script, place: Place, taken: Step) -> tuple[Step, _Outlook]:
    """The step that keeps a repair nearest without giving points away, the one that was taken among equals."""
    outlook = _outlook(solution, taken)
    if outlook.repairs:
        return taken, outlook  # there may have been more to gain by going on, but nobody is advised against a repair
    ahead = [(step, _outlook(solution, step)) for step in _steps(script, place)]
    least = max(outlook.value for _, outlook in ahead) - NOISE
    as_good = [(step, outlook) for step, outlook in ahead if outlook.value >= least]
    return max(as_good, key=lambda found: (found[1].nearness, found[0] is taken, found[1].value))


def _detour(chosen: _Outlook, best: _Outlook) -> int:
    """How many turns further away the same kind of repair is; where that kind is gone, points tell what it cost."""
    if (chosen.whole is None) is not (best.whole is None) or (chosen.turns is None) is not (best.turns is None):
        return 0
    return max(0, best.nearness - chosen.nearness)


def _shortest_after(solution: Solution, script: Script, taken: Step) -> Way:
    """The shortest repair still open after a choice; empty where the session was over or none was open."""
    return shortest_repair(solution, script, taken.after.place) if taken.after.place is not None else ()


def judge(cost: int, detour: int, *, closed_off: bool) -> Judgement:
    """The judgement on a decision that cost so many points of repair value (0-100) and so many turns."""
    if closed_off:
        return Judgement.CLOSED_OFF
    fitting = (judgement for most, longest, judgement in JUDGEMENTS if cost <= most and detour <= longest)
    return next(fitting, Judgement.MISATTUNED)


def _turning_point(decisions: tuple[DecisionValue, ...]) -> DecisionValue | None:
    blamed = (d for d in decisions if not (d.turns_to_whole == 0 and d.best is d.chosen))
    costliest = max(blamed, key=lambda decision: decision.cost, default=None)
    return costliest if costliest is not None and costliest.cost >= TURNING_FROM else None
