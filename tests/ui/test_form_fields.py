"""Fields of a form: what is written in them is handed over as the language wants it, and the wheel chooses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario.nodes import Node
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField, LinesField
from simulator.ui.widgets.layouts import column


@pytest.mark.parametrize(
    ("before", "written", "handed_over"),
    [
        (None, "brushed-off", ["brushed-off"]),
        (None, "[brushed-off]", ["brushed-off"]),
        (None, "brushed-off, told", ["brushed-off", "told"]),
        (["told"], "told, ", None),
        (["told"], "[told, heard]", ["told", "heard"]),
    ],
)
def test_where_the_language_wants_a_list_one_word_is_one(
    qtbot: QtBot, before: Node, written: str, handed_over: list[str] | None
) -> None:
    field = LineField(several=True, listed=True)
    qtbot.addWidget(field)
    heard: list[object] = []
    field.entered.connect(heard.append)
    field.show_node(before)
    field.setText(written)
    field.settle()
    assert heard == ([] if handed_over is None else [handed_over])


def test_one_word_stays_one_where_the_language_takes_either(qtbot: QtBot) -> None:
    field = LineField(several=True)
    qtbot.addWidget(field)
    heard: list[object] = []
    field.entered.connect(heard.append)
    field.setText("brushed-off")
    field.settle()
    assert heard == ["brushed-off"]


def test_the_wheel_scrolls_and_chooses_nothing(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "A"), ("b", "B")])
    qtbot.addWidget(field)
    field.show_node("a")
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turned)
    assert field.currentData() == "a"
    assert not turned.isAccepted()


def test_a_text_has_the_height_of_its_lines_before_it_is_written_in(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = LinesField()
    field.show_node("I think I sounded annoyed just then, and that was mine. " * 4)
    column(page).addWidget(field)
    page.resize(420, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    high = field.height()
    assert field.verticalScrollBar().maximum() == 0, "all of it can be read"
    QTest.keyClicks(field, "So ")
    assert field.height() == high
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.height() == high, "nothing jumps while somebody writes"
