"""One correction of a sentence: from what to what, who said what when, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import corrections as say
from simulator.services.correcting import LONGEST_REASON, DryRun
from simulator.services.correction_remarks import CodeCorrection, CorrectionState
from simulator.services.correction_words import STATES, dry_run_in_words, from_to, said_of
from simulator.services.typed_names import same_name
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

    def __init__(self, correction: CodeCorrection, look: Look, names: tuple[str, ...] = ()) -> None:
        super().__init__(margin=18, spacing=8)
        self.correction = correction
        self._look = look
        self._names = names
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
        if self._can_withdraw:
            self.body.addWidget(self._withdrawing())

    def show_dry_run(self, found: DryRun) -> None:
        """Show what it would change now."""
        self.would.setText(self._look.say(say.WOULD_NOW(told=dry_run_in_words(found))))
        self.would.show()

    def take_keyboard(self) -> None:
        """The keyboard on what comes next: the second name, or else what was done."""
        if self.correction.state is CorrectionState.PROPOSED:
            self.second.setFocus()
        elif self._can_withdraw:
            self.withdrawing.button.setFocus()

    @property
    def _can_withdraw(self) -> bool:
        return self.correction.state is not CorrectionState.WITHDRAWN

    def _ask_second_name(self) -> None:
        asked = say.SECOND_NAME(name=self.correction.proposed.name)
        others = (name for name in self._names if not same_name(name, self.correction.proposed.name))
        self.second = name_field(self.body, self._look, asked, others)
        self.agree = Button(self._look.say(say.AGREE()), "primary")
        self.why_not = text_label("", "small")
        self.second.named.connect(self._may_agree)
        self.agree.clicked.connect(lambda: self.agreed.emit(self.correction.id, self.second.currentText()))
        agreeing = row(spacing=10)
        agreeing.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignLeft)
        agreeing.addWidget(self.why_not, 1)
        self.body.addLayout(agreeing)
        self._may_agree("")

    def _may_agree(self, name: str) -> None:
        """It takes somebody else; what is missing is said beside the button."""
        proposed = self.correction.proposed.name
        why = say.SECOND_MISSING() if not name.strip() else say.SAME_NAME(name=proposed)
        allowed = bool(name.strip()) and not same_name(name, proposed)
        self.agree.setEnabled(allowed)
        self.why_not.setText("" if allowed else self._look.say(why))
        self.why_not.setVisible(not allowed)

    def _withdrawing(self) -> QWidget:
        look = self._look
        fold = self.withdrawing = Fold(
            look.say(say.WITHDRAW()), look.say(say.HIDE()), name=look.say(from_to(self.correction))
        )
        self.who = name_field(fold.body, look, say.WHO_WITHDRAWS(), self._names)
        self.why = reason_field(fold.body, look, say.WHY_WITHDRAWN())
        self.withdraw = Button(look.say(say.WITHDRAW_NOW()), "plain")
        self.withdraw.clicked.connect(self._withdraw)
        fold.body.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        return fold

    def _withdraw(self) -> None:
        reason = self.why.toPlainText()[:LONGEST_REASON]
        self.withdrawn.emit(self.correction.id, self.who.currentText(), reason)
