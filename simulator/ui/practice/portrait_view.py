"""The patient's face, following the reaction state; it eases from one expression to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.alliance import ReactionState
from simulator.ui.look import Look
from simulator.ui.portraits import Features, between, load_expressions, load_person, portrait_svg
from simulator.ui.theme import ASSETS

_EASE_MS = 320
_PORTRAITS = ASSETS / "portraits"


class PortraitView(QWidget):
    """A portrait drawn by our own system; ``size`` in pixels at 100 % text."""

    def __init__(self, look: Look, *, size: int = 208) -> None:
        super().__init__()
        self._look = look
        self._expressions = load_expressions(_PORTRAITS / "expressions.toml")
        self._person: Features | None = None
        self._shown = self._expressions[ReactionState.ENGAGED]
        self._target = self._shown
        self.reaction = ReactionState.ENGAGED
        self._svg = QSvgRenderer()
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._from = self._shown
        self._ease = QVariantAnimation(self)
        self._ease.setDuration(_EASE_MS)
        self._ease.setStartValue(0.0)
        self._ease.setEndValue(1.0)
        self._ease.valueChanged.connect(self._eased)

    def show_person(self, portrait: str) -> None:
        """Show a person, engaged; an unknown one gets a neutral face."""
        self._person = load_person(_PORTRAITS, portrait)
        self._draw()

    def show_reaction(self, reaction: ReactionState, *, animated: bool) -> str:
        """Let the face follow a reaction state; gives what can be seen in words."""
        self.reaction = reaction
        self._from, self._target = self._shown, self._expressions[reaction]
        self._ease.stop()
        if animated and self.isVisible():
            self._ease.start()
        else:
            self._shown = self._target
            self._draw()
        self.setAccessibleName(self._target.describes)
        return self._target.describes

    def _eased(self, part: float) -> None:
        self._shown = between(self._from, self._target, part)
        self._draw()

    def _draw(self) -> None:
        if self._person is not None:
            svg = portrait_svg(self._person, self._shown, self._look.theme.colours())
            self._svg.load(QByteArray(svg.encode()))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 Qt's signature
        """Draw the face."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._svg.render(painter, QRectF(self.rect()))
        painter.end()

    def sizeHint(self) -> QSize:
        """The fixed size of the portrait."""
        return self.minimumSize()
