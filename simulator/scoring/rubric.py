"""The rubric: every competency with its label, what it is, and five behavioural anchors."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.references import OUR_RUBRIC
from simulator.messages.message import Message
from simulator.messages.sentences import rubric as words
from simulator.scoring.competency import Competency, CompetencyEntry

RUBRIC: Final = 2
"""The edition of the rubric: raised by hand whenever a score changes for any session; measures by another are made anew."""

COMPETENCIES: Final[Mapping[Competency, CompetencyEntry]] = MappingProxyType(
    {
        competency: CompetencyEntry(said.label, said.help, OUR_RUBRIC, said.anchors)
        for competency in Competency
        for said in (words.COMPETENCIES[competency],)
    }
)


def anchor(competency: Competency, score: int) -> Message:
    """The anchor that describes a score from 1 to 5."""
    return COMPETENCIES[competency].anchors[score - 1]()
