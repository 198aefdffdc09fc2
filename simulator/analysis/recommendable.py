"""Which answers may be called good, better or possible: no hindering one, and no silence where the patient asks."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.alliance.moves import is_hindering
from simulator.analysis.paths import Way
from simulator.scenario.document import Moment, Response
from simulator.session.script import Step


@dataclass(frozen=True, slots=True)
class Advice:
    """An answer on offer that would have helped; ``response`` is ``None`` for staying silent.

    ``words`` are those in which it was on offer, ``way`` one way on from it to a repair, empty where none was open.
    """

    response: Response | None
    words: str
    way: Way


def recommendable(moment: Moment, step: Step) -> bool:
    """Whether a step made in a moment may be recommended, by what it does and by how it is heard.

    The model may reward a hindering answer for a turn; a training aid must never praise it.
    """
    said = step.response
    if said is None and moment.asks:
        return False
    moves = () if said is None else (said.move, *said.also)
    return not any(map(is_hindering, (*moves, step.appraisal.played)))
