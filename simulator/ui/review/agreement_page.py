"""Agreement: how far raters agree with each other and with the program, how sure that is, and how many more would be enough."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from simulator.messages.message import Listed, Message, Value
from simulator.messages.sentences import agreement as say
from simulator.services.agreement import Agreement, Compared
from simulator.services.agreement_conclusions import conclusions, meanings
from simulator.services.agreement_words import (
    FIGURES,
    conversations_in_words,
    conversations_needed,
    counted,
    document,
    figures_of,
    in_digits,
    label,
    lead,
    left_out,
    more_lead,
    raters_needed,
    row_in_words,
    told,
    who,
)
from simulator.services.reliability import FOR_A_MEAN, FOR_RESEARCH, MoreConversations
from simulator.ui.document_export import DocumentExport
from simulator.ui.look import Look
from simulator.ui.review.count_table import CountTable
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.layouts import Card, bring_into_view, clear, column, row, scrolling, to_top
from simulator.ui.widgets.rows_model import Column
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import Paragraph, text_label
from simulator.ui.widgets.titled import add_head
from simulator.ui.widgets.whole_part import WholePart

if TYPE_CHECKING:
    from simulator.reports.document import Document

_READABLE: Final = 860


class AgreementPage(QWidget):
    """A row for each competency; what a row leaves out, and why, is a click away."""

    closed = Signal()
    rating_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: Agreement | None = None
        self._concluded: tuple[Message, ...] = ()
        self._more: tuple[MoreConversations, ...] = ()
        self._sample = False
        self._inside = QWidget()
        box = column(self._inside, spacing=14)
        box.setContentsMargins(36, 24, 36, 32)
        self.back = add_head(box, look.say(say.TITLE()), look.say(say.BACK()))
        self.back.clicked.connect(self.closed)
        readable = round(_READABLE * look.scale)
        box.addWidget(Paragraph(look.say(say.WHAT_IT_SHOWS()), readable, "lead"))
        box.addWidget(Paragraph(look.say(lead()), readable, "quiet"))
        self.told = Paragraph("", readable)
        box.addWidget(self.told)
        self.concluded = Card(margin=16, spacing=8)
        self.concluded.setMaximumWidth(readable + 32)
        box.addWidget(self.concluded)
        self.rate = Button(look.say(say.RATE()), "plain")
        self.rate.clicked.connect(self.rating_wanted)
        self.who = ChoiceBox()
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.who.currentIndexChanged.connect(lambda _index: self._show_rows())
        self._asked = labelled(self.who, look.say(say.WHO_WITH_WHOM()), spacing=8)
        ways = row(spacing=16)
        ways.addWidget(self._asked)
        ways.addWidget(self.rate)
        ways.addStretch(1)
        box.addLayout(ways)
        self._figures = WholePart()
        self._add_figures(column(self._figures, spacing=14), readable)
        box.addWidget(self._figures)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        column(self).addWidget(self._scroll)

    def show_working(self) -> None:
        """It is being worked out."""
        self.told.setText(self._look.say(say.WORKING()))
        self._asked.hide()
        self.concluded.hide()
        self._figures.hide()
        to_top(self._scroll)

    def show_agreement(self, found: Agreement, more: tuple[MoreConversations, ...], sample: bool) -> None:
        """Show what was worked out; ``sample``: of conversations that the program has played itself."""
        self._found, self._more, self._sample = found, more, sample
        self.told.setText(" ".join(map(self._look.say, _in_short(found))))
        self._conclude(tuple(conclusions(found, more)))
        self.who.blockSignals(True)
        self.who.clear()
        for rows in (found.with_each_other, *found.with_the_program.values()):
            if rows:
                self.who.addItem(self._look.say(who(rows[0])), rows)
        self.who.blockSignals(False)
        self._asked.setVisible(self.who.count() > 0)
        self._figures.show()
        self.table.setVisible(self.who.count() > 0)
        self._how.setVisible(self.who.count() > 0)
        self.meanings.setVisible(self.who.count() > 0)
        self.more.show_rows(more)
        self.export.begin_anew()
        self._show_rows()

    def _conclude(self, told: tuple[Message, ...]) -> None:
        self._concluded = told
        clear(self.concluded.body)
        self.concluded.body.addWidget(text_label(self._look.say(say.MAY_CONCLUDE()), "heading"))
        for one in told:
            self.concluded.body.addWidget(text_label(self._look.say(one), "body"))
        self.concluded.show()

    def document(self) -> Document | None:
        """The page to be printed or saved."""
        return None if self._found is None else document(self._found, self._more, self._concluded, sample=self._sample)

    def _add_figures(self, box: QVBoxLayout, readable: int) -> None:
        look = self._look
        self.table: CountTable[Compared] = CountTable(look.say(say.TITLE()), self._columns(), look)
        self.table.cell_chosen.connect(
            lambda found, _column: self._tell(label(found.competency), who(found), row_in_words(found))
        )
        box.addWidget(self.table)
        self.behind = Card(margin=16, spacing=8)
        box.addWidget(self.behind)
        self._how = Paragraph(" ".join(map(look.say, (say.HOW_TO(), say.HOW_MADE()))), readable, "quiet")
        box.addWidget(self._how)
        self.meanings = Fold(look.say(say.MEANINGS()), look.say(say.MEANINGS_HIDE()), name=look.say(say.TITLE()))
        for one in meanings():
            self.meanings.body.addWidget(Paragraph(look.say(one), readable, "quiet"))
        box.addWidget(self.meanings)
        box.addWidget(text_label(look.say(say.MORE()), "heading"))
        box.addWidget(Paragraph(" ".join(map(look.say, (more_lead(), say.BETWEEN_SCENARIOS()))), readable, "quiet"))
        self.more: CountTable[MoreConversations] = CountTable(look.say(say.MORE()), self._more_columns(), look)
        self.more.cell_chosen.connect(self._tell_more)
        box.addWidget(self.more)
        self.behind_more = Card(margin=16, spacing=8)
        box.addWidget(self.behind_more)
        self.export = DocumentExport(look, self.document, "agreement")
        box.addWidget(self.export)

    # Tables.

    def _columns(self) -> list[Column[Compared]]:
        look = self._look

        def words(value: Value) -> str:
            return look.words.value(value)

        def figure(number: int) -> Column[Compared]:
            def text(found: Compared) -> str:
                return words(figures_of(found)[number])

            return Column(look.say(FIGURES[number]()), text, text, room=1, letters=19)

        def about(found: Compared) -> str:
            return words(label(found.competency))

        def count(found: Compared) -> str:
            return words(counted(found))

        def left(found: Compared) -> str:
            return words(left_out(found))

        return [
            Column(look.say(say.ABOUT()), about, about, room=2, letters=18),
            Column(look.say(say.COUNT()), count, count, room=1, letters=9),
            *map(figure, range(len(FIGURES))),
            Column(look.say(say.LEFT()), left, left, number=True),
        ]

    def _more_columns(self) -> list[Column[MoreConversations]]:
        look = self._look

        def cell(
            heading: Message, of: Callable[[MoreConversations], Value], letters: int = 11
        ) -> Column[MoreConversations]:
            def text(found: MoreConversations) -> str:
                return look.words.value(of(found))

            return Column(look.say(heading), text, text, room=1, letters=letters)

        def held(found: MoreConversations) -> Value:
            return say.N_DISTINCT(count=found.conversations, distinct=found.transcripts)

        mean, research = in_digits(FOR_A_MEAN), in_digits(FOR_RESEARCH)
        return [
            cell(say.ABOUT(), lambda found: label(found.competency), 18),
            cell(say.TO_REACH_RATERS(target=research), lambda found: raters_needed(self._together(found))),
            cell(say.HELD(), held),
            cell(say.ONE_CONVERSATION_IS(), lambda found: told(found.one), 19),
            cell(say.TO_REACH(target=mean), lambda found: conversations_needed(found, FOR_A_MEAN)),
            cell(say.TO_REACH(target=research), lambda found: conversations_needed(found, FOR_RESEARCH)),
        ]

    def _together(self, found: MoreConversations) -> Compared | None:
        rows = () if self._found is None else self._found.with_each_other
        return next((one for one in rows if one.competency is found.competency), None)

    def _show_rows(self) -> None:
        self.table.show_rows(self.who.currentData() or ())
        self.behind.hide()
        self.behind_more.hide()
        tab_in_reading_order(self._inside)

    # A row in words.

    def _tell(self, what: Message, whom: Message, words: tuple[Message, ...]) -> None:
        self._fill(self.behind, say.ROW(competency=what, who=whom), words)

    def _tell_more(self, found: MoreConversations, _column: int) -> None:
        self._fill(self.behind_more, label(found.competency), (conversations_in_words(found),))

    def _fill(self, card: Card, heading: Message, words: tuple[Message, ...]) -> None:
        clear(card.body)
        card.body.addWidget(text_label(self._look.say(heading), "heading"))
        for one in words:
            card.body.addWidget(text_label(self._look.say(one), "body"))
        card.show()
        bring_into_view(card)


def _in_short(found: Agreement) -> tuple[Message, ...]:
    """Who has rated how much."""
    if not found.raters:
        return (say.NOBODY(),)
    rated = say.HAVE_RATED(count=found.conversations, raters=Listed(found.raters))
    return (rated,) if len(found.raters) > 1 else (rated, say.ONE_RATER(rater=found.raters[0]))
