"""Where turns and points lie on the course chart: two bands above one another on one axis of turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from simulator.ui.theme import Size, pixels

_LEFT, _RIGHT = 40, 22
_ALLIANCE, _VALUE = 132, 88
_SHAPE_ROOM = 22
_GAP = 14
SHAPE: Final = 16
"""Height of the shape of a rupture or a judgement at a text size of 100 %."""


@dataclass(frozen=True, slots=True)
class CourseScale:
    """The two bands in pixels, each from 0 points (bottom) to 100 (top), over turns 0 to ``last``.

    ``text`` is the height of a line of text, ``shape`` that of a shape; lines and bands are ``grown`` times as large as at
    a text size of 100 %.
    """

    alliance: QRectF
    value: QRectF
    last: int
    text: float
    shape: int
    grown: float

    @property
    def step(self) -> float:
        """Pixels from one turn to the next."""
        return self.alliance.width() / max(1, self.last)

    def felt(self, turn: int, points: float) -> QPointF:
        """The place of an alliance in the upper band."""
        return self._in(self.alliance, turn, points)

    def worth(self, turn: int, points: float) -> QPointF:
        """The place of a repair value in the lower band."""
        return self._in(self.value, turn, points)

    def _in(self, band: QRectF, turn: int, points: float) -> QPointF:
        return QPointF(band.left() + turn * self.step, band.bottom() - band.height() * points / 100)


def scale_for(width: int, text_scale: float, last: int) -> CourseScale:
    """The scale of a chart of this width in pixels at the user's text size, for turns 0 to ``last``."""
    text = _line(text_scale)
    left = _LEFT * text_scale
    grown = 0.6 + 0.4 * text_scale
    across = max(1.0, width - left - _RIGHT * text_scale)
    top = text + _SHAPE_ROOM * text_scale
    alliance = QRectF(left, top, across, _ALLIANCE * grown)
    # One line for the name of the band and one for the words at the turning point.
    below = alliance.bottom() + _GAP * text_scale + 2 * text
    value = QRectF(left, below, across, _VALUE * grown)
    room = across / max(1, last) - 2
    return CourseScale(alliance, value, last, text, max(8, round(min(SHAPE * text_scale, room))), grown)


def height_for(text_scale: float) -> int:
    """Height in pixels of the chart at the user's text size."""
    return round(scale_for(1, text_scale, 1).value.bottom() + _line(text_scale) + 10 * text_scale)


def _line(text_scale: float) -> float:
    return pixels(Size.SMALL, text_scale) * 1.4
