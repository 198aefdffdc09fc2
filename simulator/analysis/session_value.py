"""What a session came to against what could be reached, how it was played, and which turns cost and helped most."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.decision_values import DecisionValue, all_known, decision_values, expected, in_hundredths
from simulator.analysis.judgements import WORST_FROM
from simulator.analysis.solve import Solution
from simulator.analysis.value import value_of
from simulator.session.engine import Session


@dataclass(frozen=True, slots=True)
class SessionValue:
    """What a session came to, against what could have been reached from its start.

    ``attainable`` is the best repair value from the start at the session's difficulty; ``reached`` that of the end, and
    ``share`` its percentage of the attainable (both ``None`` while the session goes on). ``start`` is where the hour was
    heading before anything was said, and ``stopping`` how much ending early gave away of where it was heading then (below 0
    where it could only have become worse), both in hundredths of a point:
    ``start`` + the gains of all decisions - ``stopping`` is the repair value reached.

    ``worst`` is the turn that cost most and ``best`` the one that helped most, the first of equals; ``None`` where none
    cost or helped much. Where ``exact`` is false, ``attainable`` is at least what is told, ``share`` at most that, and
    nothing is said of any decision: a learner who goes on needs to know everything that can follow.
    """

    decisions: tuple[DecisionValue, ...]
    attainable: int
    reached: int | None
    share: int | None
    start: int
    stopping: int
    worst: DecisionValue | None
    best: DecisionValue | None
    exact: bool

    @property
    def mean_price(self) -> int | None:
        """How it was played: what a decision cost on average, in hundredths of a point; ``None`` before the first."""
        prices = [decision.price for decision in self.decisions]
        return round(sum(prices) / len(prices)) if prices else None

    @property
    def heading(self) -> tuple[int, ...]:
        """Where the hour was heading at the start and after each decision, in hundredths of a point."""
        return (self.start, *(decision.after_chosen for decision in self.decisions))


def value_session(solution: Solution, session: Session) -> SessionValue:
    """What a session came to and what its turns were worth, by a solution of its scenario at its difficulty."""
    closing, attainable = session.standing.closing, solution.start.best[0]
    reached = value_of(closing) if closing else None
    share = None if reached is None else share_of(reached, attainable)
    if not all_known(solution, session):
        return SessionValue((), attainable, reached, share, 0, 0, None, None, exact=False)
    decisions = decision_values(solution, session)
    start = decisions[0].before if decisions else expected(solution, session.script.start())
    heading = decisions[-1].after_chosen if decisions else start
    stopping = heading - in_hundredths(reached) if reached is not None and closing and closing.stopped else 0
    return SessionValue(
        decisions, attainable, reached, share, start, stopping, _worst(decisions), _best(decisions), exact=True
    )


def share_of(reached: int, attainable: int) -> int:
    """A repair value as a percentage of the attainable one, rounded down: 100 only for who reached all of it.

    Attainable is meant from the start of the scenario, never from the path that was taken: only then does a higher
    repair value never get a lower share.
    """
    return 100 if reached >= attainable else reached * 100 // attainable


def _worst(decisions: tuple[DecisionValue, ...]) -> DecisionValue | None:
    costliest = max(decisions, key=lambda decision: decision.price, default=None)
    return costliest if costliest is not None and costliest.price >= WORST_FROM else None


def _best(decisions: tuple[DecisionValue, ...]) -> DecisionValue | None:
    """Of those that were as good as any: what helped and still cost much would be praised and blamed at once."""
    helpful = (decision for decision in decisions if decision.helped is not None)
    return max(helpful, key=lambda decision: decision.gain, default=None)
