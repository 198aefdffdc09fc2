"""A scenario that can be played although parts of its file are broken: these are dead ends, and all the rest is as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.patient.state import Cause
from simulator.scenario.document import DEFAULT_TURNS, Ending, Moment, Response, Scenario, Wording
from simulator.scenario.read import Reading
from simulator.scenario.scenario_draft import Draft, origin_of


@dataclass(frozen=True, slots=True)
class Playable:
    """What can be played of a file that was read.

    ``broken`` are the moments that a play can come to and not go on from. ``dead_ends`` are answers (by moment and id, empty
    for the silence) that lead to something of which not even the reaction is known, with what that is.
    """

    scenario: Scenario
    broken: frozenset[str] = frozenset()
    dead_ends: Mapping[tuple[str, str], str] = field(default_factory=dict)


def playable(reading: Reading) -> Playable | Message:
    """What can be played of a reading, or why nothing can."""
    if reading.scenario is not None:
        return Playable(reading.scenario)
    draft, met = reading.draft, reading.met
    if met is None:
        return say.NO_PATIENT()
    sound, broken = _moments(draft)
    start = draft.values.get("start", "")
    if start not in sound or start in broken:
        return say.NO_START(moment=start) if start else say.NO_START_NAMED()
    dead: dict[tuple[str, str], str] = {}
    known = {id_: _without_dead_ends(moment, sound, dead) for id_, moment in sound.items()}
    get = draft.values.get
    scenario = Scenario(
        get("id", ""),
        get("title", ""),
        get("language", "en"),
        get("about", ""),
        get("objectives", ()),
        get("difficulty", 1),
        get("cause", Cause.TONE),
        get("content-notes", ()),
        get("turns", DEFAULT_TURNS),
        get("flags", ()),
        draft.opening,
        met,
        origin_of(draft, met),
        start,
        MappingProxyType(known),
        "",
        MappingProxyType({}),
        "",
    )
    return Playable(scenario, broken, MappingProxyType(dead))


def _moments(draft: Draft) -> tuple[dict[str, Moment], frozenset[str]]:
    """Every moment of which at least the reaction is known, those that are broken without anything to answer."""
    sound: dict[str, Moment] = {}
    broken = set()
    for id_, moment in draft.moments.items():
        part = draft.parts.get(id_)
        if part is None or not part.faults:
            sound[id_] = moment
        elif "reaction" in part.values:
            broken.add(id_)
            sound[id_] = Moment(id_, moment.reaction, (Wording(wordless=True),), (), moment.when, end=Ending.UNRESOLVED)
    return sound, frozenset(broken)


def _without_dead_ends(moment: Moment, sound: Mapping[str, Moment], dead: dict[tuple[str, str], str]) -> Moment:
    """A moment whose answers lead to moments that are there; what else they lead to is noted."""
    responses: list[Response] = []
    for response in moment.responses:
        if response.then is not None and response.then not in sound:
            dead[moment.id, response.id] = response.then
            response = replace(response, then=None)  # noqa: PLW2901
        responses.append(response)
    silent = moment.silent_then
    if silent is not None and silent not in sound:
        dead[moment.id, ""] = silent
        silent = None
    return replace(moment, responses=tuple(responses), silent_then=silent)
