"""Which fields a form has for a place of the file, by the language's tables of keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import Message, Value
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.families import FAMILIES
from simulator.messages.sentences.portraits import FACES
from simulator.messages.sentences.text import AS_WRITTEN, SIDE_BY_SIDE
from simulator.patient.state import Cause
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.editing.written import Written
from simulator.scenario.kind_at import kind_at, row_at, table_of
from simulator.scenario.legal_values import (
    ById,
    ByWord,
    CellText,
    Constant,
    Kind,
    Listing,
    MomentName,
    Need,
    Openings,
    PoseParts,
    Prose,
    Record,
    Row,
    Table,
    Tellings,
    Whole,
    Word,
    YesNo,
)
from simulator.scenario.nodes import Path
from simulator.scenario.portrait_names import Portrait
from simulator.scenario.poses import POSES
from simulator.services.cell_words import cell_words
from simulator.services.first_meeting import CAUSES

_MOVES: Final = frozenset(map(str, Move))
_SHORT: Final = 200
_FEW: Final = 6


@dataclass(frozen=True, slots=True)
class FormRow:
    """A key in a form: where it stands, what the language says of it, and how deep it is inside other keys."""

    path: Path
    key: str
    kind: Kind | None
    need: Need
    help: Message | None
    depth: int = 0

    @property
    def grouped(self) -> bool:
        """Whether it is the heading of the rows that follow."""
        return isinstance(self.kind, Record | Listing | PoseParts)


def rows_of(written: Written, place: Path) -> tuple[FormRow, ...]:
    """The rows of a form: keys that are there, and those that are needed or may be."""
    kind = kind_at(table_of(written.text), place)
    if isinstance(kind, Tellings) and not isinstance(written.node(place), dict):
        row = row_at(table_of(written.text), place)
        return (FormRow(place, row.key, Prose(), row.need, row.help),) if row else ()
    return tuple(_rows(written, place, kind.table, 0)) if isinstance(kind, Record) else ()


def further_rows(written: Written, place: Path) -> tuple[Row, ...]:
    """The keys that could be added to what a form shows."""
    kind = kind_at(table_of(written.text), place)
    if not isinstance(kind, Record):
        return ()
    have = written.keys(place)
    rows = kind.table.rows.values()
    return tuple(row for row in rows if row.key not in have and _optional(row) and not _is_elsewhere(row, place))


def _rows(written: Written, place: Path, table: Table, depth: int) -> Iterator[FormRow]:
    have = written.keys(place)
    for row in table.rows.values():
        path = (*place, row.key)
        if isinstance(row.kind, Tellings):
            if not isinstance(have.get(row.key), dict):
                yield FormRow(path, row.key, Prose(), row.need, row.help, depth)
            continue
        if _is_elsewhere(row, place) or (row.key not in have and _optional(row)):
            continue
        yield FormRow(path, row.key, row.kind, row.need, row.help, depth)
        match row.kind:
            case Record(inner):
                yield from _rows(written, path, inner, depth + 1)
            case Listing(inner):
                items = written.node(path)
                for number in range(len(items) if isinstance(items, list) else 0):
                    yield from _rows(written, (*path, number), inner, depth + 1)
            case PoseParts():
                yield from _pose_rows(path, depth + 1)
    for key in have:
        if key not in table.rows:
            yield FormRow((*place, key), key, None, Need.NO, None, depth)


def _is_elsewhere(row: Row, place: Path) -> bool:
    """Whether the tree has a place of its own for a key."""
    return isinstance(row.kind, ById | ByWord) or (not place and row.key == "goodbyes")


def empty_rows(row: FormRow) -> list[FormRow]:
    """The rows of a key that is not in the file yet."""
    match row.kind:
        case Record(table):
            inner = [
                FormRow((*row.path, r.key), r.key, r.kind, r.need, r.help, row.depth + 1) for r in table.rows.values()
            ]
            return [row, *inner]
        case PoseParts():
            return [row, *_pose_rows(row.path, row.depth + 1)]
        case _:
            return [row]


def with_added(rows: tuple[FormRow, ...], added: Sequence[FormRow]) -> tuple[FormRow, ...]:
    """The rows of a form with those that somebody asked for and has not filled in yet, each in its group."""
    found = list(rows)
    for row in added:
        if any(one.path == row.path for one in found):
            continue
        group = [n for n, one in enumerate(found) if row.depth and one.path[: len(row.path) - 1] == row.path[:-1]]
        found.insert(group[-1] + 1 if group else len(found), row)
    return tuple(found)


def _pose_rows(path: Path, depth: int) -> list[FormRow]:
    return [
        FormRow((*path, part), part, None, Need.NO, AS_WRITTEN(words=", ".join(words)), depth)
        for part, words in POSES.items()
    ]


def _optional(row: Row) -> bool:
    """Whether a key is only shown where it stands in the file."""
    return row.need is Need.NO


def choices_of(written: Written, row: FormRow) -> list[tuple[str, Value]] | None:
    """The words that a row chooses among, with what a person reads; nothing where something is written."""
    match row.kind:
        case None if row.path[-2:-1] == ("pose",):
            return [(word, word) for word in POSES.get(row.key, ())]
        case Word(_, words):
            return called(words)
        case YesNo():
            return [("true", say.YES()), ("false", say.NO())]
        case MomentName():
            return [(one, one) for one in written.keys(("moments",))]
        case Constant(word, older):
            return [(one, one) for one in (word, *older)]
        case Whole(least, most) if most - least < _FEW:
            return [(str(n), _quality(n) if row.key == "quality" else str(n)) for n in range(least, most + 1)]
        case _:
            return None


def is_long(row: FormRow) -> bool:
    """Whether a row holds a text of more than a few words."""
    return isinstance(row.kind, Prose) and row.kind.most > _SHORT


def is_read_only(row: FormRow) -> bool:
    """Whether a row is written in the text of the file only."""
    return isinstance(row.kind, Openings) or (row.kind is None and row.path[-2:-1] != ("pose",))


def meaning_of(row: FormRow, word: str) -> Message | None:
    """What a move or a quality means; nothing for other words."""
    if _is_move(row) and word in _MOVES:
        entry = MOVES[Move(word)]
        return say.MOVE_HELP(help=entry.help(), example=entry.example(), timing=entry.timing())
    if row.key == "quality" and word.isdecimal() and int(word) < len(OWN_CONTRIBUTION):
        return say.QUALITY_HELP(help=OWN_CONTRIBUTION[int(word)].help())
    return cell_words(word) if isinstance(row.kind, CellText) else None


def has_meaning(row: FormRow) -> bool:
    """Whether the words of a row are explained one by one."""
    return row.key == "quality" or _is_move(row) or isinstance(row.kind, CellText)


def _is_move(row: FormRow) -> bool:
    return isinstance(row.kind, Word) and row.kind.words == tuple(Move)


def called(words: Sequence[Code]) -> list[tuple[str, Value]]:
    """Words of the language, each with what a person reads for it."""
    several = any(isinstance(word, ReactionState) for word in words)
    return [(str(word), _called(word, among_states=several)) for word in words]


def _called(word: Code, *, among_states: bool) -> Message:
    """What a word of the language is called in forms, where it has a name that people use."""
    if isinstance(word, Cause):
        return CAUSES[str(word)]()
    if isinstance(word, Portrait):
        return FACES[str(word)]()
    if (label := LABELS.get(str(word))) is not None:
        return label()
    if isinstance(word, Family):
        family = FAMILIES[str(word)]()
        return say.ANY_OF_FAMILY(family=family) if among_states else family
    return AS_WRITTEN(words=str(word))


def _quality(number: int) -> Message:
    return SIDE_BY_SIDE(first=str(number), next=OWN_CONTRIBUTION[number].label())
