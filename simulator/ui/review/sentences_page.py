"""Which sentences were chosen: a row for each decision point of a scenario, and the answers behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import review, skill_course
from simulator.messages.sentences import sentences_chosen as say
from simulator.services.group_paths import StudioPlace
from simulator.services.sentences_chosen import Decision, PlayedScenario, SentencesChosen
from simulator.ui.look import Look
from simulator.ui.review.count_table import CountTable
from simulator.ui.review.decision_card import DecisionCard, marks_of, tells_apart
from simulator.ui.review.return_page import ReturnPage
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import bring_into_view, clear, column, row, scrolling
from simulator.ui.widgets.rows_model import Column
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label
from simulator.ui.widgets.titled import add_head

_READABLE = 860
_MOST_HIGH: Final = 16
"""Lines of the table, so that the answers below it are in sight."""


class SentencesPage(ReturnPage):
    """The first decision point with a mark is shown at once, below the table.

    ``studio_wanted`` tells a place in a scenario (``StudioPlace``) that somebody wants to see, ``sentence_wanted`` the item of
    a sentence.
    """

    studio_wanted = Signal(object)
    sentence_wanted = Signal(str)
    closed = Signal()
    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: SentencesChosen | None = None
        self.card: DecisionCard | None = None
        self._inside = QWidget()
        box = column(self._inside, spacing=14)
        box.setContentsMargins(36, 24, 36, 32)
        self.back = add_head(box, look.say(say.TITLE()), look.say(review.BACK()))
        self.back.clicked.connect(self.closed)
        lead = " ".join(map(look.say, (say.LEAD(), say.EXPECTED_LEAD())))
        box.addWidget(Paragraph(lead, round(_READABLE * look.scale), "quiet"))
        box.addWidget(self._waiting())
        self.told = text_label("", "body")
        box.addWidget(self.told)
        box.addWidget(self._choice())
        self._paint_help = text_label(look.say(say.PAINT_HELP()), "small")
        box.addWidget(self._paint_help)
        self.table: CountTable[Decision] = CountTable(
            look.say(say.TITLE()), self._columns(), look, most_high=_MOST_HIGH
        )
        self.table.cell_chosen.connect(lambda decision, _column: self.show_decision(decision))
        box.addWidget(self.table)
        self._behind = column()
        box.addLayout(self._behind)
        box.addStretch(1)
        column(self).addWidget(scrolling(self._inside, look.say(say.REGION())))

    @property
    def way_back(self) -> Message:
        """From what was opened here."""
        return say.BACK_TO_SENTENCES()

    def _waiting(self) -> QWidget:
        self.working = QWidget()
        line = row(self.working, spacing=12)
        self.how_far = text_label("", "body")
        line.addWidget(self.how_far, 1)
        self.stop = Button(self._look.say(skill_course.STOP()), "plain")
        self.stop.clicked.connect(self.stopped)
        line.addWidget(self.stop)
        return self.working

    def _choice(self) -> QWidget:
        self.choice = Flow(spacing=16)
        line = self.choice.items
        self.scenario = ChoiceBox()
        self.scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scenario.currentIndexChanged.connect(self._show_scenario)
        line.addWidget(labelled(self.scenario, self._look.say(say.SCENARIO()), spacing=8))
        self.only_marked = QCheckBox(self._look.say(say.ONLY_MARKED()))
        self.only_marked.setAccessibleName(self._look.say(say.ONLY_MARKED()))
        self.only_marked.toggled.connect(self._show_scenario)
        line.addWidget(self.only_marked)
        self.paint = Button(self._look.say(say.PAINT()), "plain")
        self.paint.clicked.connect(self._paint)
        line.addWidget(self.paint)
        return self.choice

    @property
    def shown(self) -> PlayedScenario | None:
        """The scenario on the page."""
        number = self.scenario.currentIndex()
        return self._found.scenarios[number] if self._found is not None and number >= 0 else None

    def show_working(self) -> None:
        """Say that it is being worked out."""
        self.how_far.setText(self._look.say(skill_course.WORKING()))
        self.working.show()
        for part in (self.told, self.choice, self._paint_help, self.table):
            part.hide()
        clear(self._behind)

    def show_progress(self, how_far: Message) -> None:
        """Say which scenario is being tried."""
        self.how_far.setText(self._look.say(how_far))

    def show_found(self, found: SentencesChosen) -> None:
        """Show what was found, of the first scenario or the one that was looked at."""
        before = self.shown
        self._found = found
        self.working.hide()
        self.told.setText(" ".join(map(self._look.say, _told(found))))
        self.told.show()
        self.scenario.blockSignals(True)
        self.scenario.clear()
        for one in found.scenarios:
            self.scenario.addItem(self._look.say(say.PLAYED(title=one.title, level=one.level, count=one.meetings)))
        same = [
            n for n, one in enumerate(found.scenarios) if before and (one.id, one.level) == (before.id, before.level)
        ]
        self.scenario.setCurrentIndex(same[0] if same else 0)
        self.scenario.blockSignals(False)
        for part in (self.choice, self._paint_help, self.table):
            part.setVisible(bool(found.scenarios))
        self._show_scenario()

    def show_decision(self, decision: Decision) -> None:
        """Show the answers of a decision point."""
        bring_into_view(self._show_behind(decision))

    def _show_behind(self, decision: Decision) -> DecisionCard:
        clear(self._behind)
        card = self.card = DecisionCard(decision, self._look)
        card.studio_wanted.connect(self._to_studio)
        card.sentence_wanted.connect(self.sentence_wanted)
        self._behind.addWidget(card)
        tab_in_reading_order(self._inside)
        return card

    def _show_scenario(self) -> None:
        clear(self._behind)
        self.card = None
        shown = self.shown
        decisions = () if shown is None else shown.decisions
        marked = self.only_marked.isChecked()
        rows = [one for one in decisions if one.figures.flagged or not marked]
        self.table.show_rows(rows)
        first = next((number for number, one in enumerate(rows) if one.figures.flagged), 0)
        if rows:
            self.table.mark(first)
            self._show_behind(rows[first])
        tab_in_reading_order(self._inside)

    def _paint(self) -> None:
        if self.shown is not None:
            self.studio_wanted.emit(StudioPlace(self.shown.id, paths=self.shown.paths))

    def _to_studio(self, decision: Decision, response: str) -> None:
        self.studio_wanted.emit(StudioPlace(decision.key.scenario, decision.moment, response))

    def _columns(self) -> list[Column[Decision]]:
        words = self._look.say
        return [
            Column(words(say.WHERE()), _line, _line, room=4, letters=18),
            Column(words(say.CAME()), lambda one: words(_came(one)), lambda one: one.figures.came, room=2, letters=10),
            Column(words(say.BETTER()), lambda one: words(_better(one)), _line, room=2, letters=10),
            Column(words(say.APART()), lambda one: words(tells_apart(one)), _line, room=2, letters=10),
            Column(words(say.MARKS()), lambda one: words(marks_of(one)), _line, letters=8),
        ]


def _line(decision: Decision) -> str:
    return decision.line


def _came(decision: Decision) -> Message:
    figures = decision.figures
    if decision.learner is None:
        return say.CAME_OF_PLAIN(count=figures.came, all=figures.meetings)
    return say.CAME_OF(count=figures.came, all=figures.meetings, expected=round(figures.meetings * decision.learner))


def _better(decision: Decision) -> Message:
    figures = decision.figures
    if figures.too_few:
        return say.TOO_FEW(count=figures.came)
    if figures.fit is None:
        return say.ALIKE()
    low, high = (round(100 * end) for end in (figures.fit.share.low, figures.fit.share.high))
    return say.BETTER_OF(better=figures.better, telling=figures.telling, low=low, high=high)


def _told(found: SentencesChosen) -> list[Message]:
    if not found.conversations:
        return [say.NOTHING()]
    told = [say.COUNTED(count=found.conversations)]
    if found.older:
        told.append(say.OLDER(count=found.older))
    if found.reliability is not None:
        from simulator.services.agreement_words import skill_told_apart

        told.append(skill_told_apart(found.reliability))
    return [*told, say.HOW_TO()]
