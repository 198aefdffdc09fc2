"""Work that was not saved when the Studio was left or the program ended: offered, never taken up by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal

from simulator.messages.message import When
from simulator.messages.sentences import studio_editor as say
from simulator.storage.unsaved_scenarios import UnsavedScenario
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import text_label


class UnsavedCard(Card):
    """A row for each file; there is no card where everything is saved."""

    taken_up = Signal(UnsavedScenario)
    given_up = Signal(UnsavedScenario)

    def __init__(self, look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        self._look = look
        self.body.addWidget(text_label(look.say(say.UNSAVED_HEAD()), "heading"))
        self._rows = column(spacing=8)
        self.body.addLayout(self._rows)
        self.hide()

    def show_unsaved(self, works: tuple[UnsavedScenario, ...]) -> None:
        """Offer what was not saved."""
        clear(self._rows)
        for work in works:
            across = row(spacing=10)
            words = say.UNSAVED(path=work.path, when=When(work.at_ms))
            across.addWidget(text_label(self._look.say(words), "body"), 1)
            go_on = Button(self._look.say(say.GO_ON()), name=self._look.say(say.GO_ON_WITH(path=work.path)))
            go_on.clicked.connect(lambda _checked=False, one=work: self.taken_up.emit(one))
            let_go = Button(self._look.say(say.LET_GO()), "quiet", name=self._look.say(say.LET_GO_OF(path=work.path)))
            let_go.clicked.connect(lambda _checked=False, one=work: self.given_up.emit(one))
            across.addWidget(go_on)
            across.addWidget(let_go)
            self._rows.addLayout(across)
        self.setVisible(bool(works))
