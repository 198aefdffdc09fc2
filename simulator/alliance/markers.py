"""The fourteen rupture markers: what a patient does when the alliance is strained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.entry import Entry
from simulator.alliance.reactions import Family
from simulator.alliance.references import RATING_MANUAL
from simulator.messages.message import Sentence
from simulator.messages.sentences import markers as words


class Marker(Code):
    """An observable sign of a rupture."""

    DENIAL = "wd_denial"
    MINIMAL = "wd_minimal"
    ABSTRACT = "wd_abstract"
    STORY = "wd_story"
    DEFER = "wd_defer"
    SPLIT = "wd_split"
    SELF = "wd_self"
    THERAPIST = "cf_therapist"
    REJECT = "cf_reject"
    TASK = "cf_task"
    PARAM = "cf_param"
    PROGRESS = "cf_progress"
    DEFEND = "cf_defend"
    CONTROL = "cf_control"


@dataclass(frozen=True, slots=True)
class MarkerEntry(Entry):
    """A marker with its family, an invented example, and why it is easily missed."""

    family: Family
    sounds_like: Sentence
    missed_because: Sentence


_W, _D, _C = Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION


def _marker(marker: Marker, family: Family) -> tuple[Marker, MarkerEntry]:
    said = words.MARKERS[marker]
    return marker, MarkerEntry(said.label, said.help, RATING_MANUAL, family, said.sounds_like, said.missed_because)


MARKERS: Final[Mapping[Marker, MarkerEntry]] = MappingProxyType(
    dict(
        (
            _marker(Marker.DENIAL, _W),
            _marker(Marker.MINIMAL, _W),
            _marker(Marker.ABSTRACT, _W),
            _marker(Marker.STORY, _W),
            _marker(Marker.DEFER, _D),
            _marker(Marker.SPLIT, _W),
            _marker(Marker.SELF, _W),
            _marker(Marker.THERAPIST, _C),
            _marker(Marker.REJECT, _C),
            _marker(Marker.TASK, _C),
            _marker(Marker.PARAM, _C),
            _marker(Marker.PROGRESS, _C),
            _marker(Marker.DEFEND, _C),
            _marker(Marker.CONTROL, _C),
        )
    )
)
