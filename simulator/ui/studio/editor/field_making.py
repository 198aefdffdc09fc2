"""Makes the field in which a key of the language is written or chosen, by the kind of value that it holds."""

from __future__ import annotations

from typing import Final, TypeAlias

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
from simulator.services.moment_acts import flags_of
from simulator.ui.look import Look
from simulator.ui.studio.editor.choices_field import ChoicesField
from simulator.ui.studio.editor.condition_field import ConditionField
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField, LinesField
from simulator.ui.studio.editor.form_rows import FormRow, called, choices_of, is_long

Field: TypeAlias = "LinesField | LineField | ChoiceField | ChoicesField | ConditionField"
MOST_FLAGS: Final = 4


def field_of(row: FormRow, written: Written, look: Look) -> Field:
    """The field of a row."""
    choices = choices_of(written, row)
    if choices is not None:
        return ChoiceField([("", look.say(say.NOT_SET())), *((word, look.words.value(told)) for word, told in choices)])
    if isinstance(row.kind, Phrases):
        return LinesField(several=True)
    if is_long(row):
        return LinesField()
    if isinstance(row.kind, When):
        return ConditionField(look, list(written.keys(("moments",))), flags_of(written))
    nothing = ("", look.say(say.NOT_SET()))
    if isinstance(row.kind, Words):
        words = [(word, look.words.value(told)) for word, told in called(row.kind.words)]
        return ChoicesField([nothing, *words], row.kind.most)
    if isinstance(row.kind, FlagNames):
        return ChoicesField([nothing, *((flag, flag) for flag in flags_of(written))], MOST_FLAGS, names=True)
    several = isinstance(row.kind, NewFlags | OldIds | JustSaidNames | Levels)
    return LineField(several=several, listed=isinstance(row.kind, NewFlags | OldIds | Levels))
