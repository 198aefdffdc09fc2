"""Looks for what a window cuts off or lays over something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import QSize, QTextBoundaryFinder
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from simulator.ui.practice.pause_veil import PauseVeil
from simulator.ui.widgets.buttons import ChoiceButton
from simulator.ui.widgets.one_line import OneLine

_TOLERANCE = 2
_NEEDS_ITS_HINT = (QPushButton, QCheckBox, QRadioButton)


def crowded(widgets: Sequence[QWidget]) -> list[str]:
    """A sentence for each of these widgets whose text is cut, that sticks out of its parent or covers a sibling."""
    return [*_cut(widgets), *_sticking_out(widgets), *_overlapping(widgets)]


def _cut(widgets: Sequence[QWidget]) -> Iterator[str]:
    for widget in widgets:
        needed = _needed(widget)
        if needed.width() > widget.width() + _TOLERANCE or needed.height() > widget.height() + _TOLERANCE:
            yield f"cut: {_named(widget)} has {_as_text(widget.size())} and needs {_as_text(needed)}"


def _needed(widget: QWidget) -> QSize:
    """The least size at which all the text of a widget can be read; nothing for a widget without text."""
    match widget:
        case OneLine():
            return QSize(0, widget.sizeHint().height())
        case QLabel() if widget.text() and widget.wordWrap():
            frame = widget.width() - widget.contentsRect().width()
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in _unbroken(widget.text()))
            return QSize(longest + frame, widget.heightForWidth(widget.width()))
        case QLabel() if widget.text():
            return widget.sizeHint()
        case ChoiceButton():
            return QSize(0, widget.heightForWidth(widget.width()))
        case QAbstractButton() if not widget.text():
            return QSize()
        case QLineEdit():
            return QSize(0, widget.sizeHint().height())
        case QComboBox():
            return widget.minimumSizeHint()
        case _ if isinstance(widget, _NEEDS_ITS_HINT):
            return widget.sizeHint()
    return QSize()


def _unbroken(text: str) -> list[str]:
    """The parts of a text between which a line may end: words, and the folders of a path."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    places = [0]
    while (place := finder.toNextBoundary()) != -1:
        places.append(place)
    units = text.encode("utf-16-le")
    parts = [units[2 * a : 2 * b].decode("utf-16-le").strip() for a, b in pairwise(places)]
    return parts or [""]


def _sticking_out(widgets: Sequence[QWidget]) -> Iterator[str]:
    for widget in widgets:
        parent = widget.parentWidget()
        if parent is None or isinstance(widget.parent(), QAbstractScrollArea):
            continue
        room = parent.rect().adjusted(-_TOLERANCE, -_TOLERANCE, _TOLERANCE, _TOLERANCE)
        if isinstance(parent.parentWidget(), QScrollArea):
            # What a page scrolls through is higher than its window, never wider.
            if widget.width() > room.width():
                yield f"too wide: {_named(widget)} has {widget.width()} in a page of {parent.width()}"
        elif not room.contains(widget.geometry()) and not isinstance(parent, QTextEdit | QComboBox | QLineEdit):
            yield f"sticks out: {_named(widget)} at {_place(widget)} of {_named(parent)} {_as_text(parent.size())}"


def _overlapping(widgets: Sequence[QWidget]) -> Iterator[str]:
    siblings: dict[int, list[QWidget]] = {}
    for widget in widgets:
        parent = widget.parentWidget()
        if parent is not None and parent.layout() is not None and not isinstance(widget, PauseVeil):
            siblings.setdefault(id(parent), []).append(widget)
    for family in siblings.values():
        for one, other in combinations(family, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > _TOLERANCE and common.height() > _TOLERANCE:
                yield f"overlap by {_as_text(common.size())}: {_named(one)} and {_named(other)}"


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    said = text or widget.accessibleName() or str(widget.property("kind") or "")
    return f"{type(widget).__name__} “{said[:40]}”"


def _as_text(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _place(widget: QWidget) -> str:
    place = widget.geometry()
    return f"{place.x()},{place.y()} {place.width()}×{place.height()}"
