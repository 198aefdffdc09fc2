"""What was possible in a turn, in both voices: one step, and behind a button the way on from there."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from simulator.messages.sentences import looking_back as say
from simulator.services.debriefing import directions
from simulator.services.what_was_possible import Possible, PossibleStep
from simulator.ui.look import Look
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label


class PossibleView(QFrame):
    """An answer on offer with what would have come of it, or where none would have helped, one that might."""

    def __init__(self, possible: Possible, name: str, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "aside")
        self._look = look
        self._name = name
        self.rest: Fold | None = None
        box = column(self, margin=14, spacing=6)
        if possible.model is not None:
            box.addWidget(text_label(look.say(say.NOTHING_POSSIBLE(words=possible.model)), "body"))
            return
        first, *rest = possible.steps
        box.addWidget(text_label(look.say(say.POSSIBLE()), "heading"))
        self._add(box, first)
        if rest:
            self.rest = Fold(look.say(say.REST()), look.say(say.HIDE_REST()))
            for step in rest:
                self._add(self.rest.body, step)
            box.addWidget(self.rest)

    def _add(self, box: QVBoxLayout, step: PossibleStep) -> None:
        look = self._look
        box.addWidget(text_label(look.say(say.YOU()), "small-quiet"))
        box.addWidget(text_label(step.you or look.say(say.STAYED_SILENT()), "body"))
        box.addWidget(text_label(self._name, "small-quiet"))
        seen = directions(step.shows, step.sign)
        if seen is not None:
            box.addWidget(text_label(look.say(seen), "quiet"))
        if step.says or seen is None:
            box.addWidget(text_label(step.says or look.say(say.SAYS_NOTHING()), "body"))
