"""What a sentence is to count as instead, why, and by whom: first it is looked at what would change, then it is proposed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.moves import MOVES, Move
from simulator.messages.sentences import corrections as say
from simulator.scoring.corrections import SentenceCode
from simulator.services.correcting import LONGEST_REASON, DryRun
from simulator.ui.look import Look
from simulator.ui.review.dry_run_view import DryRunView
from simulator.ui.review.who_and_why import name_field, reason_field
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.text import text_label


class ProposingCard(Card):
    """Nothing can be proposed that was not tried before."""

    tried = Signal(object)
    proposed = Signal(object, str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(margin=18, spacing=10)
        self._look = look
        self._tried: SentenceCode | None = None
        self.body.addWidget(text_label(look.say(say.NEW_TITLE()), "heading"))
        self.moves = ChoiceBox()
        for move in Move:
            if move is not Move.HOLD_SILENCE:
                self.moves.addItem(look.say(MOVES[move].label()), move.value)
        self.qualities = ChoiceBox()
        best = len(OWN_CONTRIBUTION) - 1
        for number, entry in enumerate(OWN_CONTRIBUTION):
            words = say.QUALITY_OF(quality=number, best=best, label=entry.label())
            self.qualities.addItem(look.say(words), number)
        for combo in (self.moves, self.qualities):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(28)
            combo.currentIndexChanged.connect(self._changed)
        choices = FlowLayout(spacing=16)
        choices.addWidget(labelled(self.moves, look.say(say.MOVE()), spacing=8))
        self._of_quality = labelled(self.qualities, look.say(say.QUALITY()), spacing=8)
        choices.addWidget(self._of_quality)
        self.body.addLayout(choices)
        self._help = text_label("", "small")
        self.body.addWidget(self._help)
        self.reason = reason_field(self.body, look, say.REASON())
        self.name = name_field(self.body, look, say.NAME())
        self.try_button = Button(look.say(say.TRY()), "plain")
        self.try_button.clicked.connect(self._try)
        self.propose = Button(look.say(say.PROPOSE()), "primary")
        self.propose.clicked.connect(self._propose)
        buttons = FlowLayout(spacing=10)
        buttons.addWidget(self.try_button)
        buttons.addWidget(self.propose)
        self.would = DryRunView(look)
        self.body.addWidget(self.would)
        self.body.addLayout(buttons)
        for edited in (self.reason.textChanged, self.name.named):
            edited.connect(self._may_propose)

    @property
    def code(self) -> SentenceCode:
        """What is chosen now."""
        move = Move(self.moves.currentData())
        return SentenceCode(move, self.qualities.currentData() if move is Move.OWN_CONTRIBUTION else None)

    def begin(self, counts_as: SentenceCode) -> None:
        """Begin with what a sentence counts as now."""
        self.moves.setCurrentIndex(self.moves.findData(counts_as.move.value))
        self.qualities.setCurrentIndex(counts_as.quality or 0)
        self.reason.setPlainText("")
        self._changed()

    def show_dry_run(self, code: SentenceCode, found: DryRun) -> None:
        """Show what would change, if that is still what is chosen."""
        if code != self.code:
            return
        self._tried = code
        self.would.show_found(found)
        self._may_propose()

    def _changed(self) -> None:
        """What is chosen is another thing: it has to be tried anew."""
        self._tried = None
        self._of_quality.setVisible(self.code.move is Move.OWN_CONTRIBUTION)
        self._help.setText(self._look.say(MOVES[self.code.move].help()))
        self.would.tell(say.NEEDS_TRY())
        self._may_propose()

    def _may_propose(self) -> None:
        said = bool(self.reason.toPlainText().strip()) and bool(self.name.currentText().strip())
        self.propose.setEnabled(said and self._tried is not None)

    def _try(self) -> None:
        self.would.tell(say.TRYING())
        self.tried.emit(self.code)

    def _propose(self) -> None:
        reason = self.reason.toPlainText()[:LONGEST_REASON]
        self.proposed.emit(self.code, reason, self.name.currentText())
