"""Makes the field in which a key of the language is written or chosen, by the kind of value that it holds."""

from __future__ import annotations

from typing import TypeAlias

from simulator.messages.sentences import studio_editor as say
from simulator.scenario.editing.written import Written
from simulator.scenario.legal_values import (
    FlagNames,
    JustSaidNames,
    Levels,
    NewFlags,
    OldIds,
    Phrases,
    When,
    Words,
)
from simulator.ui.look import Look
from simulator.ui.studio.editor.condition_field import ConditionField
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField, LinesField
from simulator.ui.studio.editor.form_rows import FormRow, choices_of, is_long

Field: TypeAlias = "LinesField | LineField | ChoiceField | ConditionField"


def field_of(row: FormRow, written: Written, look: Look, unset: str = "") -> Field:
    """The field of a row; ``unset`` is what a choice says where nothing is chosen."""
    choices = choices_of(written, row)
    if choices is not None:
        nothing = ("", unset or look.say(say.NOT_SET()))
        return ChoiceField([nothing, *((word, look.words.value(told)) for word, told in choices)])
    if isinstance(row.kind, Phrases):
        return LinesField(several=True)
    if is_long(row):
        return LinesField()
    if isinstance(row.kind, When):
        flags = written.node(("flags",))
        named = [one for one in flags if isinstance(one, str)] if isinstance(flags, list) else []
        return ConditionField(look, list(written.keys(("moments",))), named)
    several = isinstance(row.kind, Words | FlagNames | NewFlags | OldIds | JustSaidNames | Levels)
    return LineField(several=several, listed=isinstance(row.kind, NewFlags | OldIds | Levels))
