"""Draws the course of a session: the alliance above, where the hour was heading below, decisions and ruptures as shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.session_value import SessionValue
from simulator.services.debriefing import CoursePoint
from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.looking_back.course_scale import CourseScale
from simulator.ui.looking_back.judgement_mark import judgement_pixmap
from simulator.ui.theme import Role, Size, pixels

_DOT = 3.5
_CORNER = 6.0
_WIDEST_COLUMN = 44


class Pointed(NamedTuple):
    """A turn with words above it."""

    turn: int
    words: str


class CourseDrawing:
    """A painter with the look and the scale of one chart."""

    def __init__(self, painter: QPainter, look: Look, scale: CourseScale, font: QFont) -> None:
        self._painter = painter
        self._look = look
        self._scale = scale
        small = QFont(font)
        small.setPixelSize(pixels(Size.SMALL, look.scale))
        painter.setFont(small)
        self._metrics = QFontMetricsF(small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def column(self, turn: int, *, focused: bool) -> None:
        """A column behind the turn that is looked at; ringed where the keyboard is on it."""
        scale, theme = self._scale, self._look.theme
        width = min(_WIDEST_COLUMN * self._look.scale, max(scale.step, 2.0 * scale.shape))
        top = scale.alliance.top() - scale.shape - 4
        bottom = scale.value.bottom() + scale.text + 6
        area = QRectF(scale.felt(turn, 0).x() - width / 2, top, width, bottom - top)
        self._painter.setPen(QPen(self._colour(Role.FOCUS), theme.ring) if focused else Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(theme.tint(Role.ACCENT)))
        self._painter.drawRoundedRect(area, _CORNER, _CORNER)

    def frame(self, points: Sequence[CoursePoint], alliance: str, value: str, start: str) -> None:
        """The names of the bands, their lines, and the turns below."""
        for band, name in ((self._scale.alliance, alliance), (self._scale.value, value)):
            for share in (0, 50, 100):
                self._rule(band, share)
            self._word(name, 0, band.top() - self._headroom(band))
        every = 1 + len(points) // 16
        y = self._scale.value.bottom() + self._scale.text
        for point in points[::every]:
            word = start if point.turn == 0 else str(point.turn)
            self._word(word, self._scale.felt(point.turn, 0).x() - self._metrics.horizontalAdvance(word) / 2, y + 2)

    def alliance(self, points: Sequence[CoursePoint], turn: int) -> None:
        """Felt and stated alliance as lines, a dot a decision, and ruptures as the shapes of their families."""
        scale = self._scale
        stated = [scale.felt(p.turn, p.stated) for p in points]
        felt = [scale.felt(p.turn, p.felt) for p in points]
        self._line(stated, Role.DEFERENCE, 1.6, Qt.PenStyle.DashLine)
        self._line(felt, Role.ACCENT, 2.4)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(Role.ACCENT))
        for point, place in zip(points[1:], felt[1:], strict=True):
            radius = (_DOT + 2 * (point.turn == turn)) * scale.grown
            self._painter.drawEllipse(place, radius, radius)
        for point, place in zip(points, felt, strict=True):
            if point.rupture:
                self._shape(point.rupture.value, QPointF(place.x(), place.y() - scale.shape / 2 - 9 * scale.grown))

    def worth(self, worth: SessionValue, pointed: Sequence[Pointed], stopped: str) -> None:
        """Where the hour was heading after each turn, a mark on each decision, the turns that matter and the end in words."""
        first = worth.decisions[0].turn - 1 if worth.decisions else 0
        marks = {turn: self._scale.worth(turn, points / 100) for turn, points in enumerate(worth.heading, first)}
        line = list(marks.values())
        ground = self._colour(Role.END)
        ground.setAlphaF(self._look.theme.tint_percent / 100)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._painter.drawPolygon(QPolygonF([*line, self._floor(line[-1]), self._floor(line[0])]))
        # Dotted: it is expected, and not measured.
        self._line(line, Role.QUIET_INK, 1.8, Qt.PenStyle.DotLine)
        self._point_at(pointed, marks)
        if worth.stopping > 0 and worth.reached is not None:
            self._stopped(stopped, line[-1], self._scale.worth(max(marks), worth.reached))
        for decision in worth.decisions:
            self._mark(decision, marks[decision.turn])

    def _floor(self, place: QPointF) -> QPointF:
        return QPointF(place.x(), self._scale.value.bottom())

    def told(self, sentence: str) -> None:
        """A sentence where the value would be."""
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        room = self._metrics.boundingRect(self._scale.value, centred, sentence).adjusted(-8, 0, 8, 0)
        self._painter.fillRect(room, self._colour(Role.SURFACE))
        self._painter.setPen(self._colour(Role.QUIET_INK))
        self._painter.drawText(self._scale.value, centred, sentence)

    def _mark(self, decision: DecisionValue, place: QPointF) -> None:
        size = self._scale.shape
        # The ground behind a ring hides the line that runs through it.
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(Role.SURFACE))
        self._painter.drawEllipse(place, size * 0.4, size * 0.4)
        ratio = self._painter.device().devicePixelRatioF()
        picture = judgement_pixmap(decision.judgement, self._look, size, ratio)
        self._painter.drawPixmap(QPointF(place.x() - size / 2, place.y() - size / 2), picture)

    def _point_at(self, pointed: Sequence[Pointed], marks: Mapping[int, QPointF]) -> None:
        """Words in the line that is kept free above the band, each with a thin line down to its mark."""
        band = self._scale.value
        y = band.top() - self._metrics.descent() - 4
        self._painter.setPen(QPen(self._colour(Role.INK), 1))
        for (turn, words), x in zip(pointed, self._side_by_side(pointed, marks), strict=True):
            self._painter.drawText(QPointF(x, y), words)
            self._painter.drawLine(QPointF(marks[turn].x(), y + self._metrics.descent()), marks[turn])

    def _side_by_side(self, pointed: Sequence[Pointed], marks: Mapping[int, QPointF]) -> Iterator[float]:
        """Where the words begin, from left to right: over their turns as far as there is room, never over one another."""
        band, apart = self._scale.value, self._metrics.horizontalAdvance("   ")
        widths = [self._metrics.horizontalAdvance(words) for _, words in pointed]
        free = band.left()
        for number, (turn, _) in enumerate(pointed):
            still_to_come = sum(width + apart for width in widths[number + 1 :])
            latest = band.right() + self._scale.shape - widths[number] - still_to_come
            x = max(free, min(marks[turn].x() - 4, latest))
            yield x
            free = x + widths[number] + apart

    def _stopped(self, word: str, last: QPointF, end: QPointF) -> None:
        """The fall from what was still attainable to where the session was ended; with the word where there is room."""
        shape = self._scale.shape
        self._line([last, end], Role.END, 1.6, Qt.PenStyle.DashLine)
        self._shape("end", end)
        if end.y() - last.y() > shape + self._metrics.height():
            width, right = self._metrics.horizontalAdvance(word), shape / 2 + 6
            beside = -right - width if end.x() - right - width > self._scale.value.left() else right
            self._painter.setPen(self._colour(Role.INK))
            self._painter.drawText(QPointF(end.x() + beside, end.y() + self._metrics.ascent() / 2 - 2), word)

    def _headroom(self, band: QRectF) -> float:
        """Pixels above a band that are kept free: for ruptures, or for the words over the turns that matter."""
        words = self._metrics.height() + self._metrics.descent() + 4
        return words if band is self._scale.value else self._scale.shape + 8

    def _rule(self, band: QRectF, share: int) -> None:
        y = band.bottom() - band.height() * share / 100
        self._painter.setPen(QPen(self._colour(Role.HAIRLINE), 1))
        self._painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y))
        word = str(share)
        self._word(word, band.left() - 10 - self._metrics.horizontalAdvance(word), y + self._metrics.ascent() / 2 - 2)

    def _word(self, word: str, x: float, y: float) -> None:
        self._painter.setPen(self._colour(Role.QUIET_INK))
        self._painter.drawText(QPointF(x, y), word)

    def _line(
        self, places: list[QPointF], role: Role, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._painter.setPen(QPen(self._colour(role), width * self._scale.grown, style, cap, join))
        self._painter.drawPolyline(places)

    def _shape(self, name: str, centre: QPointF) -> None:
        """The shape of a family (or of the end), whose colour has the same name."""
        size, ratio = self._scale.shape, self._painter.device().devicePixelRatioF()
        picture = icon_pixmap(name, self._look.theme.colour(Role(name)), size, ratio)
        self._painter.drawPixmap(QPointF(centre.x() - size / 2, centre.y() - size / 2), picture)

    def _colour(self, role: Role) -> QColor:
        return QColor(self._look.theme.colour(role))
