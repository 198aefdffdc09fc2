"""The head of a page to which one comes from another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label


def add_head(box: QVBoxLayout, title: str, back: str) -> Button:
    """Add a page's title and, at its right, the button that leads back, which is given."""
    head = row(spacing=10)
    head.addWidget(text_label(title, "title"), 1)
    button = Button(back, "quiet")
    head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    box.addLayout(head)
    return button
