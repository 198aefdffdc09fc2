"""Reads what only wordings have: what must just have been said, openings, levels, poses, former ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from simulator.alliance.moves import Move
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import BANK_PREFIX, FIRST_WORDING, After
from simulator.scenario.faults import Faults, Reference, shown
from simulator.scenario.legal_values import (
    LONGEST_ID,
    LONGEST_OPENING,
    JustSaidNames,
    Kind,
    Levels,
    OldIds,
    Openings,
    PoseParts,
    Prose,
)
from simulator.scenario.nodes import At, Node
from simulator.scenario.poses import POSES
from simulator.scenario.value_readers import (
    Reader,
    is_id,
    items_of,
    key_of,
    note_not_keys,
    note_not_text,
    scalar_reader,
)

_CLASSES: Final[Mapping[str, SaidClass | ShownClass]] = {str(said): said for said in SaidClass}
_CLASSES_OR_SHOWN: Final[Mapping[str, SaidClass | ShownClass]] = {**_CLASSES, **{str(one): one for one in ShownClass}}
_MOVES: Final = {str(move): move for move in Move}
_MOST: Final = 20
_LEVELS: Final = ("1", "2", "3")
_OPENING: Final = scalar_reader(Prose(LONGEST_OPENING))


def _after(classes: Mapping[str, SaidClass | ShownClass]) -> Reader:
    """Reads one thing that words presuppose, or a list of them; ``classes`` are those that can stand there."""

    def read(node: Node, at: At, faults: Faults) -> tuple[After, ...] | None:
        items = items_of(node, at, faults, _MOST) if type(node) is list else [node]
        found = []
        for i, item in enumerate(items or ()):
            place: At = (at, i) if type(node) is list else at
            if not isinstance(item, str):
                note_not_text(item, place, faults)
            elif (after := _presupposed(item.strip(), classes, place, faults)) is not None:
                found.append(after)
        if items == []:
            faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
        return tuple(found) or None

    return read


def _presupposed(
    word: str, classes: Mapping[str, SaidClass | ShownClass], at: At, faults: Faults, *, on_key: bool = False
) -> After | None:
    """What a name stands for: a class, a move, or an answer in a moment."""
    if (said := classes.get(word) or _MOVES.get(word)) is not None:
        return After(said)
    moment, slash, response = word.partition("/")
    if slash and moment and response:
        if not moment.startswith(BANK_PREFIX):
            faults.references.append(Reference(rules.UNKNOWN_MOMENT, moment, at, (0, len(moment))))
        return After(moment=moment, response=response)
    faults.unknown(rules.UNKNOWN_SAID, at, word, [*classes, *_MOVES], on_key=on_key, classes=", ".join(classes))
    return None


def _openings(node: Node, at: At, faults: Faults) -> tuple[tuple[After, str], ...] | None:
    if type(node) is not dict:
        note_not_keys(node, at, faults)
        return None
    found = []
    for key, child in node.items():
        after = _presupposed(key, _CLASSES_OR_SHOWN, (at, key), faults, on_key=True)
        sentence = _OPENING(child, (at, key), faults)
        if after is not None and sentence is not None:
            found.append((after, sentence))
    return tuple(found)


def _levels(node: Node, at: At, faults: Faults) -> tuple[int, ...] | None:
    items = items_of(node, at, faults, len(_LEVELS))
    found = []
    for i, item in enumerate(items or ()):
        if item in _LEVELS:
            found.append(int(str(item)))
        elif item is not None:
            faults.add(rules.NOT_WHOLE, (at, i), word=shown(str(item)), least=1, most=len(_LEVELS))
    if items == []:
        faults.add(rules.EMPTY, at, on_key=True, key=key_of(at))
    return tuple(sorted(set(found))) or None


def _pose(node: Node, at: At, faults: Faults) -> tuple[tuple[str, str], ...] | None:
    if type(node) is not dict:
        note_not_keys(node, at, faults)
        return None
    found = []
    for key, child in node.items():
        word = child.strip() if isinstance(child, str) else ""
        if key not in POSES:
            faults.unknown(rules.UNKNOWN_POSE, (at, key), key, list(POSES), on_key=True)
        elif word not in POSES[key]:
            faults.unknown(rules.UNKNOWN_POSE, (at, key), word, POSES[key])
        else:
            found.append((key, word))
    if "hands" in node and "holds" in node:
        faults.add(rules.HANDS_AND_HOLDS, (at, "hands"), on_key=True, thing=shown(str(node["holds"])))
    return tuple(sorted(found))


def _former_ids(node: Node, at: At, faults: Faults) -> tuple[str, ...] | None:
    found = []
    for i, item in enumerate(items_of(node, at, faults, _MOST) or ()):
        if isinstance(item, str) and is_id(item.strip()):
            found.append(item.strip())
        elif item is not None:
            faults.add(rules.BAD_ID, (at, i), word=shown(str(item)), most=LONGEST_ID)
    return tuple(found)


def tellings(by_id: Reader) -> Reader:
    """Reads what is said directly, or in wordings; gives the values of wordings by their ids."""
    say = scalar_reader(Prose())

    def read(node: Node, at: At, faults: Faults) -> Any:
        if type(node) is not dict:
            text = say(node, at, faults)
            return None if text is None else {FIRST_WORDING: {"patient": text}}
        if list(node) != ["wordings"]:
            faults.unknown(
                rules.UNKNOWN_KEY,
                (at, next(iter(node), "")),
                next(iter(node), ""),
                ["wordings"],
                on_key=True,
                thing="a goodbye",
            )
            return None
        return by_id(node["wordings"], (at, "wordings"), faults)

    return read


READERS: Final[dict[Kind, Callable[[Node, At, Faults], Any]]] = {
    JustSaidNames(): _after(_CLASSES),
    JustSaidNames(shown=True): _after(_CLASSES_OR_SHOWN),
    Openings(): _openings,
    Levels(): _levels,
    PoseParts(): _pose,
    OldIds(): _former_ids,
}
"""Readers by kind."""
