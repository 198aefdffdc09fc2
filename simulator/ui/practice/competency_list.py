"""The competencies as a list: score, anchor, and the turns that show it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import looking_back as say
from simulator.messages.sentences.text import one_after_another
from simulator.scoring.competency import CompetencyScore, Evidence, Said
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_in_words
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import text_label


class CompetencyList(QWidget):
    """Ten competencies, never one grade; a link for each piece of evidence leads to its turn."""

    turn_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._box = column(self, spacing=12)

    def show_scores(self, scores: tuple[CompetencyScore, ...]) -> None:
        """Show scores, each with its anchor and its evidence."""
        clear(self._box)
        for score in scores:
            self._box.addWidget(self._card(score))

    def _card(self, score: CompetencyScore) -> Card:
        entry = COMPETENCIES[score.competency]
        card = Card(margin=16, spacing=6)
        head = row(spacing=10)
        head.addWidget(text_label(self._look.say(entry.label()), "heading"), 1)
        word = self._look.say(standing_in_words(score))
        head.addWidget(text_label(word, "quiet" if score.score is None else "heading", wrap=False))
        card.body.addLayout(head)
        card.body.addWidget(text_label(self._look.say(score.anchor) if score.anchor else self._told(score.why), "body"))
        self._list_evidence(card, score)
        return card

    def _list_evidence(self, card: Card, score: CompetencyScore) -> None:
        """The turns that show it, behind a button."""
        if not score.evidence:
            return
        show = self._look.say(say.SHOW_EVIDENCE(count=len(score.evidence)))
        fold = Fold(
            show, self._look.say(say.HIDE_EVIDENCE()), name=self._look.say(COMPETENCIES[score.competency].label())
        )
        for evidence in score.evidence:
            fold.body.addWidget(self._line(score, evidence))
        card.body.addWidget(fold)

    def _line(self, score: CompetencyScore, evidence: Evidence) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=8)
        named = say.TURN_LINK_NAMED(competency=COMPETENCIES[score.competency].label(), turn=evidence.turn)
        words = self._look.say(say.TURN_LINK(turn=evidence.turn))
        link = Button(words, "link", name=self._look.say(named))
        link.clicked.connect(lambda _checked=False, turn=evidence.turn: self.turn_chosen.emit(turn))
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(text_label(self._told(evidence.says), "small"), 1)
        return holder

    def _told(self, says: Said) -> str:
        return self._look.say(one_after_another(says))
