"""One exchange in the debriefing: folded to a line, or open with both voices, what came of it and what was possible."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from simulator.analysis.decision_values import DecisionValue
from simulator.messages.message import Message
from simulator.messages.sentences import looking_back as say
from simulator.services.debriefing import Account, directions
from simulator.services.what_was_possible import Possible
from simulator.services.worth_words import heading, judged, otherwise, still_open
from simulator.ui.look import Look
from simulator.ui.looking_back.judgement_mark import judgement_pixmap
from simulator.ui.practice.possible_view import PossibleView
from simulator.ui.widgets.buttons import Button, set_kind
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import Card, column, row
from simulator.ui.widgets.text import TextType, copyable, text_label

_MARK, _LINE = 18, 22
"""The shape of a judgement, and the height of a line of body text beside which it stands."""


class AccountCard(Card):
    """An exchange, with the patient's unspoken side."""

    another_try = Signal(int)

    def __init__(self, account: Account, name: str, look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        self.turn = account.turn
        self._look = look
        self._name = name
        self.possible: PossibleView | None = None
        self.body.addLayout(self._head(account))
        self.line = text_label(self._in_one_line(account), "small-quiet")
        self.body.addWidget(self.line)
        self.inside = QWidget()
        self._box = column(self.inside, spacing=8)
        self.body.addWidget(self.inside)
        self._tell(account)
        self._named = self._say(say.TURN_NAMED(turn=account.turn, what=account.did))
        self.setAccessibleName(self._named)
        self.set_open(False)

    @property
    def opened(self) -> bool:
        """Whether everything of the exchange is shown."""
        return not self.inside.isHidden()

    def set_open(self, opened: bool) -> None:
        """Show the whole exchange, or a line of it."""
        self.inside.setVisible(opened)
        self.line.setVisible(not opened)
        words, named = (say.HIDE, say.HIDE_TURN) if opened else (say.SHOW, say.SHOW_TURN)
        self.fold_button.show_words(self._say(words()), self._say(named(turn=self.turn)))

    def show_worth(self, decision: DecisionValue, told_as: Message | None, possible: Possible | None) -> None:
        """Add what the answer was worth and what was possible instead; one of the turns that matter is ``told_as`` such."""
        told = judged(decision)
        if not decision.none_helped:
            self.judged.setText(self._say(told))
            size = round(_MARK * self._look.scale)
            self.mark.setPixmap(judgement_pixmap(decision.judgement, self._look, size, self.devicePixelRatioF()))
            self.mark.show()
        self.judged.setVisible(not decision.none_helped)
        self.matters.setText(self._say(told_as) if told_as is not None else "")
        self.matters.setVisible(told_as is not None)
        self.setAccessibleName(f"{self._named} {self._say(told)}")
        if possible is not None:
            self.possible = PossibleView(possible, self._name, self._look)
            self._possible.addWidget(self.possible)
        figures = (heading(decision), still_open(decision), otherwise(decision))
        self._figures.setText(" ".join(self._say(message) for message in figures if message is not None))
        self._figures.show()

    def set_marked(self, marked: bool) -> None:
        """Show whether this is the exchange being looked at."""
        set_kind(self, "card-marked" if marked else "card")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Anywhere on a folded exchange shows it."""
        super().mousePressEvent(event)
        if not self.opened and event.button() is Qt.MouseButton.LeftButton:
            self.set_open(True)

    def _head(self, account: Account) -> QVBoxLayout:
        head = column(spacing=2)
        first = row(spacing=12)
        first.addWidget(text_label(self._say(say.TURN(turn=account.turn)), "heading", wrap=False))
        first.addWidget(FamilyMark(self._look, account.family, self._say(account.did)), 1)
        self.fold_button = Button("", "link")
        self.fold_button.clicked.connect(lambda: self.set_open(not self.opened))
        first.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(first)
        second = row(spacing=8)
        self.mark = QLabel()
        self.mark.setFixedSize(round(_MARK * self._look.scale), round(_LINE * self._look.scale))
        self.mark.hide()
        self.judged = text_label("", "body")
        self.judged.hide()
        second.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.judged, 1)
        head.addLayout(second)
        self.matters = text_label("", "body")
        self.matters.hide()
        head.addWidget(self.matters)
        return head

    def _tell(self, account: Account) -> None:
        """The exchange in the order in which it happened."""
        box = self._box
        self._speak(self._name, account.says, directions(account.shows, account.sign), account.silence)
        if account.thinks:
            box.addWidget(_aside(self._say(say.WHO_THOUGHT(name=self._name)), account.thinks))
        for seen in (account.seen, account.tag_and_answer):
            if seen is not None:
                box.addWidget(text_label(self._say(seen), "small"))
        self._speak(self._say(say.YOU()), account.you or self._say(say.STAYED_SILENT()), None)
        if account.note:
            box.addWidget(text_label(account.note, "small"))
        box.addWidget(text_label(self._say(say.WHAT_CAME()), "small-quiet"))
        box.addWidget(FamilyMark(self._look, account.leads_to_family, self._say(account.came)))
        box.addWidget(text_label(" ".join(map(self._say, (*account.felt, *account.why))), "small"))
        self._possible = column(spacing=6)
        box.addLayout(self._possible)
        box.addWidget(self._worked_out(account))
        words = self._say(say.AGAIN_FROM(turn=account.turn))
        self.again_button = Button(words, "plain")
        self.again_button.clicked.connect(lambda: self.another_try.emit(self.turn))
        box.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _worked_out(self, account: Account) -> Fold:
        how = say.HOW_WORKED_OUT()
        name = self._say(say.TURN(turn=account.turn))
        self.how = Fold(self._say(how), self._say(say.HIDE_WORKED_OUT()), name=name)
        move = say.YOUR_ANSWER(move=account.move)
        if account.quality is not None:
            move = say.YOUR_ANSWER_OF_QUALITY(move=account.move, quality=account.quality)
        self._figures = text_label("", "small")
        self._figures.hide()
        self.how.body.addWidget(text_label(f"{self._say(move)}\n{self._say(account.move_help)}", "small"))
        self.how.body.addWidget(text_label(self._say(account.points), "small"))
        self.how.body.addWidget(self._figures)
        return self.how

    def show_on_offer(self, words: str) -> None:
        """What was on offer here, where it is not known what it would have led to."""
        self._possible.addWidget(text_label(self._say(say.MISSED(words=words)), "body"))

    def _speak(self, who: str, says: str, seen: Message | None, silence: Message | None = None) -> None:
        box = self._box
        box.addWidget(text_label(who, "small-quiet"))
        if seen is not None:
            box.addWidget(text_label(self._say(seen), "quiet"))
        if silence is not None:
            box.addWidget(text_label(self._say(say.SILENCE_OF(kind=silence)), "quiet"))
        if says:
            box.addWidget(copyable(text_label(says, "speech")))

    def _in_one_line(self, account: Account) -> str:
        return self._say(say.YOU_SAID(words=account.you) if account.you else say.YOU_WERE_SILENT())

    def _say(self, message: Message) -> str:
        return self._look.say(message)


def _aside(title: str, text: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "aside")
    box = column(frame, margin=12, spacing=2)
    types: tuple[tuple[str, TextType], ...] = ((title, "small"), (text, "body"))
    for words, type_ in types:
        box.addWidget(text_label(words, type_))
    return frame
