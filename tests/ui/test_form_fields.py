"""Fields of a form: what is written in them is handed over as the language wants it, and the wheel chooses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.scenario.nodes import Node
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField


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
