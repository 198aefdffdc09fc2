"""The way through blind rating: a task is made or opened, rated, and its ratings are counted or handed back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.messages.sentences import rating as say
from simulator.services.blind_rating import OpenTask, TakenIn
from simulator.services.rating_task import RATINGS_SUFFIX, TASK_SUFFIX, Rating
from simulator.session.errors import ServiceError
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.background import Background
from simulator.ui.review.rate_page import RatePage
from simulator.ui.review.ratings_page import RatingsPage
from simulator.ui.review.visited_desk import VisitedDesk
from simulator.ui.saving_files import AskWhere, Wanted, place_for, save_at

if TYPE_CHECKING:
    from simulator.scoring.competency import Competency
    from simulator.services.handed_in import HandedIn

_TASK_NAME: Final = f"to-rate{TASK_SUFFIX}"
_RATINGS_NAME: Final = f"ratings{RATINGS_SUFFIX}"

_Found = tuple[tuple["HandedIn", ...], tuple[OpenTask, ...], tuple[str, ...]]
"""What can be rated, the tasks on this computer, and the names that were used before."""


def is_for_rating(path: Path) -> bool:
    """Whether a file is a task or ratings, by its name."""
    return path.suffix in (TASK_SUFFIX, RATINGS_SUFFIX)


class RatingVisit(QObject):
    """``ask_where`` asks where to save a file."""

    agreement_wanted = Signal()

    def __init__(self, desk: VisitedDesk) -> None:
        super().__init__(desk.pages)
        self._desk = desk
        self._rating = desk.review.rating
        self.ask_where: AskWhere = where_to_save
        self.page = RatingsPage(desk.look)
        self.rate_page = RatePage(desk.look)
        page = self.page
        page.ask.here.connect(self._rate_here)
        page.ask.elsewhere.connect(self._save_task)
        page.rated.connect(self._show_rating)
        page.counted.connect(self._count)
        page.saved.connect(self._save_ratings)
        page.deleted.connect(self._delete)
        page.open_wanted.connect(self._ask_files)
        page.agreement_wanted.connect(self.agreement_wanted)
        page.closed.connect(desk.leave)
        self.rate_page.given.connect(self._keep)
        self.rate_page.closed.connect(self.show)
        for widget in (self.page, self.rate_page):
            desk.pages.addWidget(widget)

    def show(self, *told: Message) -> None:
        """Show what can be rated, and what is being rated."""
        self._desk.do(self._read, lambda made: self._show(made, told))

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open tasks, and take ratings in; a file that is neither takes nothing in."""
        given = tuple(paths)
        self._desk.do(lambda: self._open(given), lambda told: self.show(*told))

    def _read(self) -> _Found:
        shelf = self._desk.review.shelf()
        tasks = self._rating.tasks(shelf, self._desk.look.say)
        return self._rating.candidates(shelf), tasks, self._desk.review.names_used()

    def _show(self, made: _Found, told: tuple[Message, ...]) -> None:
        self.page.show_tasks(*made)
        self.page.tell(*told)
        self._desk.pages.setCurrentWidget(self.page)
        self.page.back.setFocus()

    def _open(self, paths: tuple[Path, ...]) -> tuple[Message, ...]:
        """Open every file; what is wrong with one is told beside what was done with the others."""
        told: list[Message] = []
        for path in paths:
            try:
                if path.suffix == RATINGS_SUFFIX:
                    told += _taken_in(self._rating.take_in_file(path))
                else:
                    self._rating.open(path)
            except ServiceError as fault:
                told.append(say.REFUSED(file=path.name, why=fault.message))
        return tuple(told)

    def _ask_files(self) -> None:
        look = self._desk.look
        kind = look.say(say.KIND_BOTH(pattern=f"*{TASK_SUFFIX} *{RATINGS_SUFFIX}"))
        paths = self._desk.ask_files(self.page, look.say(say.WHICH_FILES()), kind)
        if paths:
            self.open_paths(paths)

    # Making a task.

    def _rate_here(self, rater: str, conversations: tuple[HandedIn, ...]) -> None:
        def work() -> OpenTask:
            key = self._rating.make(rater, conversations)
            tasks = self._rating.tasks(self._desk.review.shelf(), self._desk.look.say)
            return next(one for one in tasks if one.key == key)

        self._desk.do(work, self._show_rating)

    def _save_task(self, rater: str, conversations: tuple[HandedIn, ...]) -> None:
        path = self._where(say.WHERE_TASK(), _TASK_NAME, say.KIND_TASK(pattern=f"*{TASK_SUFFIX}"))
        if path is None:
            return

        def work() -> Message:
            key = self._rating.make(rater, conversations)
            try:
                save_at(path, self._rating.task_file(key, self._desk.review.shelf(), self._desk.look.say))
            except ServiceError:
                self._rating.delete(key.task)
                raise
            self._desk.keeping.note_saved(path, {one.key for one in conversations})
            return say.TASK_SAVED(path=str(path), rater=rater)

        self._desk.do(work, self.show)

    # Rating.

    def _show_rating(self, task: OpenTask) -> None:
        self.rate_page.show_task(task)
        self._desk.pages.setCurrentWidget(self.rate_page)

    def _keep(self, task: str, conversation: str, competency: Competency, rating: Rating) -> None:
        self._rating.note(task, conversation, competency, rating)
        # A door of its own: what was given is kept, whatever else is asked for meanwhile.
        Background[None](self).ask(lambda: self._rating.keep(task), lambda _done: None, self._desk.failed)

    # What becomes of ratings.

    def _count(self, task: OpenTask) -> None:
        def work() -> tuple[Message, ...]:
            return _taken_in(self._rating.take_in(self._rating.ratings_file(task.task)))

        self._desk.do(work, lambda told: self.show(*told))

    def _save_ratings(self, task: OpenTask) -> None:
        path = self._where(say.WHERE_RATINGS(), _RATINGS_NAME, say.KIND_RATINGS(pattern=f"*{RATINGS_SUFFIX}"))
        if path is None:
            return

        def work() -> Message:
            save_at(path, self._rating.ratings_file(task.task))
            return say.RATINGS_SAVED(path=str(path))

        self._desk.do(work, self.show)

    def _delete(self, task: OpenTask) -> None:
        self._desk.do(lambda: self._rating.delete(task.task.task), lambda _done: self.show())

    def _where(self, question: Message, name: str, kind: Message) -> Path | None:
        return place_for(Wanted(question, name, kind), self.ask_where, self.page, self._desk.look)


def _taken_in(found: TakenIn) -> tuple[Message, ...]:
    told = say.TAKEN_IN(rater=found.rater, count=found.count)
    return (told, say.WITHOUT(count=found.without)) if found.without else (told,)
