"""What is written at a place and shown only once more is wanted, told in words, with a way to it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Listed, Message
from simulator.messages.sentences import first_evening as say
from simulator.messages.sentences.key_labels import label_of_key
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Node, Path
from simulator.ui.look import Look
from simulator.ui.studio.editor.condition_told import condition_told
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label

_WHEN: Final = "when"
_SETS: Final = "sets"
_OF_THE_FILE: Final = frozenset({"format"})
"""Keys that say nothing to anybody but the program."""

_TOLD_ELSEWHERE: Final = frozenset({"flags"})
"""What can be remembered stands above the form, with where it is set and asked for."""


class LeftOut(QWidget):
    """A line with a button for a condition and for flags, and one line for all others."""

    change_wanted = Signal(tuple)
    """Somebody wants to see the field of something, by its path."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._box = column(self, spacing=4)

    def show_left_out(self, written: Written, place: Path, keys: Collection[str]) -> None:
        """Tell which of some keys are written at a place."""
        clear(self._box)
        here = [key for key in written.keys(place) if key in keys and key not in _OF_THE_FILE | _TOLD_ELSEWHERE]
        others = []
        for key in here:
            told = _told(place, key, written.node((*place, key)))
            if told is None:
                others.append(label_of_key(key, None) or key)
            else:
                self._add(self._look.say(told), (*place, key))
        if others:
            words = self._look.say(say.UNDER_MORE(keys=Listed(tuple(others))))
            self._box.addWidget(text_label(words, "small-quiet"))
        self.setVisible(bool(here))

    def _add(self, words: str, path: Path) -> None:
        self._box.addWidget(text_label(words, "body"))
        button = Button(self._look.say(say.CHANGE_IT()), "link", name=self._look.say(say.CHANGE_NAMED(what=words)))
        button.clicked.connect(lambda: self.change_wanted.emit(path))
        self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _told(place: Path, key: str, node: Node) -> Message | None:
    """What a condition asks, or what an answer sets; nothing for other keys."""
    if key == _WHEN and isinstance(node, str):
        sentence = say.OFFERED_ONLY_IF if "responses" in place else say.COMES_ONLY_IF
        return sentence(what=condition_told(node))
    if key == _SETS:
        flags = [one.strip() for one in (node if isinstance(node, list) else [node]) if isinstance(one, str)]
        return say.SETS(flags=Listed(tuple(say.A_FLAG(name=one) for one in flags))) if flags else None
    return None
