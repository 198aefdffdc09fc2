"""Whatever somebody reads or hears of a page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


def on(page: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Everything that can be read or heard on a page, with what it stands on; folded or not, and nothing that was typed."""
    for widget in (page, *page.findChildren(QWidget)):
        told = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        match widget:
            case QLabel() | QAbstractButton():
                told.append(widget.text())
            case QComboBox():
                told += [widget.itemText(index) for index in range(widget.count())]
            case QListWidget():
                told += [widget.item(number).text() for number in range(widget.count())]
            case QLineEdit() | QPlainTextEdit() | QTextEdit():
                told.append(widget.placeholderText())
            case _:
                pass
        yield from ((widget, text) for text in told if text)
