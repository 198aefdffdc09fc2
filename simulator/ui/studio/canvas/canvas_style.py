"""The colours, pens, fonts and sizes of the canvas for one look, made once and shared by everything on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainterPath, QPen, QPixmap, QTransform

from simulator.alliance.reactions import Family
from simulator.scenario.story_layout import CARD_HEIGHT, CARD_WIDTH
from simulator.ui.icons import icon_pixmap
from simulator.ui.look import Look
from simulator.ui.studio.canvas.card_shapes import outline
from simulator.ui.theme import SANS, SERIF, Role, Size, blended, pixels

NEAR: Final = 0.5
"""From this size on cards have words; 1 is life size at a text size of 100 %."""

NAMES: Final = 0.22
"""From this size on cards have their names."""

_FILL_AFAR: Final = 0.55
"""How strongly a card too small for words has the colour of its family."""

_NAME_OF_CARD: Final = 0.27
"""How high a name is at most, as a share of its card."""

_LONG_NAME: Final = 18
_SMALLER: Final = 0.75
"""A name of more letters, which takes three lines, is so much smaller."""

_ICON: Final = 15
_QUIET_EDGE: Final = 0.42
"""How strongly edges of the reaction graph are drawn where nobody looks at them: there are ten to a card."""

_CROWDED_EDGE: Final = 0.4
"""How strongly edges of the script are drawn where they would be a black field."""

_PALE_EDGE: Final = 0.22
"""How strongly edges are drawn between cards that step back."""


@dataclass(frozen=True, slots=True)
class FamilyStyle:
    """How cards of one family look."""

    outline: QPainterPath
    line: QPen
    fill: QBrush
    fill_afar: QBrush
    icon: QPixmap


class CanvasStyle:
    """What everything on the canvas is drawn with."""

    def __init__(self, look: Look) -> None:
        theme = self._theme = look.theme
        self.look = look
        self.scale = look.scale
        self.width = CARD_WIDTH * look.scale
        self.height = CARD_HEIGHT * look.scale
        self.ink = QColor(theme.ink)
        self.quiet = QColor(theme.quiet_ink)
        self.surface = QColor(theme.surface)
        self.paper = QColor(theme.paper)
        self.accent = QColor(theme.accent)
        self.on_accent = QColor(theme.on_accent)
        self.wrong = QColor(theme.confrontation)
        self.focus = QPen(QColor(theme.focus), (theme.ring + 1) * look.scale)
        self.broken = QPen(QColor(theme.confrontation), 2 * theme.edge * look.scale, Qt.PenStyle.DashLine)
        self.script = _cosmetic(QPen(QColor(theme.ink), theme.edge + 0.8))
        self.crowded = _cosmetic(QPen(QColor(blended(theme.paper, theme.ink, _CROWDED_EDGE)), theme.edge))
        self.pale = _cosmetic(QPen(QColor(blended(theme.paper, theme.control_edge, _PALE_EDGE)), theme.edge))
        self.graph = _cosmetic(QPen(QColor(blended(theme.paper, theme.control_edge, _QUIET_EDGE)), theme.edge))
        self.graph_dashed = _cosmetic(QPen(self.graph.color(), theme.edge, Qt.PenStyle.CustomDashLine))
        self.graph_dashed.setDashPattern([5, 4])
        self.marked = _cosmetic(QPen(self.accent, theme.edge + 0.8))
        self.marked_dashed = _cosmetic(QPen(self.accent, theme.edge + 0.4, Qt.PenStyle.CustomDashLine))
        self.marked_dashed.setDashPattern([4, 3])
        self.uncovered = _cosmetic(QPen(self.wrong, theme.edge + 1.2, Qt.PenStyle.DotLine))
        self.played = _cosmetic(QPen(QColor(theme.engaged), theme.edge + 3))
        small, body = pixels(Size.SMALL, look.scale), pixels(Size.BODY, look.scale)
        self.small = _font(SANS, small)
        self.bold = _font(SANS, body, bold=True)
        self._names: dict[tuple[float, bool], QFont] = {}
        self.speech = _font(SERIF, small)

    @cached_property
    def families(self) -> dict[Family | None, FamilyStyle]:
        """How cards of each family look, and those whose family is not known."""
        return {family: self._of_family(family) for family in (*Family, None)}

    @cached_property
    def metrics(self) -> tuple[QFontMetricsF, QFontMetricsF, QFontMetricsF]:
        """The measures of the small, the bold and the speech font."""
        return QFontMetricsF(self.small), QFontMetricsF(self.bold), QFontMetricsF(self.speech)

    @property
    def card_size(self) -> tuple[float, float]:
        """How wide and how high a card is."""
        return self.width, self.height

    def within(self, outline: QPainterPath) -> QPainterPath:
        """The outline of a card once more inside itself, for what ends the hour."""
        inset = 4 * self.scale
        smaller = QTransform.fromTranslate(inset, inset)
        smaller.scale(1 - 2 * inset / self.width, 1 - 2 * inset / self.height)
        return smaller.map(outline)

    def name_font(self, size: float, letters: int) -> QFont:
        """A font for a name of so many letters that can still be read where everything is drawn in a size."""
        key = max(NAMES, round(size, 2)), letters > _LONG_NAME
        if key not in self._names:
            of_card = _NAME_OF_CARD * (_SMALLER if key[1] else 1)
            large = min(0.9 * pixels(Size.SMALL, self.scale) / key[0], of_card * self.height)
            self._names[key] = _font(SANS, round(large))
        return self._names[key]

    @cached_property
    def warning(self) -> QPixmap:
        """The sign of a card that could not be read."""
        return self._icon("warning", self._theme.confrontation)

    @cached_property
    def silence(self) -> QPixmap:
        """The sign of staying silent."""
        return self._icon("silence", self._theme.quiet_ink)

    @cached_property
    def remembers(self) -> QPixmap:
        """The sign of what is remembered, or asked for."""
        return self._icon("remembers", self._theme.quiet_ink)

    def family_colour(self, family: Family | None) -> QColor:
        """The colour of a family."""
        return QColor(self._theme.quiet_ink if family is None else self._theme.colour(Role(family.value)))

    def _of_family(self, family: Family | None) -> FamilyStyle:
        theme, colour = self._theme, self.family_colour(family).name()
        tint = theme.surface if family is None else blended(theme.surface, colour, theme.tint_percent / 100)
        return FamilyStyle(
            outline(family, self.width, self.height, self.scale),
            QPen(QColor(colour), (theme.edge + 0.4) * self.scale),
            QBrush(QColor(tint)),
            QBrush(QColor(blended(theme.surface, colour, _FILL_AFAR))),
            self._icon("document" if family is None else family.value, colour),
        )

    def _icon(self, name: str, colour: str) -> QPixmap:
        # Twice as large as it stands there, so that it stays sharp where the canvas is enlarged.
        return icon_pixmap(name, colour, round(_ICON * self.scale), 2.0)


def _font(family: str, size: int, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _cosmetic(pen: QPen) -> QPen:
    """A pen that is as wide at every distance."""
    pen.setCosmetic(True)
    return pen
