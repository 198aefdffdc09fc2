"""The shortest way to a repair from where a session stands, by the proof: choice by choice, until the end."""

from __future__ import annotations

from simulator.analysis.paths import Said, Way
from simulator.analysis.solve import FAR, Solution
from simulator.analysis.value import GOOD_ENDINGS, WHOLE_REPAIRS, value_of
from simulator.scenario.document import Response
from simulator.session.place import Place
from simulator.session.script import SILENT, Script, Step


def shortest_repair(solution: Solution, script: Script, place: Place) -> Way:
    """The shortest way from a place of a script to a repair, the most valuable of equals; empty if there is none.

    A whole repair if one is open, else a partial one. Nothing is promised where the solution is not exact.
    """
    if not solution.exact or solution.prospect(place).turns_to_repair is None:
        return ()
    return _way(solution, script, place, None)


def choices(script: Script, place: Place) -> tuple[Step, ...]:
    """Everything that can be done at a place, in file order; staying silent last."""
    return tuple(script.step(place, choice) for choice in (*script.offered(place), SILENT))


def turns_after(solution: Solution, step: Step) -> tuple[int | None, int | None]:
    """How many turns a repair and a whole repair are away after a choice: 0 if it ended so, ``None`` if there is none."""
    closing, place = step.after.closing, step.after.place
    if closing is not None:
        repaired, whole = (0 if closing.verdict in good else None for good in (GOOD_ENDINGS, WHOLE_REPAIRS))
        return repaired, whole
    assert place is not None
    ahead = solution.prospect(place)
    return ahead.turns_to_repair, ahead.turns_to_whole


def attainable_after(solution: Solution, step: Step) -> int:
    """The best repair value (0-100) that can still be reached after a choice."""
    closing, place = step.after.closing, step.after.place
    if closing is not None:
        return value_of(closing)
    assert place is not None
    return solution.prospect(place).best[0]


def _way(solution: Solution, script: Script, place: Place | None, said: Response | None) -> Way:
    """The choices that lead nearest to a repair; of equals one that was not ``said`` just before, then the most valuable.

    A place belongs to its own script, which for a session need not be the one that was solved.
    """
    if place is None:
        return ()
    step = max(
        choices(script, place),
        key=lambda step: (
            _nearness(*turns_after(solution, step)),
            step.response is not said,
            attainable_after(solution, step),
        ),
    )
    return (Said(place.moment, step.response), *_way(solution, script, step.after.place, step.response))


def _nearness(turns: int | None, whole: int | None) -> int:
    """Higher the nearer a repair is; any whole repair is nearer than a partial one."""
    if whole is not None:
        return 2 * FAR - whole
    return FAR - turns if turns is not None else 0
