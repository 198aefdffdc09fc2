"""Headings are heard as headings: a screen reader leads from one to the next, as eyes do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel

_HEADINGS: Final = ("display", "title", "heading")
_installed: Final[list[object]] = []


class _Heading(QAccessibleWidget):
    """A label as assistive technology knows it: a heading with the label's words."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, t: QAccessible.Text) -> str:
        """The label's words as its name."""
        return self._label.text() if t is QAccessible.Text.Name else super().text(t)


def hear_headings() -> None:
    """Tell assistive technology which labels are headings; asked only where it is running. To be called once or more."""
    if not _installed:
        _installed.append(_interface)
        QAccessible.installFactory(_interface)


def _interface(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QLabel) or thing.property("type") not in _HEADINGS or thing.buddy() is not None:
        return None
    # Qt owns what it is given and ends it with the label; for as long as that Python must not.
    heading = _Heading(thing)
    vars(thing)["_heard"] = heading
    return heading
