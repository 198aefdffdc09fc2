"""Handing in one earlier conversation: to whom, what they will see, and the file to give them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import handing_in as say
from simulator.services.handing_in import LONGEST_NAME, HandedOut
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.background import Background
from simulator.ui.data_care import DataCare
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.saving_files import AskWhere, Wanted, place_for, save_at
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import Card, column, in_the_middle, row, scrolling, to_top, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.handed_in_page import HandedInPage
    from simulator.services.practice import Practice
    from simulator.session.store import SessionHeader, StoredSession

_WIDEST = 860


class HandInPage(QWidget):
    """What is shown below the questions is read out of the very file that is saved, as the instructor's program reads it.

    ``ask_where`` asks for the file (nothing: not now).
    """

    closed = Signal()
    refused = Signal(str)
    announced = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor, care: DataCare, name: str) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._care = care
        self.ask_where: AskWhere = where_to_save
        self._header: SessionHeader | None = None
        self._stored: StoredSession | None = None
        self._made: HandedIn | None = None
        self._making: Background[tuple[HandedIn, HandedInPage]] = Background(self)
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=16, margins=(36, 24, 36, 24))
        self._title = text_label("", "title")
        box.addWidget(self._title)
        box.addWidget(text_label(look.say(say.LEAD()), "body"))
        box.addWidget(self._questions(name))
        self.preview_title = text_label("", "heading")
        box.addWidget(self.preview_title)
        self._worked_out = text_label("", "small")
        box.addWidget(self._worked_out)
        self.preview = DocumentView(look)
        box.addWidget(self.preview)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        outer = column(self, spacing=0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot())

    def show_session(self, header: SessionHeader) -> None:
        """Show what of a conversation would be handed in."""
        self._header, self._stored = header, None
        self._title.setText(self._look.say(say.TITLE(title=header.title)))
        self.told.setText("")
        self._begin_page()
        to_top(self._scroll)
        self.to.setFocus()
        id_ = SessionId(header.id)
        self._door.ask(self, lambda store: store.load(id_), self._loaded, self._refuse)

    def _questions(self, name: str) -> Card:
        look, card = self._look, Card()
        self.to, self.name = QLineEdit(), QLineEdit(name[:LONGEST_NAME])
        self.to.setPlaceholderText(look.say(say.TO_WHOM_EXAMPLE()))
        for field, words in ((self.to, say.TO_WHOM()), (self.name, say.NAME())):
            field.setMaxLength(LONGEST_NAME)
            field.setAccessibleName(look.say(words))
            card.body.addWidget(label_of(text_label(look.say(words), "body"), field))
            card.body.addWidget(field)
        self.group = QCheckBox(look.say(say.GROUP()))
        self.group.setAccessibleName(look.say(say.GROUP()))
        card.body.addWidget(self.group)
        self._group_help = text_label("", "small")
        card.body.addWidget(self._group_help)
        self.to.textChanged.connect(self._name_reader)
        self.name.editingFinished.connect(self._make)
        self.group.toggled.connect(self._make)
        return card

    def _foot(self) -> QHBoxLayout:
        look, foot = self._look, row(spacing=10)
        foot.setContentsMargins(36, 10, 36, 14)
        self.told = text_label("", "small")
        foot.addWidget(self.told, 1)
        self.back = Button(look.say(say.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        foot.addWidget(self.back)
        self.save = Button(look.say(say.SAVE()), "primary")
        self.save.clicked.connect(self._save)
        foot.addWidget(self.save)
        return foot

    @property
    def _reader(self) -> str | Message:
        """Whoever it is for, as they are called."""
        return self.to.text().strip() or say.YOUR_INSTRUCTOR()

    def _name_reader(self) -> None:
        self.preview_title.setText(self._look.say(say.PREVIEW(to=self._reader)))
        self._worked_out.setText(self._look.say(say.WORKED_OUT(to=self._reader)))
        self._group_help.setText(self._look.say(say.GROUP_HELP(to=self._reader)))

    def _begin_page(self) -> None:
        self._made = None
        self.save.setEnabled(False)
        self._name_reader()

    def _loaded(self, stored: StoredSession) -> None:
        self._stored = stored
        self._make()

    def _make(self) -> None:
        """Make the file anew, and the page out of it."""
        stored, group = self._stored, self.group.isChecked()
        if stored is None:
            return
        name = self.name.text().strip()
        if self._made is not None and (self._made.name, self._made.group) == (name, group):
            return
        self._begin_page()
        self.told.setText(self._look.say(say.MAKING()))
        self._making.ask(lambda: self._page(stored, name, group), self._show_page, self._not_made)

    def _page(self, stored: StoredSession, name: str, group: bool) -> tuple[HandedIn, HandedInPage]:
        from simulator.services.handed_in import hand_in, read_handed_in
        from simulator.services.handed_in_page import page_of

        key = self._care.signing_key(self._practice.trainee)
        found = read_handed_in(hand_in(stored, key, name=name, group=group))
        return found, page_of(found)

    def _show_page(self, made: tuple[HandedIn, HandedInPage]) -> None:
        self._made, page = made
        document = page.document()
        self.preview.show_blocks(document.blocks)
        self.told.setText("")
        self.save.setEnabled(True)
        tab_in_reading_order(self)

    def _save(self) -> None:
        made, header = self._made, self._header
        if made is None or header is None:
            return
        from simulator.handin.signed_file import SUFFIX

        wanted = Wanted(say.WHERE(), f"{header.scenario}{SUFFIX}", say.KIND(pattern=f"*{SUFFIX}"))
        path = place_for(wanted, self.ask_where, self, self._look)
        if path is None:
            return
        try:
            save_at(path, made.content)
        except ServiceError as refusal:
            self._tell(refusal.message)
            return
        self._note(made, path)

    def _note(self, made: HandedIn, path: Path) -> None:
        started, to = made.stored.started, self.to.text().strip()
        handed = HandedOut(started.title, started.day, to, made.group)
        self._door.change(
            self,
            lambda store: self._practice.note_handed_in(store, made.id, handed, made.content),
            lambda _done: self._saved(made, path),
            self._refuse,
            Topic.REMARKS,
        )

    def _saved(self, made: HandedIn, path: Path) -> None:
        from simulator.handin.signing import six_words

        self._tell(say.SAVED(path=str(path), to=self._reader, words=six_words(made.key)))

    def _tell(self, message: Message) -> None:
        words = self._look.say(message)
        self.told.setText(words)
        self.announced.emit(words)

    def _not_made(self, fault: Exception) -> None:
        if not isinstance(fault, ServiceError):
            raise fault
        self._refuse(fault)

    def _refuse(self, refusal: ServiceError) -> None:
        self.told.setText("")
        self.refused.emit(self._look.say(refusal.message))
