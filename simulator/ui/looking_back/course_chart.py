"""The alliance over time and where the hour was heading below it: one axis of turns, by mouse, keyboard and in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.messages.sentences import looking_back as top
from simulator.messages.sentences import worth as say
from simulator.services.debriefing import CoursePoint
from simulator.services.worth_words import judged, turns_that_matter
from simulator.ui.look import Look
from simulator.ui.looking_back.course_drawing import CourseDrawing, Pointed
from simulator.ui.looking_back.course_scale import CourseScale, height_for, scale_for

_NEAR = 22


class CourseChart(QWidget):
    """One axis of turns; click a dot, or go with the arrow keys and press Return, to read that exchange."""

    turn_chosen = Signal(int)
    looked_at = Signal(str)
    """What the turn under the mouse or the keyboard was, in one line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._points: tuple[CoursePoint, ...] = ()
        self._worth: SessionValue | None = None
        self._decisions: dict[int, DecisionValue] = {}
        self._instead: Message | None = None
        self._turn = 0
        self._under_mouse = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height_for(look.scale))
        self.setMouseTracking(True)

    def show_course(self, points: tuple[CoursePoint, ...]) -> None:
        """Show a session's course, with room for where the hour was heading; also told in words to a screen reader."""
        self._points = points
        self._turn = 1 if len(points) > 1 else 0
        self._under_mouse = 0
        self._show(None, say.WORKING())

    def show_worth(self, worth: SessionValue) -> None:
        """Add where the hour was heading after each turn and the judgement on each decision."""
        self._show(worth, None if worth.exact else say.BOUNDS())

    def show_no_worth(self) -> None:
        """Say that this could not be worked out."""
        self._show(None, say.UNKNOWN())

    def select(self, turn: int) -> None:
        """Mark a turn."""
        self._turn = turn
        self._look_at()

    def line(self, turn: int) -> str:
        """What a turn was, in one line; what it was worth as soon as that is known."""
        decision = self._decisions.get(turn)
        if decision is not None:
            return self._look.say(say.OF_TURN(turn=turn, judged=judged(decision)))
        if turn >= len(self._points):
            return ""
        point = self._points[turn]
        return self._of_alliance(point)

    def sizeHint(self) -> QSize:
        """Wide enough to tell the turns apart."""
        return QSize(520, self.height())

    def _show(self, worth: SessionValue | None, instead: Message | None) -> None:
        self._worth = worth if instead is None else None
        self._decisions = {decision.turn: decision for decision in worth.decisions} if worth else {}
        self._instead = instead
        self.setAccessibleDescription(self._in_words())
        self._look_at()

    def _look_at(self) -> None:
        line = self.line(self._under_mouse or self._turn)
        self.setAccessibleName(self._look.say(say.CHART(line=self.line(self._turn))))
        self.looked_at.emit(line)
        self.update()

    def _in_words(self) -> str:
        """The chart as sentences for each turn, with what it was worth where that is known."""
        told = []
        for point in self._points:
            decision = self._decisions.get(point.turn)
            told += [self._of_alliance(point), *([self._look.say(judged(decision))] if decision else [])]
        if self._worth is not None:
            told += map(self._look.say, turns_that_matter(self._worth))
        if self._instead is not None:
            told.append(self._look.say(self._instead))
        return " ".join(told)

    def _of_alliance(self, point: CoursePoint) -> str:
        """How it felt after a turn, what was said of it where that differs, and whether it strained."""
        felt = round(point.felt)
        at = top.AT_TURN(turn=point.turn, did=point.did, felt=felt)
        told = [at if point.turn else top.AT_START(did=point.did, felt=felt)]
        if round(point.stated) != felt:
            told.append(top.STATED_TOO(stated=round(point.stated)))
        if point.rupture:
            told.append(top.A_RUPTURE())
        return " ".join(map(self._look.say, told))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 Qt's signature
        """Draw the chart."""
        if not self._points:
            return
        painter = QPainter(self)
        drawing = CourseDrawing(painter, self._look, self._scale, self.font())
        shown = self._under_mouse or self._turn
        if shown:
            drawing.column(shown, focused=self.hasFocus() and not self._under_mouse)
        drawing.frame(
            self._points, self._look.say(top.COURSE_AXIS()), self._look.say(say.CURVE()), self._look.say(top.START())
        )
        drawing.alliance(self._points, shown)
        if self._worth is not None:
            drawing.worth(self._worth, self._pointed(self._worth), self._look.say(say.MARK_STOPPED()))
        if self._instead is not None:
            drawing.told(self._look.say(self._instead))
        painter.end()

    def _pointed(self, worth: SessionValue) -> tuple[Pointed, ...]:
        """The words above the turns that matter, from left to right."""
        told = ((worth.worst, say.MARK_AGAIN()), (worth.best, say.MARK_HELPED()))
        found = [Pointed(decision.turn, self._look.say(words)) for decision, words in told if decision is not None]
        return tuple(sorted(found))

    @property
    def _scale(self) -> CourseScale:
        return scale_for(self.width(), self._look.scale, max(1, len(self._points) - 1))

    def _at(self, turn: int, felt: float) -> QPointF:
        return self._scale.felt(turn, felt)

    def _turn_near(self, x: float) -> int:
        """The turn whose dot is nearest to a place across the chart; 0 where none is near."""
        turns = range(1, len(self._points))
        near = min(turns, key=lambda turn: abs(self._at(turn, 0).x() - x), default=0)
        return near if near and abs(self._at(near, 0).x() - x) <= _NEAR * self._look.scale else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the turn whose dot is nearest."""
        turn = self._turn_near(event.position().x())
        if turn:
            self._choose(turn)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the turn under the mouse was."""
        turn = self._turn_near(event.position().x())
        if turn != self._under_mouse:
            self._under_mouse = turn
            self._look_at()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has gone: back to the marked turn."""
        super().leaveEvent(event)
        self._under_mouse = 0
        self._look_at()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from turn to turn; Return opens the exchange."""
        last = len(self._points) - 1
        match event.key():
            case Qt.Key.Key_Left if last > 0:
                self._step_to(max(1, self._turn - 1))
            case Qt.Key.Key_Right if last > 0:
                self._step_to(min(last, self._turn + 1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if last > 0:
                self._choose(self._turn)
            case _:
                super().keyPressEvent(event)

    def _step_to(self, turn: int) -> None:
        """The keyboard has the word, wherever the mouse rests."""
        self._under_mouse = 0
        self.select(turn)

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
