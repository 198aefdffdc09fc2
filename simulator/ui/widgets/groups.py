"""Controls that belong together: a screen reader says the name of the group with the first of them that it comes to."""

from __future__ import annotations

from PySide6.QtWidgets import QGroupBox, QLabel, QWidget

from simulator.ui.widgets.layouts import row
from simulator.ui.widgets.text import text_label


class NamedGroup(QGroupBox):
    """A group without a frame; its name stands in a label beside it or above it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "group")
        self.setFlat(True)
        self.setAccessibleName(name)


def label_of(label: QLabel, control: QWidget) -> QLabel:
    """The same label, known to assistive technology as that of a control; a name alone does not reach it from every kind."""
    label.setBuddy(control)
    return label


def labelled(control: QWidget, words: str, *, spacing: int = 6) -> QWidget:
    """A control with its label before it, which is its name for assistive technology too."""
    control.setAccessibleName(words)
    holder = QWidget()
    line = row(holder, spacing=spacing)
    line.addWidget(label_of(text_label(words, "small", wrap=False), control))
    line.addWidget(control)
    return holder
