"""The keys of the canvas: each does what a button does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.ui.studio.canvas.canvas_view import CanvasView
from simulator.ui.studio.canvas.find_bar import FindBar

ACTS: Final[Mapping[str, str]] = {
    "Ins": "moment",
    "Shift+Ins": "answer",
    "Ctrl+L": "lead",
    "Ctrl+D": "duplicate",
    "Del": "delete",
    "Ctrl+C": "copy",
    "Ctrl+V": "paste",
    "F5": "play",
}
"""What is done with the chosen cards, by the key."""

_HELD: Final = ("Ctrl++", "Ctrl+=", "Ctrl+-")
"""Keys that go on while they are held."""


def listen_to_keys(face: QWidget, do: Callable[[str], object], finder: FindBar, view: CanvasView) -> None:
    """Let the keys work wherever the keyboard is within the face; ``do`` does something with the chosen cards."""
    for keys, name in ACTS.items():
        _listen(face, keys, lambda name=name: do(name))  # type: ignore[misc]
    looks: Mapping[str, Callable[[], object]] = {
        "Ctrl+F": finder.words.setFocus,
        "Ctrl+0": view.fit,
        "Ctrl++": view.larger,
        "Ctrl+=": view.larger,
        "Ctrl+-": view.smaller,
    }
    for keys, act in looks.items():
        _listen(face, keys, act)


def _listen(face: QWidget, keys: str, act: Callable[[], object]) -> None:
    shortcut = QShortcut(QKeySequence(keys), face)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(keys in _HELD)
    shortcut.activated.connect(act)
