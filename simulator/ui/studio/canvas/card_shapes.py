"""The outline of a card by its family, so that shape says what colour says: each is that of the family's sign, made wide."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from simulator.alliance.reactions import Family

_ROUND: Final = 10
_CUT: Final = 16
_WIDE_CUT: Final = 26
_NO_CUT: Final = (0, 0, 0, 0)

_CORNERS: Final[Mapping[Family, tuple[int, int, int, int]]] = MappingProxyType(
    {
        Family.WITHDRAWAL: (0, 0, _WIDE_CUT, _WIDE_CUT),
        Family.CONFRONTATION: (_WIDE_CUT, _WIDE_CUT, 0, 0),
        Family.MIXED: (_WIDE_CUT, 0, _WIDE_CUT, 0),
        Family.END: (_CUT, _CUT, _CUT, _CUT),
    }
)
"""How much of each corner is cut off, from the upper left clockwise: to a triangle down or up, a split square, an octagon."""


def outline(family: Family | None, width: float, height: float, scale: float) -> QPainterPath:
    """The outline of a card of a family, at a text scale; a round-cornered card where the family is not known."""
    path = QPainterPath()
    match family:
        case Family.DEFERENCE:
            point = _CUT * scale
            path.addPolygon(
                QPolygonF(
                    [
                        QPointF(point, 0),
                        QPointF(width - point, 0),
                        QPointF(width, height / 2),
                        QPointF(width - point, height),
                        QPointF(point, height),
                        QPointF(0, height / 2),
                    ]
                )
            )
            path.closeSubpath()
        case Family.ENGAGED:
            path.addRoundedRect(QRectF(0, 0, width, height), height / 2.6, height / 2.6)
        case None | Family.REPAIR:
            path.addRoundedRect(QRectF(0, 0, width, height), _ROUND * scale, _ROUND * scale)
        case _:
            _cut(path, width, height, [cut * scale for cut in _CORNERS.get(family, _NO_CUT)])
    return path


def _cut(path: QPainterPath, width: float, height: float, cuts: list[float]) -> None:
    upper_left, upper_right, lower_right, lower_left = cuts
    points = [
        QPointF(upper_left, 0),
        QPointF(width - upper_right, 0),
        QPointF(width, upper_right),
        QPointF(width, height - lower_right),
        QPointF(width - lower_right, height),
        QPointF(lower_left, height),
        QPointF(0, height - lower_left),
        QPointF(0, upper_left),
    ]
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
