"""An estimate between 0 and 100 as a line, with the bar in which it likely lies; the words beside it say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.ui.look import Look
from simulator.ui.theme import Role

_WIDE, _HIGH = 220, 16
_LINE = 3.0
_THIN = 0.35


class IntervalBar(QWidget):
    """``point`` is ``None`` where only the ends are told."""

    def __init__(self, look: Look, point: float | None, low: float, high: float) -> None:
        super().__init__()
        self._look = look
        self._point, self._low, self._high = point, low, high
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as the text asks for."""
        return QSize(round(_WIDE * self._look.scale), round(_HIGH * self._look.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scale as a hairline, the interval on it, the estimate across."""
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        half = _LINE * self._look.scale / 2
        wide, middle = self.width() - 2 * half, self.height() / 2
        painter.setPen(QPen(QColor(theme.colour(Role.CONTROL_EDGE)), 1))
        painter.drawLine(round(half), round(middle), round(half + wide), round(middle))
        for end in (half, half + wide):
            painter.drawLine(
                round(end), round(middle - self.height() / 4), round(end), round(middle + self.height() / 4)
            )
        left, right = (half + wide * min(max(at, 0.0), 100.0) / 100 for at in (self._low, self._high))
        accent, high = QColor(theme.colour(Role.ACCENT)), self.height() * 0.5
        thin = QColor(accent)
        thin.setAlphaF(_THIN)
        # The edge is what stands out from the page: the fill alone does not.
        painter.setPen(QPen(accent, theme.edge))
        painter.setBrush(thin)
        painter.drawRoundedRect(QRectF(left, middle - high / 2, max(right - left, 2 * half), high), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        if self._point is not None:
            at = half + wide * min(max(self._point, 0.0), 100.0) / 100
            painter.drawRect(QRectF(at - half, 1, 2 * half, self.height() - 2))
