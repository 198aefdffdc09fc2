"""Over the patient's line of a moment: in which state it is said, and on which condition it comes."""

from __future__ import annotations

from simulator.messages.message import Message, Value
from simulator.messages.sentences import moment_page as say
from simulator.messages.sentences.families import FAMILIES
from simulator.scenario.editing.condition_rows import lines_of
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Path
from simulator.ui.studio.editor.condition_told import condition_told

_OF_A_MOMENT = 3


def is_line(path: Path) -> bool:
    """Whether this is where a moment of the scenario says what the patient says."""
    return len(path) == _OF_A_MOMENT and path[0] == "moments" and path[-1] == "patient"


def line_label(called: Value, written: Written, path: Path) -> Message | None:
    """What the field of the line is called, by what its moment says of itself now; nothing where it says nothing."""
    moment = written.keys(path[:-1])
    reaction, when = moment.get("reaction"), moment.get("when")
    word = reaction.strip() if isinstance(reaction, str) else ""
    known = LABELS.get(word) or FAMILIES.get(word)
    if known is None:
        return None
    if isinstance(when, str) and when.strip():
        if len(lines_of(when) or ()) == 1:
            return say.LINE_IN_ONLY_IF(what=called, state=known(), condition=condition_told(when))
        return say.LINE_IN_ON_CONDITION(what=called, state=known())
    return say.LINE_IN(what=called, state=known())
