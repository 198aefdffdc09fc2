"""Draws the cells of a table: text that wraps instead of being cut, a bar below it, and a line under every row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.theme import Role, blended
from simulator.ui.widgets.headings import ASIDE
from simulator.ui.widgets.rows_model import BAR_ROLE, ICON_ROLE, Bar

_ABOVE, _BAR, _ICON, _GAP = 7, 6, 16, 6
_ENDLESS: Final = 100_000


class CellDelegate(QStyledItemDelegate):
    """Cells in the look of the theme; heights follow from the widths of the columns."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._grown = 0.5 + 0.5 * look.scale

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """As wide as the text on its line, and as high as it is in the column of now."""
        text, icon, bar = str(index.data()), bool(index.data(ICON_ROLE)), bool(index.data(BAR_ROLE))
        high = self.height_in(self._view.columnWidth(index.column()), text, icon=icon, bar=bar)
        return QSize(self.width_of(text, icon=icon), high)

    def width_of(self, text: str, *, icon: bool = False, wrapped: bool = False) -> int:
        """The width in pixels that a cell needs on one line; ``wrapped``: below which its longest word would be cut."""
        parts = _dots_kept(text).split(" ") if wrapped else text.split("\n")
        widest = max(map(self._view.fontMetrics().horizontalAdvance, parts), default=0)
        return widest + 2 * self._aside + self._icon_room(icon)

    def height_in(self, width: int, text: str, *, icon: bool = False, bar: bool = False) -> int:
        """The height in pixels that a cell needs in a column of this width."""
        inside = max(1, width - 2 * self._aside - self._icon_room(icon))
        wraps = Qt.TextFlag.TextWordWrap
        lines = self._view.fontMetrics().boundingRect(0, 0, inside, _ENDLESS, wraps, _dots_kept(text)).height()
        return lines + self.least_height + (self._scaled(_BAR + _GAP) if bar else 0)

    @property
    def least_height(self) -> int:
        """The height in pixels of a row without a word in it."""
        return 2 * self._scaled(_ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, text, icon and bar; a ring around the cell that the keyboard is on."""
        painter.save()
        self._ground(painter, option, index)
        inside = option.rect.adjusted(self._aside, self._scaled(_ABOVE), -self._aside, -self._scaled(_ABOVE))
        inside = self._draw_icon(painter, inside, index)
        bar = index.data(BAR_ROLE)
        nothing = isinstance(bar, Bar) and not bar.share
        painter.setPen(QColor(self._look.theme.quiet_ink if nothing else self._look.theme.ink))
        painter.setFont(self._view.font())
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(inside, int(alignment) | int(Qt.TextFlag.TextWordWrap), _dots_kept(str(index.data())))
        if isinstance(bar, Bar) and bar.share:
            self._draw_bar(painter, inside, bar)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        item.text = ""
        focused = bool(item.state & QStyle.StateFlag.State_HasFocus)
        item.state &= ~QStyle.StateFlag.State_HasFocus
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, item, painter, self._view)
        theme, rect = self._look.theme, QRect(option.rect)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(theme.hairline))
        if focused:
            half = theme.ring / 2
            painter.setPen(QPen(QColor(theme.focus), theme.ring))
            painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))

    def _draw_icon(self, painter: QPainter, inside: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Draw the icon of a cell before its first line; gives the room that is left."""
        name = index.data(ICON_ROLE)
        if not name:
            return inside
        size = round(_ICON * self._look.scale)
        picture = icon_pixmap(str(name), self._look.theme.colour(Role.INK), size, self._view.devicePixelRatioF())
        line = self._view.fontMetrics().height()
        place = QRect(inside.x(), inside.y() + (line - size) // 2, size, size)
        rest = inside.adjusted(self._icon_room(True), 0, 0, 0)
        reads = self._view.layoutDirection()
        painter.drawPixmap(QStyle.visualRect(reads, inside, place).topLeft(), picture)
        return QStyle.visualRect(reads, inside, rest)

    def _draw_bar(self, painter: QPainter, inside: QRect, bar: Bar) -> None:
        theme, height = self._look.theme, self._scaled(_BAR)
        top = inside.y() + self._view.fontMetrics().height() + self._scaled(_GAP)
        whole = QRectF(inside.x(), top, inside.width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = blended(theme.surface, theme.control_edge, 0.3)
        for wide, colour in ((1.0, groove), (bar.share, theme.colour(bar.role))):
            painter.setBrush(QColor(colour))
            filled = QRectF(whole.topLeft(), QSizeF(whole.width() * wide, height))
            if self._view.isRightToLeft():
                filled.moveRight(whole.right())
            painter.drawRoundedRect(filled, 2, 2)

    def _icon_room(self, icon: bool) -> int:
        return round(_ICON * self._look.scale) + _GAP if icon else 0

    @property
    def _aside(self) -> int:
        return self._scaled(ASIDE)

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._grown)


def _dots_kept(text: str) -> str:
    """The same text, in which no line begins with the dot that stands between two parts."""
    return text.replace(" · ", "\u00a0· ")
