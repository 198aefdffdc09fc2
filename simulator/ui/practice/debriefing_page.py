"""The debriefing: three sentences first, then where the hour was heading, every exchange, and what it says about your practice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.messages.sentences import debriefing as say
from simulator.messages.sentences import looking_back as top
from simulator.messages.sentences import worth as in_worth
from simulator.messages.sentences.text import one_after_another
from simulator.reports.document import Document
from simulator.services.debriefing import Debriefing
from simulator.services.debriefing_document import debriefing_document
from simulator.services.first_sentences import first_sentences, without_worth
from simulator.services.goal_proposal import propose
from simulator.services.practice import Practice
from simulator.services.stored_sessions import Reopened
from simulator.services.what_was_possible import Possible
from simulator.session.errors import ServiceError
from simulator.ui.document_export import DocumentExport
from simulator.ui.look import Look
from simulator.ui.looking_back.competency_list import CompetencyList
from simulator.ui.looking_back.course_panel import CoursePanel
from simulator.ui.practice.account_card import AccountCard
from simulator.ui.practice.first_sentences_band import FirstSentencesBand
from simulator.ui.practice.noted_card import NotedCard
from simulator.ui.practice.own_note import OwnNote
from simulator.ui.practice.practice_goal import GoalCard
from simulator.ui.practice.two_readings_card import TwoReadingsCard
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.reading_place import ReadingPlace
from simulator.ui.widgets.text import text_label

_WIDEST: Final = 860
_NONE: Final[Mapping[int, Possible]] = MappingProxyType({})


class DebriefingPage(QWidget):
    """Looks back at one session."""

    again = Signal()
    another_try = Signal(int)
    """The conversation is to be tried again from a turn of it."""
    gone_on = Signal(str, int)
    """A new conversation is to go on from a step of this one: its id, and the step."""
    closed = Signal()
    refused = Signal(str)
    announced = Signal(str)
    """What appeared by itself, in words to be read out."""

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._found: Reopened | None = None
        self._told: Debriefing | None = None
        self._worth: SessionValue | None = None
        self._possible = _NONE
        self._cards: dict[int, AccountCard] = {}
        self._inside = QWidget()
        self._fill(in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=20))
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        column(self).addWidget(self._scroll)
        self._place = ReadingPlace(self._scroll, self._cards.values)

    @property
    def session(self) -> Reopened | None:
        """The session that is looked back at."""
        return self._found

    def show_debriefing(self, told: Debriefing, found: Reopened) -> None:
        """Show a session's debriefing."""
        self._told, self._worth, self._possible = told, None, _NONE
        self._show_head(found, self._look.say(told.held))
        self.first.show_waiting(told)
        self._show_how_it_went(told)
        self._course.show_course(told.course)
        self.readings.show_session(told)
        self._forget_cards()
        for account in told.accounts:
            card = AccountCard(account, told.name, self._look)
            card.another_try.connect(self.another_try)
            self._accounts.addWidget(card)
            self._cards[account.turn] = card
        self._show_parting(told)
        said = {account.turn: account.you for account in told.accounts}
        self.competencies.show_scores(tuple(told.score.competencies.values()), said=said)
        self._show_parts(whole=True)
        self._opened(found)

    def show_choices(self, found: Reopened) -> None:
        """Show what was said in a session of which nothing else was recorded."""
        self._told, self._worth, self._possible = None, None, _NONE
        self._show_head(found, "")
        self.first.show_headline(self._look.say(say.ONLY_CHOICES()))
        self._forget_cards()
        words = {r.id: r.say for moment in found.scenario.every_moment() for r in moment.responses}
        silent = self._look.say(say.SILENT())
        for number, response in enumerate(found.choices, 1):
            told = say.SAID(number=number, words=words.get(response, response) if response else silent)
            self._accounts.addWidget(text_label(self._look.say(told), "speech"))
        self._show_parts(whole=False)
        self._opened(found)

    def show_worth(self, worth: SessionValue, possible: Mapping[int, Possible] = _NONE) -> None:
        """Add what each sentence was worth and what was possible; open the turns that matter."""
        self._worth, self._possible = worth, possible
        self.first.show_worth(worth)
        self._course.show_worth(worth)
        self.readings.show_worth(worth)
        for decision in worth.decisions:
            card = self._cards.get(decision.turn)
            if card is not None:
                told_as = _told_as(decision, worth)
                card.show_worth(decision, told_as, possible.get(decision.turn))
                card.set_open(told_as is not None)
        if not worth.exact:
            self._show_on_offer()
        self._propose_goal(worth)

    def show_no_worth(self) -> None:
        """What each sentence changed could not be worked out, or was played by other rules."""
        self.first.show_no_worth(other_rules=self._of_other_rules)
        self._course.show_no_worth()
        self._show_on_offer()
        self._propose_goal(None)

    def _propose_goal(self, worth: SessionValue | None) -> None:
        if self._found is not None and self._found.transcript is not None and self._told is not None:
            self.goal.propose(propose(self._found.transcript, self._told.score, worth))

    def show_turn(self, turn: int) -> None:
        """Show an exchange, scroll to it, and mark it."""
        card = self._cards.get(turn)
        if card is None:
            return
        card.set_open(True)
        for each in self._cards.values():
            each.set_marked(each is card)
        self.chart.select(turn)
        top_of_card = card.mapTo(self._inside, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(max(0, top_of_card - 16))

    def document(self) -> Document | None:
        """What is shown, to be printed or saved; ``None`` where only choices are known."""
        told, found, worth = self._told, self._found, self._worth
        if told is None or found is None:
            return None
        first = without_worth(told, other_rules=self._of_other_rules) if worth is None else first_sentences(told, worth)
        return debriefing_document(told, found, first, worth, self._possible)

    # Its parts, from top to bottom.

    def _fill(self, outer: QVBoxLayout) -> None:
        look = self._look
        outer.addLayout(self._head())
        self.first = FirstSentencesBand(look)
        self.first.another_try.connect(self.another_try)
        self.first.announced.connect(self.announced)
        outer.addWidget(self.first)
        outer.addLayout(self._notices())
        self._course = CoursePanel(look)
        self.chart = self._course.chart
        self.chart.turn_chosen.connect(self.show_turn)
        outer.addWidget(self._course)
        self._how_it_went = text_label("", "body")
        outer.addWidget(self._how_it_went)
        self.readings = TwoReadingsCard(look)
        outer.addWidget(self.readings)
        outer.addLayout(self._exchanges())
        self._competencies_title = text_label(look.say(say.COMPETENCIES()), "heading")
        outer.addWidget(self._competencies_title)
        self.competencies = CompetencyList(look)
        self.competencies.turn_chosen.connect(self.show_turn)
        outer.addWidget(self.competencies)
        self.noted = NotedCard(self._look, self._practice, self._door)
        self.noted.turn_chosen.connect(self.show_turn)
        self.noted.refused.connect(self.refused)
        outer.addWidget(self.noted)
        self.note = OwnNote(look, self._practice, self._door)
        self.note.refused.connect(self.refused)
        outer.addWidget(self.note)
        self.goal = GoalCard(look, self._practice, self._door)
        self.goal.refused.connect(self.refused)
        outer.addWidget(self.goal)
        outer.addLayout(self._actions())
        outer.addWidget(text_label(look.say(say.DISCLAIMER()), "small"))

    def _head(self) -> QVBoxLayout:
        head = column(spacing=2)
        first = row(spacing=10)
        self._title = text_label("", "heading")
        first.addWidget(self._title, 1)
        self.library_button = Button(self._look.say(say.BACK()), "quiet")
        self.library_button.clicked.connect(self.closed)
        first.addWidget(self.library_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(first)
        self._held = text_label("", "small-quiet")
        head.addWidget(self._held)
        return head

    def _notices(self) -> QVBoxLayout:
        box = column(spacing=8)
        self._trust = text_label("", "body")
        self.go_on_button = Button(self._look.say(say.GO_ON()), "plain")
        self.go_on_button.clicked.connect(self._go_on)
        box.addWidget(self._trust)
        box.addWidget(self.go_on_button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _exchanges(self) -> QVBoxLayout:
        box = column(spacing=10)
        head = row(spacing=10)
        self._exchanges_title = text_label(self._look.say(top.EXCHANGES()), "heading")
        head.addWidget(self._exchanges_title, 1)
        self.unfold_button = Button(self._look.say(top.UNFOLD_ALL()), "link")
        self.fold_button = Button(self._look.say(top.FOLD_ALL()), "link")
        for button, opened in ((self.unfold_button, True), (self.fold_button, False)):
            button.clicked.connect(lambda _checked=False, to=opened: self._set_all_open(to))
            head.addWidget(button)
        box.addLayout(head)
        self._accounts = column(spacing=10)
        box.addLayout(self._accounts)
        return box

    def _actions(self) -> QVBoxLayout:
        """Where reading ends."""
        box = column(spacing=10)
        box.addWidget(text_label(self._look.say(top.TO_THE_END()), "heading"))
        line = FlowLayout(spacing=10)
        self.again_button = Button(self._look.say(say.PLAY_AGAIN()), "primary")
        self.again_button.clicked.connect(self.again)
        library = Button(self._look.say(say.BACK()), "plain")
        library.clicked.connect(self.closed)
        line.addWidget(self.again_button)
        line.addWidget(library)
        box.addLayout(line)
        self.export = DocumentExport(self._look, self.document, "debriefing", saved=top.SAVED)
        box.addWidget(self.export)
        return box

    # What they show.

    def _show_head(self, found: Reopened, held: str) -> None:
        self._found = found
        self._title.setText(f"{found.scenario.title} · {found.scenario.patient.name}")
        self._held.setText(held)
        self._held.setVisible(bool(held))
        told = [*([say.INTERRUPTED()] if found.interrupted else []), *([found.note] if found.note else [])]
        if self._told is not None and self._of_other_rules:
            told.append(top.FORK_OF_OTHER_RULES())
        self._trust.setText(" ".join(map(self._look.say, told)))
        self._trust.setVisible(bool(told))
        self.go_on_button.setVisible(found.interrupted)
        self.export.begin_anew()

    @property
    def _of_other_rules(self) -> bool:
        """Whether today's rules cannot stand behind what is shown."""
        return self._found is not None and self._found.play is None

    def _show_how_it_went(self, told: Debriefing) -> None:
        resolution = told.score.resolution
        sentences = [*([told.leaving] if told.leaving else []), *told.score.own_part]
        if resolution is not None:
            sentences.append(one_after_another(resolution.sentence))
        self._how_it_went.setText(" ".join(map(self._look.say, sentences)))
        self._how_it_went.setVisible(bool(sentences))

    def _show_parts(self, *, whole: bool) -> None:
        """Everything, or only what was said."""
        parts = (self._course, self.competencies, self._competencies_title, self.goal, self.export)
        for part in (*parts, self._exchanges_title, self.unfold_button, self.fold_button):
            part.setVisible(whole)
        if not whole:
            self._how_it_went.hide()
            self.readings.hide()

    def _show_parting(self, told: Debriefing) -> None:
        if not (told.parting or told.afterwards):
            return
        frame = QFrame()
        frame.setProperty("kind", "card")
        box = column(frame, margin=18, spacing=6)
        box.addWidget(text_label(self._look.say(say.AT_THE_END()), "heading"))
        if told.parting:
            box.addWidget(text_label(told.parting, "speech"))
        if told.parting_thinks:
            thought = say.THOUGHT(name=told.name, thought=told.parting_thinks)
            box.addWidget(text_label(self._look.say(thought), "body"))
        if told.afterwards:
            box.addWidget(text_label(told.afterwards, "body"))
        self._accounts.addWidget(frame)

    def _show_on_offer(self) -> None:
        """What was on offer in turns in which a rupture was left: known also without knowing what would have followed."""
        for account in self._told.accounts if self._told is not None else ():
            if account.missed is not None:
                self._cards[account.turn].show_on_offer(account.missed.model)

    def _forget_cards(self) -> None:
        clear(self._accounts)
        self._cards.clear()

    def _set_all_open(self, opened: bool) -> None:
        for card in self._cards.values():
            card.set_open(opened)

    def _opened(self, found: Reopened) -> None:
        self.noted.show_noted_in(found.id)
        self.note.show_note_of(found.id)
        self._door.ask(
            self.readings,
            lambda store: self._practice.own_reading(store, found.id),
            self.readings.show_reading,
            self._refuse,
        )
        self._scroll.verticalScrollBar().setValue(0)
        self.first.how.button.setFocus()
        # Whoever has read it meets the scenario no more for the first time.
        self._door.change(
            self, lambda store: self._practice.looked_back(store, found.scenario.id), lambda _done: None, self._refuse
        )

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))

    def _go_on(self) -> None:
        if self._found is not None:
            self.gone_on.emit(self._found.id, self._found.steps)


def _told_as(decision: DecisionValue, worth: SessionValue) -> Message | None:
    """What one of the two turns that matter is called on its card."""
    if decision is worth.worst:
        return in_worth.HERE_AGAIN()
    return in_worth.HERE_HELPED() if decision is worth.best else None
