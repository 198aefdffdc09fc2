"""Shows in an empty field what is taken over from another person: in grey, until something is written."""

from __future__ import annotations

from simulator.messages.sentences import patient_desk as say
from simulator.scenario.nodes import Node
from simulator.ui.look import Look
from simulator.ui.studio.editor.field_making import Field
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField, LinesField


def show_taken(field: Field, node: Node, name: str, look: Look) -> str:
    """Show what another person has; gives the words, which are empty where nothing is taken over."""
    if not isinstance(node, str) or not isinstance(field, LinesField | LineField | ChoiceField):
        return ""
    word = node.strip()
    if isinstance(field, ChoiceField):
        known = field.findData(word)
        told = look.say(say.AS_ANOTHER(name=name, what=field.itemText(known) if known > 0 else word))
        field.setItemText(0, told)
        return told
    told = look.say(say.AS_ANOTHER(name=name, what=" ".join(word.split())))
    field.setPlaceholderText(told)
    return told
