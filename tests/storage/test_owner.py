"""The one owner of the store: what is handed in is done in order, answered exactly once, and never on another thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

import pytest

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreDamaged, StoreError
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.backups import Reason, backups_of
from simulator.storage.owner import Opening, StoreOwner
from simulator.storage.sqlite import SqliteSessionStore

_LONG: Final = 30.0
"""Seconds after which whoever waits for another thread gives up."""

Parts = Generator[None, None, str]


class Told:
    """Hears answers, in the order in which they come."""

    def __init__(self) -> None:
        self._came: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()

    def __call__(self, result: object, fault: Exception | None) -> None:
        self._came.put((result, fault))

    def next(self) -> Any:
        """The next answer: what came of it, or the fault."""
        result, fault = self._came.get(timeout=_LONG)
        return result if fault is None else fault

    def no_more(self) -> bool:
        """Whether nothing was answered twice; to be asked once the owner has ended."""
        try:
            self._came.get_nowait()
        except Empty:
            return True
        return False


class OwnedFile:
    """A store in a file with its owner, and what the owner did, in order."""

    def __init__(self, path: Path, opening: Opening | None = None) -> None:
        self.path = path
        self.told = Told()
        self.opened = Told()
        self.done: list[str] = []
        self.owner = StoreOwner(opening or (lambda: SqliteSessionStore(path)))
        self.owner.start(self.opened)

    def do(self, name: str) -> None:
        """Hand in a job that only notes that it was done."""
        self.owner.do(lambda _store: self.note(name), self.told)

    def note(self, name: str) -> str:
        """Note that something was done."""
        self.done.append(name)
        return name

    def hold(self) -> Callable[[], None]:
        """Keep the owner busy, so that everything else waits; gives what ends that."""
        begun, may_end = threading.Event(), threading.Event()

        def wait(_store: object) -> None:
            begun.set()
            assert may_end.wait(_LONG)

        self.owner.do(wait, lambda _result, _fault: None)
        assert begun.wait(_LONG)
        return may_end.set

    def welcome(self, name: str) -> None:
        """Hand in a person to be kept."""
        self.owner.do(
            lambda store: store.add_person(Person(PersonId(name.lower()), name)), lambda _result, _fault: None
        )

    def names(self) -> list[str]:
        """Who is in the store, once all that was handed in before is done."""
        self.owner.do(lambda store: [person.name for person in store.people()], told := Told())
        found: list[str] = told.next()
        return found


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OwnedFile]:
    found = OwnedFile(tmp_path / "sessions.sqlite3")
    yield found
    found.owner.close()
    assert found.told.no_more(), "somebody was answered twice"


def parts(file: OwnedFile, name: str, count: int) -> Callable[[SqliteSessionStore], Parts]:
    """Work in so many parts, each of which is noted."""

    def work(_store: SqliteSessionStore) -> Parts:
        for number in range(count):
            file.note(f"{name} {number}")
            yield
        return name

    return work


# In order, and answered once.


def test_jobs_are_done_in_the_order_in_which_they_were_handed_in(file: OwnedFile) -> None:
    release = file.hold()
    for number in range(20):
        file.do(str(number))
    release()
    assert [file.told.next() for _ in range(20)] == file.done == [str(number) for number in range(20)]


def test_the_store_is_opened_on_the_thread_that_does_the_jobs(tmp_path: Path) -> None:
    opened_on: list[int] = []

    def opening() -> SqliteSessionStore:
        opened_on.append(threading.get_ident())
        return SqliteSessionStore(tmp_path / "sessions.sqlite3")

    file = OwnedFile(tmp_path, opening)
    assert file.opened.next() is None
    file.owner.do(lambda _store: threading.get_ident(), file.told)
    assert [file.told.next()] == opened_on != [threading.get_ident()]
    file.owner.close()


@pytest.mark.parametrize("fault", [StoreError(say.DISK_FULL(path="a")), LookupError("a bug"), MemoryError()])
def test_faults_come_back_as_values_bugs_too_and_the_owner_goes_on(file: OwnedFile, fault: Exception) -> None:
    def broken(_store: SqliteSessionStore) -> Parts:
        raise fault

    def breaks(_store: SqliteSessionStore) -> Parts:
        yield
        raise fault

    for work in (broken, breaks):
        file.owner.do_in_parts(work, file.told)
        assert file.told.next() is fault
    file.owner.do(broken, file.told)
    assert file.told.next() is fault
    file.do("after it")
    assert file.told.next() == "after it"


def test_an_answer_can_hand_in_the_next_job(file: OwnedFile) -> None:
    file.owner.do(lambda _store: None, lambda _result, _fault: file.do("the next"))
    assert file.told.next() == "the next"


def test_a_call_from_another_thread_raises(file: OwnedFile) -> None:
    file.owner.do(lambda store: store, file.told)
    store = file.told.next()
    for call in (store.people, store.checkpoint, store.close, lambda: store.back_up(Reason.ASKED, 1)):
        with pytest.raises(RuntimeError, match="owned by the thread that opened it"):
            call()
    assert file.names() == []


# In parts.


def test_parts_are_done_only_while_nothing_else_waits(file: OwnedFile) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def work(_store: SqliteSessionStore) -> Parts:
        file.note("part 0")
        begun.set()
        assert may_go_on.wait(_LONG)
        yield
        file.note("part 1")
        return "all parts"

    file.owner.do_in_parts(work, file.told)
    assert begun.wait(_LONG)
    for number in range(3):
        file.do(f"job {number}")
    may_go_on.set()
    assert [file.told.next() for _ in range(4)] == ["job 0", "job 1", "job 2", "all parts"]
    assert file.done == ["part 0", "job 0", "job 1", "job 2", "part 1"]


def test_several_works_in_parts_take_turns_so_that_a_short_one_does_not_wait_for_a_long_one(file: OwnedFile) -> None:
    release = file.hold()
    file.owner.do_in_parts(parts(file, "long", 50), file.told)
    file.owner.do_in_parts(parts(file, "short", 2), file.told)
    release()
    assert [file.told.next(), file.told.next()] == ["short", "long"]
    assert file.done[:4] == ["long 0", "short 0", "long 1", "short 1"]
    assert len(file.done) == 52


def test_two_backups_that_are_asked_for_at_once_are_both_made_one_after_the_other(file: OwnedFile) -> None:
    file.welcome("Kim")
    release = file.hold()
    file.owner.do_in_parts(lambda store: store.back_up(Reason.SESSION, 1_790_000_000_000), file.told)
    file.owner.do_in_parts(lambda store: store.back_up(Reason.ASKED, 1_790_000_001_000), file.told)
    release()
    made = [file.told.next(), file.told.next()]
    assert [backup.path for backup in backups_of(file.path)] == made[::-1]
    assert [backup.sessions for backup in backups_of(file.path)] == [0, 0]
    assert sorted(one.name for one in made[0].parent.iterdir()) == [one.name for one in made]


def test_a_backup_waits_for_one_that_is_given_up_and_not_for_ever(file: OwnedFile) -> None:
    file.owner.do(lambda store: (store.back_up(Reason.SESSION, 1), store.back_up(Reason.ASKED, 2)), file.told)
    first, second = file.told.next()
    file.owner.do(lambda _store: (next(first), next(second), first.close()), lambda _result, _fault: None)
    file.owner.do_in_parts(lambda _store: second, file.told)
    assert file.told.next().name.endswith("-asked.sqlite3")


# Closing.


def test_closing_does_the_jobs_that_wait_and_lets_go_of_the_file(file: OwnedFile) -> None:
    release = file.hold()
    for name in ("Kim", "Robin"):
        file.welcome(name)
    file.do("last")
    release()
    file.owner.close()
    assert file.told.next() == "last"
    assert not file.path.with_name("sessions.sqlite3-wal").exists(), "the log was brought in"
    with_people = SqliteSessionStore(file.path)
    assert [person.name for person in with_people.people()] == ["Kim", "Robin"]
    with_people.close()


def test_whatever_comes_after_closing_is_refused(file: OwnedFile) -> None:
    file.owner.close()
    file.do("late")
    file.owner.do_in_parts(parts(file, "late", 1), file.told)
    file.owner.reopen(lambda: file.done.append("reopened"), file.told)
    assert [file.told.next().message for _ in range(3)] == [say.CLOSED()] * 3
    assert file.done == []
    file.owner.close()


def test_parts_that_are_under_way_at_the_end_are_broken_off_and_hear_so(file: OwnedFile) -> None:
    begun = threading.Event()

    def endless(_store: SqliteSessionStore) -> Parts:
        try:
            while True:
                begun.set()
                yield
        finally:
            file.note("tidied up")

    file.owner.do_in_parts(endless, file.told)
    assert begun.wait(_LONG)
    file.owner.close()
    assert file.told.next().message == say.CLOSED()
    assert file.done == ["tidied up"]


def test_jobs_from_many_threads_while_it_closes_are_each_answered_once(tmp_path: Path) -> None:
    file = OwnedFile(tmp_path / "sessions.sqlite3")
    begun, ended, each = threading.Barrier(4), threading.Event(), 30

    def hand_in(one: Callable[[], None]) -> None:
        begun.wait(_LONG)
        for _ in range(each):
            one()
        assert ended.wait(_LONG)
        one()

    works = (
        lambda: file.do("job"),
        lambda: file.owner.do_in_parts(parts(file, "parts", 2), file.told),
        lambda: file.owner.reopen(lambda: None, file.told),
    )
    threads = [threading.Thread(target=hand_in, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    begun.wait(_LONG)
    file.owner.close()
    ended.set()
    for thread in threads:
        thread.join(_LONG)
    answers = [file.told.next() for _ in range((each + 1) * len(threads))]
    assert file.told.no_more()
    refused = [answer for answer in answers if isinstance(answer, StoreError)]
    assert len(refused) >= len(threads)
    assert {answer.message.id for answer in refused} <= {say.CLOSED.id, say.INTERRUPTED.id}


# Closed and opened again.


def test_between_closing_and_opening_the_file_is_free_and_jobs_go_on_in_order(file: OwnedFile) -> None:
    other = file.path.with_name("other.sqlite3")
    before = SqliteSessionStore(other)
    before.add_person(Person(PersonId("robin"), "Robin"))
    before.close()
    file.welcome("Kim")

    def exchange() -> None:
        assert sorted(one.name for one in file.path.parent.iterdir()) == ["other.sqlite3", "sessions.sqlite3"]
        other.replace(file.path)

    file.owner.reopen(exchange, file.told)
    file.welcome("Ada")
    assert file.names() == ["Ada", "Robin"]
    assert file.told.next() is None


@pytest.mark.parametrize("fault", [StoreError(say.NO_BACKUP(name="a")), LookupError("a bug")])
def test_what_could_not_be_done_to_the_file_is_told_and_the_store_is_open_as_before(
    file: OwnedFile, fault: Exception
) -> None:
    file.welcome("Kim")

    def refuse() -> None:
        raise fault

    file.owner.reopen(refuse, file.told)
    assert file.told.next() is fault
    assert file.names() == ["Kim"]


def test_parts_under_way_do_not_go_on_on_another_store_and_hear_so(file: OwnedFile) -> None:
    release = file.hold()
    file.owner.do_in_parts(parts(file, "never done", 1_000_000), file.told)
    file.owner.reopen(lambda: None, file.told)
    file.do("after it")
    release()
    assert [file.told.next().message, file.told.next(), file.told.next()] == [say.INTERRUPTED(), None, "after it"]
    file.owner.do_in_parts(parts(file, "on the new one", 3), file.told)
    assert file.told.next() == "on the new one"


def test_parts_that_cannot_even_be_broken_off_keep_nobody_waiting(file: OwnedFile) -> None:
    def stubborn(_store: SqliteSessionStore) -> Parts:
        try:
            while True:
                yield
        finally:
            raise LookupError("a bug")

    under_way = threading.Event()

    def other(_store: SqliteSessionStore) -> Parts:
        while True:
            under_way.set()
            yield

    file.owner.do_in_parts(stubborn, file.told)
    file.owner.do_in_parts(other, file.told)
    assert under_way.wait(_LONG)
    file.owner.reopen(lambda: None, file.told)
    broken_off = {str(file.told.next()), str(file.told.next())}
    assert broken_off == {"a bug", str(say.INTERRUPTED())}
    assert file.told.next() is None


# A store that cannot be opened.


def test_a_store_that_cannot_be_opened_answers_every_job_with_the_reason(file: OwnedFile) -> None:
    file.owner.reopen(lambda: scribble(file.path), file.told)
    for hand_in in (file.do, lambda name: file.owner.do_in_parts(parts(file, name, 3), file.told)):
        hand_in("never done")
    answers = [file.told.next() for _ in range(3)]
    assert [type(answer) for answer in answers] == [StoreDamaged] * 3
    assert {answer.message for answer in answers} == {say.NOT_A_STORE(path=str(file.path))}
    assert file.done == []


def test_a_store_that_could_not_be_opened_at_the_start_is_opened_once_its_file_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "sessions.sqlite3"
    scribble(path)
    file = OwnedFile(path)
    assert file.opened.next().message == say.NOT_A_STORE(path=str(path))
    file.owner.reopen(path.unlink, file.told)
    assert file.told.next() is None
    file.welcome("Kim")
    assert file.names() == ["Kim"]
    file.owner.close()


def test_a_bug_in_the_opening_is_told_to_whoever_asks(tmp_path: Path) -> None:
    bug = LookupError("a bug")

    def opening() -> SqliteSessionStore:
        raise bug

    file = OwnedFile(tmp_path, opening)
    assert file.opened.next() is bug
    file.do("never done")
    assert file.told.next() is bug
    file.owner.close()


def scribble(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
