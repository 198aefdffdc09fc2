"""What a sentence is to count as instead, why, and by whom; what would change is shown at once, before anything is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from simulator.alliance.moves import MOVES
from simulator.messages.message import Message
from simulator.messages.sentences import corrections as say
from simulator.scoring.corrections import SentenceCode
from simulator.services.correcting import LONGEST_REASON, DryRun
from simulator.services.typed_names import same_name
from simulator.ui.look import Look
from simulator.ui.review.code_choice import CodeChoice
from simulator.ui.review.dry_run_view import DryRunView
from simulator.ui.review.who_and_why import name_field, reason_field
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, row
from simulator.ui.widgets.text import text_label


class ProposingCard(Card):
    """Nothing can be proposed of which it was not shown what it would change; where two people look together, both names do."""

    tried = Signal(object)
    proposed = Signal(object, str, str, str)
    """What it is to count as, why, by whom, and who agrees (nobody: it waits for a second name)."""

    def __init__(self, look: Look) -> None:
        super().__init__(margin=18, spacing=10)
        self._look = look
        self._counts_as: SentenceCode | None = None
        self._tried: SentenceCode | None = None
        self.body.addWidget(text_label(look.say(say.NEW_TITLE()), "heading"))
        self.codes = CodeChoice(look)
        self.codes.chosen.connect(self._changed)
        self.body.addWidget(self.codes)
        self._help = text_label("", "small")
        self.body.addWidget(self._help)
        self.would = DryRunView(look)
        self.body.addWidget(self.would)
        self.reason = reason_field(self.body, look, say.REASON())
        self.name = name_field(self.body, look, say.NAME())
        self.second = name_field(self.body, look, say.SECOND_AT_ONCE())
        self.propose = Button(look.say(say.PROPOSE()), "primary")
        self.propose.clicked.connect(self._propose)
        self.why_not = text_label("", "small")
        proposing = row(spacing=10)
        proposing.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        proposing.addWidget(self.why_not, 1)
        self.body.addLayout(proposing)
        for edited in (self.reason.textChanged, self.name.named, self.second.named):
            edited.connect(self._may_propose)

    def begin(self, counts_as: SentenceCode, names: tuple[str, ...]) -> None:
        """Begin with what a sentence counts as now; ``names`` were used before."""
        self._counts_as = counts_as
        self.codes.begin(counts_as)
        self.reason.setPlainText("")
        self.second.setEditText("")
        for field in (self.name, self.second):
            field.offer(names)
        self._changed()

    def show_dry_run(self, code: SentenceCode, found: DryRun) -> None:
        """Show what would change, if that is still what is chosen."""
        if code != self.codes.code:
            return
        self._tried = code
        self.would.show_found(found)
        self._may_propose()

    def _changed(self) -> None:
        """What is chosen is another thing: what it would change is asked for."""
        code = self.codes.code
        self._tried = None
        self._help.setText(self._look.say(MOVES[code.move].help()))
        self._may_propose()
        if code == self._counts_as:
            self.would.tell(say.CHOOSE_OTHER())
            return
        self.would.tell(say.TRYING())
        self.tried.emit(code)

    def _may_propose(self) -> None:
        """What is missing is said beside the button, which says what it does."""
        missing = self._missing()
        self.propose.setEnabled(missing is None and self._tried is not None)
        self.propose.show_words(self._look.say(say.LET_TAKE_EFFECT() if self._agreeing else say.PROPOSE()))
        self.why_not.setText("" if missing is None else self._look.say(missing))

    @property
    def _agreeing(self) -> str:
        return self.second.currentText().strip()

    def _missing(self) -> Message | None:
        name = self.name.currentText()
        if self.codes.code == self._counts_as:
            return None
        if not self.reason.toPlainText().strip():
            return say.NO_REASON()
        if not name.strip():
            return say.NO_NAME()
        return say.TWO_PEOPLE() if same_name(name, self._agreeing) else None

    def _propose(self) -> None:
        reason = self.reason.toPlainText()[:LONGEST_REASON]
        self.proposed.emit(self.codes.code, reason, self.name.currentText(), self._agreeing)
