"""How a sentence of a conversation stands on a page: who, what was seen, what was said."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout

from simulator.messages.sentences import another_try as say
from simulator.ui.look import Look
from simulator.ui.widgets.text import selectable, text_label


def add_patient(
    box: QVBoxLayout, look: Look, name: str, says: str, shows: Iterable[str], *, quiet: bool = False
) -> None:
    """What the patient showed and said, below the name."""
    signs = ", ".join(shows)
    box.addWidget(text_label(name.upper(), "small"))
    if signs:
        box.addWidget(text_label(look.say(say.SHOWS(signs=signs)), "quiet"))
    if says:
        box.addWidget(selectable(text_label(says, "body" if quiet else "speech")))
    elif not signs:
        box.addWidget(text_label(look.say(say.PATIENT_SILENT(name=name)), "quiet"))


def add_you(box: QVBoxLayout, look: Look, words: str, *, quiet: bool = False) -> None:
    """What the trainee said, or that they stayed silent."""
    box.addWidget(text_label(look.say(say.YOU()).upper(), "small"))
    if words:
        box.addWidget(selectable(text_label(words, "body" if quiet else "speech")))
    else:
        box.addWidget(text_label(look.say(say.STAYED_SILENT()), "quiet"))
