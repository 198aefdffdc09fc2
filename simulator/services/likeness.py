"""In what a person of one's own is still as the one that they began from: trainees read it, and see the face."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import publishing as say
from simulator.scenario.anybody import ANYBODY
from simulator.scenario.document import Scenario
from simulator.scenario.nodes import Node
from simulator.scenario.portrait_names import OF_PATIENTS
from simulator.services.taken_over import root_of

_SEEN: Final[Mapping[str, Sentence]] = {
    "age": say.AGE,
    "pronouns": say.PRONOUNS,
    "work": say.WORK,
    "about": say.ABOUT,
    "history": say.HISTORY,
    "seeks": say.SEEKS,
    "lines": say.LINES,
}
"""What is read of a person before and in a conversation, by its key; what is written is theirs, also where it is the same."""


def still_as_another(scenario: Scenario | None, use: Node) -> Message | None:
    """What the person of a scenario has still from another; nothing where all of it is theirs, or where they are nobody's copy."""
    if scenario is None or not isinstance(use, str):
        return None
    person = _keys(scenario, use.strip())
    other = person.get("like")
    if not isinstance(other, str):
        return None
    name, lacking = scenario.patient.name, [key for key in _SEEN if key not in person]
    if other.strip() == ANYBODY:
        untold = tuple(_SEEN[key]() for key in lacking if key != "lines")
        return say.UNTOLD(name=name, what=Listed(untold)) if untold else None
    model = _keys(scenario, other.strip())
    same = [_SEEN[key]() for key in lacking]
    face = model.get("portrait")
    if face in OF_PATIENTS and person.get("portrait", face) == face:
        same = [say.FACE(), *same]
    called = model.get("name")
    if not same or not isinstance(called, str):
        return None
    return say.STILL_AS(name=name, other=called.strip(), what=Listed(tuple(same)))


def _keys(scenario: Scenario, path: str) -> Mapping[str, Node]:
    return root_of(path, scenario.sources.get(path, ""))
