"""On the page of a moment: what must have been answered before for it to come, with the way to those answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import moment_page as say
from simulator.scenario.nodes import Path
from simulator.services.remembered import answers_that_set, asked_by
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label


class RememberedLine(QWidget):
    """A line for each flag that the moment asks for; nothing where it asks for none."""

    answer_wanted = Signal(tuple)
    """Somebody wants to see an answer, by its path."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._shown: dict[str, tuple[Path, ...]] = {}
        self._box = column(self, spacing=2)
        self.links: list[Button] = []
        self.hide()

    def show_moment(self, moment: Path) -> None:
        """Show what a moment asks for, and which answers leave it behind."""
        written = self._file.written
        asked = {flag: answers_that_set(written, flag) for flag in asked_by(written, moment)}
        self.setVisible(bool(asked))
        if asked == self._shown:
            return
        self._shown = asked
        clear(self._box)
        self.links = []
        for flag, answers in asked.items():
            line = Flow(spacing=8)
            told = (say.ONLY_IF_SET if answers else say.ONLY_IF_SET_BY_NONE)(flag=flag)
            line.items.addWidget(text_label(self._look.say(told), "small-quiet", wrap=False))
            for answer in answers:
                line.items.addWidget(self._link(answer))
            self._box.addWidget(line)

    def _link(self, answer: Path) -> Button:
        words = self._look.say(say.ANSWER_IN(answer=str(answer[3]), moment=str(answer[1])))
        link = Button(words, "link")
        link.clicked.connect(lambda: self.answer_wanted.emit(answer))
        self.links.append(link)
        return link
