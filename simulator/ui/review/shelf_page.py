"""All that was handed in: people in the order of the alphabet, and the conversations of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import assignments, corrections, exports, this_group, who_met_what
from simulator.messages.sentences import review as say
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.ui.look import Look
from simulator.ui.review.closer_links import Research
from simulator.ui.review.keeping_card import elsewhere_in_words
from simulator.ui.review.person_card import PersonCard
from simulator.ui.review.sample_visit import SampleOffer
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import clear, column, in_the_middle, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.messages.message import Message
    from simulator.storage.review_keeping import SavedFile

_WIDEST = 1_000


class ShelfPage(QWidget):
    """What was handed in; ``chosen`` tells which conversation is to be read."""

    chosen = Signal(object, object)
    """A person and a conversation of theirs."""
    scores_wanted = Signal(object, object)
    """What a conversation of a person showed."""
    files_wanted = Signal()
    folder_wanted = Signal()
    course_wanted = Signal(object)
    deleted = Signal(object)
    met_wanted = Signal()
    group_wanted = Signal()
    corrections_wanted = Signal()
    sample_wanted = Signal()
    reports_wanted = Signal()
    assignments_wanted = Signal()
    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[PersonCard] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        box.addWidget(text_label(look.say(say.TITLE()), "title"))
        self.told = text_label("", "body")
        box.addWidget(self.told)
        self.stop = Button(look.say(say.STOP()), "plain")
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()
        box.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_files = Button(look.say(say.OPEN_FILES()), "primary")
        self.open_files.clicked.connect(self.files_wanted)
        self.open_folder = Button(look.say(say.OPEN_FOLDER()), "plain")
        self.open_folder.clicked.connect(self.folder_wanted)
        self.met = Button(look.say(who_met_what.TITLE()), "plain")
        self.met.clicked.connect(self.met_wanted)
        self.group = Button(look.say(this_group.TITLE()), "plain")
        self.group.clicked.connect(self.group_wanted)
        self.corrections = Button(look.say(corrections.ALL_TITLE()), "plain")
        self.corrections.clicked.connect(self.corrections_wanted)
        self.reports = Button(look.say(exports.TITLE()), "plain")
        self.reports.clicked.connect(self.reports_wanted)
        self.assignments = Button(look.say(assignments.TITLE()), "plain")
        self.assignments.clicked.connect(self.assignments_wanted)
        for button in (self.met, self.group, self.corrections, self.reports):
            button.hide()
        ways = FlowLayout(spacing=10)
        ways.addWidget(self.open_files)
        ways.addWidget(self.open_folder)
        ways.addWidget(self.group)
        ways.addWidget(self.met)
        ways.addWidget(self.corrections)
        ways.addWidget(self.reports)
        ways.addWidget(self.assignments)
        box.addLayout(ways)
        self.research = Research(look)
        box.addWidget(self.research)
        self._elsewhere = column(spacing=4)
        box.addLayout(self._elsewhere)
        self._refused = column(spacing=4)
        box.addLayout(self._refused)
        self._people = column(spacing=12)
        box.addLayout(self._people)
        self.sample = SampleOffer(look)
        self.sample.wanted.connect(self.sample_wanted)
        self.sample.hide()
        box.addWidget(self.sample)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.REGION())))

    def show_reading(self, how_far: Message) -> None:
        """Say how far the reading is."""
        self.told.setText(self._look.say(how_far))

    def show_work(self, how_far: Message) -> None:
        """Say how far something is that can be stopped."""
        self.show_reading(how_far)
        self.stop.show()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show all that was handed in."""
        self.told.setText(self._look.say(_how_many(shelf)))
        self.stop.hide()
        self.sample.setVisible(not shelf.people)
        for button in (self.met, self.group, self.corrections, self.reports):
            button.setVisible(bool(shelf.people))
        self._list_refused(shelf.refused)
        clear(self._people)
        self.cards = [self._card(person) for person in shelf.people]
        tab_in_reading_order(self._inside)

    def show_elsewhere(self, files: Sequence[SavedFile]) -> None:
        """List files that were saved outside the data folder and may hold what was deleted just now."""
        clear(self._elsewhere)
        for line in elsewhere_in_words(files):
            self._elsewhere.addWidget(text_label(self._look.say(line), "small"))

    def _card(self, person: ReviewedPerson) -> PersonCard:
        card = PersonCard(person, self._look)
        card.chosen.connect(self.chosen)
        card.scores_wanted.connect(self.scores_wanted)
        card.course_wanted.connect(self.course_wanted)
        card.deleted.connect(self.deleted)
        self._people.addWidget(card)
        return card

    def _list_refused(self, refused: Sequence[tuple[object, Message]]) -> None:
        clear(self._refused)
        for path, why in refused:
            told = say.NOT_SHOWN(path=str(path), why=why)
            self._refused.addWidget(text_label(self._look.say(told), "small"))


def _how_many(shelf: Shelf) -> Message:
    count = sum(len(person.sessions) for person in shelf.people)
    if not count:
        return say.NOTHING_YET()
    return say.HOW_MANY(count=count, people=say.PEOPLE(count=len(shelf.people)))
