"""Reading one conversation: what is said of its turns, rated by hand and corrected, and what each sentence of it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.services.handed_in import Belief
from simulator.services.review_shelf import Shelf
from simulator.services.reviewed_page import ReviewedPage, reviewed, worth_of
from simulator.services.reviewing import Review
from simulator.session.remarks import RemarkId
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.review.sentence_visit import Doing, SentenceVisit
from simulator.ui.review.session_page import SessionPage

if TYPE_CHECKING:
    from simulator.analysis.session_value import SessionValue
    from simulator.scoring.competency import Competency
    from simulator.services.handed_in import HandedIn
    from simulator.session.engine import Session

Worth = Callable[["Session"], "SessionValue"]
"""Works out what each sentence of a conversation changed; takes seconds."""


class SessionVisit(QObject):
    """Works on the page of a conversation and that of one sentence.

    ``opened`` tells which of them is to be shown, ``changed`` that scores may be others now (with all that was handed in,
    read anew).
    """

    opened = Signal(object)
    changed = Signal(object)

    def __init__(
        self,
        review: Review,
        look: Look,
        do: Doing,
        failed: Callable[[Exception], None],
        worth: Worth | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._failed = failed
        self._review = review
        self._do = do
        self._worth = worth
        self._name = ""
        self._worths: Background[ReviewedPage] = Background(self)
        self.page = SessionPage(look)
        self.page.commented.connect(self._comment)
        self.page.rated.connect(self._rate)
        self.page.rating_withdrawn.connect(self._withdraw_rating)
        self.page.give_back_wanted.connect(self._give_back)
        self.sentence = SentenceVisit(review, look, do, self)
        self.page.sentence_wanted.connect(self.sentence.show_turn)
        self.page.rated.connect(lambda *said: self.sentence.remember(said[-1]))
        self.sentence.page.proposed.connect(lambda *said: self.page.remember(said[3]))
        self.sentence.opened.connect(self.opened)
        self.sentence.changed.connect(self.changed)
        self.sentence.closed.connect(self._read_on)

    def show_session(self, name: str, found: HandedIn, turn: int = 0) -> None:
        """Show a conversation of somebody as it stands now, from a turn on."""
        self._open(name, found, lambda: self.page.show_turn(turn) if turn else None)

    def show_scores(self, name: str, found: HandedIn) -> None:
        """Show a conversation of somebody as it stands now, from what it showed on."""
        self._open(name, found, self.page.show_scores)

    def show_competency(self, name: str, found: HandedIn, competency: Competency) -> None:
        """Show a conversation of somebody as it stands now, from one competency on."""
        self._open(name, found, lambda: self.page.show_competency(competency))

    def _open(self, name: str, found: HandedIn, then: Callable[[], None]) -> None:
        self._name = name
        self._do(lambda: reviewed(self._review, name, found), lambda shown: self._show(shown, then))

    def _show(self, shown: ReviewedPage, then: Callable[[], None]) -> None:
        self.page.show_session(shown)
        self.opened.emit(self.page)
        then()
        self._work_out(shown)

    def _work_out(self, shown: ReviewedPage) -> None:
        """What each sentence changed, where it can be played again today."""
        work_out, found, name = self._worth, shown.found, self._name
        if work_out is None or found.belief is not Belief.VERIFIED:
            self.page.show_no_worth()
            return
        self._worths.ask(
            lambda: reviewed(self._review, name, found, worth_of(found, work_out)),
            self.page.show_worth,
            lambda _fault: self.page.show_no_worth(),
        )

    def _read_on(self) -> None:
        """Back from a sentence to the conversation it was said in."""
        found, competency = self.page.session, self.sentence.competency
        if found is None:
            return
        if competency is None:
            self.show_session(self._name, found, self.sentence.turn)
        else:
            self._open(self._name, found, lambda: self.page.show_competency(competency))

    def _comment(self, found: HandedIn, turn: int, words: str) -> None:
        # A door of its own: what is kept is said to be kept, whatever else is asked for meanwhile.
        Background[None](self).ask(
            lambda: self._review.comment(found, turn, words),
            lambda _done: self._show_kept(found, turn, words),
            self._failed,
        )

    def _show_kept(self, found: HandedIn, turn: int, words: str) -> None:
        if self.page.session is found:
            self.page.show_kept(turn, words)

    def _rate(self, found: HandedIn, competency: Competency, rating: int | None, reason: str, name: str) -> None:
        rate = self._review.correcting.rate
        self.page.remember(name)
        self._change(found, competency, lambda: rate(found, competency, rating, reason, name))

    def _withdraw_rating(self, found: HandedIn, competency: Competency, id_: str, name: str, reason: str) -> None:
        withdraw = self._review.correcting.withdraw_rating
        self._change(found, competency, lambda: withdraw(found, RemarkId(id_), name, reason))

    def _give_back(self, found: HandedIn, name: str) -> None:
        self._do(lambda: self._review.give_back(found, name), lambda made: self.page.giving.save(*made))

    def _change(self, found: HandedIn, competency: Competency, change: Callable[[], None]) -> None:
        def work() -> Shelf:
            change()
            return self._review.shelf()

        def done(shelf: Shelf) -> None:
            self.changed.emit(shelf)
            self._open(self._name, found, lambda: self.page.show_competency(competency))

        self._do(work, done)
