"""One sentence of a scenario: what it counts as, what somebody proposes instead, and all that was proposed before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.messages.sentences import corrections as say
from simulator.messages.sentences import handed_in
from simulator.reports.document import Facts
from simulator.scenario.document import BANK_PREFIX
from simulator.scoring.corrections import SentenceCode
from simulator.scoring.rubric import RUBRIC
from simulator.services.correcting import DryRun
from simulator.services.correction_remarks import CodeCorrection, CorrectionState, Met
from simulator.services.correction_words import code_in_words
from simulator.services.group_paths import StudioPlace
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.review.correction_card import CorrectionCard
from simulator.ui.review.proposing_card import ProposingCard
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import (
    Card,
    bring_into_view,
    clear,
    column,
    in_the_middle,
    scrolling,
    to_top,
    with_larger_text,
)
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import selectable, text_label
from simulator.ui.widgets.titled import add_head

_WIDEST = 900


class SentencePage(QWidget):
    """Everything that is done here goes up with the sentence or the correction it is about."""

    tried = Signal(object, object)
    """A sentence, and what it would be: what would change is asked for."""
    proposed = Signal(object, object, str, str, str)
    """A sentence, what it is to count as, why, by whom, and who agrees (or nobody yet)."""
    agreed = Signal(str, str)
    withdrawn = Signal(str, str, str)
    studio_wanted = Signal(object)
    """A sentence is to be opened in the Studio (``StudioPlace``)."""
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        self.back = add_head(box, look.say(say.TITLE()), look.say(say.BACK()))
        self.back.clicked.connect(self.closed)
        box.addWidget(self._sentence_card())
        box.addWidget(text_label(look.say(say.AS_CODED_THEN()), "body"))
        self._waiting = column(spacing=12)
        box.addLayout(self._waiting)
        self.new = ProposingCard(look)
        self.new.tried.connect(lambda code: self.tried.emit(self._met, code))
        self.new.proposed.connect(lambda *said: self.proposed.emit(self._met, *said))
        self.other = Button(look.say(say.PROPOSE_OTHER()), "link")
        self.other.clicked.connect(lambda: self._ask_new(asked=True))
        box.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.new)
        self._history_title = text_label(look.say(say.HISTORY()), "heading")
        box.addWidget(self._history_title)
        self._history = column(spacing=12)
        box.addLayout(self._history)
        box.addWidget(self._for_author())
        box.addStretch(1)
        self._met: Met | None = None
        self.cards: list[CorrectionCard] = []
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        column(self).addWidget(self._scroll)

    @property
    def sentence(self) -> Met | None:
        """The sentence on the page."""
        return self._met

    def show_sentence(
        self, met: Met, counts_as: SentenceCode, said: tuple[CodeCorrection, ...], names: tuple[str, ...]
    ) -> None:
        """Show a sentence with all that was proposed of it, what waits first; ``names`` were used before."""
        fresh = met != self._met
        before = {card.correction for card in self.cards}
        self._met = met
        self._words.setText(met.words)
        where = say.WHERE(title=met.title, moment=met.place.moment, response=met.place.response)
        self._where.setText(self._look.say(where))
        self._facts.show_blocks(
            (
                Facts(
                    (
                        (say.AUTHOR_SAYS(), code_in_words(met.code)),
                        (say.STANDS(), code_in_words(counts_as)),
                        (say.RUBRIC(), handed_in.RUBRIC_EDITION(rubric=str(RUBRIC))),
                    )
                ),
            )
        )
        self.new.begin(counts_as, names)
        self._show_author(met)
        self._show_said(said, names)
        tab_in_reading_order(self._inside)
        changed = next((card for card in self.cards if card.correction not in before), None)
        self._ask_new(asked=not any(one.state is CorrectionState.PROPOSED for one in said))
        self.back.setFocus()
        if fresh:
            to_top(self._scroll)
        elif changed is not None:
            changed.take_keyboard()
            bring_into_view(changed)

    def _ask_new(self, *, asked: bool) -> None:
        """While a proposal waits, no empty form stands where it was made."""
        self.new.setVisible(asked)
        self.other.setHidden(asked)

    def show_dry_run(self, code: SentenceCode, found: DryRun) -> None:
        """Show what would change."""
        self.new.show_dry_run(code, found)

    def show_would(self, id_: str, found: DryRun) -> None:
        """Show what a proposal that waits would change, for whoever agrees."""
        for card in self.cards:
            if card.correction.id == id_:
                card.show_dry_run(found)

    def _sentence_card(self) -> Card:
        card = Card(margin=18, spacing=8)
        self._words = selectable(text_label("", "speech"))
        self._where = text_label("", "small")
        self._facts = DocumentView(self._look)
        for part in (self._words, self._where, self._facts):
            card.body.addWidget(part)
        return card

    def _for_author(self) -> QWidget:
        """The way to the scenario, for whoever writes it."""
        card = Card(margin=18, spacing=8)
        self._author_help = text_label("", "small")
        card.body.addWidget(self._author_help)
        self.studio = Button(self._look.say(say.TO_STUDIO()), "plain")
        self.studio.clicked.connect(self._want_studio)
        card.body.addWidget(self.studio, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _show_author(self, met: Met) -> None:
        banked = met.place.moment.startswith(BANK_PREFIX)
        elsewhere = say.IN_PATIENTS_FILE(moment=met.place.moment.removeprefix(BANK_PREFIX), response=met.place.response)
        self._author_help.setText(self._look.say(elsewhere if banked else say.TO_STUDIO_HELP()))
        self.studio.setVisible(not banked)

    def _want_studio(self) -> None:
        if self._met is not None:
            self.studio_wanted.emit(StudioPlace(self._met.scenario, *self._met.place))

    def _show_said(self, said: tuple[CodeCorrection, ...], names: tuple[str, ...]) -> None:
        for box in (self._waiting, self._history):
            clear(box)
        self.cards = []
        for one in reversed(said):
            card = CorrectionCard(one, self._look, names)
            card.agreed.connect(self.agreed)
            card.withdrawn.connect(self.withdrawn)
            (self._waiting if one.state is CorrectionState.PROPOSED else self._history).addWidget(card)
            self.cards.append(card)
        self._history_title.setHidden(bool(said) and all(one.state is CorrectionState.PROPOSED for one in said))
        if not said:
            self._history.addWidget(text_label(self._look.say(say.NONE_YET()), "quiet"))
