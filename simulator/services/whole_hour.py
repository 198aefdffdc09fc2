"""A whole hour: the moments that a template is furnished with, so that nothing but the words is still to be found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

from simulator.alliance.moves import Move
from simulator.messages.sentences import new_scenario as say
from simulator.scenario.editing.intents import Add, Intent, SetValue
from simulator.scenario.editing.written import Value, Written, value_of
from simulator.scenario.files import FileRefused, FolderFiles
from simulator.scenario.loading import load
from simulator.scenario.nodes import Node
from simulator.services.moment_acts import explanation
from simulator.session.errors import ServiceError

REMEMBERED: Final = "owned-at-once"
"""The flag of a whole hour: the therapist owned their part at the first sign."""

_SIGN: Final = ("moments", "first-sign")
_HELPS: Final = (*_SIGN, "responses", "would-help")
_LAST: Final = "unnoticed"
"""The moment before which the others come: every template ends with it."""

_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "complaint": ("confrontation",),
    "minimal": ("far-away", "withdrawal"),
}
"""What a whole hour is furnished with, by the reaction at the first sign."""

_DEFERRING: Final = ("one-more-yes", "withdrawal")
_EVERY: Final = "leaving"
"""What every whole hour is furnished with, behind these."""


def whole_hour(folder: Path, written: Written) -> tuple[Intent, ...]:
    """What makes a whole hour of a template: the stages on the way back, a silence with its length, a flag, a good end and one for leaving."""
    reaction = written.node((*_SIGN, "reaction"))
    here = written.keys(("moments",))
    before = list(here)[-2]
    added: list[Intent] = []
    parts = (*_PARTS.get(str(reaction), _DEFERRING), _EVERY)
    for id_, moment in chain.from_iterable(_moments(folder, f"hours/{part}.yaml").items() for part in parts):
        if isinstance(moment, dict) and not _is_there(here, moment):
            added.append(Add(("moments", id_), _explained(moment), before))
            before = id_
    return (*added, SetValue(("flags",), [REMEMBERED]), SetValue((*_HELPS, "sets"), [REMEMBERED]))


def _moments(folder: Path, name: str) -> dict[str, Node]:
    try:
        root = load(name, FolderFiles(folder).read(name)).root
    except FileRefused as refused:
        raise ServiceError(say.NO_TEMPLATE(path=name, reason=refused.message)) from refused
    moments = root.get("moments") if isinstance(root, dict) else None
    return moments if isinstance(moments, dict) else {}


def _is_there(here: dict[str, Node], moment: dict[str, Node]) -> bool:
    """Whether a template has a moment in this reaction state of its own."""
    if "when" in moment:
        return False
    free = (one for one in here.values() if isinstance(one, dict) and "when" not in one)
    return any(one.get("reaction") == moment.get("reaction") for one in free)


def _explained(moment: dict[str, Node]) -> Value:
    """A moment whose answers are explained by what their moves do."""
    value = value_of(moment)
    assert isinstance(value, dict)
    for response in _responses(value):
        response["debrief"] = explanation(Move(str(response["move"])))
    return value


def _responses(moment: dict[str, Value]) -> Iterator[dict[str, Value]]:
    responses = moment.get("responses")
    for response in responses.values() if isinstance(responses, dict) else ():
        if isinstance(response, dict):
            yield response
