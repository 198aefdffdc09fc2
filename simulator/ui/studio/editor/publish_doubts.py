"""What the proof has against publishing: it is named, and somebody has to say that it is published all the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import publishing as say
from simulator.services.proof_sentences import doubts
from simulator.services.publishing import NO, YES
from simulator.services.told_in_words import in_words
from simulator.ui.look import Look
from simulator.ui.studio.editor.live_prover import LiveProver
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.yes_no import YesNo

_MOST: Final = 3


class PublishDoubts(QWidget):
    """A question below the others; it is there only where the proof is not done, or found something."""

    def __init__(self, prover: LiveProver, look: Look) -> None:
        super().__init__()
        self._prover, self._look = prover, look
        box = column(self, spacing=8)
        self.words = text_label("", "body")
        box.addWidget(self.words)
        self.anyway = YesNo(((YES, say.YES()), (NO, say.NO())), look)
        asked = look.say(say.ALL_THE_SAME())
        self.anyway.setAccessibleName(asked)
        box.addWidget(label_of(text_label(asked, "body"), self.anyway))
        box.addWidget(self.anyway)
        prover.changed.connect(self._show)

    def open(self) -> None:
        """Ask anew; what is not proved yet is tried meanwhile."""
        self.anyway.give("")
        self._prover.look(True, by=self)
        if self._prover.stale and not self._prover.trying:
            self._prover.begin()
        self._show()

    def close_doubts(self) -> None:
        """Nobody asks any more."""
        self._prover.look(False, by=self)

    def lacking(self) -> Message | None:
        """What keeps it from being published here."""
        if not self._told() or self.anyway.answer == YES:
            return None
        return say.ALL_THE_SAME_MISSING()

    def _told(self) -> list[Message]:
        proof = self._prover.proof
        if proof is None or self._prover.stale:
            return [say.NOT_PROVED()]
        found = doubts(proof)
        told = [one.message for one in found[:_MOST]]
        return [*told, say.MORE_DOUBTS(count=len(found) - _MOST)] if len(found) > _MOST else told

    def _show(self) -> None:
        told = self._told()
        self.words.setText("\n".join(in_words(one, self._look.say) for one in told))
        self.setVisible(bool(told))
