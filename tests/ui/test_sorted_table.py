"""A table can be put in order by mouse and keyboard, keeps its rows whole, and cuts nothing off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from simulator.ui.look import Look
from simulator.ui.theme import Role, apply_theme, load_theme
from simulator.ui.widgets.rows_model import Bar, Column, in_two_lines
from simulator.ui.widgets.sorted_table import OrderBox, SortedTable, widths

Fruit: TypeAlias = tuple[str, float]

FRUITS: list[Fruit] = [
    ("pear", 3.0),
    ("Apple, which is a fruit with rather a long description of it", 10.0),
    ("fig", 0.0),
]
COLUMNS: list[Column[Fruit]] = [
    Column("Name", lambda fruit: fruit[0], lambda fruit: fruit[0], room=1),
    Column("Weight in all", lambda fruit: f"{fruit[1]:.1f}", lambda fruit: fruit[1], number=True),
    Column(
        "Share",
        lambda fruit: f"{fruit[1]:.0f} %",
        lambda fruit: fruit[1],
        number=True,
        bar=lambda fruit: Bar(fruit[1] / 10, Role.REPAIR),
        icon=lambda fruit: "" if fruit[1] else "warning",
    ),
]
PEAR, APPLE, FIG = ("pear", "Apple", "fig")


class Shown:
    """A table with its order box on the screen."""

    def __init__(self, qtbot: QtBot, fruits: list[Fruit], *, most_high: int = 0, scale: float = 1.0) -> None:
        look = Look(load_theme("light"), scale)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, look.theme, scale)
        self.table: SortedTable[Fruit] = SortedTable("Fruits", COLUMNS, look, most_high=most_high)
        self.order = OrderBox(self.table, "Order of the fruits", "As they came")
        self.holder = QWidget()
        box = QVBoxLayout(self.holder)
        box.addWidget(self.order)
        box.addWidget(self.table)
        box.addStretch(1)
        qtbot.addWidget(self.holder)
        self.table.show_rows(fruits)
        self.holder.resize(360, 700)
        with qtbot.waitExposed(self.holder):
            self.holder.show()
        qtbot.waitUntil(lambda: self.table.height() < 640)

    def names(self) -> list[str]:
        """The first words of the rows from top to bottom."""
        model = self.table.sorted
        return [str(model.index(row, 0).data()).split(",")[0] for row in range(model.rowCount())]

    def click_heading(self, column: int) -> None:
        """Click on the heading of a column."""
        header = self.table.horizontalHeader()
        spot = QPoint(header.sectionViewportPosition(column) + 8, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


@pytest.fixture(autouse=True)
def plain_again(qapp: QApplication) -> Iterator[None]:
    """Other tests find the application as it was."""
    palette, font, sheet = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


def faultless(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """A tester that ends the test at the first thing a model does wrong."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_both_models_keep_the_rules_while_rows_come_and_are_put_in_order(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    testers = [faultless(shown.table.source), faultless(shown.table.sorted)]
    for column in (0, 1, 2, -1):
        shown.table.order_by(column)
    for fruits in ([], FRUITS[:1], FRUITS):
        shown.table.show_rows(fruits)
    assert shown.table.sorted.rowCount() == len(FRUITS)
    assert len(testers) == 2


def test_the_rows_come_in_the_order_of_the_file_until_a_column_is_chosen(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    assert shown.names() == [PEAR, APPLE, FIG]
    shown.order.setFocus()
    shown.order.setCurrentIndex(2)
    shown.order.activated.emit(2)
    assert shown.names() == [APPLE, PEAR, FIG], "numbers from the highest"
    shown.order.activated.emit(1)
    assert shown.names() == [APPLE, FIG, PEAR], "words from A, in capitals or not"
    shown.order.activated.emit(0)
    assert shown.names() == [PEAR, APPLE, FIG]


def test_the_order_is_chosen_with_the_arrow_keys(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    shown.order.setFocus()
    QTest.keyClick(shown.order, Qt.Key.Key_Down)
    assert shown.order.currentText() == "Name"
    assert shown.names() == [APPLE, FIG, PEAR]


def test_a_click_on_a_heading_orders_turns_round_and_gives_back_the_order_of_the_file(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    orders = []
    for _ in range(3):
        shown.click_heading(1)
        orders.append((shown.names(), shown.order.currentText()))
    assert orders == [
        ([FIG, PEAR, APPLE], "Weight in all"),
        ([APPLE, PEAR, FIG], "Weight in all"),
        ([PEAR, APPLE, FIG], "As they came"),
    ]


def test_a_row_keeps_its_height_wherever_the_order_puts_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    heights = dict(zip(shown.names(), map(shown.table.rowHeight, range(3)), strict=True))
    assert heights[APPLE] > heights[PEAR] == heights[FIG]
    shown.table.order_by(1)
    assert dict(zip(shown.names(), map(shown.table.rowHeight, range(3)), strict=True)) == heights


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_has_room_and_every_row_can_be_seen(qtbot: QtBot, scale: float) -> None:
    shown = Shown(qtbot, FRUITS, scale=scale)
    table = shown.table
    for row in range(3):
        for column in range(3):
            index = table.sorted.index(row, column)
            room = table.visualRect(index)
            words = QRect(0, 0, room.width() - 16, 10_000)
            wrapped = table.fontMetrics().boundingRect(words, Qt.TextFlag.TextWordWrap, str(index.data()))
            assert wrapped.width() <= room.width()
            assert wrapped.height() <= room.height()
    last = table.visualRect(table.sorted.index(2, 0))
    assert last.bottom() <= table.viewport().height()
    assert table.verticalScrollBar().maximum() == 0
    if scale == 1.0:
        assert table.horizontalScrollBar().maximum() == 0, "a long text wraps before the table scrolls across"


def test_a_narrow_table_scrolls_across_and_hides_no_row_behind_its_scroll_bar(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS, scale=2.0)
    assert shown.table.horizontalScrollBar().maximum() > 0
    assert shown.table.verticalScrollBar().maximum() == 0


def test_a_long_table_ends_and_scrolls(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS * 40, most_high=10)
    assert shown.table.verticalScrollBar().maximum() > 0
    assert shown.table.height() < 14 * shown.table.fontMetrics().lineSpacing()
    shown.table.show_rows(FRUITS[:1])
    assert shown.table.verticalScrollBar().maximum() == 0


def test_tab_leaves_the_table_and_the_arrows_choose_a_row(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    shown.holder.activateWindow()
    qtbot.waitUntil(shown.holder.isActiveWindow)
    shown.table.setFocus()
    assert shown.table.current() is None
    QTest.keyClick(shown.table, Qt.Key.Key_Down)
    assert shown.table.current() == FRUITS[1]
    QTest.keyClick(shown.table, Qt.Key.Key_Tab)
    assert not shown.table.hasFocus()


def test_the_wheel_leaves_the_order_alone(qtbot: QtBot) -> None:
    shown = Shown(qtbot, FRUITS)
    shown.order.setFocus()
    QTest.wheelEvent(shown.holder.windowHandle(), shown.order.geometry().center(), QPoint(0, -120))
    assert shown.order.currentIndex() == 0


def test_columns_share_what_the_others_leave() -> None:
    assert widths([10, 20, 30], [0, 0, 0], 200) == [10, 20, 30]
    assert widths([10, 20, 30], [0, 1, 1], 210) == [10, 100, 100]
    assert widths([10, 20, 30], [0, 3, 1], 210) == [10, 150, 50]
    assert widths([10, 20, 90], [0, 3, 1], 210) == [10, 110, 90], "no column is narrower than its least"
    assert widths([10, 80, 90], [0, 1, 1], 100) == [10, 80, 90], "then the table scrolls"


def test_headings_are_broken_where_their_lines_are_shortest() -> None:
    assert in_two_lines("Weight") == "Weight"
    assert in_two_lines("Weight in all") == "Weight\nin all"
    assert in_two_lines("A quiet goodbye") == "A quiet\ngoodbye"


def test_where_not_all_columns_fit_headings_and_cells_wrap_before_anything_lies_beyond_the_edge(qtbot: QtBot) -> None:
    look = Look(load_theme("light"), 1.0)
    columns: list[Column[Fruit]] = [
        Column(f"A heading of words {number}", lambda fruit: f"{fruit[1]:.1f} of ten", lambda fruit: fruit[1])
        for number in range(5)
    ]
    table: SortedTable[Fruit] = SortedTable("Fruits", columns, look)
    qtbot.addWidget(table)
    table.show_rows(FRUITS)
    table.resize(1_400, 400)
    with qtbot.waitExposed(table):
        table.show()
    low = table.horizontalHeader().height()
    table.resize(520, 400)
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.horizontalHeader().height() > low
    table.resize(300, 400)
    assert table.horizontalHeader().length() > table.viewport().width(), "no word is cut"
