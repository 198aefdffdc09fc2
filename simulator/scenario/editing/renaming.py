"""Gives something another id wherever the file names it, and keeps the old one under ``formerly``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simulator.messages.sentences import editing as say
from simulator.scenario.editing.intents import Rename
from simulator.scenario.editing.places import column_of, in_braces, raw
from simulator.scenario.editing.refusing import EditRefused, Planned
from simulator.scenario.editing.splicing import added, renamed_key, replaced
from simulator.scenario.editing.values_as_text import text_as_written
from simulator.scenario.editing.written import Value, Written, with_value
from simulator.scenario.key_tables import FIRST_PATIENT_FORMAT, FIRST_SCENARIO_FORMAT
from simulator.scenario.nodes import Node, Path, path_of
from simulator.scenario.references import Named, Use
from simulator.scenario.source_text import Edit
from simulator.scenario.value_readers import is_id


def uses_of_name(uses: Iterable[Use], named: Named, name: str, owner: str = "") -> list[Use]:
    """Every place that names something, the one that makes it included."""
    return [one for one in uses if one.named is named and one.name == name and one.owner == owner]


def renamed(written: Written, uses: Sequence[Use], intent: Rename) -> Planned:
    """The edits that rename something; raises ``EditRefused`` where the new id cannot be had."""
    found = uses_of_name(uses, intent.named, intent.old, intent.owner)
    maker = next((one for one in found if one.makes), None)
    if maker is None:
        raise EditRefused(say.NOT_THERE(place=intent.old))
    path = path_of(maker.at)
    _look_at_new(written, uses, intent, path)
    texts: dict[Path, list[Use]] = {}
    keys: dict[Path, Use] = {}
    for use in found:
        at = path_of(use.at)
        if use.on_key:
            keys[at] = use
        else:
            texts.setdefault(at, []).append(use)
    edits = [
        edit for at, those in texts.items() for edit in _in_text(written, at, _text(written, at, those, intent.new))
    ]
    edits += [renamed_key(written, at, _key(use, at, intent.new)) for at, use in keys.items()]
    wanted = written.root
    for at, those in texts.items():
        wanted = with_value(wanted, at, _text(written, at, those, intent.new))
    if maker.on_key and not _first_form(written):
        former, edit = _formerly(written, path, intent)
        edits += edit
        wanted = with_value(wanted, (*path, "formerly"), former, next(reversed(written.keys(path)), None))
    for at in sorted(keys, key=len, reverse=True):
        wanted = _with_key(wanted, at, _key(keys[at], at, intent.new))
    return Planned(edits, wanted)


def _look_at_new(written: Written, uses: Iterable[Use], intent: Rename, path: Path) -> None:
    if not is_id(intent.new):
        raise EditRefused(say.IS_NO_ID(word=intent.new))
    taken = {one.name for one in uses if one.named is intent.named and one.owner == intent.owner and one.makes}
    for key, node in written.keys(path[:-1]).items():
        if key != intent.old and isinstance(node, dict):
            former = node.get("formerly")
            taken.update(one for one in (former if isinstance(former, list) else ()) if isinstance(one, str))
    if intent.new in taken:
        raise EditRefused(say.ID_TAKEN(word=intent.new))


def _first_form(written: Written) -> bool:
    return written.node(("format",)) in (FIRST_SCENARIO_FORMAT, FIRST_PATIENT_FORMAT)


def _text(written: Written, path: Path, uses: Iterable[Use], new: str) -> str:
    """A text with the new name in it."""
    node = written.node(path)
    text = node.strip() if isinstance(node, str) else ""
    for start, end in sorted((use.part or (0, len(text)) for use in uses), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _key(use: Use, path: Path, new: str) -> str:
    """A key with the new name in it: an id, or ``moment/response``."""
    moment, slash, response = str(path[-1]).partition("/")
    if not slash:
        return new
    return f"{new}/{response}" if use.named is Named.MOMENT else f"{moment}/{new}"


def _in_text(written: Written, path: Path, text: str) -> list[Edit]:
    start, end = written.offsets(path)[2:]
    flow = in_braces(written, path[:-1])
    return [Edit(start, end, text_as_written(text, column_of(written, path), flow=flow, like=raw(written, path)))]


def _formerly(written: Written, path: Path, intent: Rename) -> tuple[Value, list[Edit]]:
    """The ids that it had before, with the old one and without the new one, and the edits that write them."""
    at = (*path, "formerly")
    node = written.node(at)
    former: list[Value] = [one for one in node if isinstance(one, str)] if isinstance(node, list) else []
    new: Value = [one for one in former if one != intent.new] + [intent.old]
    if written.has(at):
        return new, replaced(written, at, new)
    if not written.keys(path):
        raise EditRefused(say.NO_GROUP(place=intent.old))
    return new, added(written, path, "formerly", new, next(reversed(written.keys(path))))


def _with_key(root: Node, path: Path, new: str) -> Node:
    """The nodes with another name for the key at a path."""
    step, rest = path[0], path[1:]
    if isinstance(root, list) and isinstance(step, int):
        return [_with_key(one, rest, new) if number == step else one for number, one in enumerate(root)]
    keys = root if isinstance(root, dict) else {}
    if rest:
        return {key: _with_key(one, rest, new) if key == step else one for key, one in keys.items()}
    return {new if key == step else key: one for key, one in keys.items()}
