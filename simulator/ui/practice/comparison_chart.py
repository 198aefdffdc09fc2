"""How it felt to the patient in both courses, as two lines over the same turns: dashed before, solid in this try."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.messages.message import Listed, Message
from simulator.messages.sentences import another_try as say
from simulator.services.debriefing import CoursePoint
from simulator.ui.look import Look
from simulator.ui.theme import Role, Size, pixels

_HEIGHT, _LEFT, _RIGHT = 130, 40, 22
_SAMPLE, _GAP = 26, 8
_DOT = 3.5


_LINES: Final = (
    (say.THIS_TRY, Role.ACCENT, Qt.PenStyle.SolidLine),
    (say.FIRST_TIME, Role.QUIET_INK, Qt.PenStyle.DashLine),
)


class ComparisonChart(QWidget):
    """Drawn once for both; in words for who cannot see it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._before: tuple[CoursePoint, ...] = ()
        self._now: tuple[CoursePoint, ...] = ()
        self._turn = 1
        grown = 0.6 + 0.4 * look.scale
        self._line = pixels(Size.SMALL, look.scale) * 1.4
        self.setFixedHeight(round(_HEIGHT * grown + 2.9 * self._line))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_courses(self, name: str, before: tuple[CoursePoint, ...], now: tuple[CoursePoint, ...], turn: int) -> None:
        """Show two courses which part at a turn."""
        self._before, self._now, self._turn = before, now, turn
        told = say.CURVES(name=name, before=_listed(before), now=_listed(now))
        self.setAccessibleName(self._look.say(say.HOW_IT_FELT(name=name)))
        self.setAccessibleDescription(self._look.say(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to tell the turns apart."""
        return QSize(520, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 Qt's signature
        """Draw both lines, the part that they share once, with their names above."""
        if not self._now:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPixelSize(pixels(Size.SMALL, self._look.scale))
        painter.setFont(small)
        self._frame(painter)
        shared = self._turn - 1
        for points, (_, role, style) in zip((self._now, self._before[shared:]), _LINES, strict=True):
            self._course(painter, points, role, style)
        self._names(painter)
        painter.end()

    @property
    def _band(self) -> QRectF:
        scale = self._look.scale
        wide = max(1.0, self.width() - (_LEFT + _RIGHT) * scale)
        return QRectF(_LEFT * scale, 1.4 * self._line, wide, self.height() - 2.9 * self._line)

    def _at(self, point: CoursePoint) -> QPointF:
        band = self._band
        last = max(self._before[-1].turn, self._now[-1].turn, 1)
        return QPointF(band.left() + band.width() * point.turn / last, band.bottom() - band.height() * point.felt / 100)

    def _frame(self, painter: QPainter) -> None:
        """Three lines to read the height by, the place where both part, and the turns below."""
        band, metrics = self._band, QFontMetricsF(painter.font())
        painter.setPen(QPen(self._colour(Role.HAIRLINE), 1))
        for share in (0, 50, 100):
            y = band.bottom() - band.height() * share / 100
            painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y))
        longer = max(self._before, self._now, key=len)
        parting = self._at(longer[self._turn - 1]).x()
        painter.setPen(QPen(self._colour(Role.CONTROL_EDGE), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(parting, band.top()), QPointF(parting, band.bottom()))
        painter.setPen(self._colour(Role.QUIET_INK))
        for share in (0, 50, 100):
            y = band.bottom() - band.height() * share / 100 + metrics.ascent() / 2 - 1
            painter.drawText(QPointF(4 * self._look.scale, y), str(share))
        for point in longer[:: 1 + len(longer) // 16]:
            word = str(point.turn) if point.turn else self._look.say(say.START())
            x = self._at(point).x() - metrics.horizontalAdvance(word) / 2
            painter.drawText(QPointF(x, band.bottom() + self._line), word)

    def _course(self, painter: QPainter, points: tuple[CoursePoint, ...], role: Role, style: Qt.PenStyle) -> None:
        places = [self._at(point) for point in points]
        painter.setPen(QPen(self._colour(role), 2.4, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(role))
        for place in places:
            painter.drawEllipse(place, _DOT, _DOT)

    def _names(self, painter: QPainter) -> None:
        """What each line is, above them from the right: a piece of the line, and its name."""
        metrics, scale = QFontMetricsF(painter.font()), self._look.scale
        right, middle = self._band.right(), self._line * 0.45
        for sentence, role, style in _LINES:
            word = self._look.say(sentence())
            right -= metrics.horizontalAdvance(word)
            painter.setPen(self._colour(Role.INK))
            painter.drawText(QPointF(right, middle + metrics.ascent() / 2 - 1), word)
            right -= _GAP * scale
            painter.setPen(QPen(self._colour(role), 2.4, style))
            painter.drawLine(QPointF(right - _SAMPLE * scale, middle), QPointF(right, middle))
            right -= (_SAMPLE + 2 * _GAP) * scale

    def _colour(self, role: Role) -> QColor:
        return QColor(self._look.theme.colour(role))


def _listed(points: tuple[CoursePoint, ...]) -> Listed:
    return Listed(tuple(map(_told, points)))


def _told(point: CoursePoint) -> Message:
    points = round(point.felt)
    return say.AT_TURN(turn=point.turn, points=points) if point.turn else say.AT_START(points=points)
