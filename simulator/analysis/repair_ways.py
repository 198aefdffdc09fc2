"""The shortest way to a repair from where a session stands, by the proof: choice by choice, until the end."""

from __future__ import annotations

from simulator.analysis.paths import Said, Way
from simulator.analysis.recommendable import recommendable
from simulator.analysis.solve import FAR, Solution
from simulator.analysis.value import GOOD_ENDINGS, WHOLE_REPAIRS, value_of
from simulator.scenario.document import Response
from simulator.session.place import Place
from simulator.session.script import SILENT, Script, Step


def shortest_repair(solution: Solution, script: Script, place: Place) -> Way:
    """The shortest way from a place of a script to a repair, the most valuable of equals; empty if there is none.

    A whole repair if one is open, else a partial one; by answers that may be recommended only. Nothing is promised where the
    solution is not exact.
    """
    if not solution.exact or solution.prospect(place).turns_to_repair is None:
        return ()
    return _way(solution, script, place, None) or ()


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


def _way(solution: Solution, script: Script, place: Place, said: Response | None) -> Way | None:
    """The choices that lead nearest to a repair; of equals one that was not ``said`` just before, then the most valuable.

    ``None`` where what may be recommended leads to none. A place belongs to its own script, which for a session need not be
    the one that was solved.
    """
    open_to = [step for step in choices(script, place) if recommendable(place.moment, step)]
    step = max(
        (step for step in open_to if turns_after(solution, step)[0] is not None),
        key=lambda step: (
            _nearness(*turns_after(solution, step)),
            step.response is not said,
            attainable_after(solution, step),
        ),
        default=None,
    )
    if step is None:
        return None
    this = (Said(place.moment, step.response),)
    if step.after.place is None:
        return this
    rest = _way(solution, script, step.after.place, step.response)
    return None if rest is None else (*this, *rest)


def _nearness(turns: int | None, whole: int | None) -> int:
    """Higher the nearer a repair is; any whole repair is nearer than a partial one."""
    if whole is not None:
        return 2 * FAR - whole
    return FAR - turns if turns is not None else 0
