"""Every correction: sentences for everybody who said them, and ratings in one conversation, each with who, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.messages.message import Day, Message
from simulator.messages.sentences import corrections as say
from simulator.messages.sentences import review
from simulator.reports.document import Text
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.all_corrections import AllCorrections, RatedByHand
from simulator.services.correction_remarks import CodeCorrection
from simulator.services.correction_words import RATING_STATES, STATES, from_to, rated_by, said_of
from simulator.ui.look import Look
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import selectable, text_label
from simulator.ui.widgets.titled import add_head

_WIDEST = 860


class CorrectionsPage(ReturnPage):
    """``chosen`` gives the sentence that somebody wants to look at, ``rating_chosen`` the rating (``RatedByHand``)."""

    chosen = Signal(object)
    rating_chosen = Signal(object)
    closed = Signal()
    anew_wanted = Signal()
    """To be read anew, and shown then."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: list[Button] = []
        self.rating_buttons: list[Button] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        self.back = add_head(box, look.say(say.ALL_TITLE()), look.say(review.BACK()))
        self.back.clicked.connect(self.closed)
        self.told = text_label("", "body")
        box.addWidget(self.told)
        self._sentences, self._sentence_cards = _part(look.say(say.SENTENCES()), look.say(say.SENTENCES_LEAD()))
        self._ratings, self._rating_cards = _part(look.say(say.RATINGS()), look.say(say.RATINGS_LEAD()))
        box.addWidget(self._sentences)
        box.addWidget(self._ratings)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.ALL_TITLE())))

    @property
    def way_back(self) -> Message:
        """From what was opened here."""
        return say.BACK_TO_ALL()

    def come_back(self, show: Callable[[QWidget], object]) -> None:  # noqa: ARG002 it is shown once it was read
        """Somebody may have corrected something meanwhile, so it is read anew."""
        self.anew_wanted.emit()

    def show_corrections(self, found: AllCorrections) -> None:
        """Show all corrections; what is empty is left out."""
        some = found.sentences or found.ratings
        self.told.setText(self._look.say(say.ALL_WAIT(count=found.waiting) if some else say.ALL_NONE()))
        self._sentences.setVisible(bool(found.sentences))
        self._ratings.setVisible(bool(found.ratings))
        clear(self._sentence_cards)
        clear(self._rating_cards)
        self.buttons, self.rating_buttons = [], []
        for one in found.sentences:
            self._sentence_cards.addWidget(self._sentence(one))
        for rated in found.ratings:
            self._rating_cards.addWidget(self._rating(rated))
        tab_in_reading_order(self._inside)
        self.back.setFocus()

    def _sentence(self, one: CodeCorrection) -> Card:
        told = (say.IN_TITLE(title=one.sentence.title), from_to(one), *said_of(one))
        card = self._card(one.sentence.words, STATES[one.state](), told)
        button = self._link(card, say.LOOK(), say.LOOK_NAMED(words=one.sentence.words))
        button.clicked.connect(lambda: self.chosen.emit(one.sentence))
        self.buttons.append(button)
        return card

    def _rating(self, one: RatedByHand) -> Card:
        started, label = one.found.stored.started, COMPETENCIES[one.rating.competency].label()
        where = say.RATING_OF(name=one.person.name, title=started.title, day=Day(started.day), competency=label)
        card = self._card(self._look.say(where), RATING_STATES[one.rating.state](), rated_by(one.rating))
        button = self._link(card, say.LOOK_RATING(), say.LOOK_RATING_NAMED(where=where))
        button.clicked.connect(lambda: self.rating_chosen.emit(one))
        self.rating_buttons.append(button)
        return card

    def _card(self, title: str, state: Message, told: Iterable[Text]) -> Card:
        card = Card(margin=18, spacing=8)
        head = row(spacing=10)
        head.addWidget(selectable(text_label(title, "body")), 1)
        head.addWidget(text_label(self._look.say(state), "quiet", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        for line in told:
            card.body.addWidget(selectable(text_label(self._look.words.value(line), "small")))
        return card

    def _link(self, card: Card, words: Message, named: Message) -> Button:
        button = Button(self._look.say(words), "link", name=self._look.say(named))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def _part(title: str, lead: str) -> tuple[QWidget, QVBoxLayout]:
    """A part of the page under a heading of its own, and the column for its cards."""
    part = QWidget()
    box = column(part, spacing=8)
    box.addWidget(text_label(title, "heading"))
    box.addWidget(text_label(lead, "quiet"))
    cards = column(spacing=12)
    box.addLayout(cards)
    return part, cards
