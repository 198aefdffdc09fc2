"""Assignments of a trainee: one that was opened and may be accepted, those that were, and handing one in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from simulator.handin.assignment import SUFFIX, Assignment, read_assignment
from simulator.messages.message import Day, Message
from simulator.messages.sentences import assignments as say
from simulator.messages.sentences import handing_in
from simulator.services.accepted_assignments import Bundle, Held, bundle, held
from simulator.services.handing_in import LONGEST_NAME, HandedOut
from simulator.services.session_words import mode_in_words
from simulator.session.errors import ServiceError
from simulator.storage.assignment_files import accepted_by
from simulator.storage.handed_in_files import read_file
from simulator.ui.asking_for_files import which_files, which_folder
from simulator.ui.background import Background
from simulator.ui.data_care import DataCare
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.saving_files import save_at
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.titled import add_head

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.practice import Practice

_WIDEST: Final = 860


class OfferedCard(Card):
    """What an assignment asks, before anything of it is kept."""

    accepted = Signal()
    put_away = Signal()

    def __init__(self, asked: Assignment, titles: Callable[[str], str], look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        offered = say.OFFERED(by=asked.by, title=asked.title) if asked.by else say.OFFERED_NOBODY(title=asked.title)
        self.body.addWidget(text_label(look.say(offered), "heading"))
        for scenario in asked.scenarios:
            self.body.addWidget(text_label(f"·  {titles(scenario)}", "body"))
        told = [say.UNTIL(day=Day(asked.due), mode=mode_in_words(asked.mode)), say.SAME_FOR_ALL()]
        told += [say.UNDER_PSEUDONYM()] if asked.pseudonyms else []
        self.body.addWidget(text_label(" ".join(map(look.say, told)), "body"))
        self.body.addWidget(text_label(look.say(say.WHAT_THEY_SEE()), "small"))
        ways = FlowLayout(spacing=10)
        self.accept = Button(look.say(say.ACCEPT()), "primary")
        self.accept.clicked.connect(self.accepted)
        self.not_now = Button(look.say(say.NOT_NOW()), "quiet")
        self.not_now.clicked.connect(self.put_away)
        for button in (self.accept, self.not_now):
            ways.addWidget(button)
        self.body.addLayout(ways)


class AcceptedCard(Card):
    """An assignment with what of it was held."""

    begun = Signal(object, str)
    """An assignment, and the scenario of it that is to be begun."""
    handed_in = Signal(object)
    removed = Signal(object)

    def __init__(self, of: Held, titles: Callable[[str], str], look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        asked = of.assignment
        self.body.addWidget(text_label(asked.title, "heading"))
        until = say.UNTIL(day=Day(asked.due), mode=mode_in_words(asked.mode))
        self.body.addWidget(text_label(look.say(until), "small"))
        self.begin: dict[str, Button] = {}
        for scenario in asked.scenarios:
            line, title = row(spacing=12), titles(scenario)
            there = scenario in of.sessions
            told = say.HELD(scenario=title) if there else say.NOT_HELD(scenario=title)
            line.addWidget(text_label(look.say(told), "body"), 1)
            if not there:
                button = Button(look.say(say.BEGIN()), "plain", name=look.say(say.BEGIN_NAMED(scenario=title)))
                button.clicked.connect(lambda _on=False, name=scenario: self.begun.emit(asked, name))
                self.begin[scenario] = button
                line.addWidget(button)
            self.body.addLayout(line)
        ways = FlowLayout(spacing=10)
        self.hand_in = Button(look.say(say.HAND_IN()), "plain", name=look.say(say.HAND_IN_NAMED(title=asked.title)))
        self.hand_in.clicked.connect(lambda: self.handed_in.emit(of))
        self.remove = Button(look.say(say.REMOVE()), "link", name=look.say(say.REMOVE_NAMED(title=asked.title)))
        self.remove.clicked.connect(lambda: self.removed.emit(asked))
        for button in (self.hand_in, self.remove):
            ways.addWidget(button)
        self.body.addLayout(ways)


class HandInCard(Card):
    """Everything of an assignment as the instructor will see it, read out of the very files that are saved."""

    changed = Signal()
    saved = Signal()

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        self.name = QLineEdit(name[:LONGEST_NAME])
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(look.say(handing_in.NAME()))
        self.body.addWidget(label_of(text_label(look.say(handing_in.NAME()), "body"), self.name))
        self.body.addWidget(self.name)
        self.group = QCheckBox(look.say(handing_in.GROUP()))
        self.group.setAccessibleName(look.say(handing_in.GROUP()))
        self.body.addWidget(self.group)
        self.name.editingFinished.connect(self.changed)
        self.group.toggled.connect(self.changed)
        self.save = Button(look.say(say.SAVE()), "primary")
        self.save.setEnabled(False)
        self.save.clicked.connect(self.saved)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = text_label("", "body")
        self.body.addWidget(self.told)
        self.body.addWidget(text_label(look.say(say.PREVIEW()), "heading"))
        self.preview = DocumentView(look)
        self.body.addWidget(self.preview)


class AssignmentsPage(QWidget):
    """``ask_file`` and ``ask_folder`` ask what to open and where to save."""

    begun = Signal(object, str)
    """An assignment, and the scenario of it that is to be begun."""
    closed = Signal()
    refused = Signal(str)
    announced = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor, care: DataCare, name: str) -> None:
        super().__init__()
        self._look, self._practice, self._door, self._care, self._name = look, practice, door, care, name
        self._files = accepted_by(care.folder, practice.trainee)
        self._titles: dict[str, str] = {}
        self._making: Background[Bundle] = Background(self)
        self._bundle: Bundle | None = None
        self.ask_file: Callable[[QWidget, str, str], tuple[Path, ...]] = which_files
        self.ask_folder: Callable[[QWidget, str], Path | None] = which_folder
        self.offered: OfferedCard | None = None
        self.hand_in: HandInCard | None = None
        self.cards: list[AcceptedCard] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=16)
        self.back = add_head(box, look.say(say.TITLE()), look.say(handing_in.BACK()))
        self.back.clicked.connect(self.closed)
        box.addWidget(text_label(look.say(say.LEAD()), "body"))
        self.open = Button(look.say(say.OPEN()), "plain")
        self.open.clicked.connect(self._ask_file)
        box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._offer_box, self._list, self._hand_in_box = column(), column(spacing=12), column()
        for part in (self._offer_box, self._list, self._hand_in_box):
            box.addLayout(part)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.TITLE())))

    def show_all(self) -> None:
        """Show what was accepted, read anew."""
        self._titles = {item.card.id: item.card.title for item in self._practice.shelf().items}
        clear(self._offer_box)
        clear(self._hand_in_box)
        self.offered = self.hand_in = None
        try:
            kept = self._files.all()
        except ServiceError as refusal:
            self._refuse(refusal)
            kept = ()
        person = self._practice.trainee
        self._door.ask(self, lambda store: held(store, person, kept), self._show_held, self._refuse)

    def open_path(self, path: Path) -> None:
        """Show what a file asks; nothing is kept yet."""
        self.show_all()
        try:
            asked = read_assignment(read_file(path))
        except ServiceError as refusal:
            self._refuse(refusal)
            return
        card = self.offered = OfferedCard(asked, self._title, self._look)
        card.accepted.connect(lambda: self._keep(asked))
        card.put_away.connect(self.show_all)
        self._offer_box.addWidget(card)
        tab_in_reading_order(self._inside)
        card.accept.setFocus()

    def _title(self, scenario: str) -> str:
        return self._titles.get(scenario, scenario)

    def _ask_file(self) -> None:
        kind = self._look.say(say.KIND(pattern=f"*{SUFFIX}"))
        for path in self.ask_file(self, self._look.say(say.WHICH()), kind)[:1]:
            self.open_path(path)

    def _keep(self, asked: Assignment) -> None:
        self._try(lambda: self._files.keep(asked))
        self.show_all()

    def _remove(self, asked: Assignment) -> None:
        self._try(lambda: self._files.drop(asked))
        self.show_all()

    def _show_held(self, found: Sequence[Held]) -> None:
        clear(self._list)
        self.cards = [self._card(one) for one in found]
        if not found:
            self._list.addWidget(text_label(self._look.say(say.NONE()), "quiet"))
        tab_in_reading_order(self._inside)

    def _card(self, of: Held) -> AcceptedCard:
        card = AcceptedCard(of, self._title, self._look)
        card.hand_in.setVisible(bool(of.sessions))
        card.begun.connect(self.begun)
        card.handed_in.connect(self._begin_hand_in)
        card.removed.connect(self._remove)
        self._list.addWidget(card)
        return card

    # Handing in.

    def _begin_hand_in(self, of: Held) -> None:
        clear(self._hand_in_box)
        card = self.hand_in = HandInCard("" if of.assignment.pseudonyms else self._name, self._look)
        card.changed.connect(lambda: self._make(of))
        card.saved.connect(lambda: self._save(of))
        self._hand_in_box.addWidget(card)
        tab_in_reading_order(self._inside)
        card.name.setFocus()
        self._make(of)

    def _make(self, of: Held) -> None:
        card = self.hand_in
        if card is None:
            return
        self._bundle = None
        card.save.setEnabled(False)
        name, group = card.name.text().strip(), card.group.isChecked()
        if name:
            self._making.ask(lambda: self._made(of, name, group), self._show_made, self._not_made)

    def _made(self, of: Held, name: str, group: bool) -> Bundle:
        return bundle(of, self._care.signing_key(self._practice.trainee), name=name, group=group)

    def _show_made(self, made: Bundle) -> None:
        from simulator.services.handed_in_page import page_of

        self._bundle = made
        if self.hand_in is None:
            return
        pages = (page_of(found).document() for found in made.sessions)
        self.hand_in.preview.show_blocks([block for page in pages for block in page.blocks])
        self.hand_in.save.setEnabled(True)

    def _save(self, of: Held) -> None:
        made, card = self._bundle, self.hand_in
        if made is None or card is None:
            return
        folder = self.ask_folder(self, self._look.say(say.WHERE()))
        if folder is None:
            return
        try:
            for name, content in made.files("assignment").items():
                save_at(folder / name, content)
        except ServiceError as refusal:
            self._tell(refusal.message)
            return
        for found in made.sessions:
            self._note(found, of.assignment.by)
        from simulator.handin.signing import six_words

        words = six_words(made.sessions[0].key)
        self._tell(say.SAVED(count=len(made.sessions), folder=str(folder), words=words))

    def _note(self, found: HandedIn, to: str) -> None:
        """Keep to whom a conversation was handed in."""
        started = found.stored.started
        handed = HandedOut(started.title, started.day, to, found.group)
        self._door.change(
            self,
            lambda store: self._practice.note_handed_in(store, found.id, handed, found.content),
            lambda _done: None,
            self._refuse,
            Topic.REMARKS,
        )

    def _tell(self, message: Message) -> None:
        if self.hand_in is not None:
            words = self._look.say(message)
            self.hand_in.told.setText(words)
            self.announced.emit(words)

    def _not_made(self, fault: Exception) -> None:
        if not isinstance(fault, ServiceError):
            raise fault
        self._refuse(fault)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ServiceError as refusal:
            self._refuse(refusal)

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))
