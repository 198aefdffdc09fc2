"""Rating blind: one conversation after the other, and beside it the rubric with its anchors. Nothing says whose it is."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from simulator.messages.sentences import personal_data
from simulator.messages.sentences import rating as say
from simulator.reports.document import Block, Paragraph, Section, Spoken, Tone
from simulator.scoring.competency import Competency
from simulator.services.blind_rating import OpenTask
from simulator.services.rating_task import BlindConversation, Line, Rating
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.review.competency_choice import CompetencyChoice
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row, scrolling, to_top
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_SIDE_BY_SIDE: Final = 1.5
"""Up to this size of text there is room for the rubric beside the conversation; above it stands below."""


class RatePage(QWidget):
    """Begins where nothing was given yet; ``given`` tells a task, a conversation of it, a competency and a rating."""

    given = Signal(str, str, object, object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._task: OpenTask | None = None
        self._sheet: dict[str, dict[str, str]] = {}
        self._at = 0
        box = column(self, spacing=0)
        head = row(spacing=10)
        head.setContentsMargins(36, 16, 36, 8)
        self.title = text_label("", "title")
        head.addWidget(self.title, 1)
        self.pause = Button(look.say(say.PAUSE()), "quiet")
        self.pause.clicked.connect(self.closed)
        head.addWidget(self.pause)
        box.addLayout(head)
        self.transcript = DocumentView(look)
        self.choices = {competency: CompetencyChoice(competency, look) for competency in Competency}
        self._areas: list[QScrollArea] = []
        self._inside: list[QWidget] = []
        box.addLayout(self._middle(), 1)
        box.addLayout(self._foot())

    def show_task(self, task: OpenTask) -> None:
        """Go on with a task: with the first conversation that lacks something, or the first."""
        self._task = task
        self._sheet = {name: dict(given) for name, given in task.sheet.items()}
        names = [one.name for one in task.task.conversations]
        open_ = (at for at, name in enumerate(names) if len(self._sheet.get(name, {})) < len(Competency))
        self._go_to(next(open_, 0))

    @property
    def conversation(self) -> BlindConversation | None:
        """The conversation on the page."""
        if self._task is None or not self._task.task.conversations:
            return None
        return self._task.task.conversations[self._at]

    def _middle(self) -> QHBoxLayout:
        look, line = self._look, row(spacing=8)
        line.setContentsMargins(12, 0, 12, 0)
        parts: list[QWidget] = []
        for heading, widgets in (
            (say.TRANSCRIPT(), [self.transcript]),
            (say.WHAT_YOU_GIVE(), list(self.choices.values())),
        ):
            part = QWidget()
            inside = column(part, spacing=12)
            inside.setContentsMargins(24, 8, 16, 24)
            inside.addWidget(text_label(look.say(heading), "heading"))
            if heading.sentence is say.WHAT_YOU_GIVE:
                inside.addWidget(text_label(look.say(say.YOU_IS_THE_THERAPIST()), "quiet"))
            for widget in widgets:
                inside.addWidget(widget)
            inside.addStretch(1)
            parts.append(part)
        if look.scale > _SIDE_BY_SIDE:
            both = QWidget()
            stacked = column(both, spacing=0)
            for part in parts:
                stacked.addWidget(part)
            parts = [both]
        for part, named in zip(parts, (say.TRANSCRIPT(), say.WHAT_YOU_GIVE()), strict=False):
            area = scrolling(part, look.say(named))
            self._inside.append(part)
            self._areas.append(area)
            line.addWidget(area, 1)
        for choice in self.choices.values():
            choice.given.connect(self._give)
        return line

    def _foot(self) -> QHBoxLayout:
        look, foot = self._look, row(spacing=10)
        foot.setContentsMargins(36, 10, 36, 14)
        self.told = text_label("", "body")
        foot.addWidget(self.told, 1)
        self.before = Button(look.say(say.BEFORE()), "quiet")
        self.before.clicked.connect(lambda: self._go_to(self._at - 1))
        foot.addWidget(self.before)
        self.next = Button("", "primary")
        self.next.clicked.connect(self._go_on)
        foot.addWidget(self.next)
        return foot

    def _go_on(self) -> None:
        if self._task is not None and self._at + 1 < len(self._task.task.conversations):
            self._go_to(self._at + 1)
        else:
            self.closed.emit()

    def _go_to(self, at: int) -> None:
        self._at = at
        one = self.conversation
        if self._task is None or one is None:
            return
        count = len(self._task.task.conversations)
        self.title.setText(self._look.say(say.NUMBER(number=at + 1, count=count)))
        self.transcript.show_blocks(_blocks(one))
        given = self._sheet.get(one.name, {})
        for competency, choice in self.choices.items():
            rating = given.get(competency.value)
            choice.show_rating(None if rating is None else Rating(rating))
        self.before.setVisible(at > 0)
        self.next.show_words(self._look.say(say.NEXT() if at + 1 < count else say.DONE()))
        self._tell()
        for part in self._inside:
            tab_in_reading_order(part)
        for area in self._areas:
            to_top(area)
        self.pause.setFocus()

    def _give(self, competency: Competency, rating: Rating) -> None:
        one = self.conversation
        if self._task is None or one is None:
            return
        self._sheet.setdefault(one.name, {})[competency.value] = rating.value
        self.given.emit(self._task.task.task, one.name, competency, rating)
        self._tell()

    def _tell(self) -> None:
        one = self.conversation
        given = 0 if one is None else len(self._sheet.get(one.name, {}))
        self.told.setText(self._look.say(say.KEPT(given=given, count=len(Competency))))


def _blocks(one: BlindConversation) -> list[Block]:
    """The conversation, turn by turn."""
    blocks: list[Block] = [Paragraph((one.title,), Tone.QUIET)]
    for turn, lines in groupby(one.lines, key=lambda line: line.turn):
        title = personal_data.TURN(turn=turn) if turn else personal_data.BEFORE()
        said = tuple(block for line in lines for block in _line(line, one))
        blocks.append(Section(title, said))
    return blocks


def _line(line: Line, one: BlindConversation) -> list[Block]:
    if not line.therapist:
        return [Spoken(one.patient, line.says or personal_data.PATIENT_SILENT(), line.shows, language=one.language)]
    said = Spoken(say.THERAPIST(), line.says or personal_data.SILENT(), line.shows, you=True, language=one.language)
    if not line.tag:
        return [said]
    return [Paragraph((say.SAID_TO_SEE(what=say.SEEN[line.tag]()),), Tone.QUIET), said]
