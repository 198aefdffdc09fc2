"""From a turn of a conversation to its sentence: what it counts as for everybody, tried, proposed, agreed to, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from simulator.messages.sentences import corrections as say
from simulator.scoring.corrections import SentenceCode
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.all_corrections import AllCorrections, all_corrections
from simulator.services.correction_remarks import CodeCorrection, CorrectionState, Met
from simulator.services.review_shelf import Shelf
from simulator.services.reviewing import Review
from simulator.session.remarks import RemarkId
from simulator.ui.look import Look
from simulator.ui.review.corrections_page import CorrectionsPage
from simulator.ui.review.sentence_page import SentencePage

if TYPE_CHECKING:
    from simulator.scoring.competency import Competency
    from simulator.services.correcting import DryRun
    from simulator.services.handed_in import HandedIn

Doing = Callable[[Callable[[], Any], Callable[[Any], None]], None]
"""Does something in the background, and hands over what came of it; what goes wrong is told."""

_Seen = tuple[Met, SentenceCode, tuple[CodeCorrection, ...], tuple[str, ...]]


class SentenceVisit(QObject):
    """Works on the page of a sentence and the list of all that were corrected; ``changed`` tells that scores may be others now, and gives all that was handed in, read anew."""

    opened = Signal(object)
    """The page that is to be shown."""
    changed = Signal(object)
    closed = Signal()
    """Back to the conversation."""

    def __init__(self, review: Review, look: Look, do: Doing, parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._do = do
        self.turn = 0
        self.competency: Competency | None = None
        self._leave: Callable[[], None] = self.show_all
        self.page = SentencePage(look)
        self.page.tried.connect(self._try)
        self.page.proposed.connect(self._propose)
        self.page.agreed.connect(self._agree)
        self.page.withdrawn.connect(self._withdraw)
        self.page.closed.connect(self._go_back)
        self.list = CorrectionsPage(look)
        self.list.chosen.connect(self.show_sentence)
        self.list.anew_wanted.connect(self.show_all)
        self._look = look

    def show_turn(self, found: HandedIn, turn: int, competency: Competency | None = None) -> None:
        """Show the sentence that was said in a turn, from there or from the card of a competency of its conversation."""
        self.turn, self.competency = turn, competency
        back = say.BACK()
        if competency is not None:
            back = say.BACK_TO_COMPETENCY(competency=COMPETENCIES[competency].label())
        self.show_met(lambda: self._review.correcting.met(found, turn), self._look.say(back), self.closed.emit)

    def remember(self, name: str) -> None:
        """Whoever has corrected something else is not asked for their name again."""
        self.page.new.name.setEditText(name)

    def show_met(self, find: Callable[[], Met | None], back: str, leave: Callable[[], None]) -> None:
        """Show a sentence that is looked for behind; ``back`` says where ``leave`` leads to."""
        self.page.back.show_words(back)
        self._leave = leave

        def read() -> tuple[_Seen, dict[str, DryRun]] | None:
            met = find()
            return None if met is None else self._read(met)

        self._do(read, self._show)

    def show_all(self) -> None:
        """Show every correction."""
        review = self._review
        self._do(lambda: all_corrections(review.correcting, review.shelf()), self._show_all)

    def show_sentence(self, met: Met) -> None:
        """Show a sentence from the list of all; from there one comes back to the list."""
        self.show_met(lambda: met, self._look.say(say.BACK_TO_ALL()), self.show_all)

    def _go_back(self) -> None:
        self._leave()

    def _show_all(self, found: AllCorrections) -> None:
        self.list.show_corrections(found)
        self.opened.emit(self.list)

    def _read(self, met: Met) -> tuple[_Seen, dict[str, DryRun]]:
        correcting = self._review.correcting
        book = correcting.book()
        said = book.of(met.item)
        waiting = [one for one in said if one.state is CorrectionState.PROPOSED]
        shelf = self._review.shelf() if waiting else Shelf()
        would = {one.id: correcting.dry_run(shelf, met, one.after) for one in waiting}
        return (met, book.code_of(met), said, self._review.names_used()), {str(id_): dry for id_, dry in would.items()}

    def _show(self, found: tuple[_Seen, dict[str, DryRun]] | None) -> None:
        if found is None:
            return
        seen, would = found
        self.page.show_sentence(*seen)
        for id_, dry in would.items():
            self.page.show_would(id_, dry)
        self.opened.emit(self.page)

    def _try(self, met: Met, code: SentenceCode) -> None:
        self._do(
            lambda: self._review.correcting.dry_run(self._review.shelf(), met, code),
            lambda dry: self.page.show_dry_run(code, dry),
        )

    def _propose(self, met: Met, code: SentenceCode, reason: str, name: str, second: str) -> None:
        """Propose it, and let it take effect where a second person has agreed already."""
        correcting = self._review.correcting

        def change() -> None:
            id_ = correcting.propose(met, code, reason, name)
            if second:
                correcting.agree(id_, second)

        self._change(met, change)

    def _agree(self, id_: str, name: str) -> None:
        self._change(self.page.sentence, lambda: self._review.correcting.agree(RemarkId(id_), name))

    def _withdraw(self, id_: str, name: str, reason: str) -> None:
        self._change(self.page.sentence, lambda: self._review.correcting.withdraw(RemarkId(id_), name, reason))

    def _change(self, met: Met | None, change: Callable[[], object]) -> None:
        """Change something, read all that was handed in anew, and show the sentence as it stands now."""
        if met is None:
            return

        def work() -> tuple[Any, Shelf]:
            change()
            return self._read(met), self._review.shelf()

        self._do(work, self._changed)

    def _changed(self, result: tuple[Any, Shelf]) -> None:
        seen, shelf = result
        self._show(seen)
        self.changed.emit(shelf)
