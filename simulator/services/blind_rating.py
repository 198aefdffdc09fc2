"""Blind rating: an instructor asks somebody to rate conversations, that person rates them, and the ratings are taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_OID, uuid5

from simulator.handin.signed_file import Refused
from simulator.messages.message import Message
from simulator.messages.sentences import rating as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import RUBRIC
from simulator.services.distinct_transcripts import path_of
from simulator.services.rating_task import (
    Rating,
    RatingTask,
    blind,
    read_ratings,
    read_task,
    write_ratings,
    write_task,
)
from simulator.services.typed_names import as_written, name_key
from simulator.session.errors import ServiceError, StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.json_values import named, number, text
from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind, Role
from simulator.storage.handed_in_files import HandedInFiles, read_file
from simulator.storage.rating_files import Named, RatingFiles, Sheet, TaskKey

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn
    from simulator.services.review_shelf import Shelf

Words = Callable[[Message], str]
LONGEST_NAME: Final = 80
MOST_CONVERSATIONS: Final = 200


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task on this computer with what was given so far.

    ``key`` is there where the task was made here, and then ``counted`` says of how many conversations ratings are counted.
    """

    task: RatingTask
    sheet: Sheet
    key: TaskKey | None = None
    counted: int = 0

    @property
    def rated(self) -> int:
        """How many conversations have everything given."""
        return sum(len(self.sheet.get(one.name, {})) == len(Competency) for one in self.task.conversations)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Whose ratings were taken in, of how many conversations, and how many of the task have none."""

    rater: str
    count: int
    without: int


@dataclass(frozen=True, slots=True)
class GivenBy:
    """What somebody gave a conversation, by the rubric of an edition."""

    rater: str
    rubric: int
    ratings: Mapping[Competency, Rating]


class BlindRating:
    """Slow work, not for the window's thread. ``writing`` is held by whoever writes remarks on what was handed in."""

    def __init__(
        self, home: Path, handed_in: HandedInFiles, writing: Lock, now_ms: Callable[[], int], new_id: Callable[[], str]
    ) -> None:
        self._files = RatingFiles(home)
        self._handed_in = handed_in
        self._writing = writing
        self._now_ms = now_ms
        self._new_id = new_id
        self._noted: dict[str, dict[str, dict[str, str]]] = {}
        self._noting = Lock()
        self._unkept: set[str] = set()

    # The instructor asks.

    def candidates(self, shelf: Shelf, scenario: str | None = None) -> tuple[HandedIn, ...]:
        """What could be rated, best first: what somebody has rated already, then courses that are not among them yet.

        What could not be verified is not: it is not counted in agreement.
        """
        from simulator.services.handed_in import Belief

        found = [
            one
            for _, one in shelf.sessions()
            if one.belief is Belief.VERIFIED and scenario in (None, one.stored.started.scenario)
        ]
        found.sort(key=lambda one: sha256(one.id.encode()).hexdigest())
        rated = {one.id for one in found if self.given(one.id)}
        found.sort(key=lambda one: one.id not in rated)
        courses: Counter[str] = Counter()
        order: list[tuple[bool, int, int]] = []
        for at, one in enumerate(found):
            course = path_of(one.transcript)
            courses[course] += 1
            order.append((one.id not in rated, courses[course], at))
        return tuple(found[at] for _, _, at in sorted(order))

    @property
    def names(self) -> tuple[str, ...]:
        """Whoever was asked here to rate, as often as they were."""
        return tuple(key.rater for key in self._files.task_keys())

    def make(self, rater: str, conversations: Sequence[HandedIn]) -> TaskKey:
        """Ask somebody to rate conversations; under names that say nothing, in an order that says nothing."""
        rater = as_written(rater)[:LONGEST_NAME]
        if not rater:
            raise ServiceError(say.WHO_RATES_MISSING())
        if not conversations:
            raise ServiceError(say.NOTHING_TO_RATE())
        named_ = [Named(self._new_id(), one.id, one.stored.header.head) for one in conversations[:MOST_CONVERSATIONS]]
        named_.sort(key=lambda one: sha256(one.name.encode()).hexdigest())
        key = TaskKey(self._new_id(), rater, self._now_ms(), RUBRIC, tuple(named_))
        self._files.keep_key(key)
        return key

    def task_file(self, key: TaskKey, shelf: Shelf, words: Words) -> bytes:
        """The task as a file to give to whoever rates."""
        return write_task(_task_of(key, shelf, words))

    # Somebody rates.

    def tasks(self, shelf: Shelf, words: Words) -> tuple[OpenTask, ...]:
        """Every task on this computer, those that were made here first."""
        keys = self._files.task_keys()
        here = [OpenTask(_task_of(key, shelf, words), self._sheet(key.task), key, self._counted(key)) for key in keys]
        others = map(read_task, self._files.tasks())
        return (*here, *(OpenTask(task, self._sheet(task.task)) for task in others))

    def open(self, path: Path) -> str:
        """Open a task that somebody gave; what was given before stays. Gives the task’s id."""
        content = read_file(path)
        task = read_task(content)
        if task.rubric != RUBRIC:
            raise Refused(say.OTHER_RUBRIC(rubric=str(task.rubric), ours=str(RUBRIC)))
        if task.task not in {key.task for key in self._files.task_keys()}:
            self._files.keep_task(task.task, content)
        return task.task

    def note(self, task: str, conversation: str, competency: Competency, rating: Rating) -> None:
        """Give a conversation something for a competency, at once; ``keep`` keeps it."""
        with self._noting:
            self._noted.setdefault(task, {}).setdefault(conversation, {})[competency.value] = rating.value
            self._unkept.add(task)

    def keep(self, task: str) -> None:
        """Keep all that was given in a task; what was kept with something given later is not written again."""
        with self._writing:
            if task not in self._unkept:
                return
            self._unkept.discard(task)
            try:
                self._files.keep_sheet(task, self._sheet(task))
            except StoreError:
                self._unkept.add(task)
                raise

    def ratings_file(self, task: RatingTask) -> bytes:
        """What was given, as a file to hand back."""
        return write_ratings(task.task, task.rubric, self._sheet(task.task))

    def delete(self, task: str) -> None:
        """Delete a task; what was taken in of it stays."""
        with self._noting:
            self._noted.pop(task, None)
        self._files.delete(task)

    # The ratings come back.

    def take_in(self, content: bytes) -> TakenIn:
        """Take ratings in, each beside its conversation; raises ``Refused``, and then nothing is taken in."""
        task, rubric, sheet = read_ratings(content)
        key = next((one for one in self._files.task_keys() if one.task == task), None)
        if key is None:
            raise Refused(say.NO_TASK_OF_OURS())
        conversations = {one.name: one for one in key.conversations}
        given = {conversations[name]: ratings for name, ratings in sheet.items() if ratings and name in conversations}
        if not given:
            raise Refused(say.NOTHING_RATED())
        with self._writing:
            for conversation, ratings in given.items():
                self._keep(key.rater, conversation, rubric, ratings)
        return TakenIn(key.rater, len(given), len(conversations) - len(given))

    def take_in_file(self, path: Path) -> TakenIn:
        """Take the ratings of a file in."""
        return self.take_in(read_file(path))

    def given(self, session: SessionId) -> tuple[GivenBy, ...]:
        """What raters gave a conversation, the last that each said, in the order of their names."""
        found: dict[str, GivenBy] = {}
        for remark in self._handed_in.remarks(session):
            given = _given_by(remark) if remark.kind == RemarkKind.BLIND_RATING else None
            if given is not None:
                found[name_key(given.rater)] = given
        return tuple(found[key] for key in sorted(found))

    def forget(self, sessions: Iterable[SessionId]) -> None:
        """Nobody rates these conversations any more."""
        with self._writing, self._noting:
            self._noted.clear()
            self._files.forget(sessions)

    def _sheet(self, task: str) -> Sheet:
        """What was given so far, kept or not yet."""
        sheet = {name: dict(given) for name, given in self._files.sheet(task).items()}
        with self._noting:
            for name, given in self._noted.get(task, {}).items():
                sheet.setdefault(name, {}).update(given)
        return sheet

    def _counted(self, key: TaskKey) -> int:
        rater = name_key(key.rater)
        return sum(rater in {name_key(by.rater) for by in self.given(one.session)} for one in key.conversations)

    def _keep(self, rater: str, conversation: Named, rubric: int, ratings: Mapping[str, str]) -> None:
        person = PersonId(str(uuid5(NAMESPACE_OID, name_key(rater))))
        before = [
            remark
            for remark in self._handed_in.remarks(conversation.session)
            if remark.kind == RemarkKind.BLIND_RATING and remark.person == person
        ]
        values: dict[str, object] = {"rater": rater, "rubric": rubric, "ratings": dict(ratings)}
        if before and before[-1].values == values:
            return
        about = AboutSession(conversation.session, None, conversation.head)
        previous = before[-1].id if before else None
        remark = Remark(
            RemarkId(self._new_id()),
            about,
            RemarkKind.BLIND_RATING,
            Role.RATER,
            person,
            self._now_ms(),
            values,
            previous=previous,
        )
        self._handed_in.remark(conversation.session, remark)


def _task_of(key: TaskKey, shelf: Shelf, words: Words) -> RatingTask:
    """The task of a key, of the conversations that are still here."""
    here = {(found.id, found.stored.header.head): found for _, found in shelf.sessions()}
    asked = [(one.name, here.get((one.session, one.head))) for one in key.conversations]
    return RatingTask(
        key.task, key.rubric, tuple(blind(found, name, words) for name, found in asked if found is not None)
    )


def _given_by(remark: Remark) -> GivenBy | None:
    """What a remark says; nothing where it is not what it should be."""
    values = remark.values
    try:
        ratings = {Competency(about): Rating(text(given)) for about, given in named(values.get("ratings")).items()}
        return GivenBy(text(values.get("rater")), number(values.get("rubric")), ratings)
    except (TypeError, ValueError):
        return None
