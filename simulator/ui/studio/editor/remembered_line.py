"""What is remembered: on the page of a moment what it asks for, on that of the scenario all there is, with the ways to both ends."""

from __future__ import annotations

from typing import Final, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import moment_page as say
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Path
from simulator.services.moment_acts import flags_of
from simulator.services.remembered import answers_that_set, asked_by, places_that_ask
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.widgets.text import text_label

_Lines: TypeAlias = "tuple[tuple[Message, tuple[Path, ...]], ...]"
_A_MOMENT: Final = 2


class RememberedLine(QWidget):
    """Lines for what a moment asks for, or for all that a scenario can remember; nothing where that is nothing."""

    answer_wanted = Signal(tuple)
    """Somebody wants to see an answer, by its path."""

    moment_wanted = Signal(tuple)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._shown: _Lines = ()
        self._box = column(self, spacing=2)
        self.links: list[Button] = []
        self.hide()

    def show_place(self, place: Path) -> None:
        """Show what is remembered of the scenario, or asked for by a moment."""
        lines = _of_moment(self._file.written, place) if place else _of_scenario(self._file.written)
        self.setVisible(bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._box)
        self.links = []
        for told, places in lines:
            line = Flow(spacing=8)
            line.items.addWidget(text_label(self._look.say(told), "small-quiet", wrap=False))
            for one in places:
                line.items.addWidget(self._link(one))
            self._box.addWidget(line)

    def _link(self, place: Path) -> Button:
        if len(place) == _A_MOMENT:
            link = Button(str(place[1]), "link")
            link.clicked.connect(lambda: self.moment_wanted.emit(place))
        else:
            link = Button(self._look.say(say.ANSWER_IN(answer=str(place[3]), moment=str(place[1]))), "link")
            link.clicked.connect(lambda: self.answer_wanted.emit(place))
        self.links.append(link)
        return link


def _of_moment(written: Written, moment: Path) -> _Lines:
    """A line for each flag that it asks for: the answers that leave it behind."""
    found = [(flag, answers_that_set(written, flag)) for flag in asked_by(written, moment)]
    return tuple(
        ((say.ONLY_IF_SET if answers else say.ONLY_IF_SET_BY_NONE)(flag=flag), answers) for flag, answers in found
    )


def _of_scenario(written: Written) -> _Lines:
    """Two lines for each flag: the answers that leave it behind, and what asks for it."""
    lines: list[tuple[Message, tuple[Path, ...]]] = []
    for flag in flags_of(written):
        answers, asking = answers_that_set(written, flag), places_that_ask(written, flag)
        lines.append(((say.REMEMBERED_BY if answers else say.REMEMBERED_BY_NONE)(flag=flag), answers))
        lines.append(((say.ASKED_FOR_IN if asking else say.ASKED_FOR_NOWHERE)(), asking))
    return tuple(lines)
