"""The top of a debriefing: what it came to, what helped most, and the turn to say again with its button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.messages.sentences import looking_back as say
from simulator.messages.sentences import worth as in_points
from simulator.services.debriefing import Debriefing
from simulator.services.first_sentences import FirstSentences, first_sentences, while_working, without_worth
from simulator.services.worth_words import played, share, share_of_what
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.steady import SteadyLabel
from simulator.ui.widgets.text import text_label


class FirstSentencesBand(QWidget):
    """Three sentences, and below them, folded, how they are worked out; their place is kept until they are known."""

    another_try = Signal(int)
    announced = Signal(str)
    """The sentences, once they appear, in words to be read out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told: Debriefing | None = None
        self._again: int | None = None
        box = column(self, spacing=10)
        self.came_to = text_label("", "title")
        self.sentences = SteadyLabel("", "lead")
        self.again_button = Button("", "primary")
        self.again_button.clicked.connect(self._try_again)
        policy = self.again_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.again_button.setSizePolicy(policy)
        self.how = Fold(look.say(say.HOW_WORKED_OUT()), look.say(say.HIDE_WORKED_OUT()))
        self.figures = text_label("", "small")
        self.how.body.addWidget(self.figures)
        self.how.body.addWidget(text_label(look.say(say.ASSUMPTION()), "small-quiet"))
        for part in (self.came_to, self.sentences):
            box.addWidget(part)
        box.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.how)

    def show_waiting(self, told: Debriefing) -> None:
        """Show what is known before it is worked out what each sentence changed."""
        self._told = told
        longest, next_longest, *_ = (*sorted((account.you for account in told.accounts), key=len, reverse=True), "", "")
        self.sentences.keep_room_for(
            self._one_below_another(say.NEAREST(turn=88, words=longest), say.AGAIN(turn=88, words=next_longest))
        )
        self.how.setVisible(True)
        self.how.set_open(False)
        self.figures.setText("")
        self._show(while_working(told))

    def show_worth(self, worth: SessionValue) -> None:
        """Show the three sentences, and behind the button the figures they stand on."""
        if self._told is None:
            return
        self._show(first_sentences(self._told, worth))
        figure, how = share(worth), played(worth)
        of = share_of_what(worth)
        line = of if figure is None else in_points.SHARE_LINE(share=figure, of=of)
        told = [line, *([how] if how is not None else []), *([] if worth.exact else [in_points.BOUNDS()])]
        self.figures.setText("\n".join(map(self._look.say, told)))
        self._announce()

    def show_no_worth(self, *, other_rules: bool) -> None:
        """Show what can be said where that is not known."""
        if self._told is None:
            return
        self.sentences.keep_room_for("")
        self._show(without_worth(self._told, other_rules=other_rules))
        self.again_button.hide()
        self.how.hide()
        self._announce()

    def show_headline(self, words: str) -> None:
        """Only one sentence, where nothing else is known."""
        self._told = None
        self.came_to.setText(words)
        for part in (self.sentences, self.again_button, self.how):
            part.hide()

    def _show(self, first: FirstSentences) -> None:
        look = self._look
        self.came_to.setText(look.say(first.came_to))
        self.sentences.show()
        self.sentences.setText(self._one_below_another(first.helped, first.to_say_again))
        self._again = first.again
        self.again_button.setVisible(first.again is not None)
        self.again_button.show_words(look.say(say.AGAIN_FROM(turn=first.again or 88)))

    def _announce(self) -> None:
        self.announced.emit(f"{self.came_to.text()}\n{self.sentences.text()}")

    def _one_below_another(self, *messages: Message | None) -> str:
        return "\n\n".join(self._look.say(message) for message in messages if message is not None)

    def _try_again(self) -> None:
        if self._again is not None:
            self.another_try.emit(self._again)
