"""What has not come up for somebody yet, what they could practise next, and the way to an assignment that offers it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import not_yet_met as say
from simulator.services.not_yet_met import FEW, NotYetMet, titles
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class NotYetLines(QWidget):
    """``assigned`` tells the scenarios that somebody wants to assign, and to whom (``ReviewedPerson``)."""

    assigned = Signal(object, object)

    def __init__(self, found: NotYetMet, look: Look) -> None:
        super().__init__()
        box = column(self, spacing=6)
        told = [" ".join(map(look.say, one.told())) for one in found.what] or [look.say(say.ALL_CAME_UP(few=FEW))]
        if found.next is not None:
            told.append(look.say(found.next.told))
        for words in told:
            box.addWidget(text_label(words, "body"))
        self.button: Button | None = None
        if scenarios := found.scenarios:
            named = look.say(say.ASSIGN_NAMED(titles=titles(scenarios), name=found.person.name))
            self.button = Button(look.say(say.ASSIGN(titles=titles(scenarios))), "plain", name=named)
            self.button.clicked.connect(lambda: self.assigned.emit(scenarios, found.person))
            box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
