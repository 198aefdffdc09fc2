"""The keys of the canvas: each does what a button does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from simulator.ui.studio.canvas.face import CanvasFace

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


def listen_to_keys(face: CanvasFace) -> None:
    """Let the keys work wherever the keyboard is within the canvas."""
    for keys, name in ACTS.items():
        _listen(face, keys, lambda name=name: face.do(name))  # type: ignore[misc]
    looks: Mapping[str, Callable[[], object]] = {
        "Ctrl+F": face.finder.words.setFocus,
        "Ctrl+0": face.view.fit,
        "Ctrl++": face.view.larger,
        "Ctrl+=": face.view.larger,
        "Ctrl+-": face.view.smaller,
    }
    for keys, act in looks.items():
        _listen(face, keys, act)


def _listen(face: CanvasFace, keys: str, act: Callable[[], object]) -> None:
    shortcut = QShortcut(QKeySequence(keys), face)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(keys in _HELD)
    shortcut.activated.connect(act)
