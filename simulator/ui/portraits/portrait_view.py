"""The patient's face, following the reaction state; it eases from one expression to the next."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from simulator.alliance.reactions import ReactionState
from simulator.shipped_files import ASSETS
from simulator.ui.look import Look
from simulator.ui.portraits.canvas import HEIGHT, WIDTH
from simulator.ui.theme import Theme

if TYPE_CHECKING:
    from simulator.ui.portraits.expression import Expression
    from simulator.ui.portraits.person import Features

Pose: TypeAlias = "tuple[tuple[str, str], ...]"
"""Parts of a pose with the word that a wording gives each."""

_PORTRAITS = ASSETS / "portraits"
_FRAME_MS = 70
_FRAMES = (0.2, 0.5, 0.8)
_FACES_KEPT = 64


class PortraitView(QLabel):
    """A portrait drawn by our own system; ``width`` in pixels.

    Drawing a face takes as long as two frames of a screen, so it never happens inside a click or a first paint: the view
    shows what it has (at first a plain backdrop), and the new face a moment later. Faces that were drawn are kept. Persons and expressions are read,
    and the drawing system is loaded, with the first face.
    """

    def __init__(self, look: Look, *, width: int = 208) -> None:
        super().__init__()
        self._look = look
        self._portrait = ""
        self._drawn: dict[tuple[ReactionState, Pose], QPixmap] = {}
        self.setProperty("kind", "portrait")
        self.reaction = ReactionState.ENGAGED
        self._pose: Pose = ()
        self._frames: list[Expression] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next_frame)
        self.setFixedSize(width, round(width * HEIGHT / WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, portrait: str) -> None:
        """Show a person, engaged; an unknown one gets a neutral face."""
        self._portrait = portrait
        self._drawn = {}
        self.clear()
        self.reaction, self._pose = ReactionState.ENGAGED, ()

    def show_reaction(self, reaction: ReactionState, pose: Pose = (), *, animated: bool) -> str:
        """Let the face follow a reaction state and the pose that a wording names; gives what can be seen in words."""
        from simulator.ui.portraits.expression import between

        old, new = _expression(self.reaction, self._pose), _expression(reaction, pose)
        eased = animated and self.isVisible() and new != old
        self.reaction, self._pose = reaction, pose
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
        key = self.reaction, self._pose
        if self._portrait and key not in self._drawn:
            drawn = _settled_drawing(self._portrait, *key, self._look.theme, *self._pixels())
            self._drawn[key] = QPixmap.fromImage(drawn)
        return self._drawn.get(key)

    def _draw(self, expression: Expression) -> QPixmap | None:
        if not self._portrait:
            return None
        return QPixmap.fromImage(_drawing(self._portrait, expression, self._look.theme, *self._pixels()))

    def _pixels(self) -> tuple[int, int, float]:
        """Width and height of the face, and how many pixels of the screen go into one."""
        return self.width(), self.height(), self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the face; the first one is drawn once the backdrop was seen."""
        super().paintEvent(event)
        if self._portrait and not self._drawn and not self._timer.isActive():
            self._timer.start(0)


def _drawing(portrait: str, expression: Expression, theme: Theme, width: int, height: int, ratio: float) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    from simulator.ui.portraits.drawing import portrait_svg

    svg = portrait_svg(_person(portrait), expression, theme.colours())
    face = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    face.fill(QColor(0, 0, 0, 0))
    painter = QPainter(face)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    face.setDevicePixelRatio(ratio)
    return face


@lru_cache(maxsize=_FACES_KEPT)
def _settled_drawing(
    portrait: str, reaction: ReactionState, pose: Pose, theme: Theme, width: int, height: int, ratio: float
) -> QImage:
    """A face at rest, drawn once: many scenarios of a library are about the same few people."""
    return _drawing(portrait, _expression(reaction, pose), theme, width, height, ratio)


@cache
def _expressions() -> dict[str, Expression]:
    from simulator.ui.portraits.expression import load_expressions

    return load_expressions(_PORTRAITS / "expressions.toml")


@cache
def _poses() -> dict[tuple[str, str], Mapping[str, Any]]:
    from simulator.ui.portraits.expression import load_poses

    return load_poses(_PORTRAITS / "poses.toml")


def _expression(reaction: ReactionState, pose: Pose) -> Expression:
    from simulator.ui.portraits.expression import posed

    return posed(_expressions()[reaction], [_poses()[named] for named in pose])


@cache
def _person(portrait: str) -> Features:
    """The drawing of a person, read once: the same face stands on several cards and pages."""
    from simulator.ui.portraits.person import load_person

    return load_person(_PORTRAITS, portrait)
