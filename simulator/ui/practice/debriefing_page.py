"""The debriefing: what each sentence did and why, what the patient did not say, and what it says about your practice."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.messages.sentences import debriefing as say
from simulator.messages.sentences import worth as in_worth
from simulator.messages.sentences.text import one_after_another
from simulator.services.debriefing import Debriefing
from simulator.services.practice import Practice
from simulator.services.stored_sessions import Reopened
from simulator.session.errors import ServiceError
from simulator.ui.look import Look
from simulator.ui.practice.account_card import AccountCard
from simulator.ui.practice.competency_list import CompetencyList
from simulator.ui.practice.course_panel import CoursePanel
from simulator.ui.practice.noted_card import NotedCard
from simulator.ui.practice.own_note import OwnNote
from simulator.ui.practice.share_band import ShareBand
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import clear, column, row, scrolling
from simulator.ui.widgets.reading_place import ReadingPlace
from simulator.ui.widgets.text import Paragraph, text_label

_ONE_COLUMN_BELOW = 980
_LINE_WIDTH = 640


class DebriefingPage(QWidget):
    """Looks back at one session."""

    again = Signal()
    gone_on = Signal(str, int)
    """A new conversation is to go on from a step of this one: its id, and the step."""
    closed = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._found: Reopened | None = None
        self._inside = QWidget()
        outer = column(self._inside, spacing=18)
        outer.setContentsMargins(36, 24, 36, 32)
        outer.addLayout(self._top())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        outer.addLayout(self._columns)
        outer.addWidget(text_label(look.say(say.DISCLAIMER()), "small"))
        self._columns.addLayout(self._left(), 3)
        self._columns.addLayout(self._right(), 2)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        page = column(self)
        page.addWidget(self._scroll)
        self._cards: dict[int, AccountCard] = {}
        self._place = ReadingPlace(self._scroll, self._cards.values)

    def show_debriefing(self, told: Debriefing, found: Reopened) -> None:
        """Show a session's debriefing."""
        name = found.scenario.patient.first_name
        self._show_head(found, self._look.say(told.headline))
        self._leaving.setText(self._look.say(told.leaving) if told.leaving else "")
        self._leaving.setVisible(told.leaving is not None)
        own = " ".join(map(self._look.say, told.score.own_part))
        self._own_part.setText(own)
        self._own_part.setVisible(bool(own))
        self.share.show_waiting()
        resolution = told.score.resolution
        self._resolution.setText(self._look.say(one_after_another(resolution.sentence)) if resolution else "")
        self._resolution.setVisible(resolution is not None)
        self._course.show_course(told.course)
        clear(self._accounts)
        self._cards.clear()
        for account in told.accounts:
            card = AccountCard(account, name, self._look)
            self._accounts.addWidget(card)
            self._cards[account.turn] = card
        self._show_parting(told, name)
        self.competencies.show_scores(tuple(told.score.competencies.values()))
        self._show_parts(whole=True)
        # Where today's rules cannot stand behind it, no share is claimed; the sentence above says so.
        self.share.setVisible(found.play is not None)
        self._opened(found)

    def show_choices(self, found: Reopened) -> None:
        """Show what was said in a session of which nothing else was recorded."""
        self._show_head(found, self._look.say(say.ONLY_CHOICES()))
        clear(self._accounts)
        self._cards.clear()
        words = {r.id: r.say for moment in found.scenario.every_moment() for r in moment.responses}
        silent = self._look.say(say.SILENT())
        for number, response in enumerate(found.choices, 1):
            told = say.SAID(number=number, words=words.get(response, response) if response else silent)
            self._accounts.addWidget(text_label(self._look.say(told), "speech"))
        for part in (self._leaving, self._own_part, self._resolution):
            part.hide()
        self._show_parts(whole=False)
        self._opened(found)

    def _show_head(self, found: Reopened, headline: str) -> None:
        self._found = found
        self._title.setText(f"{found.scenario.title} · {found.scenario.patient.name}")
        self._headline.setText(headline)
        told = [*([say.INTERRUPTED()] if found.interrupted else []), *([found.note] if found.note else [])]
        self._trust.setText(" ".join(map(self._look.say, told)))
        self._trust.setVisible(bool(told))
        self.go_on_button.setVisible(found.interrupted)

    def _show_parts(self, *, whole: bool) -> None:
        """Everything, or only what was said."""
        for part in (self.share, self._course, self.competencies, self._competencies_title):
            part.setVisible(whole)

    def _opened(self, found: Reopened) -> None:
        self.noted.show_noted_in(found.id)
        self.note.show_note_of(found.id)
        self._scroll.verticalScrollBar().setValue(0)
        self.again_button.setFocus()
        # Whoever has read it meets the scenario no more for the first time.
        self._door.change(
            self, lambda store: self._practice.looked_back(store, found.scenario.id), lambda _done: None, self._refuse
        )

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))

    def _go_on(self) -> None:
        if self._found is not None:
            self.gone_on.emit(self._found.id, self._found.steps)

    def show_worth(self, worth: SessionValue) -> None:
        """Add what each sentence was worth, and the share of what was attainable from the start."""
        self.share.show_worth(worth)
        self._course.show_worth(worth)
        for decision in worth.decisions:
            if decision.turn in self._cards:
                self._cards[decision.turn].show_worth(decision, _told_as(decision, worth))
        if not worth.exact:
            self._show_no_prices()

    def show_no_worth(self) -> None:
        """What was possible could not be worked out."""
        self.share.show_no_worth()
        self._course.show_no_worth()
        self._show_no_prices()

    def _show_no_prices(self) -> None:
        for card in self._cards.values():
            card.show_no_worth()

    def show_turn(self, turn: int) -> None:
        """Scroll to an exchange and mark it."""
        card = self._cards.get(turn)
        if card is None:
            return
        for each in self._cards.values():
            each.set_marked(each is card)
        self.chart.select(turn)
        top = card.mapTo(self._inside, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(max(0, top - 16))

    def _top(self) -> QBoxLayout:
        box = column(spacing=6)
        head = row(spacing=10)
        self._title = text_label("", "quiet")
        head.addWidget(self._title, 1)
        self.again_button = Button(self._look.say(say.PLAY_AGAIN()), "primary")
        self.again_button.clicked.connect(self.again)
        library = Button(self._look.say(say.BACK()), "quiet")
        library.clicked.connect(self.closed)
        head.addWidget(library)
        head.addWidget(self.again_button)
        box.addLayout(head)
        self._headline = text_label("", "title")
        self._leaving = text_label("", "body")
        self._resolution = text_label("", "body")
        self._own_part = text_label("", "body")
        self.share = ShareBand(self._look)
        self._trust = Paragraph("", round(_LINE_WIDTH * self._look.scale))
        self.go_on_button = Button(self._look.say(say.GO_ON()), "plain")
        self.go_on_button.clicked.connect(self._go_on)
        box.addWidget(self._headline)
        box.addWidget(self._leaving)
        box.addWidget(self.share)
        box.addWidget(self._own_part)
        box.addWidget(self._resolution)
        box.addWidget(self._trust)
        box.addWidget(self.go_on_button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _left(self) -> QBoxLayout:
        left = column(spacing=14)
        self._course = CoursePanel(self._look)
        self.chart = self._course.chart
        self.chart.turn_chosen.connect(self.show_turn)
        left.addWidget(self._course)
        self._accounts = column(spacing=14)
        left.addLayout(self._accounts)
        left.addStretch(1)
        return left

    def _right(self) -> QBoxLayout:
        right = column(spacing=12)
        self._competencies_title = text_label(self._look.say(say.COMPETENCIES()), "heading")
        right.addWidget(self._competencies_title)
        self.competencies = CompetencyList(self._look)
        self.competencies.turn_chosen.connect(self.show_turn)
        right.addWidget(self.competencies)
        self.noted = NotedCard(self._look, self._practice, self._door)
        self.noted.turn_chosen.connect(self.show_turn)
        self.noted.refused.connect(self.refused)
        right.addWidget(self.noted)
        self.note = OwnNote(self._look, self._practice, self._door)
        self.note.refused.connect(self.refused)
        right.addWidget(self.note)
        right.addStretch(1)
        return right

    def _show_parting(self, told: Debriefing, name: str) -> None:
        if not (told.parting or told.afterwards):
            return
        frame = QFrame()
        frame.setProperty("kind", "card")
        box = column(frame, margin=20, spacing=6)
        box.addWidget(text_label(self._look.say(say.AT_THE_END()), "heading"))
        if told.parting:
            box.addWidget(text_label(told.parting, "speech"))
        if told.parting_thinks:
            box.addWidget(text_label(self._look.say(say.THOUGHT(name=name, thought=told.parting_thinks)), "body"))
        if told.afterwards:
            box.addWidget(text_label(told.afterwards, "body"))
        self._accounts.addWidget(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow to read."""
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN_BELOW * (0.5 + 0.5 * self._look.scale)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def _told_as(decision: DecisionValue, worth: SessionValue) -> Message | None:
    """What one of the two turns that matter is called on its card."""
    if decision is worth.worst:
        return in_worth.HERE_AGAIN()
    return in_worth.HERE_HELPED() if decision is worth.best else None
