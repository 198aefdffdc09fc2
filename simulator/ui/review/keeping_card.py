"""How long what was handed in is kept: chosen here, and what is due is deleted here, after one question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from simulator.messages.message import Day, Message, When
from simulator.messages.sentences import keeping as say
from simulator.messages.sentences import review
from simulator.services.review_keeping import DAYS_OF_A_MONTH, MONTHS, Due, not_in_backups
from simulator.storage.review_keeping import SavedFile
from simulator.ui.look import Look
from simulator.ui.review.delete_question import DeleteQuestion
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import text_label

_MOST_LINES = 12


class KeepingCard(Card):
    """Nothing is deleted by itself."""

    months_chosen = Signal(int)
    deleted = Signal(object)
    """What was due, to be deleted for good."""

    def __init__(self, look: Look) -> None:
        super().__init__(margin=18, spacing=10)
        self._look = look
        self._due: tuple[Due, ...] = ()
        self.body.addWidget(text_label(look.say(say.TITLE()), "heading"))
        self.body.addWidget(text_label(look.say(say.LEAD()), "small"))
        self.body.addWidget(text_label(look.say(not_in_backups()), "small"))
        self.months = ChoiceBox()
        self.months.addItem(look.say(say.FOR_EVER()), 0)
        for months in MONTHS:
            self.months.addItem(look.say(say.MONTHS(count=months)), months)
        self.months.activated.connect(lambda _index: self.months_chosen.emit(self.months.currentData()))
        line = row()
        line.addWidget(labelled(self.months, look.say(say.KEEP_FOR()), spacing=8))
        line.addStretch(1)
        self.body.addLayout(line)
        self.told = text_label("", "body")
        self.body.addWidget(self.told)
        self._lines = column(spacing=2)
        self.body.addLayout(self._lines)
        self.deleting = DeleteQuestion(look, say.DELETE(), kind="plain")
        self.deleting.agreed.connect(lambda: self.deleted.emit(self._due))
        self.body.addWidget(self.deleting)
        self._elsewhere = column(spacing=2)
        self.body.addLayout(self._elsewhere)

    def show_due(self, days: int, due: Sequence[Due]) -> None:
        """Show for how long it is kept, and what is due now."""
        self._due = tuple(due)
        self.months.setCurrentIndex(max(0, self.months.findData(days // DAYS_OF_A_MONTH)))
        people = review.PEOPLE(count=len({one.person.key for one in due}))
        self._tell(say.DUE(count=len(due), people=people) if due else say.NOTHING_DUE())
        lines = [_line(one) for one in islice(due, _MOST_LINES)]
        if len(due) > _MOST_LINES:
            lines.append(say.AND_MORE(count=len(due) - _MOST_LINES))
        self._list(self._lines, lines)
        self.deleting.show_question(say.ASK(count=len(due)) if due else None)

    def show_deleted(self, count: int, elsewhere: Sequence[SavedFile]) -> None:
        """Say what was deleted, and which files may still hold it."""
        self._tell(say.DELETED(count=count))
        self.show_elsewhere(elsewhere)

    def show_elsewhere(self, files: Sequence[SavedFile]) -> None:
        """List files that were saved outside the data folder and may hold what was deleted."""
        self._list(self._elsewhere, elsewhere_in_words(files))

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))

    def _list(self, box: QVBoxLayout, lines: Sequence[Message]) -> None:
        clear(box)
        for line in lines:
            box.addWidget(text_label(self._look.say(line), "small"))


def _line(one: Due) -> Message:
    started = one.found.stored.started
    return say.DUE_LINE(name=one.person.name, title=started.title, day=Day(started.day))


def elsewhere_in_words(files: Sequence[SavedFile]) -> list[Message]:
    """Which files may still hold what was deleted; nothing where there is none."""
    if not files:
        return []
    return [
        say.SAVED_ELSEWHERE(count=len(files)),
        *(say.SAVED_LINE(path=one.path, when=When(one.at_ms)) for one in files),
    ]
