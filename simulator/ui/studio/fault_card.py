"""One kind of fault: where it was found on one side, what it means and how it is mended on the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from simulator.messages.sentences import studio as say
from simulator.messages.sentences.studio_editor import GO_THERE, GO_THERE_NAMED
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.services.studio import Finding
from simulator.services.told_in_words import in_words
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.studio.words import place
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column, row
from simulator.ui.widgets.text import selectable, text_label

_FIRST_SHOWN = 5
_MARKS = {Severity.ERROR: (Mark.ERROR, say.ERROR), Severity.WARNING: (Mark.WARNING, say.WARNING)}


class FaultCard(Card):
    """A finding with all its places."""

    place_wanted = Signal(Diagnostic)

    def __init__(self, finding: Finding, look: Look) -> None:
        super().__init__(margin=20, spacing=0)
        self.code = finding.code
        self._look = look
        self._finding = finding
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(28)
        self.body.addLayout(self._box)
        self._box.addLayout(self._what(), 3)
        self._box.addLayout(self._why(), 2)

    def stack(self, stacked: bool) -> None:
        """Put the help below the places, or beside them."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _what(self) -> QBoxLayout:
        box = column(spacing=10)
        head = row(spacing=12)
        title = text_label(self._finding.help.title, "heading")
        head.addWidget(title, 1)
        box.addLayout(head)
        mark, word = _MARKS[self._finding.severity]
        box.addWidget(MarkedWord(self._look, mark, self._look.say(word(code=self.code))))
        places = [self._place(fault) for fault in self._finding.faults]
        for each in places:
            box.addWidget(each)
        self._hide_rest(box, places)
        box.addStretch(1)
        return box

    def _place(self, fault: Diagnostic) -> QWidget:
        holder = QWidget()
        box = column(holder, spacing=2)
        where = self._look.say(place(fault.span))
        box.addWidget(selectable(text_label(where, "small-quiet")))
        box.addWidget(selectable(text_label(in_words(fault.message, self._look.say), "body")))
        named = self._look.say(GO_THERE_NAMED(place=where))
        there = Button(self._look.say(GO_THERE()), "link", name=named)
        there.clicked.connect(lambda: self.place_wanted.emit(fault))
        box.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _hide_rest(self, box: QBoxLayout, places: list[QWidget]) -> None:
        """The first places, and the others behind a button."""
        rest = places[_FIRST_SHOWN:]
        if len(rest) < 2:
            return
        for each in rest:
            each.hide()
        name = self._look.say(say.MORE_PLACES_NAMED(title=self._finding.help.title, count=len(rest)))
        more = Button(self._look.say(say.MORE_PLACES(count=len(rest))), "link", name=name)

        def show_all() -> None:
            for each in rest:
                each.show()
            more.hide()

        more.clicked.connect(show_all)
        box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _why(self) -> QBoxLayout:
        box = column(spacing=8)
        page = self._finding.help
        for paragraph in page.paragraphs:
            box.addWidget(selectable(text_label(paragraph, "small")))
        if page.wrong and page.mended:
            self._add_example(box)
        box.addStretch(1)
        return box

    def _add_example(self, box: QBoxLayout) -> None:
        page, look = self._finding.help, self._look
        hide, show = (
            (look.say(words()), look.say(named(title=page.title)))
            for words, named in (
                (say.HIDE_EXAMPLE, say.HIDE_EXAMPLE_NAMED),
                (say.SHOW_EXAMPLE, say.SHOW_EXAMPLE_NAMED),
            )
        )
        self.example = QWidget()
        inside = column(self.example, spacing=4)
        for words, lines in ((say.WRONG, page.wrong), (say.MENDED, page.mended)):
            inside.addWidget(text_label(look.say(words()), "small-quiet"))
            inside.addWidget(selectable(text_label(lines, "code")))
        self.example.hide()
        self.example_button = Button(show[0], "link", name=show[1])

        def turn() -> None:
            now = self.example.isHidden()
            self.example.setVisible(now)
            self.example_button.show_words(*(hide if now else show))

        self.example_button.clicked.connect(turn)
        box.addWidget(self.example_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.example)
