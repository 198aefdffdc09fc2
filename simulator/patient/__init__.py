"""The patient: a reaction graph that answers every move, and the state it moves through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.patient.gauges import NO_CHANGE, POINTS_PER_LEVEL, TOP_LEVEL, Alliance, Change
    from simulator.patient.grid import (
        FIRST_OF_FAMILY,
        GRID_STATES,
        Cell,
        CellFault,
        Course,
        Hinge,
        MoveReasons,
        ReactionGrid,
        parse_cell,
        resolve,
        target_words,
    )
    from simulator.patient.reacting import Act, Appraisal, gate_open, react
    from simulator.patient.reasons import Direction, direction, distance_to_repair, eases, reason_messages
    from simulator.patient.start import begin, stated, verdict
    from simulator.patient.state import Cause, Disposition, Fit, Past, PatientState, Rung
    from simulator.patient.verdicts import Verdict
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "gauges": "NO_CHANGE POINTS_PER_LEVEL TOP_LEVEL Alliance Change",
            "grid": (
                "FIRST_OF_FAMILY GRID_STATES Cell CellFault Course Hinge MoveReasons ReactionGrid "
                "parse_cell resolve target_words"
            ),
            "reacting": "Act Appraisal gate_open react",
            "reasons": "Direction direction distance_to_repair eases reason_messages",
            "start": "begin stated verdict",
            "state": "Cause Disposition Fit Past PatientState Rung",
            "verdicts": "Verdict",
        },
    )

__all__ = [
    "FIRST_OF_FAMILY",
    "GRID_STATES",
    "NO_CHANGE",
    "POINTS_PER_LEVEL",
    "TOP_LEVEL",
    "Act",
    "Alliance",
    "Appraisal",
    "Cause",
    "Cell",
    "CellFault",
    "Change",
    "Course",
    "Direction",
    "Disposition",
    "Fit",
    "Hinge",
    "MoveReasons",
    "Past",
    "PatientState",
    "ReactionGrid",
    "Rung",
    "Verdict",
    "begin",
    "direction",
    "distance_to_repair",
    "eases",
    "gate_open",
    "parse_cell",
    "react",
    "reason_messages",
    "resolve",
    "stated",
    "target_words",
    "verdict",
]
