"""Three hashes: of the texts (pins a session), of the story (keys solutions), of an item (what statistics count as the same)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from simulator.scenario.quotation_marks import as_typed

if TYPE_CHECKING:
    from simulator.scenario.document import Moment, Response, Scenario

_PLAIN: Final = frozenset({str, int, bool, type(None)})


def digest_of(texts: dict[str, str]) -> str:
    """The SHA-256 of a set of files: paths and texts in order, each preceded by its length."""
    total = sha256()
    for path, text in sorted(texts.items()):
        for part in (path.encode(), text.encode()):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()


def story_digest(scenario: Scenario) -> str:
    """The SHA-256 of what happens in a scenario, without a word of how it is told: states, moves, conditions, effects, order.

    The level is not part of it: each level is solved by itself.
    """
    patient = scenario.patient
    cells = [[move, state, str(cell)] for (move, state), cell in sorted(patient.grid.cells.items())]
    return _sha(
        [
            "story/1",
            scenario.start,
            scenario.turns,
            scenario.origin,
            scenario.cause,
            scenario.flags,
            [patient.style, patient.fit, patient.alliance, cells],
            [_of_moment(moment) for moment in scenario.moments.values()],
            [_of_moment(moment) for _, moment in sorted(patient.lines.items())],
        ]
    )


def item_digest(moment: Moment, response: Response) -> str:
    """The SHA-256 of one choice: the moment, the response, its move and quality, and its text in the source language.

    What was renamed counts by the first of its former names: it is the same item as before. How quotation marks and
    apostrophes are set makes no difference.
    """
    said = as_typed(response.in_source)
    return _sha(["item/1", _first_id(moment), _first_id(response), response.move, response.quality, said])


def item_digests(scenario: Scenario) -> dict[tuple[str, str], str]:
    """The digests of all items of a scenario, by the ids of moment and response."""
    return {
        (moment.id, response.id): item_digest(moment, response)
        for moment in scenario.every_moment()
        for response in (*moment.responses, *moment.former_responses)
    }


def _first_id(one: Moment | Response) -> str:
    return next(iter(one.formerly), one.id)


def _of_moment(moment: Moment) -> list[Any]:
    """What decides what a choice in a moment does."""
    return [
        moment.id,
        moment.reaction,
        moment.when,
        moment.once,
        moment.end,
        moment.asks,
        moment.wish,
        moment.wished,
        moment.silent_then,
        moment.returns,
        [_of_response(response) for response in moment.responses],
    ]


def _of_response(response: Response) -> list[Any]:
    return [
        response.id,
        response.move,
        response.quality,
        sorted(response.classes),
        response.then,
        response.when,
        response.change,
        response.sets,
    ]


def _sha(value: Any) -> str:
    return sha256(json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A value as JSON has it; a thing of ours is its name and its parts."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Enum):
        return str(value)
    if (parts := _parts(kind)) is not None:
        return [kind.__name__, *(_plain(getattr(value, part)) for part in parts)]
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(one)] for key, one in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


@cache
def _parts(kind: type) -> tuple[str, ...] | None:
    """The names of the parts of a thing of ours; nothing for anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
