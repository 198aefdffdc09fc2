"""The alliance over time: felt and stated as lines, ruptures as shapes with a word, a dot for every decision."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.alliance import REACTIONS, family_of
from simulator.services.debriefing import CoursePoint
from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.theme import Role

_HEIGHT = 240
_TOP, _BOTTOM = 30, 44
_DOT = 5.0
_NEAR = 22


class CourseChart(QWidget):
    """One axis of turns; click a dot, or go with the arrow keys and press Return, to read that exchange."""

    turn_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._points: tuple[CoursePoint, ...] = ()
        self._attainable: tuple[int, ...] = ()
        self._turn = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(_HEIGHT * (0.6 + 0.4 * look.scale)))
        self.setMouseTracking(True)

    def show_course(self, points: tuple[CoursePoint, ...]) -> None:
        """Show a session's course; also told in words to a screen reader."""
        self._points = points
        self._attainable = ()
        self._turn = 1 if len(points) > 1 else 0
        self.setAccessibleName(self.tr("Alliance over time"))
        self.setAccessibleDescription(in_words(points))
        self.update()

    def show_attainable(self, values: tuple[int, ...]) -> None:
        """Add the repair value that was still attainable at the start and after each turn (0 to 100)."""
        self._attainable = values
        told = " ".join(f"After turn {turn}: {value}." for turn, value in enumerate(values))
        self.setAccessibleDescription(
            in_words(self._points) + " " + self.tr("Repair value still attainable. {0}").format(told)
        )
        self.update()

    def select(self, turn: int) -> None:
        """Mark a turn."""
        self._turn = turn
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to tell the turns apart."""
        return QSize(520, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 Qt's signature
        """Draw the chart."""
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._grid(painter)
        self._line(painter, [p.stated for p in self._points], "deference", Qt.PenStyle.DashLine, 1.6)
        if self._attainable:
            self._line(painter, [float(v) for v in self._attainable], "quiet-ink", Qt.PenStyle.DotLine, 1.8)
        self._line(painter, [p.felt for p in self._points], "accent", Qt.PenStyle.SolidLine, 2.4)
        self._dots(painter)
        self._ruptures(painter)
        self._legend(painter)
        painter.end()

    def _plot(self) -> QRectF:
        scale = self._look.scale
        left = 52 * scale
        return QRectF(left, _TOP * scale, self.width() - left - 24, self.height() - (_TOP + _BOTTOM) * scale)

    def _at(self, index: int, value: float) -> QPointF:
        plot = self._plot()
        step = plot.width() / max(1, len(self._points) - 1)
        return QPointF(plot.left() + index * step, plot.bottom() - plot.height() * value / 100)

    def _colour(self, role: str) -> QColor:
        return QColor(self._look.theme.colour(Role(role)))

    def _font(self, painter: QPainter) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(12 * self._look.scale))
        painter.setFont(font)
        return font

    def _grid(self, painter: QPainter) -> None:
        plot = self._plot()
        metrics = QFontMetricsF(self._font(painter))
        for value in (0, 50, 100):
            y = self._at(0, value).y()
            painter.setPen(QPen(self._colour("hairline"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._colour("quiet-ink"))
            painter.drawText(QPointF(plot.left() - 10 - metrics.horizontalAdvance(str(value)), y + 4), str(value))
        every = 1 + len(self._points) // 16
        for index, point in enumerate(self._points):
            if index % every == 0:
                word = self.tr("start") if index == 0 else str(point.turn)
                x = self._at(index, 0).x() - metrics.horizontalAdvance(word) / 2
                painter.drawText(QPointF(x, plot.bottom() + metrics.height() + 4), word)

    def _line(self, painter: QPainter, values: list[float], role: str, style: Qt.PenStyle, width: float) -> None:
        painter.setPen(QPen(self._colour(role), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([self._at(i, v) for i, v in enumerate(values)])

    def _dots(self, painter: QPainter) -> None:
        for index, point in enumerate(self._points[1:], 1):
            centre = self._at(index, point.felt)
            chosen = point.turn == self._turn
            painter.setPen(QPen(self._colour("accent"), 2))
            painter.setBrush(self._colour("accent" if chosen else "surface"))
            painter.drawEllipse(centre, _DOT + 2 * chosen, _DOT + 2 * chosen)
            if chosen and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, _DOT + 6, _DOT + 6)

    def _ruptures(self, painter: QPainter) -> None:
        size = round(15 * self._look.scale)
        for index, point in enumerate(self._points):
            if point.rupture is None:
                continue
            centre = self._at(index, point.felt)
            family = point.rupture.value
            above = centre.y() - size - 10
            picture = self._shape(family, size)
            painter.drawPixmap(round(centre.x() - size / 2), round(max(0.0, above)), picture)

    def _shape(self, family: str, size: int) -> QPixmap:
        return icon_pixmap(family, self._look.theme.colour(Role(family)), size, self.devicePixelRatioF())

    def _legend(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self._font(painter))
        x, y = self._plot().left(), self.height() - 8.0
        entries = [
            (self.tr("felt alliance"), "accent", Qt.PenStyle.SolidLine),
            (self.tr("as stated"), "deference", Qt.PenStyle.DashLine),
        ]
        if self._attainable:
            entries.append((self.tr("repair still attainable"), "quiet-ink", Qt.PenStyle.DotLine))
        for word, role, style in entries:
            painter.setPen(QPen(self._colour(role), 2, style))
            painter.drawLine(QPointF(x, y - 4), QPointF(x + 26, y - 4))
            painter.setPen(self._colour("quiet-ink"))
            painter.drawText(QPointF(x + 32, y), word)
            x += 32 + metrics.horizontalAdvance(word) + 22
        size = round(13 * self._look.scale)
        for family in dict.fromkeys(p.rupture for p in self._points if p.rupture):
            picture = self._shape(family.value, size)
            painter.drawPixmap(round(x), round(y - size + 2), picture)
            painter.drawText(QPointF(x + size + 5, y), family.value)
            x += size + 5 + metrics.horizontalAdvance(family.value) + 18

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the turn whose dot is nearest."""
        for index, point in enumerate(self._points[1:], 1):
            if abs(self._at(index, point.felt).x() - event.position().x()) <= _NEAR:
                self._choose(point.turn)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from turn to turn; Return opens the exchange."""
        last = len(self._points) - 1
        match event.key():
            case Qt.Key.Key_Left:
                self.select(max(1, self._turn - 1))
            case Qt.Key.Key_Right:
                self.select(min(last, self._turn + 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose(self._turn)
            case _:
                super().keyPressEvent(event)

    def _choose(self, turn: int) -> None:
        self.select(turn)
        self.turn_chosen.emit(turn)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone elsewhere."""
        super().focusOutEvent(event)
        self.update()


def in_words(points: tuple[CoursePoint, ...]) -> str:
    """The chart as a sentence for each turn."""
    told = []
    for point in points:
        where = "Start" if point.turn == 0 else f"Turn {point.turn}"
        rupture = f", rupture: {point.rupture}" if point.rupture else ""
        state = REACTIONS[point.state].label.lower()
        apart = f", stated {point.stated:.0f}" if round(point.stated) != round(point.felt) else ""
        told.append(f"{where}: {state} ({family_of(point.state)}), felt alliance {point.felt:.0f}{apart}{rupture}.")
    return " ".join(told)
