"""What the form of a place is called."""

from __future__ import annotations

from simulator.messages.message import Message, Value
from simulator.messages.sentences import patient_desk
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.nodes import Path
from simulator.services.shared_files import PATIENT, REACTIONS
from simulator.ui.studio.editor.outline_rows import HEADINGS


def title_of(kind: str, place: Path) -> Message:
    """The heading over a form, in a file of a kind."""
    if place in HEADINGS:
        return HEADINGS[place]()
    match place:
        case ():
            alone = {PATIENT: patient_desk.THE_PERSON, REACTIONS: patient_desk.THE_GRAPH}
            return alone.get(kind, say.FORM_OF_SCENARIO)()
        case (*_, "responses", id_):
            return say.FORM_OF_RESPONSE(id=str(id_), moment=str(place[1]))
        case (*_, owner, "wordings", id_):
            return say.FORM_OF_WORDING(id=str(id_), owner=str(owner))
        case ("lines", state):
            return AS_WRITTEN(words=_called(str(state)))
        case ("goodbyes", id_):
            return patient_desk.FORM_OF_GOODBYE(id=str(id_))
        case ("moves", move):
            return AS_WRITTEN(words=_called(str(move)))
        case ("reactions", "change", move, state):
            return patient_desk.FORM_OF_DIFFERENCE(move=_called(str(move)), state=_called(str(state)))
        case _:
            return say.FORM_OF_MOMENT(id=str(place[-1]))


def _called(word: str) -> Value:
    label = LABELS.get(word)
    return label() if label else word
