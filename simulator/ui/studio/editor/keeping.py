"""Makes what was entered in a field an edit of the text; there is nothing to press."""

from __future__ import annotations

from simulator.scenario.editing.intents import Remove, SetValue
from simulator.scenario.editing.written import Value
from simulator.scenario.nodes import Path
from simulator.services.moment_acts import another_move, set_flags
from simulator.ui.studio.editor.open_file import OpenFile


def enter(file: OpenFile, path: Path, value: Value, *, empty_is_an_answer: bool = False) -> bool:
    """Write a value; an empty one takes its key away. Says whether it was done."""
    if path[-1] == "move" and isinstance(value, str) and value:
        return file.make(*another_move(file.written, path[:-1], value), typed=True)
    if path[-1] == "sets" and value:
        return file.make(*set_flags(file.written, path, value), typed=True)
    if value != "" and (value != [] or empty_is_an_answer):
        return file.make(SetValue(path, value), typed=True)
    return not file.written.has(path) or file.make(Remove(path), typed=True)
