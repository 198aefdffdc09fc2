"""Who sits across from you: the portrait, what can be seen, and in Learn mode the gauges with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from simulator.alliance.meanings import meaning_of
from simulator.alliance.reactions import REACTIONS, ReactionState, family_of
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import conversation as say
from simulator.patient.state import PatientState
from simulator.scenario.document import Patient
from simulator.ui.look import Look
from simulator.ui.portraits.faces import Pose
from simulator.ui.portraits.portrait_view import PortraitView
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label

GAUGES: Final[tuple[tuple[str, Sentence], ...]] = (("bond", say.BOND), ("task", say.TASKS), ("goal", say.GOALS))
"""The gauges with the codes under which the page of words explains them."""


class SidePanel(QWidget):
    """The left side of the conversation."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        box = column(self, margin=20, spacing=6)
        self.portrait = PortraitView(look)
        self.state_named = ""
        self._gaze = text_label("", "quiet")
        self._gaze.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._name = text_label("", "heading")
        self._work = text_label("", "small")
        box.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._gaze)
        box.addSpacing(8)
        box.addWidget(self._name)
        box.addWidget(self._work)
        self._waiting = text_label("", "small-quiet")
        box.addSpacing(10)
        box.addWidget(self._waiting)
        box.addWidget(self._make_learn())
        box.addStretch(1)

    def _make_learn(self) -> QWidget:
        """The part that Learn opens once the tag was given: how the patient is, the gauges, and why."""
        self._learn = QWidget()
        box = column(self._learn, spacing=6)
        self._state = FamilyMark(self._look)
        box.addWidget(self._state)
        self._bars: list[QProgressBar] = []
        self._figures: list[QLabel] = []
        for code, name in GAUGES:
            self._add_gauge(box, code, self._look.say(name()))
        box.addSpacing(8)
        self._why = text_label("", "small")
        box.addWidget(self._why)
        return self._learn

    def _add_gauge(self, box: QVBoxLayout, code: str, name: str) -> None:
        line = row(spacing=8)
        label, figure, bar = text_label(name, "small"), text_label("", "small", wrap=False), QProgressBar()
        for widget in (label, bar):
            widget.setToolTip(self._look.say(meaning_of(code)))
        bar.setRange(0, 100)
        bar.setTextVisible(False)
        bar.setAccessibleName(name)
        line.addWidget(label, 1)
        line.addWidget(figure)
        box.addLayout(line)
        box.addWidget(bar)
        self._bars.append(bar)
        self._figures.append(figure)

    def show_patient(self, patient: Patient) -> None:
        """Show who it is; the Learn part stays closed until it is told how they are."""
        self.portrait.show_person(patient.portrait)
        self._name.setText(f"{patient.first_name}, {patient.age}")
        self._work.setText(patient.work)
        self._waiting.setText(self._look.say(say.GAUGES_WAIT(name=patient.first_name)))

    def show_state(self, state: PatientState, pose: Pose, told: Iterable[str], *, animated: bool) -> None:
        """Show how the patient looks now, in the pose that the words name; below it what is not ``told`` beside it anyway."""
        seen = self.portrait.show_reaction(state.reaction, pose, animated=animated)
        self._gaze.setText(_not_told(seen, told))

    def hide_feelings(self, *, waiting: bool) -> None:
        """Do not tell how it feels to the patient; ``waiting`` says that it is told after the tag."""
        self._learn.hide()
        self._waiting.setVisible(waiting)

    def tell_feelings(self, state: PatientState, why: tuple[Message, ...]) -> None:
        """Tell how it feels to the patient, and why."""
        self.state_named = self._look.say(REACTIONS[state.reaction].label())
        self._state.show_family(family_of(state.reaction), self.state_named)
        self._state.setToolTip(self._look.say(meaning_of(state.reaction)))
        # A bar paints itself at every new value unless it is told to wait.
        self._learn.setUpdatesEnabled(False)
        for bar, figure, points in zip(self._bars, self._figures, state.alliance.points, strict=True):
            bar.setValue(points)
            figure.setText(self._look.say(say.POINTS(points=points)))
        self._learn.setUpdatesEnabled(True)
        self._why.setText(" ".join(map(self._look.say, why)))
        self._waiting.hide()
        self._learn.show()

    @property
    def reaction(self) -> ReactionState:
        """The reaction state that the portrait shows."""
        return self.portrait.reaction


def _not_told(seen: str, told: Iterable[str]) -> str:
    """What can be seen without what a stage direction says in the same words."""
    said = ", ".join(told).casefold()
    return ", ".join(part for part in seen.split(", ") if part.casefold() not in said)
