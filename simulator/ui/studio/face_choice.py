"""The faces that a person can have, as pictures to choose among."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from simulator.messages.sentences.new_scenario import FACE
from simulator.messages.sentences.portraits import FACES
from simulator.scenario.portrait_names import Portrait
from simulator.ui.look import Look
from simulator.ui.portraits.portrait_view import PortraitView
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import column

_WIDE: Final = 72


class FaceChoice(NamedGroup):
    """One face of several: those that belong to nobody, then those of the shipped patients."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.say(FACE()))
        box = column(self)
        faces = Flow(spacing=16)
        box.addWidget(faces)
        together = QButtonGroup(self)
        self.faces: dict[str, Face] = {}
        for portrait in map(str, Portrait):
            face = Face(portrait, look.say(FACES[portrait]()), look)
            together.addButton(face.radio)
            faces.items.addWidget(face)
            self.faces[portrait] = face
        self.faces[str(Portrait.DEFAULT)].radio.setChecked(True)

    @property
    def chosen(self) -> str:
        """The portrait that is chosen."""
        return next(name for name, face in self.faces.items() if face.radio.isChecked())


class Face(QWidget):
    """A picture with what it is called below; a click on either chooses it."""

    def __init__(self, portrait: str, called: str, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=4)
        picture = Picture(look, width=round(_WIDE * look.scale))
        picture.show_person(portrait)
        box.addWidget(picture)
        self.radio = QRadioButton(called.replace("&", "&&"))
        self.radio.setAccessibleName(called)
        box.addWidget(self.radio)
        picture.clicked.connect(self.radio.click)


class Picture(PortraitView):
    """A portrait that can be clicked."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks at a face means it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mousePressEvent(event)
