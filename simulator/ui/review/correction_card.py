"""One correction of a sentence: from what to what, who said what when, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import corrections as say
from simulator.services.correcting import LONGEST_REASON, DryRun
from simulator.services.correction_remarks import CodeCorrection, CorrectionState
from simulator.services.correction_words import STATES, dry_run_in_words, from_to, said_of
from simulator.ui.look import Look
from simulator.ui.review.who_and_why import name_field, reason_field
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import Card, row
from simulator.ui.widgets.text import selectable, text_label


class CorrectionCard(Card):
    """A proposal can be agreed to by a second name; whatever was not withdrawn can be."""

    agreed = Signal(str, str)
    withdrawn = Signal(str, str, str)

    def __init__(self, correction: CodeCorrection, look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        self.correction = correction
        self._look = look
        head = row(spacing=10)
        head.addWidget(selectable(text_label(look.say(from_to(correction)), "body")), 1)
        self.state = text_label(look.say(STATES[correction.state]()), "quiet", wrap=False)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for line in said_of(correction):
            self.body.addWidget(selectable(text_label(look.say(line), "small")))
        self.would = text_label("", "small")
        self.would.hide()
        self.body.addWidget(self.would)
        if correction.state is CorrectionState.PROPOSED:
            self._ask_second_name()
        if correction.state is not CorrectionState.WITHDRAWN:
            self.body.addWidget(self._withdrawing())

    def show_dry_run(self, found: DryRun) -> None:
        """Show what it would change now."""
        self.would.setText(self._look.say(say.WOULD_NOW(told=dry_run_in_words(found))))
        self.would.show()

    def _ask_second_name(self) -> None:
        asked = say.SECOND_NAME(name=self.correction.proposed.name)
        self.second = name_field(self.body, self._look, asked)
        self.agree = Button(self._look.say(say.AGREE()), "primary")
        self.agree.setEnabled(False)
        self.second.textChanged.connect(lambda words: self.agree.setEnabled(bool(words.strip())))
        self.agree.clicked.connect(lambda: self.agreed.emit(self.correction.id, self.second.text()))
        self.body.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignLeft)

    def _withdrawing(self) -> QWidget:
        look = self._look
        fold = self.withdrawing = Fold(
            look.say(say.WITHDRAW()), look.say(say.HIDE()), name=look.say(from_to(self.correction))
        )
        self.who = name_field(fold.body, look, say.WHO_WITHDRAWS())
        self.why = reason_field(fold.body, look, say.WHY_WITHDRAWN())
        self.withdraw = Button(look.say(say.WITHDRAW_NOW()), "plain")
        self.withdraw.clicked.connect(self._withdraw)
        fold.body.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        return fold

    def _withdraw(self) -> None:
        reason = self.why.toPlainText()[:LONGEST_REASON]
        self.withdrawn.emit(self.correction.id, self.who.text(), reason)
