"""Things in a row begin where reading begins, and a short list ends with a whole line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.wrapped_list import WholeRows


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_flow_begins_where_reading_begins(qtbot: QtBot, mirrored: bool) -> None:
    holder, flow = QWidget(), Flow(spacing=10)
    qtbot.addWidget(holder)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    QVBoxLayout(holder).addWidget(flow)
    buttons = [QPushButton(words) for words in ("First", "Second, which is longer", "Third")]
    for button in buttons:
        flow.items.addWidget(button)
    holder.resize(700, 200)
    with qtbot.waitExposed(holder):
        holder.show()
    places = [button.geometry() for button in buttons]
    in_order = [place.left() for place in (reversed(places) if mirrored else places)]
    assert in_order == sorted(in_order)
    assert (flow.width() - places[0].right() - 1 if mirrored else places[0].left()) == 0
    assert all(flow.rect().contains(place) for place in places)


@pytest.mark.parametrize("wide", [200, 420])
def test_a_short_list_shows_whole_rows_at_every_width(qtbot: QtBot, wide: int) -> None:
    holder, rows = QWidget(), QListWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    box.addWidget(rows)
    box.addStretch(1)
    whole = WholeRows(rows, 3)
    holder.resize(wide, 600)
    with qtbot.waitExposed(holder):
        holder.show()
    for words in ("One", "A second line that is too long for one line of a narrow list", "Three", "Four", "Five"):
        rows.addItem(words)
    whole.fit()
    qtbot.waitUntil(lambda: rows.visualItemRect(rows.item(2)).bottom() == rows.viewport().rect().bottom())
    holder.resize(wide + 90, 600)
    qtbot.waitUntil(lambda: rows.visualItemRect(rows.item(2)).bottom() == rows.viewport().rect().bottom())
    assert not rows.horizontalScrollBar().isVisible()
