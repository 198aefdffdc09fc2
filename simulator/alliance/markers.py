"""The fourteen rupture markers: what a patient does when the alliance is strained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code, Entry
from simulator.alliance.reactions import Family


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
    sounds_like: str
    missed_because: str


_MANUAL = "3RS, Eubanks, Muran & Safran 2015; wording ours"
_W, _D, _C = Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION


def _marker(family: Family, label: str, help_: str, sounds_like: str, missed: str) -> MarkerEntry:
    return MarkerEntry(label, help_, _MANUAL, family, sounds_like, missed)


MARKERS: Final[Mapping[Marker, MarkerEntry]] = MappingProxyType(
    {
        Marker.DENIAL: _marker(
            _W, "Denial", "Shuts the topic by denying an evident feeling.",
            "I wasn’t upset, why would I be?", "It is taken as an answer.",
        ),
        Marker.MINIMAL: _marker(
            _W, "Minimal response", "Answers so thinly that an invitation dies, or is silent.",
            "Fine.", "It is seen as shy or tired.",
        ),
        Marker.ABSTRACT: _marker(
            _W, "Abstract communication", "Theory takes the place of feeling.",
            "Endings are generally hard for people.", "It sounds insightful.",
        ),
        Marker.STORY: _marker(
            _W, "Avoidant storytelling or topic shift", "Entertaining detail or a new subject leads away.",
            "That reminds me, my cousin’s move...", "It is rich material, and pleasant.",
        ),
        Marker.DEFER: _marker(
            _D, "Deferential, appeasing", "Agrees, praises or yields instead of disagreeing.",
            "You’re the expert, I’ll do that.", "It feels like a good session.",
        ),
        Marker.SPLIT: _marker(
            _W, "Content and affect split", "The words and the feeling do not match.",
            "(laughs) So that week was a disaster.", "Humour is contagious.",
        ),
        Marker.SELF: _marker(
            _W, "Self-criticism, hopelessness", "Turns dissatisfaction against the self, or gives up.",
            "It’s me, I can’t even do therapy.", "It is treated as a symptom.",
        ),
        Marker.THERAPIST: _marker(
            _C, "Complaint about the therapist", "Negative feeling about the person of the therapist.",
            "You looked bored just now.", "It is explained as transference.",
        ),
        Marker.REJECT: _marker(
            _C, "Rejects the intervention", "Refuses an idea or a question.",
            "No. That isn’t it at all.", "It is called resistance.",
        ),
        Marker.TASK: _marker(
            _C, "Complaint about activities", "Doubts the method.",
            "Writing lists won’t fix my marriage.", "It is answered with a rationale only.",
        ),
        Marker.PARAM: _marker(
            _C, "Complaint about parameters", "Is unhappy with fee, time, room or schedule.",
            "Tuesdays at 8 never worked.", "It is handled as administration.",
        ),
        Marker.PROGRESS: _marker(
            _C, "Complaint about progress", "Says that nothing improves.",
            "Five months and I’m the same.", "It triggers reassurance.",
        ),
        Marker.DEFEND: _marker(
            _C, "Defends self", "Justifies against felt criticism.",
            "I did try, I was on shift!", "The therapist did not hear the own blame.",
        ),
        Marker.CONTROL: _marker(
            _C, "Controls, pressures", "Makes demands, gives ultimatums, tests.",
            "Tell me what to do or I’m done.", "It is met with counter-control.",
        ),
    }
)  # fmt: skip
