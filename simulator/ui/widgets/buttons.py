"""Buttons: plain ones, and choices whose long text wraps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from simulator.ui.widgets.text import text_label

ButtonKind = Literal["primary", "quiet", "plain", "choice", "tag", "link", "desk", "desk-here", "read-on", "said"]


_SAME_PLACE = 12
"""Pixels that a hand moves between the clicks of one gesture."""


class Button(QPushButton):
    """A push button that answers Return as well as Space, and shows an ampersand as one.

    However often a gesture clicks, and however long a key is held, it presses once.
    """

    _last_press: ClassVar[tuple[int, QPointF]] = (-1_000_000, QPointF())
    """When (ms) and where the mouse was pressed last on any button: what stood there may have changed since."""

    def __init__(self, text: str = "", kind: ButtonKind = "plain", *, name: str = "", hint: str = "") -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text)
        self.setAutoDefault(False)
        if hint:
            self.setToolTip(hint)
            self.setAccessibleDescription(hint)

    def show_words(self, text: str, name: str = "") -> None:
        """Show other words on the button."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer becomes a hand."""
        from PySide6.QtCore import Qt

        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The third press of a triple click presses nothing either."""
        if self._goes_on(event):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click was meant for what was here before, so it presses nothing."""
        self._goes_on(event)
        event.accept()

    @staticmethod
    def _goes_on(event: QMouseEvent) -> bool:
        """Whether a press belongs to the same gesture as the last one; it is the last one from now on."""
        at_ms, place = Button._last_press
        now_ms, here = event.timestamp(), event.globalPosition()
        Button._last_press = (now_ms, here)
        soon = 0 <= now_ms - at_ms < QApplication.doubleClickInterval()
        return soon and (here - place).manhattanLength() <= _SAME_PLACE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button too, once however long it is held."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


_NARROWEST = 120
"""Pixels below which a sentence is no longer wrapped but cut."""


class WrappedButton(Button):
    """A button whose words stand in labels of its own layout; they wrap, and the button grows with them."""

    def __init__(self, kind: ButtonKind) -> None:
        super().__init__(kind=kind)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The height follows the width because the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in pixels that all the words need at this width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """The height that the words need at the width of now; as wide as there is room."""
        width = max(self.width(), _NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The same height; a narrower button would need more."""
        return QSize(_NARROWEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ChoiceButton(WrappedButton):
    """A numbered sentence to choose."""

    def __init__(self, number: int, sentence: str = "", *, tight: bool = False) -> None:
        super().__init__("choice")
        from PySide6.QtCore import Qt

        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1 if tight else 6, 14, 2 if tight else 7)
        row.setSpacing(14)
        self._number = inner(text_label(str(number), "quiet", wrap=False))
        self._sentence = inner(text_label(sentence, "body"))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.show_sentence(sentence)

    def show_sentence(self, sentence: str) -> None:
        """Offer another sentence under the same number."""
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{self._number.text()}. {sentence}")
        self.updateGeometry()

    @property
    def sentence(self) -> str:
        """The sentence on the button."""
        return self._sentence.text()


def inner(label: QLabel) -> QLabel:
    """A label of a button: whoever clicks on it clicks on the button."""
    from PySide6.QtCore import Qt

    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget another kind of the theme and let it be drawn that way."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def widen(button: QPushButton, words: Iterable[str]) -> None:
    """Make a button as wide as the longest of these words needs it, so that one below the other they are alike."""
    button.ensurePolished()
    metrics = button.fontMetrics()
    longest = max(metrics.horizontalAdvance(each) for each in words)
    button.setMinimumWidth(button.sizeHint().width() - metrics.horizontalAdvance(button.text()) + longest)
