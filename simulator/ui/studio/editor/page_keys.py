"""What can be done on the editor's page, as rows of one table: what is done, by which button, and by which keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.ui.widgets.buttons import Button


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """``held`` says that it is done on and on while its keys are held; its keys work in ``within``, or on the whole page."""

    act: Callable[[], object]
    button: Button | None = None
    keys: QKeySequence.StandardKey | str = ""
    held: bool = False
    within: tuple[QWidget, ...] = ()


def listen(page: QWidget, deeds: Iterable[Deed]) -> None:
    """Let the buttons and the keys do what the table says."""
    for deed in deeds:
        if deed.button is not None:
            deed.button.clicked.connect(lambda _checked=False, do=deed.act: do())
        for sequence in _sequences(deed.keys):
            for part in deed.within or (page,):
                shortcut = QShortcut(sequence, part, deed.act)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(deed.held)


def _sequences(keys: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """What there is to press: on some machines several keys do the same."""
    if isinstance(keys, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(keys)
    return [QKeySequence(keys)] if keys else []
