"""What to practise next, with why, above the shelf."""

from __future__ import annotations

from PySide6.QtCore import Signal

from simulator.messages.sentences import choosing as say
from simulator.services.practice import ShelfItem
from simulator.services.suggestion import Suggestion
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column, row
from simulator.ui.widgets.text import text_label


class NextCard(Card):
    """A suggestion that can be taken with one click."""

    taken = Signal(ShelfItem)

    def __init__(self, look: Look) -> None:
        super().__init__(margin=14, spacing=4)
        self.setProperty("kind", "aside")
        self._look = look
        self._item: ShelfItem | None = None
        line = row(spacing=12)
        words = column(spacing=2)
        words.addWidget(text_label(look.say(say.NEXT()), "heading"))
        self._why = text_label("", "body")
        words.addWidget(self._why)
        line.addLayout(words, 1)
        self.button = Button(look.say(say.GO()), "plain")
        self.button.clicked.connect(self._take)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.hide()

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show what comes next, or nothing."""
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        self._item = suggestion.item
        card = suggestion.item.card
        name = card.patient_name.split(" ")[0]
        self._why.setText(self._look.say(say.NEXT_IS(title=card.title, name=name, why=suggestion.why)))
        self.button.show_words(self._look.say(say.GO()), self._look.say(say.GO_NAMED(title=card.title)))

    def _take(self) -> None:
        if self._item is not None:
            self.taken.emit(self._item)
