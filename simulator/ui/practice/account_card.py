"""One exchange in the debriefing: what was said, what the patient thought, what your sentence did and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.judgements import Judgement
from simulator.messages.message import Message
from simulator.messages.sentences.another_try import FROM_HERE, FROM_TURN
from simulator.messages.sentences.text import one_after_another
from simulator.scoring.competency import MissedOpportunity
from simulator.services.debriefing import Account
from simulator.services.worth_words import judged
from simulator.session.vocabulary import Tag
from simulator.ui.look import Look
from simulator.ui.practice.account_worth import StillPossible, WorthLine
from simulator.ui.widgets.buttons import Button, set_kind
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import Card, column, row
from simulator.ui.widgets.text import TextType, selectable, text_label

_TAG_WORDS = {
    Tag.WITHDRAWAL: "a withdrawal",
    Tag.DEFERENCE: "deference",
    Tag.CONFRONTATION: "a confrontation",
    Tag.OPENED_UP: "an opening",
}


class AccountCard(Card):
    """An exchange, with the patient's unspoken side."""

    another_try = Signal(int)
    """Another try is to begin from this turn."""

    def __init__(self, account: Account, name: str, look: Look) -> None:
        super().__init__(margin=20, spacing=8)
        self.turn = account.turn
        self._look = look
        head = row(spacing=12)
        head.addWidget(text_label(self.tr("Turn {0}").format(account.turn), "heading", wrap=False))
        head.addWidget(FamilyMark(look, account.family, ", ".join(account.markers or (account.state,))), 1)
        self.body.addLayout(head)
        self.worth = WorthLine(look)
        self.still_possible: StillPossible | None = None
        self.body.addWidget(self.worth)
        self.body.addSpacing(4)
        shows = (*account.shows, look.say(account.sign)) if account.sign else account.shows
        self._said(name, account.says, shows, account.silence)
        self.body.addWidget(_aside(self.tr("{0} thought").format(name), account.thinks))
        self._tagged(account)
        self._said(self.tr("You"), account.you or self.tr("(you stay silent)"), ())
        quality = f" · {account.quality}" if account.quality else ""
        self.body.addWidget(_told(self.tr("Move"), account.move + quality, account.move_help))
        if account.note:
            self.body.addWidget(_told(self.tr("Why"), account.note, ""))
        self.body.addWidget(self._effect(name, account))
        self._missed = self._told_missed(account.missed) if account.missed else None
        if self._missed is not None:
            self.body.addWidget(self._missed)
        self.try_button = Button(look.say(FROM_HERE()), "plain", name=look.say(FROM_TURN(turn=account.turn)))
        self.try_button.clicked.connect(lambda: self.another_try.emit(self.turn))
        line = row()
        line.addWidget(self.try_button)
        line.addStretch(1)
        self.body.addLayout(line)
        self._named = self.tr("Turn {0}: {1}").format(account.turn, account.move)
        self.setAccessibleName(self._named)

    def show_worth(self, decision: DecisionValue, told_as: Message | None) -> None:
        """Add what the sentence was worth, and what was still possible here where it cost something.

        One of the two turns that matter is ``told_as`` such.
        """
        self.worth.show_worth(decision, told_as)
        self.setAccessibleName(f"{self._named}: {self._look.say(judged(decision))}")
        if decision.judgement is Judgement.AS_GOOD:
            return
        if self._missed is not None:
            self._missed.hide()
        self.still_possible = StillPossible(decision, self._look, opened=told_as is not None)
        self.body.addWidget(self.still_possible)

    def show_no_worth(self) -> None:
        """What the sentence was worth could not be worked out."""
        self.worth.hide()

    def set_marked(self, marked: bool) -> None:
        """Show whether this is the exchange being looked at."""
        set_kind(self, "card-marked" if marked else "card")

    def _said(self, who: str, says: str, shows: tuple[str, ...], silence: str = "") -> None:
        self.body.addWidget(text_label(who.upper(), "small"))
        if shows:
            self.body.addWidget(text_label(f"({', '.join(shows)})", "quiet"))
        if silence:
            self.body.addWidget(text_label(f". . .  {silence}", "quiet"))
        if says:
            self.body.addWidget(selectable(text_label(says, "speech")))

    def _tagged(self, account: Account) -> None:
        if account.tag is None:
            return
        markers = ", ".join(account.markers).lower()
        if account.tag is Tag.NOTHING:
            told = (
                self.tr("You saw nothing amiss. What was there: {0}.").format(markers)
                if markers
                else self.tr("You saw nothing amiss, and there was nothing.")
            )
        else:
            told = self.tr("You saw {0}. ").format(_TAG_WORDS[account.tag])
            there = markers or self.tr("nothing of the kind")
            told += self.tr("That was it.") if account.tag_hit else self.tr("What was there: {0}.").format(there)
        self.body.addWidget(text_label(told, "small"))
        if account.tag_and_answer is not None:
            self.body.addWidget(text_label(self._look.say(account.tag_and_answer), "small"))

    def _told_missed(self, missed: MissedOpportunity) -> QFrame:
        return _aside(self._look.say(one_after_another(missed.what)), f"“{missed.model}”")

    def _effect(self, name: str, account: Account) -> QWidget:
        holder = QWidget()
        box = column(holder, spacing=4)
        led = self.tr("{0} is now: {1}").format(name, account.leads_to.lower())
        box.addWidget(FamilyMark(self._look, account.leads_to_family, led + _changes(account.change)))
        box.addWidget(text_label(" ".join(map(self._look.say, account.why)), "small"))
        return holder


def _changes(change: tuple[int, int, int]) -> str:
    words = [f"{name} {points:+d}" for name, points in zip(("bond", "tasks", "goals"), change, strict=True) if points]
    return f"  ({', '.join(words)})" if words else ""


def _aside(title: str, text: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "aside")
    box = column(frame, margin=12, spacing=2)
    box.addWidget(text_label(title, "small"))
    box.addWidget(text_label(text, "body"))
    return frame


def _told(title: str, text: str, more: str) -> QWidget:
    holder = QWidget()
    box = column(holder, spacing=2)
    types: tuple[tuple[str, TextType], ...] = ((title, "small"), (text, "body"), (more, "small"))
    for words, type_ in types:
        if words:
            box.addWidget(text_label(words, type_))
    return holder
