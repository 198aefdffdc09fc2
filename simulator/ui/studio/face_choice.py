"""The faces that a person can have, as pictures to choose among."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from simulator.messages.sentences.new_scenario import FACE
from simulator.messages.sentences.portraits import FACES
from simulator.scenario.portrait_names import OF_PATIENTS, Portrait
from simulator.ui.look import Look
from simulator.ui.portraits.portrait_view import PortraitView
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_WIDE: Final = 72


class FaceChoice(NamedGroup):
    """One face of several: those that belong to nobody, then those of the shipped patients, in columns."""

    def __init__(self, look: Look) -> None:
        words = look.say(FACE())
        super().__init__(words)
        box = column(self, spacing=8)
        box.addWidget(text_label(words, "body"))
        together = QButtonGroup(self)
        self.faces = {str(one): Face(str(one), look.say(FACES[one]()), look) for one in Portrait}
        wide = max(face.sizeHint().width() for face in self.faces.values())
        of_nobody, of_patients = Flow(spacing=12), Flow(spacing=12)
        for portrait, face in self.faces.items():
            face.setFixedWidth(wide)
            together.addButton(face.radio)
            (of_patients if portrait in OF_PATIENTS else of_nobody).items.addWidget(face)
        box.addWidget(of_nobody)
        box.addWidget(of_patients)
        self.faces[str(Portrait.DEFAULT)].radio.setChecked(True)

    @property
    def chosen(self) -> str:
        """The portrait that is chosen."""
        return next(name for name, face in self.faces.items() if face.radio.isChecked())


class Face(QWidget):
    """A picture with what it is called below; a click on either, or beside them, chooses it."""

    def __init__(self, portrait: str, called: str, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=4)
        self.picture = PortraitView(look, width=round(_WIDE * look.scale))
        self.picture.show_person(portrait)
        box.addWidget(self.picture)
        self.radio = QRadioButton(called.replace("&", "&&"))
        self.radio.setAccessibleName(called)
        box.addWidget(self.radio)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks at a face means it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.radio.click()
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
