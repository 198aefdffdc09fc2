"""Makes an edit of an open file by what the author intends; it is accepted only if the file then reads as intended."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.messages.message import Message
from simulator.messages.sentences import editing as say
from simulator.scenario.diagnostics.diagnostic import Fix
from simulator.scenario.editing.intents import Add, Copy, Intent, Remove, Rename, SetValue
from simulator.scenario.editing.planning import planned
from simulator.scenario.editing.refusing import EditRefused
from simulator.scenario.editing.written import Written, same
from simulator.scenario.nodes import Path
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.source_text import Edit, shared_beginning


def make(document: OpenDocument, *intents: Intent) -> None:
    """Carry out some intents one after the other, all or none; raises ``EditRefused``."""
    before = document.source
    try:
        for intent in intents:
            _make(document, intent)
    except EditRefused:
        document.restore(before)
        raise


def _make(document: OpenDocument, intent: Intent) -> None:
    if isinstance(intent, Rename) and document.unread:
        raise EditRefused(say.MEND_FIRST(word=intent.old))
    plan = planned(document.written, document.reading.uses, intent)
    edits = [edit for edit in (trimmed(document.source.text, edit) for edit in plan.edits) if _changes(edit)]
    if edits:
        document.edit(*edits)
    if not same(document.written.root, plan.wanted):
        raise EditRefused(say.READS_OTHERWISE())


def trimmed(text: str, edit: Edit) -> Edit:
    """An edit without what it would put back as it was at its beginning and end."""
    old, new = text[edit.start : edit.end], edit.replacement
    first = shared_beginning(old, new)
    old, new = old[first:], new[first:]
    last = shared_beginning(old[::-1], new[::-1])
    return Edit(edit.start + first, edit.end - last, new[: len(new) - last])


def edits_of_fix(written: Written, fix: Fix) -> Edit:
    """The edit that a quick fix makes."""
    start, end = written.spans.positions.offsets(fix.span)
    return Edit(start, end, fix.replacement)


def name_of(intent: Intent) -> Message:
    """What a step is called where it is undone."""
    match intent:
        case SetValue(path, str(target)) if path[-1:] == ("then",):
            return say.CONNECTED(place=place_name(path[:-1]), target=target)
        case SetValue(path, _):
            return say.CHANGED(key=str(path[-1]) if path else "", place=place_name(path[:-1]))
        case Remove(path) if path[-1:] == ("then",):
            return say.DISCONNECTED(place=place_name(path[:-1]))
        case Remove(path):
            return say.TOOK_AWAY(place=place_name(path))
        case Add(path, _, _):
            return say.ADDED(place=place_name(path))
        case Copy(path, _):
            return say.COPIED(place=place_name(path))
        case Rename(_, old, _, _):
            return say.RENAMED(old=old)


def place_name(path: Path) -> Message | str:
    """What a place of a file is called in a sentence: its id, or the words for the scenario itself."""
    named = [str(step) for step in path if step not in ("moments", "responses", "wordings")]
    return " / ".join(named) if named else say.THE_SCENARIO()


def new_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that is free: the one that is wanted, or the same with a number, which counts on where it has one."""
    known = set(taken)
    if wanted not in known:
        return wanted
    stem, _, last = wanted.rpartition("-")
    name, number = (stem, int(last) + 1) if stem and last.isdecimal() else (wanted, 2)
    while f"{name}-{number}" in known:
        number += 1
    return f"{name}-{number}"


def _changes(edit: Edit) -> bool:
    return edit.end > edit.start or bool(edit.replacement)
