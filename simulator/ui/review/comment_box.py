"""A comment pinned to a turn: folded until somebody wants to write one, open where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from simulator.messages.sentences import review as say
from simulator.services.reviewing import LONGEST_COMMENT
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.text import text_label

_LINES = 4


class CommentBox(Fold):
    """``kept`` tells what is to be kept as the comment of a turn."""

    kept = Signal(int, str)

    def __init__(self, turn: int, words: str, look: Look) -> None:
        named = look.say(say.COMMENT_ON(turn=turn))
        super().__init__(named, look.say(say.HIDE_COMMENT()), name=named, opened=bool(words))
        self._look = look
        self._turn = turn
        self.text = QPlainTextEdit(words)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(named)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + 24)
        self.body.addWidget(self.text)
        self.keep = Button(look.say(say.KEEP_COMMENT()), "plain", name=f"{look.say(say.KEEP_COMMENT())}: {named}")
        self.keep.clicked.connect(self._keep)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = text_label("", "small")
        self.told.hide()
        self.body.addWidget(self.told)
        self.text.textChanged.connect(self.told.hide)

    def show_kept(self) -> None:
        """It is kept."""
        self.told.setText(self._look.say(say.KEPT_COMMENT()))
        self.told.show()

    def _keep(self) -> None:
        self.kept.emit(self._turn, self.text.toPlainText()[:LONGEST_COMMENT])
