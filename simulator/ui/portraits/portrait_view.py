"""The patient's face, following the reaction state; it eases from one expression to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from simulator.ui.look import Look
from simulator.ui.portraits.canvas import HEIGHT, WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from simulator.alliance.reactions import ReactionState
    from simulator.ui.portraits.expression import Expression
    from simulator.ui.portraits.faces import Pose

_FRAME_MS = 70
_FRAMES = (0.2, 0.5, 0.8)


class PortraitView(QLabel):
    """A portrait drawn by our own system; ``width`` in pixels.

    Drawing a face takes as long as two frames of a screen, so it never happens inside a click or a first paint: the view
    shows what it has (at first a plain backdrop), and the new face a moment later. Persons and expressions are read, and
    the drawing system is loaded (``faces``), with the first face.
    """

    def __init__(self, look: Look, *, width: int = 208) -> None:
        super().__init__()
        self._look = look
        self._portrait = ""
        self._drawn: dict[tuple[ReactionState, Pose], QPixmap] = {}
        self.setProperty("kind", "portrait")
        self._reaction: ReactionState | None = None
        self._pose: Pose = ()
        self._frames: list[Expression] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next_frame)
        self.setFixedSize(width, round(width * HEIGHT / WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def reaction(self) -> ReactionState:
        """The reaction state that the face shows; engaged as long as none was to be shown."""
        from simulator.alliance.reactions import ReactionState

        return self._reaction or ReactionState.ENGAGED

    def show_person(self, portrait: str) -> None:
        """Show a person, engaged; an unknown one gets a neutral face."""
        self._portrait = portrait
        self._drawn = {}
        self.clear()
        self._reaction, self._pose = None, ()

    def show_reaction(self, reaction: ReactionState, pose: Pose = (), *, animated: bool) -> str:
        """Let the face follow a reaction state and the pose that a wording names; gives what can be seen in words."""
        from simulator.ui.portraits.expression import between
        from simulator.ui.portraits.faces import expression_of

        old, new = expression_of(self.reaction, self._pose), expression_of(reaction, pose)
        eased = animated and self.isVisible() and new != old
        self._reaction, self._pose = reaction, pose
        self._frames = [between(old, new, part) for part in _FRAMES] if eased else []
        self._timer.start(_FRAME_MS if eased else 0)
        seen = self._look.say(new.describes)
        self.setAccessibleName(seen)
        return seen

    def _next_frame(self) -> None:
        if self._frames:
            self._show(self._draw(self._frames.pop(0)))
        else:
            self._timer.stop()
            self._show(self._settled())

    def _show(self, face: QPixmap | None) -> None:
        if face is not None:
            self.setPixmap(face)

    def _settled(self) -> QPixmap | None:
        """The face of the reaction and pose shown now, drawn at most once."""
        from simulator.ui.portraits.faces import face_at_rest

        key = self.reaction, self._pose
        if self._portrait and key not in self._drawn:
            drawn = face_at_rest(self._portrait, self.reaction, self._pose, self._look.theme, *self._pixels())
            self._drawn[key] = drawn
        return self._drawn.get(key)

    def _draw(self, expression: Expression) -> QPixmap | None:
        from simulator.ui.portraits.faces import face

        return face(self._portrait, expression, self._look.theme, *self._pixels()) if self._portrait else None

    def _pixels(self) -> tuple[int, int, float]:
        """Width and height of the face, and how many pixels of the screen go into one."""
        return self.width(), self.height(), self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the face; the first one is drawn once the backdrop was seen."""
        super().paintEvent(event)
        if self._portrait and not self._drawn and not self._timer.isActive():
            self._timer.start(0)
