"""The patient: a reaction graph that answers every move, and the state it moves through."""

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
from simulator.patient.react import Act, Appraisal, gate_open, react
from simulator.patient.reasons import Direction, direction, distance_to_repair, eases
from simulator.patient.start import Verdict, begin, stated, verdict
from simulator.patient.state import Cause, Disposition, Fit, Past, PatientState, Rung

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
    "resolve",
    "stated",
    "target_words",
    "verdict",
]
