"""How a field hands over what is written in it: after a pause, on leaving it, and whenever the page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Field = QWidget
else:
    # Beside a class of Qt there can only be one of Python.
    _Field = object

_PAUSE_MS: Final = 600
_UNDOING: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class HandsOver(_Field):
    """What every field that is written in does; it says in ``_tell`` what stands in it, if the file holds something else."""

    def wait_for_pauses(self) -> None:
        """To be called once, before anything is written."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._hand_over)

    @property
    def writing(self) -> bool:
        """Whether something is being written; an input method in the middle of a letter goes on."""
        return self._soon.isActive()

    def settle(self) -> None:
        """Hand over what was written, with the last letter of an input method."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self._hand_over()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on has written this."""
        super().focusOutEvent(event)
        self.settle()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page."""
        return _left_to_page(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the page."""
        if not _left_to_page(event):
            super().keyPressEvent(event)

    def _hand_over(self) -> None:
        self._soon.stop()
        self._tell()

    def _tell(self) -> None:
        raise NotImplementedError


def _left_to_page(event: QEvent) -> bool:
    """Whether a key asks for undo or redo, which are the page's."""
    if isinstance(event, QKeyEvent) and any(event.matches(one) for one in _UNDOING):
        event.ignore()
        return True
    return False
