"""What came back of a conversation that was handed in, in one's own data: comments, corrections, and one's answers to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from simulator.handin.remarks_file import SUFFIX, SaidOf
from simulator.handin.signing import six_words
from simulator.messages.message import Day, Message
from simulator.messages.sentences import came_back as say
from simulator.services.came_back import LONGEST_ANSWER, CameBack, Corrected
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import RemarkId
from simulator.storage.handed_in_files import read_file
from simulator.ui.asking_for_files import where_to_save, which_files
from simulator.ui.data_care import DataCare
from simulator.ui.look import Look
from simulator.ui.saving_files import AskWhere, Wanted, save_where_wanted
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import bring_into_view, clear, column
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import selectable, text_label

_LINES = 3


class AnswerField(QWidget):
    """One correction with what was answered, and a field to answer it."""

    def __init__(self, corrected: Corrected, look: Look, keep: Callable[[RemarkId, str], None]) -> None:
        super().__init__()
        box = column(self, spacing=4)
        for line in (*corrected.says, *corrected.answers_in_words):
            box.addWidget(selectable(text_label(look.say(line), "small")))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(look.say(say.YOUR_ANSWER()))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + 24)
        box.addWidget(label_of(text_label(look.say(say.YOUR_ANSWER()), "small"), self.text))
        box.addWidget(self.text)
        self.keep = Button(look.say(say.KEEP()), "plain")
        self.keep.setEnabled(False)
        self.text.textChanged.connect(lambda: self.keep.setEnabled(bool(self.text.toPlainText().strip())))
        self.keep.clicked.connect(lambda: keep(corrected.id, self.text.toPlainText()[:LONGEST_ANSWER]))
        box.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)


class CameBackCard(QWidget):
    """A part of one's own data; ``ask_files`` and ``ask_where`` ask what to open and where to save (nothing: not now)."""

    def __init__(self, look: Look, door: StoreDoor, care: DataCare, person: PersonId) -> None:
        super().__init__()
        self._look, self._door, self._care, self._person = look, door, care, person
        self._shown: CameBack | None = None
        self.ask_files: Callable[[QWidget, str, str], tuple[Path, ...]] = which_files
        self.ask_where: AskWhere = where_to_save
        self.fields: list[AnswerField] = []
        box = column(self, spacing=8)
        self.open = Button(look.say(say.OPEN()), "plain")
        self.open.clicked.connect(self._open)
        box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._title = text_label("", "heading")
        self._from = text_label("", "small")
        for label in (self._title, self._from):
            label.hide()
            box.addWidget(label)
        self._said: QVBoxLayout = column(spacing=10)
        box.addLayout(self._said)
        self.save = Button(look.say(say.SAVE_ANSWERS()), "plain")
        self.save.clicked.connect(self._make_file)
        self.save.hide()
        box.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = text_label("", "small")
        self.told.hide()
        box.addWidget(self.told)

    def show_session(self, session: SessionId) -> None:
        """Show what came back of a conversation."""
        self._from.hide()
        self._ask(session)

    def _open(self) -> None:
        kind = self._look.say(say.KIND(pattern=f"*{SUFFIX}"))
        for path in self.ask_files(self, self._look.say(say.WHICH()), kind):
            try:
                self._take_back(read_file(path))
            except ServiceError as refusal:
                self._refuse(refusal)

    def _take_back(self, content: bytes) -> None:
        self._door.change(
            self,
            lambda store: self._care.take_back(store, self._person, content),
            self._taken_back,
            self._refuse,
            Topic.REMARKS,
        )

    def _taken_back(self, said: SaidOf) -> None:
        self._from.setText(self._look.say(say.FROM(name=said.name or say.SOMEBODY(), words=six_words(said.key))))
        self._from.show()
        self._ask(said.session)

    def _ask(self, session: SessionId) -> None:
        self._door.ask(self, lambda store: self._care.came_back(store, self._person, session), self._show, self._refuse)

    def _show(self, found: CameBack) -> None:
        self._shown = found
        self._title.setText(self._look.say(say.TITLE(title=found.title, day=Day(found.day))))
        self._title.show()
        self.told.hide()
        clear(self._said)
        self.fields = []
        first = say.AS_CODED_THEN() if found.corrections else None if found.comments else say.NOTHING()
        for line in ([first] if first else []) + list(found.comments):
            self._said.addWidget(selectable(text_label(self._look.say(line), "body")))
        for corrected in found.corrections:
            field = AnswerField(corrected, self._look, self._answer)
            self._said.addWidget(field)
            self.fields.append(field)
        self.save.setVisible(any(one.answers for one in found.corrections))
        tab_in_reading_order(self)
        # Once what was added has its place.
        QTimer.singleShot(0, self._title, lambda: bring_into_view(self._title))

    def _answer(self, correction: RemarkId, words: str) -> None:
        shown = self._shown
        if shown is None:
            return
        session = shown.session
        self._door.change(
            self,
            lambda store: self._care.answer(store, self._person, session, correction, words),
            self._answered,
            self._refuse,
            Topic.REMARKS,
        )

    def _answered(self, found: CameBack) -> None:
        self._show(found)
        self._tell(say.KEPT())
        self.save.setFocus()

    def _make_file(self) -> None:
        shown = self._shown
        if shown is not None:
            session = shown.session
            self._door.ask(
                self, lambda store: self._care.answers_file(store, self._person, session), self._save, self._refuse
            )

    def _save(self, content: bytes) -> None:
        wanted = Wanted(say.WHERE(), f"answers{SUFFIX}", say.KIND(pattern=f"*{SUFFIX}"))
        told = save_where_wanted(
            wanted, self.ask_where, self, self._look, lambda: content, lambda path: say.SAVED(path=str(path))
        )
        if told is not None:
            self._tell(told)

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()

    def _refuse(self, refusal: ServiceError) -> None:
        self._tell(refusal.message)
