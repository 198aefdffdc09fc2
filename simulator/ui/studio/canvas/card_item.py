"""One card on the canvas: its family by colour, shape and word, its id, and its first words; afar only colour and place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from simulator.alliance.reactions import REACTIONS, ReactionState
from simulator.messages.sentences import canvas as say
from simulator.scenario.story_graph import Card, CardKind
from simulator.scenario.story_layout import Spot
from simulator.ui.studio.canvas.canvas_style import NAMES, NEAR, CanvasStyle
from simulator.ui.studio.canvas.card_signs import signs_of

_INSIDE: Final = 16
_LINES: Final = 2
_HANDLE: Final = 12
"""So near to the middle of its right side, in pixels, a line to another card begins."""

_FADED: Final = 0.25
_BEHIND: Final = (8, 4)
"""How far the cards of a stack stand out behind the first, in pixels."""

_MOVABLE: Final = QGraphicsItem.GraphicsItemFlag.ItemIsMovable | QGraphicsItem.GraphicsItemFlag.ItemIsSelectable


class CardItem(QGraphicsItem):
    """A card that can be chosen and dragged."""

    def __init__(self, card: Card, style: CanvasStyle) -> None:
        super().__init__()
        self.card = card
        self.here = False
        """Whether the keyboard is on it."""

        self.note = ""
        """What stands on it in the place of its first words."""

        self.met: float | None = None
        """How often it is met, from 0 to 1, where that is known."""

        self._style = style
        self._lines: tuple[str, ...] | None = None
        self._signs = ""
        self.setFlags(_MOVABLE)
        self._show_signs()

    def show_card(self, card: Card) -> None:
        """Show what the moment is now."""
        if card != self.card:
            self.card = card
            self._lines = None
            self._show_signs()
            self.update()

    def _show_signs(self) -> None:
        """Its signs in words, which its tooltip says from wherever they cannot be read."""
        self._signs = signs_of(self.card, self._style.look)
        self.setToolTip(f"{self.card.id}: {self._signs}" if self._signs else "")

    def show_met(self, met: float | None, note: str) -> None:
        """Say how often it is met: by a bar, and in words; nothing for its usual words."""
        self.met, self.note, self._lines = met, note, None
        self.update()

    def fade(self, faded: bool) -> None:
        """Step back, because something else is sought."""
        self.setOpacity(_FADED if faded else 1.0)

    def set_here(self, here: bool) -> None:
        """Whether the keyboard is on it."""
        if here != self.here:
            self.here = here
            self.update()

    @property
    def handle(self) -> QPointF:
        """Where a line to another card begins: the middle of its right side."""
        return self.pos() + QPointF(self._style.width, self._style.height / 2)

    def on_handle(self, point: QPointF) -> bool:
        """Whether a point of the canvas is where a line to another card begins."""
        away = point - self.handle
        return self.card.kind is CardKind.MOMENT and abs(away.x()) < _HANDLE and abs(away.y()) < _HANDLE

    @property
    def spot(self) -> Spot:
        """Where it stands, in pixels at a text size of 100 %."""
        scale = self._style.scale
        return Spot(round(self.x() / scale), round(self.y() / scale))

    def put(self, spot: Spot) -> None:
        """Put it somewhere."""
        scale = self._style.scale
        self.setPos(spot.x * scale, spot.y * scale)

    def boundingRect(self) -> QRectF:
        """The card with its ring and, of a stack, the cards behind it."""
        edge = 6 * self._style.scale
        room = edge + (_BEHIND[0] * self._style.scale if self.card.kind is CardKind.STACK else 0)
        return QRectF(-edge, -edge, self._style.width + edge + room, self._style.height + edge + room)

    def shape(self) -> QPainterPath:
        """Where the mouse meets it."""
        path = QPainterPath()
        path.addRect(0, 0, self._style.width, self._style.height)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw the card, with words where they can be read."""
        size = option.levelOfDetailFromTransform(painter.worldTransform()) * self._style.scale
        style, family = self._style, self._style.families[self.card.family]
        if size < NAMES:
            painter.fillRect(QRectF(0, 0, style.width, style.height), family.fill_afar)
            self._draw_met(painter)
            if self.here or self.isSelected() or self.card.broken:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(style.broken if self.card.broken and not self.isSelected() else style.focus)
                painter.drawRect(QRectF(0, 0, style.width, style.height))
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(family.fill)
        painter.setPen(style.broken if self.card.broken else family.line)
        if self.card.kind is CardKind.STACK:
            for out in _BEHIND:
                painter.drawPath(family.outline.translated(out * style.scale, out * style.scale))
        painter.drawPath(family.outline)
        if self.card.kind is CardKind.ENDING:
            painter.drawPath(style.within(family.outline))
        self._draw_met(painter)
        if size >= NEAR:
            self._write(painter)
        else:
            self._write_name(painter, size)
        if self.isSelected() or self.here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(style.focus)
            painter.drawPath(family.outline)
        if self.here and self.card.kind is CardKind.MOMENT:
            painter.setBrush(style.accent)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(style.width, style.height / 2), _HANDLE / 2, _HANDLE / 2)

    def _draw_met(self, painter: QPainter) -> None:
        """A bar at its foot, as long as it is met often."""
        if self.met is not None:
            style = self._style
            left, wide = 0.14 * style.width, 0.72 * style.width
            high = 0.06 * style.height
            place = QRectF(left, style.height - 1.6 * high, wide, high)
            painter.fillRect(place, style.paper)
            painter.fillRect(QRectF(place.topLeft(), QSizeF(wide * min(1.0, self.met), high)), style.ink)

    def _write_name(self, painter: QPainter, size: float) -> None:
        """The sign of its family and its id, as large as they can be read from here."""
        style = self._style
        inside = QRectF(12 * style.scale, 4, style.width - 24 * style.scale, style.height - 8)
        mark = style.warning if self.card.broken else style.families[self.card.family].icon
        large = min(12 / size, 28) * style.scale
        painter.drawPixmap(QRectF(inside.left(), inside.center().y() - large / 2, large, large).toRect(), mark)
        name = state_word(self.card, style) if self.card.kind is CardKind.STACK else self._name()
        painter.setFont(style.name_font(size, len(name)))
        painter.setPen(style.ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        side = 0.9 * large
        marks = self._marks()
        for number, sign in enumerate(marks):
            painter.drawPixmap(QRectF(inside.right() - side, inside.top() + number * side, side, side).toRect(), sign)
        room = inside.adjusted(large + 8 * style.scale, 0, -side if marks else 0, 0)
        painter.drawText(room, flags, name.replace("-", "-\u200b"))

    def _write(self, painter: QPainter) -> None:
        style, card = self._style, self.card
        small, bold, speech = style.metrics
        left, wide = _INSIDE * style.scale, style.width - 2 * _INSIDE * style.scale
        top = 8 * style.scale
        mark = style.warning if card.broken else style.families[card.family].icon
        size = mark.deviceIndependentSize()
        painter.drawPixmap(QPointF(left, top + (small.height() - size.height()) / 2), mark)
        painter.setFont(style.small)
        painter.setPen(style.wrong if card.broken else style.family_colour(card.family))
        beside = left + size.width() + 6 * style.scale
        painter.drawText(QPointF(beside, top + small.ascent()), self._line(small, self._word(), wide - beside + left))
        top += small.height()
        painter.setFont(style.bold)
        painter.setPen(style.ink)
        painter.drawText(QPointF(left, top + bold.ascent()), self._line(bold, self._name(), wide))
        top += bold.height()
        painter.setPen(style.quiet)
        font, metrics = (style.small, small) if self.note else (style.speech, speech)
        painter.setFont(font)
        signs = "" if self.note else self._signs
        if self._lines is None:
            self._lines = wrapped(self.note or card.words, metrics.horizontalAdvance, wide, 1 if signs else _LINES)
        for line in self._lines:
            painter.drawText(QPointF(left, top + metrics.ascent()), line)
            top += metrics.height() * 0.94
        if signs:
            self._write_signs(painter, QPointF(left, top), wide)

    def _write_signs(self, painter: QPainter, at: QPointF, wide: float) -> None:
        """A line of signs in words, in the place of the second line that is said."""
        style, small = self._style, self._style.metrics[0]
        size = small.ascent()
        for sign in self._marks():
            painter.drawPixmap(QRectF(at.x(), at.y() + small.descent() / 2, size, size).toRect(), sign)
            at += QPointF(size + 4 * style.scale, 0)
            wide -= size + 4 * style.scale
        painter.setFont(style.small)
        painter.drawText(at + QPointF(0, small.ascent()), self._line(small, self._signs, wide))

    def _marks(self) -> list[QPixmap]:
        card, style = self.card, self._style
        quiet = [style.silence] if card.quiet else []
        return [*quiet, style.remembers] if card.needs or card.asks or card.leaves else quiet

    @staticmethod
    def _line(metrics: object, words: str, wide: float) -> str:
        return str(metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide))  # type: ignore[attr-defined]

    def _name(self) -> str:
        card, look = self.card, self._style.look
        name = look.say(say.OWN_LINES(name=card.whose, count=card.wordings)) if card.kind is CardKind.STACK else card.id
        return f"▸ {name}" if card.start else name

    def _word(self) -> str:
        return state_word(self.card, self._style)


def state_word(card: Card, style: CanvasStyle) -> str:
    """The reaction of a card in a word or two, with what else is to be known of it at once."""
    look = style.look
    if card.kind is CardKind.MISSING:
        return look.say(say.NOT_THERE())
    if card.broken:
        return look.say(say.BROKEN())
    if card.reaction is None:
        return look.say(say.NO_REACTION())
    word = (
        look.say(REACTIONS[card.reaction].label()) if isinstance(card.reaction, ReactionState) else str(card.reaction)
    )
    return look.say(say.ENDS(how=word)) if card.kind is CardKind.ENDING else word


def wrapped(words: str, width_of: Callable[[str], float], wide: float, most: int = _LINES) -> tuple[str, ...]:
    """The first words of a text in a few lines, an ellipsis where more follow."""
    lines: list[str] = []
    line = ""
    for word in words[:200].split():
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= wide or not line:
            line = longer
            continue
        lines.append(line)
        line = word
        if len(lines) == most:
            break
    else:
        return (*lines, line) if line else tuple(lines)
    last = lines[-1]
    while last and width_of(f"{last}…") > wide:
        last = last[:-1].rstrip()
    return (*lines[:-1], f"{last}…")
