"""One handed-in conversation: the page that its person saw before they handed it in, and all that was said of it here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from simulator.messages.sentences import corrections
from simulator.messages.sentences import review as say
from simulator.reports.document import Block, Document, Paragraph, Section
from simulator.services.handed_in import Belief
from simulator.ui.document_export import DocumentExport
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.looking_back.competency_list import CompetencyList
from simulator.ui.looking_back.course_panel import CoursePanel
from simulator.ui.review.comment_box import CommentBox
from simulator.ui.review.giving_back_card import GivingBackCard
from simulator.ui.review.rating_fold import RatingFold
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import (
    bring_into_view,
    clear,
    column,
    in_the_middle,
    row,
    scrolling,
    to_top,
    with_larger_text,
)
from simulator.ui.widgets.reading_place import ReadingPlace
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.messages.message import Message
    from simulator.scoring.competency import Competency
    from simulator.services.handed_in import HandedIn
    from simulator.services.reviewed_page import ReviewedPage

_WIDEST = 860


class SessionPage(QWidget):
    """What is printed or saved holds the comments and corrections too."""

    commented = Signal(object, int, str)
    """A conversation, a turn, and what is said of it."""
    sentence_wanted = Signal(object, int, object)
    """What the sentence of a turn of a conversation counts as, for everybody; from the card of a competency, or ``None``."""
    rated = Signal(object, object, object, str, str)
    """A conversation, a competency, its rating, why, and by whom."""
    give_back_wanted = Signal(object, str)
    """A conversation, and the name of whoever gives it back."""
    rating_withdrawn = Signal(object, object, str, str, str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: ReviewedPage | None = None
        self.comments: dict[int, CommentBox] = {}
        self.sentence_buttons: dict[int, Button] = {}
        self.ratings: dict[Competency, RatingFold] = {}
        self._turns: dict[int, DocumentView] = {}
        self._kept: dict[int, str] = {}
        self._by = ""
        self.because_links: list[Button] = []
        self._readable: tuple[QWidget, ...] = ()
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14)
        head = row(spacing=10)
        self._title = text_label("", "title")
        head.addWidget(self._title, 1)
        self.to_scores = Button(look.say(say.SCORES()), "plain")
        self.to_scores.clicked.connect(self.show_scores)
        self.back = Button(look.say(say.BACK()), "quiet")
        self.back.clicked.connect(self.closed)
        for button in (self.to_scores, self.back):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self._above = DocumentView(look)
        self.course = CoursePanel(look)
        self.course.chart.turn_chosen.connect(self.show_turn)
        self._accounts = column(spacing=12)
        self._below = DocumentView(look)
        self.competencies = CompetencyList(look)
        self.competencies.turn_chosen.connect(self.show_turn)
        self.competencies.sentence_chosen.connect(lambda *which: self.sentence_wanted.emit(self.session, *which))
        self.export = DocumentExport(look, self.document, "conversation")
        box.addWidget(self._above)
        box.addWidget(self.course)
        box.addLayout(self._accounts)
        self.giving = GivingBackCard(look)
        self.giving.wanted.connect(lambda name: self.give_back_wanted.emit(self.session, name))
        self.scored = QWidget()
        scored = column(self.scored, spacing=14)
        scored.addWidget(text_label(look.say(say.SCORES()), "heading"))
        scored.addWidget(self.competencies)
        for part in (self._below, self.scored, self.giving, self.export):
            box.addWidget(part)
        box.addStretch(1)
        self._scroll: QScrollArea = scrolling(self._inside, look.say(say.REGION()))
        self._place = ReadingPlace(self._scroll, lambda: self._readable)
        column(self).addWidget(self._scroll)

    @property
    def session(self) -> HandedIn | None:
        """The conversation on the page."""
        return None if self._shown is None else self._shown.found

    def show_session(self, shown: ReviewedPage) -> None:
        """Show a conversation with what was said of it."""
        self._readable = ()
        self._scroll.verticalScrollBar().setValue(0)
        self._place.let_go()
        page, self._shown, self._kept = shown.page, shown, dict(shown.comments)
        self._title.setText(self._look.words.value(page.title))
        self.export.begin_anew()
        self.giving.begin(shown.name, shown.names)
        self._above.show_blocks(page.above)
        self.course.show_course(page.told.course)
        clear(self._accounts)
        self.comments, self.sentence_buttons, self._turns = {}, {}, {}
        for turn, section in page.turns:
            self._show_account(turn, section, shown)
        self._below.show_blocks(page.below)
        self._show_scores(shown)
        self._readable = (*self._turns.values(), *self.competencies.cards.values())
        self.show_worth(shown)
        tab_in_reading_order(self._inside)
        to_top(self._scroll)
        self.back.setFocus()

    def show_worth(self, shown: ReviewedPage) -> None:
        """Add what each sentence changed; what cannot be played again has no such thing."""
        self._shown = shown
        if shown.worth is not None:
            self.course.show_worth(shown.worth)
            for turn, section in shown.page.turns:
                self._turns[turn].show_blocks((section,))
        elif shown.found.belief is Belief.OTHER_EDITION:
            self.course.show_no_worth()

    def show_no_worth(self) -> None:
        """What each sentence changed could not be worked out."""
        self.course.show_no_worth()

    def show_kept(self, turn: int, words: str) -> None:
        """A comment is kept."""
        self._kept[turn] = words.strip()
        self.comments[turn].show_kept()

    def show_turn(self, turn: int) -> None:
        """Bring a turn into view."""
        if turn in self._turns:
            bring_into_view(self._turns[turn])

    def show_scores(self) -> None:
        """Bring what it showed into view, with the keyboard on it."""
        bring_into_view(self.scored)
        first = self.scored.findChild(Button)
        if first is not None:
            first.setFocus()

    def show_competency(self, competency: Competency) -> None:
        """Bring a competency into view, with the keyboard on it; it stays there whatever grows above it."""
        self.ratings[competency].fold.button.setFocus()
        self._place.lead_to(self.competencies.cards[competency])

    def document(self) -> Document | None:
        """The page as it can be handed on, each comment below its turn."""
        if self._shown is None:
            return None
        page = self._shown.page
        turns = [self._with_comment(turn, section) for turn, section in page.turns]
        whole = page.document()
        blocks: tuple[Block, ...] = (*page.above, *turns, *page.below, *page.scored)
        return Document(whole.title, blocks, whole.foot_title, whole.foot)

    def _with_comment(self, turn: int, section: Section) -> Section:
        words = self._kept.get(turn, "")
        said = (Paragraph((say.COMMENT(text=words),)),) if words else ()
        return Section(section.title, (*section.blocks, *said))

    def _show_account(self, turn: int, section: Section, shown: ReviewedPage) -> None:
        """A turn, what can be said of it, and the way to what its sentence counts as."""
        view = self._turns[turn] = DocumentView(self._look)
        view.show_blocks((section,))
        self._accounts.addWidget(view)
        box = self.comments[turn] = CommentBox(turn, shown.comments.get(turn, ""), self._look)
        box.kept.connect(lambda of, text: self.commented.emit(self.session, of, text))
        self._accounts.addWidget(box)
        if turn in shown.turns:
            named = self._look.say(corrections.CORRECT_NAMED(turn=turn))
            button = Button(self._look.say(corrections.CORRECT()), "link", name=named)
            button.clicked.connect(lambda: self.sentence_wanted.emit(self.session, turn, None))
            self.sentence_buttons[turn] = button
            self._accounts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_scores(self, shown: ReviewedPage) -> None:
        """Every competency with its anchor, the rule that gave the number, its evidence, and the ratings by hand."""
        scores = tuple(shown.page.told.score.competencies.values()) if shown.page.scored else ()
        self.scored.setVisible(bool(scores))
        self.to_scores.setVisible(bool(scores))
        said = {account.turn: account.you for account in shown.page.told.accounts}
        self.competencies.show_scores(scores, shown.before, with_rule=True, correctable=shown.turns, said=said)
        self.ratings, self.because_links = {}, []
        for score in scores:
            rated = shown.ratings.get(score.competency, ())
            fold = RatingFold(score.competency, rated, score.score, self._look, shown.names)
            fold.name.setEditText(self._by)
            fold.rated.connect(lambda *said: self.rated.emit(self.session, *said))
            fold.withdrawn.connect(self._withdrawer(score.competency))
            self.ratings[score.competency] = fold
            body = self.competencies.cards[score.competency].body
            for turn, change in shown.because.get(score.competency, ()):
                body.addWidget(self._because(turn, change, score.competency))
            body.addWidget(fold)

    def _because(self, turn: int, change: Message, competency: Competency) -> QWidget:
        """The correction of a sentence that made it another number, and the way to it."""
        holder = QWidget()
        line = row(holder, spacing=8)
        told = corrections.BECAUSE_OF(turn=turn, change=change)
        line.addWidget(text_label(self._look.say(told), "small"), 1)
        named = self._look.say(corrections.CORRECT_NAMED(turn=turn))
        link = Button(self._look.say(corrections.CORRECT()), "link", name=named)
        link.clicked.connect(lambda: self.sentence_wanted.emit(self.session, turn, competency))
        self.because_links.append(link)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def remember(self, name: str) -> None:
        """Whoever corrects one thing is asked for their name once."""
        self._by = name
        for fold in self.ratings.values():
            fold.name.setEditText(name)

    def _withdrawer(self, competency: Competency) -> Callable[..., None]:
        return lambda *said: self.rating_withdrawn.emit(self.session, competency, *said)
