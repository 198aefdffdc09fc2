"""What the proof has against publishing: it is named, and somebody has to say that it is published all the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import publishing as say
from simulator.services.proof_sentences import doubts
from simulator.services.publishing import NO, YES
from simulator.services.told_in_words import in_words
from simulator.ui.look import Look
from simulator.ui.studio.editor.live_prover import LiveProver
from simulator.ui.studio.editor.publish_question import PublishQuestion
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.yes_no import YesNo

_MOST: Final = 3


class PublishDoubts(QWidget):
    """A question below the others; it is there only where the proof is not done, or found something.

    An answer is good for what was told when it was given: whatever else is found is asked about anew.
    """

    proof_wanted = Signal()

    def __init__(self, prover: LiveProver, look: Look) -> None:
        super().__init__()
        self._prover, self._look = prover, look
        self._agreed_to: frozenset[Message] = frozenset()
        box = column(self, spacing=4)
        self.words = text_label("", "small")
        box.addWidget(self.words)
        links = Flow()
        self.proof_link = Button(look.say(say.SEE_PROOF()), "link")
        self.proof_link.clicked.connect(self.proof_wanted)
        links.items.addWidget(self.proof_link)
        box.addWidget(links)
        self.anyway = PublishQuestion(YesNo(((YES, say.YES()), (NO, say.NO())), look), say.ALL_THE_SAME(), look)
        self.anyway.answered.connect(self._note)
        box.addWidget(self.anyway)
        prover.changed.connect(self._show)

    def open(self) -> None:
        """Ask; what is not proved yet is tried meanwhile."""
        self._prover.look(True, by=self)
        if self._prover.stale and not self._prover.trying:
            self._prover.begin()
        self._show()

    def close_doubts(self) -> None:
        """Nobody asks any more."""
        self._prover.look(False, by=self)

    def forget(self) -> None:
        """Nothing was answered."""
        self._agreed_to = frozenset()
        self.anyway.give("")

    def lacking(self) -> Message | None:
        """What keeps it from being published here."""
        if not self._told() or self.anyway.answer == YES:
            return None
        return say.ALL_THE_SAME_MISSING()

    def _note(self) -> None:
        self._agreed_to = frozenset(self._told()) if self.anyway.answer else frozenset()

    def _told(self) -> list[Message]:
        proof = self._prover.of_now
        if proof is None:
            return [say.NOT_PROVED()]
        return [one.message for one in doubts(proof)]

    def _show(self) -> None:
        told = self._told()
        if not self._agreed_to.issuperset(told):
            self.forget()
        shown = told[:_MOST]
        if len(told) > _MOST:
            shown.append(say.MORE_DOUBTS(count=len(told) - _MOST))
        self.words.setText("\n".join(in_words(one, self._look.say) for one in shown))
        self.proof_link.setVisible(told != [say.NOT_PROVED()])
        self.setVisible(bool(told))
