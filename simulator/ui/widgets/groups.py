"""Controls that belong together: a screen reader says the name of the group with the first of them that it comes to."""

from __future__ import annotations

from PySide6.QtWidgets import QGroupBox, QLabel, QWidget


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
