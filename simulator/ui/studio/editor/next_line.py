"""Where the next line of a patient is written: always the same fields in the same order, and Return leads through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from simulator.alliance.markers import MARKERS, Marker
from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.scenario.document import LEAVING
from simulator.services.about_lines import Wanted
from simulator.services.line_bench import NextWords
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import bring_into_view, clear, column, row
from simulator.ui.widgets.text import text_label


class NextLine(QWidget):
    """A line, Return, what is thought with it, Return: then both are handed over as one, and the fields are empty again."""

    written = Signal(NextWords)
    announced = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = ""
        self._box = column(self, spacing=6)
        self._says_label, self.says = self._field()
        self._thinks_label, self.thinks = self._field()
        self.when = ChoiceField([("", look.say(say.ANY_OCCASION())), (str(LEAVING), look.say(say.BEFORE_GOING()))])
        self.when.setAccessibleName(look.say(say.WHEN()))
        self._when_label = text_label(look.say(say.WHEN()), "small-quiet")
        self._when_label.setBuddy(self.when)
        self._box.addWidget(self._when_label)
        self._box.addWidget(self.when)
        self._sign_label = text_label(look.say(say.SIGN()), "small-quiet")
        self._box.addWidget(self._sign_label)
        self._sign_box = column(spacing=2)
        self._box.addLayout(self._sign_box)
        self.sign: ChoiceField | None = None
        self.add_button = Button(look.say(say.ADD_LINE()))
        self.hint = text_label("", "small")
        across = row(spacing=10)
        across.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.hint, 1)
        self._box.addLayout(across)
        self._seen_label, self.seen = self._field()
        self.says.returnPressed.connect(self.thinks.setFocus)
        self.thinks.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.seen.returnPressed.connect(self._hand_over_seen)
        for field in (self.says, self.thinks):
            field.textEdited.connect(self._forget)

    def show_name(self, name: str) -> None:
        """Say whose line it is."""
        self._name = name
        for label, field, sentence in (
            (self._says_label, self.says, say.SAYS(name=name)),
            (self._thinks_label, self.thinks, say.THINKS(name=name)),
            (self._seen_label, self.seen, say.SEEN()),
        ):
            words = self._look.say(sentence)
            label.setText(words)
            field.setAccessibleName(words)

    def offer(self, signs: Sequence[Marker], usual: Marker | None, *, leaves: bool) -> None:
        """Offer the signs of strain that a line can be, and whether it is said before going; only what can be is asked."""
        clear(self._sign_box)
        self._forget()
        self.when.setCurrentIndex(0)
        self.when.setVisible(leaves)
        self._when_label.setVisible(leaves)
        self.sign = None
        self._sign_label.setVisible(bool(signs))
        if signs:
            self.sign = ChoiceField([(str(one), self._look.say(MARKERS[one].label())) for one in signs])
            self.sign.setAccessibleName(self._look.say(say.SIGN()))
            self.sign.setCurrentIndex(max(0, self.sign.findData(str(usual))))
            self._sign_box.addWidget(self.sign)

    def begin(self, words: str = "") -> None:
        """Go to the line, with what was typed on the way there."""
        self.says.setFocus()
        self.says.insert(words)

    def begin_with(self, wanted: Wanted) -> None:
        """Go to the field in which what is wanted is written."""
        self.when.setCurrentIndex(int(wanted is Wanted.GOING))
        (self.seen if wanted is Wanted.SEEN else self.says).setFocus()

    def settle(self) -> None:
        """Hand over what stands in the fields, whole or not: nothing is lost when somebody goes elsewhere."""
        if _words(self.says) or _words(self.thinks):
            self._hand_over_line()
        if _words(self.seen):
            self._hand_over_seen()

    def take_back(self, words: NextWords) -> None:
        """Show again what could not be written."""
        for field, held in ((self.says, words.says), (self.thinks, words.thinks), (self.seen, words.seen)):
            if held:
                field.setText(held)

    def tell(self, words: str) -> None:
        """Say what came of the words, until others are written."""
        self.hint.setText(words)
        self.announced.emit(words)

    def _add(self) -> None:
        """Hand over a line with its thought; go to the field that is still empty."""
        for field, lacking in ((self.says, say.LINE_FIRST), (self.thinks, say.THOUGHT_TOO)):
            if not _words(field):
                self._ask_for(field, lacking(name=self._name))
                return
        self._hand_over_line()
        self.says.setFocus()

    def _ask_for(self, field: QLineEdit, lacking: Message) -> None:
        """Say in the empty field itself what belongs there, once the other holds something."""
        self._forget()
        if _words(self.says) or _words(self.thinks):
            words = self._look.say(lacking)
            field.setPlaceholderText(words)
            self.announced.emit(words)
        field.setFocus()

    def _forget(self) -> None:
        self.hint.clear()
        for field in (self.says, self.thinks):
            field.setPlaceholderText("")

    def _hand_over_line(self) -> None:
        sign = Marker(str(self.sign.currentData())) if self.sign is not None else None
        words = NextWords(_words(self.says), _words(self.thinks), sign=sign, leaving=bool(self.when.currentData()))
        # Setting the words and not clearing them: a key that undoes would bring them back beside the line that is written.
        self.says.setText("")
        self.thinks.setText("")
        self.when.setCurrentIndex(0)
        self._forget()
        self.written.emit(words)

    def _hand_over_seen(self) -> None:
        sign = Marker(str(self.sign.currentData())) if self.sign is not None else None
        words = NextWords(seen=_words(self.seen), sign=sign)
        self.seen.setText("")
        if words.seen:
            self.written.emit(words)

    def _field(self) -> tuple[QLabel, QLineEdit]:
        field = _WordsField()
        label = text_label("", "small-quiet")
        label.setBuddy(field)
        self._box.addWidget(label)
        self._box.addWidget(field)
        return label, field


class _WordsField(QLineEdit):
    """Undoes what is being typed in it; where nothing is, undo and redo are the page's."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here from the list of states, too, sees where they write."""
        super().focusInEvent(event)
        bring_into_view(self)

    def event(self, event: QEvent) -> bool:
        """Leave to the page what cannot be undone here."""
        if isinstance(event, QKeyEvent) and self._is_for_page(event):
            event.ignore()
            return True
        return super().event(event)

    def _is_for_page(self, event: QKeyEvent) -> bool:
        undoes, redoes = (event.matches(one) for one in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
        return (undoes and not self.isUndoAvailable()) or (redoes and not self.isRedoAvailable())


def _words(field: QLineEdit) -> str:
    return " ".join(field.text().split())
