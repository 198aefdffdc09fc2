"""“What would Ines do if …”: a state, gauges and a move, and what the patient does then; step by step, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QSpinBox, QVBoxLayout, QWidget

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, Family, ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences.text import SIDE_BY_SIDE, one_after_another
from simulator.patient.gauges import POINTS_PER_LEVEL, Alliance
from simulator.patient.grid import GRID_STATES, ReactionGrid
from simulator.patient.state import Fit
from simulator.scenario.document import Patient
from simulator.services.stepping import Stepping
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label

_LETTERS: Final = 16
_FEW_LETTERS: Final = 3
_LARGE: Final = 1.4
"""From this text size on choices stand below each other, and are as wide as there is room."""

_USUAL: Final = (45, 45, 45)


class WhatIf(QWidget):
    """Nothing here changes the file."""

    announced = Signal(str)
    walked = Signal(list)
    """The states that were come through."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid: ReactionGrid | None = None
        self._person: Patient | None = None
        self._stepping: Stepping | None = None
        self._old = False
        self._with_label: dict[QWidget, QWidget] = {}
        box = column(self, spacing=6)
        aside = 16 if look.scale < _LARGE else 6
        box.setContentsMargins(aside, 10, aside, 16)
        self.title = text_label("", "heading")
        box.addWidget(self.title)
        act = self._holder(box)
        self.state = self._choice(act, say.FROM_STATE, [(str(s), REACTIONS[s].label()) for s in GRID_STATES])
        self.move_made = self._choice(act, say.MOVE_MADE, [(str(one), MOVES[one].label()) for one in Move])
        called = [(str(n), SIDE_BY_SIDE(first=str(n), next=one.label())) for n, one in enumerate(OWN_CONTRIBUTION)]
        self.quality = self._choice(act, say.QUALITY_MADE, called)
        self.quality.setCurrentIndex(len(OWN_CONTRIBUTION) - 1)
        felt = Flow()
        self.gauges = [self._number(felt.items, one) for one in (say.BOND, say.TASK, say.GOAL)]
        self.level = self._choice(felt.items, say.LEVEL, [(str(one), str(one)) for one in (1, 2, 3)])
        self.level.setCurrentIndex(1)
        box.addWidget(felt)
        acts = Flow()
        self.then_button = Button(look.say(say.WHAT_THEN()))
        self.back_button = Button(look.say(say.BACK_ONE()), "quiet")
        self.anew_button = Button(look.say(say.BEGIN_ANEW()), "quiet")
        for button, do in (
            (self.then_button, self.step),
            (self.back_button, self.step_back),
            (self.anew_button, self.begin_anew),
        ):
            button.clicked.connect(lambda _checked=False, act=do: act())
            acts.items.addWidget(button)
        box.addWidget(acts)
        self.now = text_label("", "body")
        box.addWidget(self.now)
        self._told = column(spacing=4)
        box.addLayout(self._told)
        box.addStretch(1)
        self.move_made.activated.connect(self._show_quality)
        self.state.activated.connect(self.begin_anew)
        self.level.activated.connect(self.begin_anew)
        for gauge in self.gauges:
            gauge.valueChanged.connect(self.begin_anew)
        self._show_quality()
        self._show()

    def show_graph(self, grid: ReactionGrid, person: Patient | None) -> None:
        """Step through this graph from now on; what was stepped through before stays readable."""
        self._old = self._old or (bool(self._steps) and grid != self._grid)
        if self._person is None or person is None or person.alliance != self._person.alliance:
            points = person.alliance.points if person is not None else _USUAL
            for gauge, value in zip(self.gauges, points, strict=True):
                gauge.blockSignals(True)
                gauge.setValue(value)
                gauge.blockSignals(False)
        self._grid, self._person = grid, person
        title = say.WHAT_IF(name=person.first_name) if person is not None else say.WHAT_IF_ANYONE()
        self.title.setText(self._look.say(title))
        self._show()

    def begin_in(self, state: ReactionState) -> None:
        """Begin in another state, unless somebody is on the way."""
        if not self._steps and state in GRID_STATES:
            self.state.setCurrentIndex(self.state.findData(str(state)))
            self.begin_anew()

    def step(self) -> None:
        """Do what was chosen, and tell what the patient does."""
        if self._grid is None or self._old:
            return
        stepping = self._stepping = self._stepping or self._begin(self._grid)
        if stepping.over:
            return
        quality = int(str(self.quality.currentData()))
        done = stepping.step(Move(str(self.move_made.currentData())), quality)
        self._show()
        self.announced.emit(self._look.say(one_after_another(tuple(stepping.told(done)))))

    def step_back(self) -> None:
        """Take the last step back."""
        if self._stepping is not None:
            self._stepping.undo()
        self._show()
        self.announced.emit(self.now.text())

    def begin_anew(self) -> None:
        """Forget every step."""
        self._stepping, self._old = None, False
        self._show()

    @property
    def _steps(self) -> int:
        return len(self._stepping.steps) if self._stepping is not None else 0

    def _begin(self, grid: ReactionGrid) -> Stepping:
        person = self._person
        return Stepping(
            grid,
            ReactionState(str(self.state.currentData())),
            Alliance.of_points(*(gauge.value() for gauge in self.gauges)),
            style=person.style if person is not None else Family.WITHDRAWAL,
            fit=person.fit if person is not None else Fit.GOOD,
            difficulty=int(str(self.level.currentData())),
        )

    def _show(self) -> None:
        if self._grid is None:
            return
        stepping = self._stepping or self._begin(self._grid)
        bond, task, goal = map(str, stepping.now.alliance.points)
        label = REACTIONS[stepping.now.reaction].label()
        told: list[Message] = [say.NOW_IN(state=label, bond=bond, task=task, goal=goal)]
        told += [say.STEPPED_ON_OLD()] if self._old else [say.GONE()] if stepping.over else []
        self.now.setText(self._look.say(one_after_another(tuple(told))))
        self.back_button.setEnabled(bool(stepping.steps))
        self.anew_button.setEnabled(bool(stepping.steps))
        self.then_button.setEnabled(not (stepping.over or self._old))
        clear(self._told)
        for step in reversed(stepping.steps):
            words = one_after_another(tuple(stepping.told(step)))
            self._told.addWidget(text_label(self._look.say(words), "small"))
        states = [step.before.reaction for step in stepping.steps]
        self.walked.emit([*states, stepping.now.reaction] if states else [])

    def _show_quality(self) -> None:
        self._with_label[self.quality].setVisible(self.move_made.currentData() == str(Move.OWN_CONTRIBUTION))

    def _holder(self, box: QVBoxLayout) -> QLayout:
        """What takes choices side by side, or below each other where letters are large."""
        if self._look.scale < _LARGE:
            flow = Flow()
            box.addWidget(flow)
            return flow.items
        below = column(spacing=6)
        box.addLayout(below)
        return below

    def _choice(self, into: QLayout, called: Sentence, words: Iterable[tuple[str, Message | str]]) -> ChoiceField:
        field = ChoiceField([(word, self._look.words.value(label)) for word, label in words])
        field.setCurrentIndex(0)
        longest = max(len(field.itemText(number)) for number in range(field.count()))
        field.setMinimumContentsLength(min(longest, _LETTERS if self._look.scale < _LARGE else _FEW_LETTERS))
        self._labelled(into, called, field)
        return field

    def _number(self, into: QLayout, called: Sentence) -> QSpinBox:
        field = QSpinBox()
        field.setRange(0, 100)
        field.setSingleStep(POINTS_PER_LEVEL)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._labelled(into, called, field)
        field.lineEdit().setAccessibleName(field.accessibleName())
        return field

    def _labelled(self, into: QLayout, called: Sentence, field: QWidget) -> None:
        holder = QWidget()
        box = column(holder, spacing=2)
        words = self._look.say(called())
        label = text_label(words, "small-quiet")
        label.setBuddy(field)
        field.setAccessibleName(words)
        box.addWidget(label)
        box.addWidget(field)
        into.addWidget(holder)
        self._with_label[field] = holder
