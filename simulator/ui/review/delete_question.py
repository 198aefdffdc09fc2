"""The question before something is deleted for good, in its own place below the button that asks for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import review as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button, ButtonKind
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class DeleteQuestion(QWidget):
    """A button, and the question that it opens; ``agreed`` tells that it is to be deleted."""

    agreed = Signal()

    def __init__(self, look: Look, wanted: Message, question: Message | None = None, kind: ButtonKind = "link") -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=8)
        self.delete_button = Button(look.say(wanted), kind)
        self.delete_button.clicked.connect(self._ask)
        box.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._asked = QWidget()
        asked = column(self._asked, spacing=8)
        self._whether = text_label("" if question is None else look.say(question), "body")
        asked.addWidget(self._whether)
        self.keep_button = Button(look.say(say.DELETE_NO()), "plain")
        self.keep_button.clicked.connect(self._keep)
        self.sure_button = Button(look.say(say.DELETE_YES()), "quiet")
        self.sure_button.clicked.connect(self.agreed)
        buttons = FlowLayout(spacing=10)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.sure_button)
        asked.addLayout(buttons)
        self._asked.hide()
        box.addWidget(self._asked)

    def show_question(self, question: Message | None) -> None:
        """Ask about something else, once somebody wants it deleted; nothing: there is nothing to delete."""
        self._asked.hide()
        self.setVisible(question is not None)
        if question is not None:
            self._whether.setText(self._look.say(question))

    def _ask(self) -> None:
        self._asked.show()
        self.keep_button.setFocus()

    def _keep(self) -> None:
        self._asked.hide()
        self.delete_button.setFocus()
