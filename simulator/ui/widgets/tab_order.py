"""Tab leads through a page as one reads it, also through what was added to it later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QLayout, QScrollArea, QWidget

from simulator.ui.widgets.card_shelf import CardShelf
from simulator.ui.widgets.layouts import inside

_TAKE_THE_KEYBOARD: Final = ("QAbstractButton", "QAbstractSlider", "QComboBox", "QLineEdit", "QPlainTextEdit")
"""What Tab stops at, by name: every start would load kinds of widgets of which the library has none, as it would the names
in ``Qt`` if a widget were asked for its policy; see ``text.py``."""


def tab_in_reading_order(page: QWidget) -> None:
    """Let Tab follow the order in which a page lays out what takes the keyboard."""
    tab_through((page,))


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through one part after the other, and through each in the order in which it is laid out."""
    for one, following in pairwise(widget for part in parts for widget in _on(part)):
        QWidget.setTabOrder(one, following)


def check_one(group: QButtonGroup, number: int) -> None:
    """Check one of several buttons, so that Tab leads to it; by itself Qt leads to the first of them."""
    from PySide6.QtCore import Qt

    for button in group.buttons():
        checked = group.id(button) == number
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
    group.button(number).setChecked(True)


def _on(card: QWidget) -> Iterator[QWidget]:
    layout = card.layout()
    return iter(()) if layout is None else _taking_the_keyboard(layout)


def _taking_the_keyboard(layout: QLayout) -> Iterator[QWidget]:
    for part in inside(layout):
        if isinstance(part, CardShelf):
            for _number, card in part.made():
                yield from _on(card)
            continue
        inner: QLayout | None
        if isinstance(part, QWidget):
            inner = part.layout()
            if isinstance(part, QScrollArea) and (page := part.widget()) is not None:
                inner = page.layout()
            if any(map(part.inherits, _TAKE_THE_KEYBOARD)):
                yield part
        else:
            inner = part
        if inner is not None:
            yield from _taking_the_keyboard(inner)
