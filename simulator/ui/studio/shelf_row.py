"""One scenario on the shelf of the Studio, and the heading above the first of those that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from simulator.messages.sentences import studio as say
from simulator.messages.sentences import studio_editor as editing
from simulator.messages.sentences import studio_shelf as shelf
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.services.standings import STANDING_WORDS
from simulator.services.studio import StudioItem
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card as Surface
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import Paragraph, text_label

if TYPE_CHECKING:
    from simulator.messages.message import Message, Sentence
    from simulator.scenario.diagnostics.diagnostic import Diagnostic

READABLE: Final = 860
"""The width in pixels at which a paragraph of the shelf is wrapped, at 100 %."""

SHOW_FOUND: Final = (say.SHOW_FOUND, say.SHOW_FOUND_NAMED)
SHOW_FAULTS: Final = (say.SHOW_FAULTS, say.SHOW_FAULTS_NAMED)
CHECK: Final = (say.CHECK, say.CHECK_NAMED)


class ShelfRow(Surface):
    """One scenario: what it is and how it stands, a button to write in it, and a quiet one to check it."""

    chosen = Signal(StudioItem)
    edit_wanted = Signal(StudioItem)

    def __init__(self, item: StudioItem, look: Look, fault: Diagnostic | None = None) -> None:
        super().__init__(margin=18, spacing=0)
        self.item = item
        self._look = look
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(20)
        self.body.addLayout(self._box)
        file = look.say(say.FILE(path=str(item.card.root / item.card.path)))
        words = column(spacing=4)
        for label in (text_label(item.card.title, "heading"), text_label(self._facts(), "small-quiet")):
            label.setToolTip(file)
            words.addWidget(label)
        if item.card.about:
            words.addWidget(Paragraph(item.card.about, round(READABLE * look.scale)))
        state = self._state()
        if state is not None:
            words.addWidget(MarkedWord(look, state[0], look.say(state[1])))
        if fault is not None:
            told = editing.FIRST_FAULT(file=fault.span.file, line=str(fault.span.line), what=fault.message)
            words.addWidget(text_label(look.say(told), "small"))
        words.addStretch(1)
        self._box.addLayout(words, 1)
        self.aside = QWidget()
        aside = column(self.aside, spacing=6)
        edit = look.say((editing.EDIT_COPY if item.shipped else editing.EDIT)())
        named = look.say(editing.EDIT_IT(button=edit, title=item.card.title))
        self.edit_button = Button(edit, "plain", name=named, hint=file)
        self.edit_button.clicked.connect(lambda: self.edit_wanted.emit(item))
        aside.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        word, named_word = self._words()
        hint = look.say(say.CHECK_HINT()) if word is say.CHECK else ""
        name = look.say(named_word(title=item.card.title))
        self.check_button = Button(look.say(word()), "link", name=name, hint=hint)
        self.check_button.clicked.connect(lambda: self.chosen.emit(item))
        aside.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        aside.addStretch(1)
        self._box.addWidget(self.aside)

    def stack(self, stacked: bool) -> None:
        """Put the buttons below the words, or beside them."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _facts(self) -> str:
        """How it stands, whom it is with, how hard it is; where it lies only where it came from elsewhere."""
        card = self.item.card
        standing = STANDING_WORDS.get(self.item.standing)
        stands = (standing(),) if standing is not None and not self.item.brought else ()
        person = (say.WITH(name=card.patient_name),) if card.patient_name else ()
        level = () if card.problems else (say.DIFFICULTY(level=card.difficulty),)
        lies = (AS_WRITTEN(words=str(card.root / card.path)),) if self.item.brought else ()
        return " · ".join(map(self._look.say, (*stands, *person, *level, *lies)))

    def _words(self) -> tuple[Sentence, Sentence]:
        """What stands on the button that checks, and its name with the scenario's title."""
        if self.item.proof is not None:
            return SHOW_FOUND
        return SHOW_FAULTS if self.item.card.problems else CHECK

    def _state(self) -> tuple[Mark, Message] | None:
        """What is known of it; nothing before it was checked."""
        if self.item.card.problems:
            return Mark.ERROR, say.ERRORS(count=self.item.card.problems)
        if self.item.proof is None:
            return None
        warnings = len(self.item.proof.diagnostics)
        return (Mark.WARNING, say.CHECKED_WARNINGS(count=warnings)) if warnings else (Mark.CLEAN, say.CHECKED_CLEAN())


class ShelfHeading(QWidget):
    """What scenarios below it have in common."""

    def __init__(self, heading: Message, said: Message, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=2)
        box.setContentsMargins(0, 10, 0, 4)
        box.addWidget(text_label(look.say(heading), "heading"))
        box.addWidget(Paragraph(look.say(said), round(READABLE * look.scale), "quiet"))


class FirstRow(QWidget):
    """The first scenario of a part of the shelf, below the heading of that part."""

    def __init__(self, item: StudioItem, row: ShelfRow, look: Look) -> None:
        super().__init__()
        self.row = row
        box = column(self, spacing=8)
        box.addWidget(ShelfHeading(*_heading(item), look))
        box.addWidget(row, 1)


def part_of(item: StudioItem) -> Sentence:
    """The part of the shelf that a scenario stands in, as its heading."""
    if item.brought:
        return shelf.BROUGHT
    return shelf.SHIPPED if item.shipped else shelf.OWN


def _heading(item: StudioItem) -> tuple[Message, Message]:
    said = {shelf.BROUGHT: shelf.BROUGHT_SAID, shelf.SHIPPED: shelf.SHIPPED_SAID, shelf.OWN: shelf.OWN_SAID}
    part = part_of(item)
    return part(), said[part]()
