"""Who sits across from you: the portrait, what can be seen, and in Learn mode the gauges with the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from simulator.alliance.reactions import REACTIONS, ReactionState, family_of
from simulator.messages.message import Message
from simulator.patient.state import PatientState
from simulator.scenario.document import Patient
from simulator.ui.look import Look
from simulator.ui.practice.portrait_view import PortraitView, Pose
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

GAUGES = ("Bond", "Agreement on tasks", "Agreement on goals")


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
        self._learn = QWidget()
        self._learn_box = column(self._learn, spacing=6)
        self._state = FamilyMark(look)
        self._learn_box.addSpacing(10)
        self._learn_box.addWidget(self._state)
        self._bars: list[QProgressBar] = []
        for name in GAUGES:
            self._learn_box.addWidget(text_label(self.tr(name), "small"))
            bar = QProgressBar()
            bar.setRange(0, 100)
            bar.setTextVisible(False)
            bar.setAccessibleName(self.tr(name))
            self._learn_box.addWidget(bar)
            self._bars.append(bar)
        self._learn_box.addSpacing(8)
        self._why = text_label("", "small")
        self._learn_box.addWidget(self._why)
        box.addWidget(self._learn)
        box.addStretch(1)

    def show_patient(self, patient: Patient, *, gauges: bool) -> None:
        """Show who it is; ``gauges`` opens the Learn part."""
        self.portrait.show_person(patient.portrait)
        self._name.setText(f"{patient.first_name}, {patient.age}")
        self._work.setText(patient.work)
        self._learn.setVisible(gauges)

    def show_state(self, state: PatientState, pose: Pose, why: tuple[Message, ...], *, animated: bool) -> None:
        """Show how the patient is now, in the pose that the words name, and in Learn why."""
        self._gaze.setText(self.portrait.show_reaction(state.reaction, pose, animated=animated))
        self.state_named = REACTIONS[state.reaction].label
        self._state.show_family(family_of(state.reaction), self.state_named)
        # A bar paints itself at every new value unless it is told to wait.
        self._learn.setUpdatesEnabled(False)
        for bar, points in zip(self._bars, state.alliance.points, strict=True):
            bar.setValue(points)
        self._learn.setUpdatesEnabled(True)
        self._why.setText(" ".join(map(self._look.say, why)))

    @property
    def reaction(self) -> ReactionState:
        """The reaction state that the portrait shows."""
        return self.portrait.reaction
