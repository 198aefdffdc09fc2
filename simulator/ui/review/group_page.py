"""One page for the next meeting of this group, each part of which can be exchanged, left out or kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import review
from simulator.messages.sentences import this_group as say
from simulator.services.group_period import periods
from simulator.services.this_group import TITLES, GroupPlan, Proposal, with_count
from simulator.ui.document_export import DocumentExport
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.review.closer_links import LOOK_CLOSER, CloserLinks, Research
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.review.said_fold import SaidFold
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.flow import Flow, FlowLayout
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import (
    Card,
    bring_into_view,
    clear,
    column,
    in_the_middle,
    row,
    scrolling,
    with_larger_text,
)
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.reports.document import Document
    from simulator.services.review_shelf import ReviewedPerson

_WIDEST = 860


class ProposalCard(Card):
    """One proposal with what can be done about it."""

    exchanged = Signal(str)
    dropped = Signal(str)
    pinned = Signal(str)
    shown = Signal(object)
    """The replay that is to be shown to the group."""
    sentence_wanted = Signal(object)
    """What a sentence is that was said there (``SaidThere``), for everybody who said it."""

    def __init__(self, proposal: Proposal, look: Look) -> None:
        super().__init__(margin=18, spacing=10)
        self.proposal = proposal
        self._look = look
        self.body.addWidget(text_label(look.say(TITLES[proposal.part]()), "heading"))
        view = DocumentView(look)
        view.show_blocks(proposal.blocks)
        self.body.addWidget(view)
        ways = FlowLayout(spacing=10)
        self.show_button: Button | None = None
        if proposal.replay is not None:
            self.show_button = Button(look.say(say.SHOW()), "plain")
            self.show_button.clicked.connect(lambda: self.shown.emit(proposal.replay))
            ways.addWidget(self.show_button)
        self.another = self._button(say.ANOTHER())
        self.another.setVisible(proposal.others and not proposal.pinned)
        self.another.clicked.connect(lambda: self.exchanged.emit(proposal.key))
        self.pin = self._button(say.PINNED() if proposal.pinned else say.PIN(), say.PIN_HELP())
        self.pin.clicked.connect(lambda: self.pinned.emit(proposal.key))
        self.leave_out = self._button(say.LEAVE_OUT())
        self.leave_out.clicked.connect(lambda: self.dropped.emit(proposal.key))
        for button in (self.another, self.pin, self.leave_out):
            ways.addWidget(button)
        self.body.addLayout(ways)
        self.said: SaidFold | None = None
        if proposal.said:
            self.said = SaidFold(proposal.said, look)
            self.said.chosen.connect(self.sentence_wanted)
            self.body.addWidget(self.said)

    def _button(self, words: Message, about: Message | None = None) -> Button:
        told = self._look.say(words)
        named = say.FOR(what=told, part=TITLES[self.proposal.part]())
        return Button(told, "quiet", name=self._look.say(named), hint=self._look.say(about) if about else "")


class GroupPage(ReturnPage):
    """What is proposed; everything else is a click further."""

    exchanged = Signal(str)
    dropped = Signal(str)
    pinned = Signal(str)
    shown = Signal(object)
    sentence_wanted = Signal(object)
    all_back = Signal()
    has_met = Signal()
    closer_wanted = Signal(object)
    """Where somebody wants to look closer (``Closer``)."""
    person_wanted = Signal(object)
    """Whose conversations somebody wants to see."""
    since_chosen = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._plan: GroupPlan | None = None
        self.since_ms: int | None = None
        """Since when is counted; nothing: since the group met last."""
        self.names: list[Button] = []
        self.cards: list[ProposalCard] = []
        self._changed: tuple[int, str] | None = None
        """The place and the key of the proposal that somebody has just changed."""
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=16)
        box.addWidget(text_label(look.say(say.TITLE()), "title"))
        box.addWidget(self._people())
        self._proposals = column(spacing=14)
        box.addLayout(self._proposals)
        self._notes = text_label("", "quiet")
        box.addWidget(self._notes)
        self.back = Button(look.say(say.ALL_BACK()), "quiet")
        self.back.clicked.connect(self.all_back)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.export = DocumentExport(look, self.document, "this-group")
        box.addWidget(self.export)
        box.addWidget(text_label(look.say(say.LOOK_CLOSER()), "heading"))
        self.closer = CloserLinks(LOOK_CLOSER, look)
        self.closer.chosen.connect(self.closer_wanted)
        box.addWidget(self.closer)
        self.research = Research(look)
        self.research.links.chosen.connect(self.closer_wanted)
        box.addWidget(self.research)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.REGION())))

    @property
    def way_back(self) -> Message:
        """From what was opened here."""
        return review.BACK_TO_GROUP()

    def show_plan(self, plan: GroupPlan) -> None:
        """Show what is proposed."""
        self._plan = plan
        self._heading.setText(self._look.say(plan.heading))
        self._show_people(plan)
        self._offer_periods(plan)
        clear(self._proposals)
        self.cards = [self._card(proposal) for proposal in plan.proposals]
        self._notes.setText(" ".join(map(self._look.say, plan.notes)))
        self._notes.setVisible(bool(plan.notes))
        self.back.setVisible(plan.left_out)
        self.export.begin_anew()
        tab_in_reading_order(self._inside)
        self._stay_at_changed()

    def document(self) -> Document | None:
        """The page to be printed or saved."""
        return None if self._plan is None else self._plan.document()

    def _change(self, card: ProposalCard, key: str, told: SignalInstance) -> None:
        self._changed = self.cards.index(card), key
        told.emit(key)

    def _stay_at_changed(self) -> None:
        """Keep what somebody has changed, or what came in its place, in sight, with the keyboard on it."""
        if self._changed is None or not self.cards:
            return
        (place, key), self._changed = self._changed, None
        there = self.cards[min(place, len(self.cards) - 1)]
        card = next((card for card in self.cards if card.proposal.key == key), there)
        button = card.another if card.another.isVisibleTo(card) else card.pin
        # What was made with the page is on the screen a moment later only.
        QTimer.singleShot(0, button, button.setFocus)
        bring_into_view(card)

    def _people(self) -> Card:
        look, card = self._look, Card(margin=18, spacing=8)
        self._heading = text_label("", "heading")
        card.body.addWidget(self._heading)
        self._names = Flow(spacing=2)
        card.body.addWidget(self._names)
        self._names_help = text_label("", "small")
        card.body.addWidget(self._names_help)
        self.since = ChoiceBox()
        self.since.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.since.activated.connect(self._choose_period)
        line = row()
        line.addWidget(labelled(self.since, look.say(say.SINCE()), spacing=8))
        line.addStretch(1)
        card.body.addLayout(line)
        self.met = Button(look.say(say.HAVE_MET()), "plain", hint=look.say(say.HAVE_MET_HELP()))
        self.met.clicked.connect(self._have_met)
        line = row(spacing=10)
        line.addWidget(self.met)
        line.addWidget(text_label(look.say(say.HAVE_MET_HELP()), "small"), 1)
        card.body.addLayout(line)
        return card

    def _show_people(self, plan: GroupPlan) -> None:
        """Every name leads to what its person has handed in."""
        clear(self._names.items)
        self.names = [self._name(person) for person in plan.people]
        told = [say.PEOPLE_HELP()] if plan.people else [say.NOBODY()]
        if any(len(person.sessions) > 1 for person in plan.people):
            told.append(say.BRACKETS())
        self._names_help.setText(" ".join(map(self._look.say, told)))

    def _name(self, person: ReviewedPerson) -> Button:
        named = self._look.say(review.PERSON_NAMED(name=person.name))
        button = Button(self._look.words.value(with_count(person)), "link", name=named)
        button.clicked.connect(lambda: self.person_wanted.emit(person.key))
        self._names.items.addWidget(button)
        return button

    def _offer_periods(self, plan: GroupPlan) -> None:
        self.since.clear()
        for period in periods(plan.meeting_ms, self._today()):
            self.since.addItem(self._look.say(period.called), period.since_ms)
        self.since.setCurrentIndex(max(0, self.since.findData(plan.since_ms)))

    def _choose_period(self, number: int) -> None:
        self.since_ms = self.since.itemData(number) if number else None
        self.since_chosen.emit()

    def _have_met(self) -> None:
        self.since_ms = None
        self.has_met.emit()

    def _card(self, proposal: Proposal) -> ProposalCard:
        card = ProposalCard(proposal, self._look)
        for change, told in (
            (card.exchanged, self.exchanged),
            (card.dropped, self.dropped),
            (card.pinned, self.pinned),
        ):
            change.connect(lambda key, told=told: self._change(card, key, told))
        card.shown.connect(self.shown)
        card.sentence_wanted.connect(self.sentence_wanted)
        self._proposals.addWidget(card)
        return card
