"""Checks of the levels that a trainee can choose: at each of them there is enough to say, and words for every moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.scenario.checks.naming import too_few
from simulator.scenario.checks.placed import Placed
from simulator.scenario.conditions import And, Compare, Condition, Gauge, Not, Or, compare, parts
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.key_tables import FEWEST_RESPONSES

LEVELS: Final = (1, 2, 3)
"""The levels that can be chosen, whatever a scenario suggests."""


def too_few_at_a_level(placed: Placed) -> Iterator[Diagnostic]:
    """Moments that offer enough responses, but not at some level; each is told with the level that has the fewest."""
    responses = placed.moment.responses
    if len(responses) < FEWEST_RESPONSES or not any(r.when and asks_for_level(r.when) for r in responses):
        return
    offered = {level: _offered(placed, level) for level in LEVELS if _comes_at(placed, level)}
    fewest = min(offered, key=offered.__getitem__, default=None)
    if fewest is not None and offered[fewest] < FEWEST_RESPONSES:
        count = too_few(offered[fewest])
        yield WORDINGS["547"].at(placed.answers, level=fewest, moment=placed.name, count=count)


def no_wording_at_a_level(placed: Placed) -> Iterator[Diagnostic]:
    """Moments whose wordings all belong to other levels; each is told with the first such level."""
    wordings = placed.moment.wordings
    if all(wording.levels for wording in wordings):
        told = {level for wording in wordings for level in wording.levels}
        without = next((level for level in LEVELS if level not in told and _comes_at(placed, level)), None)
        if without is not None:
            yield WORDINGS["548"].at(placed.key, level=without, moment=placed.name)


def at_level(condition: Condition, level: int) -> bool | None:
    """Whether a condition holds at a level as far as the level decides it; ``None`` where something else does too."""
    match condition:
        case Compare(Gauge.LEVEL, relation, number):
            return compare(relation, level, number)
        case Not(inner):
            answer = at_level(inner, level)
            return None if answer is None else not answer
        case And(left, right):
            return _joined(at_level(left, level), at_level(right, level), decides=False)
        case Or(left, right):
            return _joined(at_level(left, level), at_level(right, level), decides=True)
        case _:
            return None


def asks_for_level(condition: Condition) -> bool:
    """Whether a condition asks for the level anywhere."""
    return any(isinstance(part, Compare) and part.gauge is Gauge.LEVEL for part in parts(condition))


def _joined(left: bool | None, right: bool | None, *, decides: bool) -> bool | None:
    """The answer to two questions, of which one that is answered as ``decides`` settles both."""
    if decides in (left, right):
        return decides
    return None if left is None or right is None else not decides


def _offered(placed: Placed, level: int) -> int:
    """How many responses can be on offer at a level."""
    return sum(r.when is None or at_level(r.when, level) is not False for r in placed.moment.responses)


def _comes_at(placed: Placed, level: int) -> bool:
    """Whether the moment itself may come at a level."""
    return placed.moment.when is None or at_level(placed.moment.when, level) is not False
