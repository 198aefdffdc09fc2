"""The Review desk's use cases: look at files before they are taken in, take them in, and what was handed in by whom."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Final

from simulator.handin import remarks_file
from simulator.handin.assignment import SUFFIX as ASSIGNMENT_SUFFIX
from simulator.handin.assignment_answer import SUFFIX as ANSWER_SUFFIX
from simulator.handin.assignment_answer import read_answer
from simulator.handin.remarks_file import SaidOf, is_remarks, read_remarks
from simulator.handin.signed_file import SUFFIX, Refused
from simulator.handin.signing import SigningKey, six_words
from simulator.messages.message import Message
from simulator.messages.sentences import assignments, came_back, signed_files
from simulator.messages.sentences import review as say
from simulator.services.blind_rating import BlindRating
from simulator.services.correcting import Correcting
from simulator.services.examine import PinnedScenarios
from simulator.services.giving_back import check_answers, given_back, to_give_back
from simulator.services.handed_in import HandedIn, read_handed_in
from simulator.services.review_shelf import Answered, Looked, ReviewedPerson, Shelf, State
from simulator.services.typed_names import each_once
from simulator.session.errors import ServiceError
from simulator.session.events import answer_steps
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind, Role
from simulator.storage.assignment_files import made_here
from simulator.storage.cache import CACHE_FOLDER, Cache
from simulator.storage.handed_in_files import HandedInFiles, ReviewBook, read_file
from simulator.storage.signing_keys import own_secret

Telling = Callable[[int, int], bool]
"""Hears how many files are read of how many, and says whether to go on."""

SUFFIXES: Final = (SUFFIX, remarks_file.SUFFIX, ANSWER_SUFFIX)
"""How the files end that are looked at in a folder."""
LONGEST_COMMENT: Final = 4_000
_MOST_FILES: Final = 5_000
_SCENARIOS: Final = 48
"""So many scenarios are remembered: files come in the order of their names, and each may be of another one."""


class Review:
    """What an instructor can do; ``home`` is the data folder. Slow work, not for the window's thread."""

    def __init__(self, home: Path, instructor: PersonId, now_ms: Callable[[], int], new_id: Callable[[], str]) -> None:
        self.home = home
        self.kept = Cache(home / CACHE_FOLDER)
        self._files = HandedInFiles(home)
        self.correcting = Correcting(self._files, instructor, now_ms, new_id)
        self._assignments = made_here(home)
        self._instructor = instructor
        self.now_ms = now_ms
        self.new_id = new_id
        self._pinned = PinnedScenarios(_SCENARIOS)
        self._read: dict[bytes, HandedIn] = {}
        self._writing = Lock()
        self.rating = BlindRating(home, self._files, self._writing, now_ms, new_id)

    def at(self, now_ms: Callable[[], int]) -> Review:
        """The same desk at another time; what one has read the other knows."""
        other = copy(self)
        other.now_ms = now_ms
        return other

    @property
    def told(self) -> bool:
        """Whether the sentence about what these numbers are not for was read here."""
        return self._files.book().told

    @property
    def today(self) -> date:
        """The day where this machine is."""
        return datetime.fromtimestamp(self.now_ms() / 1000, UTC).astimezone().date()

    def was_told(self) -> None:
        """The sentence was read."""
        self._files.keep_book(replace(self._files.book(), told=True))

    def names_used(self) -> tuple[str, ...]:
        """The names that corrections stand under and that raters have, each in one spelling."""
        return each_once((*self.correcting.book().names, *self.rating.names))

    def shelf(self, tell: Telling = lambda _done, _all: True) -> Shelf:
        """All that was taken in and can still be believed."""
        names = self._files.book().names
        found: dict[bytes, list[HandedIn]] = {}
        refused: list[tuple[Path, Message]] = []
        kept, codes = tuple(self._files.contents()), self.correcting.book()
        for done, (path, content) in enumerate(kept):
            if not tell(done, len(kept)):
                break
            try:
                read = self.correcting.applied(self._believed(content), codes)
            except ServiceError as fault:
                refused.append((path, fault.message))
                continue
            found.setdefault(read.key, []).append(read)
        people = (
            ReviewedPerson(key, names.get(key, sessions[0].name), tuple(sorted(sessions, key=_by_day)))
            for key, sessions in found.items()
        )
        return Shelf(tuple(sorted(people, key=lambda one: (one.name.casefold(), one.key))), tuple(refused))

    def look_at(self, paths: Iterable[Path], tell: Telling = lambda _done, _all: True) -> tuple[Looked, ...]:
        """What files, and files in folders, would be taken in; nothing is kept.

        ``tell`` is asked in every folder, at every conversation that is here, and at every file.
        """
        heard = _Heard(tell)
        files = tuple(_files_of(paths, heard.on))
        here = {found.id: found for _, found in self.shelf(heard.on).sessions()}
        looked: list[Looked] = []
        among: dict[SessionId, HandedIn] = {}
        for done, path in enumerate(files):
            if not heard.on(done, len(files)):
                break
            one = self._look(path, here, among)
            if one.counts and one.found is not None:
                among[one.found.id] = one.found
            looked.append(one)
        return tuple(looked)

    def enrolled(self) -> Mapping[bytes, str]:
        """The names of the keys whose six words were compared."""
        return self._files.book().names

    def take_in(self, looked: Iterable[Looked], compared: Mapping[bytes, str]) -> int:
        """Keep what was looked at, of people whose words were compared before or now; gives how many conversations."""
        with self._writing:
            return self._take_in(looked, compared)

    def _take_in(self, looked: Iterable[Looked], compared: Mapping[bytes, str]) -> int:
        book = self._files.book()
        names = dict(book.names) | {key: name for key, name in compared.items() if name}
        looked = tuple(looked)
        wanted = [one for one in looked if one.counts and one.key in names]
        taken = [one.found for one in wanted if one.answers is None and one.found is not None]
        for found in taken:
            self._files.keep(found.id, found.content)
        for answered in (one.answered for one in wanted):
            if answered is not None:
                self._assignments.keep_answer(answered.answer, answered.content)
        for one in looked:
            if one.answers is not None and one.state is State.NEW:
                self._files.remark(one.answers.session, *self._new_answers(one.answers))
        times: dict[str, int] = dict(book.taken) | {found.id: self.now_ms() for found in taken}
        self._files.keep_book(replace(book, names=names, taken=times))
        return len(taken)

    def erase(self, person: ReviewedPerson) -> None:
        """Delete all that a person has handed in, what was said of it here, and whose key it is."""
        self.erase_conversations(person.sessions)
        self._assignments.forget(person.key)
        with self._writing:
            book = self._files.book()
            names = {key: name for key, name in book.names.items() if key != person.key}
            made_for = {id_: key for id_, key in book.made_for.items() if key != person.key}
            self._files.keep_book(replace(book, names=names, made_for=made_for))

    def erase_conversations(self, sessions: Iterable[HandedIn]) -> None:
        """Delete some conversations, with what was said of them here, and what was worked out of where they led."""
        self.kept.clear()
        gone = {found.id for found in sessions}
        self.rating.forget(gone)
        with self._writing:
            self._files.erase(gone)
            book = self._files.book()
            taken = {session: at_ms for session, at_ms in book.taken.items() if session not in gone}
            self._files.keep_book(replace(book, taken=taken))

    def book(self) -> ReviewBook:
        """What the desk remembers."""
        return self._files.book()

    def change_plan(self, plan: Callable[[ReviewBook], ReviewBook]) -> None:
        """Change what is proposed for the group."""
        with self._writing:
            self._files.keep_book(plan(self._files.book()))

    def has_met(self) -> None:
        """The group has met: from now on only what is taken in later is new, and another page is begun."""
        self.change_plan(
            lambda book: ReviewBook(book.told, book.names, book.taken, self.now_ms(), made_for=book.made_for)
        )

    def comments(self, found: HandedIn) -> Mapping[int, str]:
        """What stands as a comment, by turn."""
        said: dict[int, str] = {}
        steps = _steps_of_turns(found)
        for remark in self._files.remarks(found.id):
            about = remark.about
            if remark.kind == RemarkKind.COMMENT and isinstance(about, AboutSession) and about.step in steps:
                said[steps[about.step]] = str(remark.values.get("text", ""))
        return {turn: words for turn, words in said.items() if words}

    def comment(self, found: HandedIn, turn: int, words: str) -> None:
        """Say something of a turn, in place of what was said before, which stays in the chain."""
        step = next(step for step, of in _steps_of_turns(found).items() if of == turn)
        with self._writing:
            before = [
                remark.id
                for remark in self._files.remarks(found.id)
                if remark.kind == RemarkKind.COMMENT
                and isinstance(remark.about, AboutSession)
                and remark.about.step == step
            ]
            remark = Remark(
                RemarkId(self.new_id()),
                AboutSession(found.id, step, found.stored.header.head),
                RemarkKind.COMMENT,
                Role.INSTRUCTOR,
                self._instructor,
                self.now_ms(),
                {"text": words.strip()[:LONGEST_COMMENT]},
                previous=before[-1] if before else None,
            )
            self._files.remark(found.id, remark)

    def give_back(self, found: HandedIn, name: str) -> tuple[bytes, str]:
        """The file for the person of a conversation with what was said of it, and the six words it is signed with."""
        if not to_give_back(self._files, self.correcting, found):
            raise ServiceError(came_back.NOTHING_TO_GIVE())
        secret = own_secret(self.home, self._instructor)
        content = given_back(self._files, self.correcting, found, " ".join(name.split()), secret)
        return content, six_words(SigningKey(secret).public)

    def _look(self, path: Path, here: Mapping[SessionId, HandedIn], among: Mapping[SessionId, HandedIn]) -> Looked:
        try:
            content = read_file(path)
            if is_remarks(content):
                return self._look_at_answers(path, read_remarks(content), here)
            if path.suffix == ANSWER_SUFFIX:
                return self._look_at_answer(path, content)
            if path.suffix == ASSIGNMENT_SUFFIX:
                return Looked(path, why=assignments.FOR_TRAINEES())
            found = self._believed(content)
        except ServiceError as fault:
            return Looked(path, why=fault.message)
        for known, same in ((here.get(found.id), State.ALREADY_HERE), (among.get(found.id), State.TWICE)):
            if known is None:
                continue
            if known.key != found.key:
                return Looked(path, why=say.TWO_NAMES(name=self._name(known)))
            if known.stored.header.head != found.stored.header.head:
                return Looked(path, why=say.TWO_COURSES(name=self._name(known)))
            if known.content == found.content or same is State.TWICE:
                return Looked(path, found, same)
        return Looked(path, found, State.AGAIN if found.id in here else State.NEW)

    def _look_at_answers(self, path: Path, said: SaidOf, here: Mapping[SessionId, HandedIn]) -> Looked:
        found = here.get(said.session)
        if found is None:
            raise Refused(signed_files.NOT_HERE())
        given = to_give_back(self._files, self.correcting, found)
        corrections = (one.id for one in given if one.kind == RemarkKind.CORRECTION)
        check_answers(said, found, corrections, self._name(found))
        return Looked(path, found, State.NEW if self._new_answers(said) else State.ALREADY_HERE, answers=said)

    def _new_answers(self, said: SaidOf) -> tuple[Remark, ...]:
        known = {one.id for one in self._files.remarks(said.session)}
        return tuple(one for one in said.remarks if one.id not in known)

    def _look_at_answer(self, path: Path, content: bytes) -> Looked:
        answer = read_answer(content)
        assignment = next((one for one in self._assignments.all() if one.id == answer.assignment), None)
        if assignment is None:
            return Looked(path, why=assignments.NOT_FOR_ANY())
        here = answer in self._assignments.answers()
        state = State.ALREADY_HERE if here else State.NEW
        return Looked(path, state=state, answered=Answered(answer, assignment, content))

    def _name(self, found: HandedIn) -> str:
        return self._files.book().names.get(found.key, found.name)

    def _believed(self, content: bytes) -> HandedIn:
        """What a file says; the same bytes are read once."""
        digest = sha256(content).digest()
        if digest not in self._read:
            self._read[digest] = read_handed_in(content, self._pinned)
        return self._read[digest]


class _Heard:
    """Asks whether to go on, and remembers a no: what is half read is not gone on with."""

    def __init__(self, tell: Telling) -> None:
        self._tell = tell
        self._goes_on = True

    def on(self, done: int, all_: int) -> bool:
        """Whether to go on."""
        self._goes_on = self._goes_on and self._tell(done, all_)
        return self._goes_on


def _files_of(paths: Iterable[Path], tell: Telling) -> Iterator[Path]:
    """Files as they are, and the handed-in ones in folders and the folders in them, by name."""
    inside = (file for path in paths for file in (_inside(path, tell) if path.is_dir() else (path,)))
    return islice(inside, _MOST_FILES)


def _inside(folder: Path, tell: Telling) -> list[Path]:
    """The handed-in files below a folder, which may be anything, a whole disk too."""
    found: list[Path] = []
    for at, _, names in os.walk(folder):
        if not tell(0, len(found)):
            break
        found += (Path(at) / name for name in names if name.endswith(SUFFIXES))
    return sorted(found)


def _by_day(found: HandedIn) -> tuple[str, str]:
    return found.stored.started.day, found.id


def _steps_of_turns(found: HandedIn) -> dict[int, int]:
    """The turn of each step that was an answer."""
    turns = (exchange.turn for exchange in found.transcript.exchanges)
    return dict(zip(answer_steps(found.stored.events), turns, strict=False))
