"""Earlier conversations: all of a person's, side by side, with the way back into each, or away with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from simulator.messages.sentences import assignments
from simulator.messages.sentences import earlier as say
from simulator.services.another_try import turns_of
from simulator.services.measuring import TODAY
from simulator.services.practice import Practice
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.session.store import Cursor, Listing, Measures, SessionFilter, SessionHeader, SessionOrder, SessionStore
from simulator.ui.look import Look
from simulator.ui.practice.earlier_card import EarlierCard
from simulator.ui.practice.measuring import Measuring
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.empty_state import EmptyState
from simulator.ui.widgets.layouts import clear, column, row, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label

_LINE_WIDTH: Final = 640


class EarlierPage(QWidget):
    """The trainee's sessions, a page at a time, newest first."""

    chosen = Signal(str)
    """A session that is to be gone on with or looked back at, by its id."""
    handed_in = Signal(object)
    """The header of a conversation that is to be handed in."""
    assignments_wanted = Signal()
    closed = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._scenario = ""
        self._after: Cursor | None = None
        self.cards: dict[SessionId, EarlierCard] = {}
        self._measuring = Measuring(practice, door, self)
        self._measuring.measured.connect(self._show_measures)
        self._measuring.left.connect(self._show_to_come)
        inside = self._inside = QWidget()
        box = column(inside, spacing=12)
        box.setContentsMargins(36, 24, 36, 32)
        head = row(spacing=10)
        head.addWidget(text_label(look.say(say.TITLE()), "title"), 1)
        self.assignments = Button(look.say(assignments.TITLE()), "quiet")
        self.assignments.clicked.connect(self.assignments_wanted)
        head.addWidget(self.assignments)
        self.back = Button(look.say(say.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(Paragraph(look.say(say.LEAD()), round(_LINE_WIDTH * look.scale)))
        self._told = text_label("", "quiet")
        box.addLayout(self._which())
        box.addWidget(self._told)
        self._list = column(spacing=10)
        box.addLayout(self._list)
        self.more = Button(look.say(say.MORE()), "plain")
        self.more.clicked.connect(lambda: self._ask(lead_on=True))
        self.more.hide()
        box.addWidget(self.more)
        box.addStretch(1)
        column(self).addWidget(scrolling(inside, look.say(say.REGION())))

    def show_sessions(self, scenario: str = "") -> None:
        """Show the sessions of a scenario, or all of them."""
        self._scenario = scenario
        self._begin_list()
        self._door.ask(self.scenarios, self._practice.played_scenarios, self._show_scenarios, self._refuse)
        self._ask(lead_on=True)

    def _show_nothing(self) -> None:
        self.empty = EmptyState(self._look.say(say.NONE_YET()), self._look.say(say.TO_LIBRARY()), self._look.scale)
        self.empty.button.clicked.connect(self.closed)
        self._list.addWidget(self.empty)

    def _which(self) -> QHBoxLayout:
        line = row(spacing=10)
        label = text_label(self._look.say(say.WHICH()), "small", wrap=False)
        self.scenarios = QComboBox()
        self.scenarios.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scenarios.setAccessibleName(self._look.say(say.WHICH()))
        label.setBuddy(self.scenarios)
        self.scenarios.activated.connect(lambda: self._choose(str(self.scenarios.currentData())))
        line.addWidget(label)
        line.addWidget(self.scenarios)
        line.addStretch(1)
        return line

    def _choose(self, scenario: str) -> None:
        self._scenario = scenario
        self._begin_list()
        self._ask()

    def _begin_list(self) -> None:
        self._after = None
        self.cards = {}
        clear(self._list)
        self.more.hide()
        self._told.setText(self._look.say(say.LOOKING()))
        self._told.show()

    def _ask(self, *, lead_on: bool = False) -> None:
        """Ask for a page; ``lead_on`` leads the keyboard to its first conversation."""
        wanted = SessionFilter(trainee=self._practice.trainee, scenario=self._scenario or None)
        after = self._after

        def page(store: SessionStore) -> Listing:
            return store.query(wanted, SessionOrder.NEWEST, TODAY, after=after)

        self._door.ask(self, page, lambda listing: self._show_page(listing, lead_on), self._refuse)

    def _show_page(self, listing: Listing, lead_on: bool) -> None:
        new = [self._add(header, listing) for header in listing.headers if header.steps or header.ended]
        self._after = listing.after
        if not new and self._after is not None:
            # Conversations in which nothing was said yet are none, here as in the library.
            self._ask(lead_on=lead_on)
            return
        self.more.setVisible(listing.after is not None)
        self._told.hide()
        if not self.cards:
            self._show_nothing()
        if new:
            tab_in_reading_order(self._inside)
        if lead_on and self.cards:
            (new or list(self.cards.values())[-1:])[0].open_button.setFocus()
        tries = [card.header for card in new if card.header.origin is not None]
        if tries:
            self._door.ask(self._told, lambda store: turns_of(store, tries), self._show_turns, self._refuse)
        self._measuring.go_on()

    def _show_turns(self, turns: Mapping[SessionId, int]) -> None:
        """Say from which turn each other try goes on."""
        for session, turn in turns.items():
            if session in self.cards:
                self.cards[session].show_turn(turn)

    def _add(self, header: SessionHeader, listing: Listing) -> EarlierCard:
        unknown = Measures() if self._measuring.has_passed(header.id) else None
        measures = listing.measures.get(header.id, unknown)
        card = self.cards[header.id] = EarlierCard(header, self._practice.title_of(header), measures, self._look)
        card.chosen.connect(self.chosen)
        card.handed_in.connect(self.handed_in)
        card.deleted.connect(lambda id_: self._delete(SessionId(id_)))
        self._list.addWidget(card)
        return card

    def _show_scenarios(self, played: tuple[tuple[str, str], ...]) -> None:
        self.scenarios.clear()
        self.scenarios.addItem(self._look.say(say.ALL()), "")
        for scenario, title in played:
            self.scenarios.addItem(title, scenario)
        self.scenarios.setCurrentIndex(max(0, self.scenarios.findData(self._scenario)))

    def _show_measures(self, session: str, measures: Measures) -> None:
        card = self.cards.get(SessionId(session))
        if card is not None:
            card.show_measures(measures)

    def _show_to_come(self, count: int) -> None:
        if self.cards:
            self._told.setText(self._look.say(say.NOT_YET(count=count)) if count else "")
            self._told.setVisible(bool(count))

    def _delete(self, session: SessionId) -> None:
        self._door.change(
            self,
            lambda store: self._practice.erase(store, session),
            lambda _done: self._deleted(session),
            lambda refusal: self._not_deleted(session, refusal),
            Topic.SESSIONS,
        )

    def _deleted(self, session: SessionId) -> None:
        order = list(self.cards)
        card = self.cards.pop(session, None)
        if card is not None:
            neighbours = order[order.index(session) + 1 :] or list(self.cards)[-1:]
            (self.cards[neighbours[0]].open_button if neighbours else self.back).setFocus()
            card.hide()
            card.deleteLater()
        if not self.cards:
            self._begin_list()
            self._ask()

    def _not_deleted(self, session: SessionId, refusal: ServiceError) -> None:
        card = self.cards.get(session)
        if card is not None:
            card.ask_again()
        self.refused.emit(self._look.say(refusal.message))

    def _refuse(self, refusal: ServiceError) -> None:
        self._told.hide()
        self.refused.emit(self._look.say(refusal.message))
