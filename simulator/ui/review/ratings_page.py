"""Blind ratings: asking somebody to rate, and the tasks on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from simulator.messages.message import Message, When
from simulator.messages.sentences import agreement
from simulator.messages.sentences import rating as say
from simulator.services.blind_rating import OpenTask
from simulator.services.distinct_transcripts import path_of
from simulator.ui.look import Look
from simulator.ui.review.who_and_why import name_field
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, scrolling, to_top, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.titled import add_head

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn

_WIDEST: Final = 860
_AT_MOST: Final = (10, 20, 30, 50, 100, 200)
_FIRST: Final = 30


class AskCard(Card):
    """Who rates which conversations; ``here`` and ``elsewhere`` tell a name and what they get."""

    here = Signal(str, object)
    elsewhere = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__(margin=18, spacing=10)
        self._look = look
        self._candidates: tuple[HandedIn, ...] = ()
        self.body.addWidget(text_label(look.say(say.ASK()), "heading"))
        self.name = name_field(self.body, look, say.WHO())
        self.name.hint(look.say(say.WHO_EXAMPLE()))
        self.name.named.connect(lambda _words: self._tell())
        asked = FlowLayout(spacing=16)
        self.scenario, self.most = ChoiceBox(), ChoiceBox()
        for count in _AT_MOST:
            self.most.addItem(look.words.value(count), count)
        self.most.setCurrentIndex(self.most.findData(_FIRST))
        for combo, words in ((self.scenario, say.WHICH()), (self.most, say.AT_MOST())):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(lambda _index: self._tell())
            asked.addWidget(labelled(combo, look.say(words), spacing=8))
        self.body.addLayout(asked)
        self.would = text_label("", "small")
        self.body.addWidget(self.would)
        self.rate_here = Button(look.say(say.RATE_HERE()), "primary")
        self.rate_here.clicked.connect(lambda: self.here.emit(self.name.currentText().strip(), self.chosen()))
        self.save = Button(look.say(say.SAVE_TASK()), "plain")
        self.save.clicked.connect(lambda: self.elsewhere.emit(self.name.currentText().strip(), self.chosen()))
        ways = FlowLayout(spacing=10)
        ways.addWidget(self.rate_here)
        ways.addWidget(self.save)
        self.body.addLayout(ways)

    def show_candidates(self, candidates: tuple[HandedIn, ...]) -> None:
        """Show what can be rated, best first."""
        before = self.scenario.currentData()
        self._candidates = candidates
        titles = {one.stored.started.scenario: one.stored.started.title for one in candidates}
        self.scenario.blockSignals(True)
        self.scenario.clear()
        self.scenario.addItem(self._look.say(say.ALL_SCENARIOS()), None)
        for scenario, title in sorted(titles.items(), key=lambda item: item[1].casefold()):
            self.scenario.addItem(title, scenario)
        self.scenario.setCurrentIndex(max(0, self.scenario.findData(before)))
        self.scenario.blockSignals(False)
        self._tell()

    def chosen(self) -> tuple[HandedIn, ...]:
        """What would be rated now."""
        scenario = self.scenario.currentData()
        found = [one for one in self._candidates if scenario in (None, one.stored.started.scenario)]
        return tuple(found[: self.most.currentData()])

    def _tell(self) -> None:
        found = self.chosen()
        distinct = say.DISTINCT(count=len({path_of(one.transcript) for one in found}))
        told = say.WOULD_BE(count=len(found), distinct=distinct) if found else say.NOTHING_TO_RATE()
        self.would.setText(self._look.say(told))
        for button in (self.rate_here, self.save):
            button.setEnabled(bool(found) and bool(self.name.currentText().strip()))


class TaskCard(Card):
    """A task on this computer with what can be done with it; deleting it is asked about in its own place."""

    rated = Signal(object)
    counted = Signal(object)
    saved = Signal(object)
    deleted = Signal(object)

    def __init__(self, task: OpenTask, look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        self.task = task
        key = task.key
        what = look.say(say.FROM_ELSEWHERE() if key is None else say.FOR(rater=key.rater))
        self.body.addWidget(text_label(what, "heading"))
        told: list[Message] = [say.PROGRESS(rated=task.rated, count=len(task.task.conversations))]
        if key is not None:
            told.append(say.COUNTED(counted=task.counted, count=len(task.task.conversations)))
            told.append(say.SINCE(at=When(key.made_ms)))
        self.body.addWidget(text_label(" ".join(map(look.say, told)), "body"))
        self.go_on = Button(look.say(say.GO_ON()), "plain", name=look.say(say.GO_ON_NAMED(what=what)))
        self.go_on.clicked.connect(lambda: self.rated.emit(task))
        self.go_on.setEnabled(bool(task.task.conversations))
        ways = FlowLayout(spacing=10)
        ways.addWidget(self.go_on)
        if key is not None:
            self.hand_in = Button(look.say(say.TAKE_IN()), "plain", name=look.say(say.TAKE_IN_NAMED(what=what)))
            self.hand_in.clicked.connect(lambda: self.counted.emit(task))
        else:
            self.hand_in = Button(look.say(say.SAVE_RATINGS()), "plain")
            self.hand_in.clicked.connect(lambda: self.saved.emit(task))
        self.hand_in.setEnabled(any(task.sheet.values()))
        ways.addWidget(self.hand_in)
        self.delete = Button(look.say(say.DELETE()), "link", name=look.say(say.DELETE_NAMED(what=what)))
        ways.addWidget(self.delete)
        self.body.addLayout(ways)
        self._asked = QWidget()
        box = column(self._asked, spacing=8)
        box.addWidget(text_label(look.say(say.DELETE_ASK()), "body"))
        self.keep, self.sure = Button(look.say(say.DELETE_NO()), "plain"), Button(look.say(say.DELETE_YES()), "quiet")
        answers = FlowLayout(spacing=10)
        answers.addWidget(self.keep)
        answers.addWidget(self.sure)
        box.addLayout(answers)
        self._asked.hide()
        self.body.addWidget(self._asked)
        self.delete.clicked.connect(self._ask)
        self.keep.clicked.connect(self._asked.hide)
        self.sure.clicked.connect(lambda: self.deleted.emit(task))

    def _ask(self) -> None:
        self._asked.show()
        self.keep.setFocus()


class RatingsPage(QWidget):
    """Everything that has to do with blind ratings on this computer."""

    rated = Signal(object)
    counted = Signal(object)
    saved = Signal(object)
    deleted = Signal(object)
    open_wanted = Signal()
    agreement_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[TaskCard] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        self.back = add_head(box, look.say(say.TITLE()), look.say(say.BACK()))
        self.back.clicked.connect(self.closed)
        box.addWidget(text_label(look.say(say.LEAD()), "body"))
        self.told = text_label("", "body")
        self.told.hide()
        box.addWidget(self.told)
        self.open = Button(look.say(say.OPEN()), "plain")
        self.open.clicked.connect(self.open_wanted)
        self.agreement = Button(look.say(agreement.TITLE()), "plain")
        self.agreement.clicked.connect(self.agreement_wanted)
        ways = FlowLayout(spacing=10)
        ways.addWidget(self.open)
        ways.addWidget(self.agreement)
        box.addLayout(ways)
        self.ask = AskCard(look)
        box.addWidget(self.ask)
        box.addWidget(text_label(look.say(say.TASKS()), "heading"))
        self._none = text_label(look.say(say.NO_TASKS()), "quiet")
        box.addWidget(self._none)
        self._tasks = column(spacing=12)
        box.addLayout(self._tasks)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        column(self).addWidget(self._scroll)

    def show_tasks(
        self, candidates: tuple[HandedIn, ...], tasks: Sequence[OpenTask], names: tuple[str, ...] = ()
    ) -> None:
        """Show what can be rated, and what is being rated; ``names`` were used before."""
        self.ask.name.offer(names)
        self.ask.setVisible(bool(candidates))
        self.ask.show_candidates(candidates)
        clear(self._tasks)
        self.cards = [self._card(task) for task in tasks]
        self._none.setVisible(not tasks)
        tab_in_reading_order(self._inside)
        to_top(self._scroll)

    def tell(self, *messages: Message) -> None:
        """Say what was done."""
        self.told.setText(" ".join(map(self._look.say, messages)))
        self.told.setVisible(bool(messages))

    def _card(self, task: OpenTask) -> TaskCard:
        card = TaskCard(task, self._look)
        card.rated.connect(self.rated)
        card.counted.connect(self.counted)
        card.saved.connect(self.saved)
        card.deleted.connect(self.deleted)
        self._tasks.addWidget(card)
        return card
