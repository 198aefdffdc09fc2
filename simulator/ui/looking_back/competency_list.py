"""The competencies as a list: score, anchor, and the turns that show it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import corrections
from simulator.messages.sentences import looking_back as say
from simulator.messages.sentences.text import one_after_another
from simulator.scoring.competency import Competency, CompetencyScore, Evidence, Said
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_now
from simulator.services.competency_words import read_from, told_of_turn
from simulator.services.evidence_counts import turns_read
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import text_label

_NO_WORDS: Final[Mapping[int, str]] = MappingProxyType({})
_NONE: Final[Mapping[Competency, CompetencyScore]] = MappingProxyType({})


class CompetencyList(QWidget):
    """Ten competencies, never one grade; a link for each piece of evidence leads to its turn."""

    turn_chosen = Signal(int)
    sentence_chosen = Signal(int, object)
    """What the sentence of a turn is, is asked for; from the card of a competency."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._box = column(self, spacing=12)
        self.cards: dict[Competency, Card] = {}
        self.evidence: dict[Competency, Fold] = {}
        self._correctable: Collection[int] = ()
        self._said = _NO_WORDS

    def show_scores(
        self,
        scores: tuple[CompetencyScore, ...],
        before: Mapping[Competency, CompetencyScore] = _NONE,
        *,
        with_rule: bool = False,
        correctable: Collection[int] = (),
        said: Mapping[int, str] = _NO_WORDS,
    ) -> None:
        """Show scores, each with its anchor and its evidence, ``with_rule`` also with the rule that gave the number and the turns open.

        ``before`` is how those stood that were corrected; ``correctable`` are turns whose sentence can be looked into, ``said``
        the sentences of turns.
        """
        clear(self._box)
        self._correctable, self._said = correctable, said
        self.cards, self.evidence = {}, {}
        for score in scores:
            card = self.cards[score.competency] = self._card(score, before.get(score.competency), with_rule=with_rule)
            self._box.addWidget(card)

    def _card(self, score: CompetencyScore, before: CompetencyScore | None, *, with_rule: bool) -> Card:
        entry = COMPETENCIES[score.competency]
        card = Card(margin=16, spacing=6)
        head = row(spacing=10)
        head.addWidget(text_label(self._look.say(entry.label()), "heading"), 1)
        word = self._look.say(standing_now(score, before))
        head.addWidget(text_label(word, "quiet" if score.score is None else "heading", wrap=False))
        card.body.addLayout(head)
        card.body.addWidget(text_label(self._look.say(score.anchor) if score.anchor else self._told(score.why), "body"))
        for paragraph in read_from(score) if with_rule and score.anchor else ():
            card.body.addWidget(text_label(self._look.say(paragraph), "small"))
        self._list_evidence(card, score, opened=with_rule)
        return card

    def _list_evidence(self, card: Card, score: CompetencyScore, *, opened: bool) -> None:
        """The turns that show it, behind a button that can close them where they are open."""
        if not score.evidence:
            return
        show, hide = self._look.say(say.SHOW_EVIDENCE()), self._look.say(say.HIDE_EVIDENCE())
        label = self._look.say(COMPETENCIES[score.competency].label())
        fold = self.evidence[score.competency] = Fold(show, hide, name=label, opened=opened)
        for evidence in score.evidence:
            fold.body.addWidget(self._line(score, evidence))
        card.body.addWidget(text_label(self._look.say(turns_read(score)), "small"))
        card.body.addWidget(fold)

    def _line(self, score: CompetencyScore, evidence: Evidence) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=8)
        named = say.TURN_LINK_NAMED(competency=COMPETENCIES[score.competency].label(), turn=evidence.turn)
        link = Button(self._look.say(say.TURN_LINK(turn=evidence.turn)), "link", name=self._look.say(named))
        link.clicked.connect(lambda _checked=False, turn=evidence.turn: self.turn_chosen.emit(turn))
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        if self._said.get(evidence.turn):
            quoted = say.QUOTED(words=self._said[evidence.turn])
            words.addWidget(text_label(self._look.say(quoted), "body"))
        words.addWidget(text_label(self._look.say(told_of_turn(evidence)), "small"))
        line.addLayout(words, 1)
        if evidence.turn in self._correctable:
            line.addWidget(self._sentence_link(evidence.turn, score.competency), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _sentence_link(self, turn: int, competency: Competency) -> Button:
        link = Button(
            self._look.say(corrections.CORRECT()), "link", name=self._look.say(corrections.CORRECT_NAMED(turn=turn))
        )
        link.clicked.connect(lambda: self.sentence_chosen.emit(turn, competency))
        return link

    def _told(self, says: Said) -> str:
        return self._look.say(one_after_another(says))
