"""A person's own scenarios on the disk: nothing is lost, nothing is written over unseen, and shipped files are never written."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from simulator.messages.sentences.editing import TYPED
from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.scenario.editing.intents import SetValue
from simulator.scenario.source_text import Edit
from simulator.services.file_on_disk import ChangedOutside, LooksCut
from simulator.services.own_scenarios import OwnScenarios
from simulator.session.errors import ServiceError
from simulator.shipped_files import SCENARIOS
from tests.refusing_system import RefusingSystem
from tests.scenario.texts import SMALL

NAME = "small.yaml"


class Desk:
    """A folder of one's own with a scenario in it, whose clock goes on by a second each time it is asked."""

    def __init__(self, home: Path, text: str = SMALL) -> None:
        self.home = home
        self.own = home / "scenarios"
        self.own.mkdir(exist_ok=True)
        self.file = self.own / NAME
        if not self.file.exists():
            self.file.write_bytes(text.encode())
        self._now = 1_790_000_000_000

    def scenarios(self, system: OperatingSystem = THIS_SYSTEM) -> OwnScenarios:
        """The use cases, as after a new start of the program."""
        return OwnScenarios(self.own, SCENARIOS, self.home, now_ms=self.tick, steady_ms=self.tick, system=system)

    def tick(self) -> int:
        self._now += 1_000
        return self._now


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def retitle(words: str) -> SetValue:
    return SetValue(("title",), words)


def test_what_is_saved_stands_in_the_file_and_what_was_there_is_a_dated_copy(desk: Desk) -> None:
    open_ = desk.scenarios().open(desk.own, NAME)
    assert not open_.changed
    open_.file.make(retitle("The hour"))
    assert open_.changed
    assert desk.file.read_bytes() == SMALL.encode(), "not before it is saved"
    open_.save()
    assert not open_.changed
    assert desk.file.read_text() == SMALL.replace("The concert", "The hour")
    assert [copy.read()[0] for copy in open_.copies()] == [SMALL.encode()]


def test_ten_copies_are_kept_and_bringing_one_back_can_be_undone(desk: Desk) -> None:
    open_ = desk.scenarios().open(desk.own, NAME)
    for number in range(12):
        open_.file.make(retitle(f"Title {number}"))
        open_.save()
    copies = open_.copies()
    assert len(copies) == 10
    assert b"Title 10" in copies[0].read()[0]
    open_.restore(copies[-1])
    assert open_.file.written.node(("title",)) == "Title 1"
    open_.file.undo()
    assert open_.file.written.node(("title",)) == "Title 11"
    assert not open_.changed


def test_a_shipped_scenario_is_opened_as_a_copy_and_never_written(desk: Desk) -> None:
    name = "concert-silence.yaml"
    shipped = (SCENARIOS / name).read_bytes()
    open_ = desk.scenarios().open(SCENARIOS, name)
    assert open_.path == "own-concert-silence.yaml"
    assert open_.never_saved
    assert open_.changed
    assert not (desk.own / open_.path).exists(), "nothing is on the disk before somebody saves"
    open_.save()
    renamed = shipped.replace(b"id: concert-silence", b"id: own-concert-silence", 1)
    assert (desk.own / open_.path).read_bytes() == renamed.replace(
        b"title: The concert", b"title: The concert (own copy)", 1
    )
    second = desk.scenarios().open(SCENARIOS, name)
    assert second.file.written.node(("title",)) == "The concert (own copy 2)", "no two stand beside each other alike"
    assert (SCENARIOS / name).read_bytes() == shipped
    assert open_.file.reading.scenario is not None, "the patient that comes with the program is found"


def test_a_copy_that_nobody_has_touched_is_not_kept(desk: Desk) -> None:
    scenarios = desk.scenarios()
    scenarios.open(SCENARIOS, "push-me.yaml")
    scenarios.close()
    assert scenarios.unsaved() == ()
    assert scenarios.open(SCENARIOS, "push-me.yaml").path == "own-push-me.yaml"


def test_a_file_with_errors_opens(desk: Desk) -> None:
    desk.file.write_bytes(b"title: \xff broken\n  : [")
    open_ = desk.scenarios().open(desk.own, NAME)
    assert open_.file.reading.diagnostics
    assert open_.file.source.to_bytes() == desk.file.read_bytes()


def test_what_another_program_has_written_is_not_written_over(desk: Desk) -> None:
    open_ = desk.scenarios().open(desk.own, NAME)
    open_.file.make(retitle("Mine"))
    theirs = SMALL.replace("The concert", "Theirs").encode()
    desk.file.write_bytes(theirs)
    with pytest.raises(ChangedOutside):
        open_.save()
    assert open_.theirs() == desk.file.read_bytes() == theirs
    open_.take_theirs()
    assert open_.file.written.node(("title",)) == "Theirs"
    assert not open_.changed
    open_.file.undo()
    assert open_.file.written.node(("title",)) == "Mine"
    open_.save()
    assert b"Mine" in desk.file.read_bytes()


def test_mine_is_kept_where_that_is_chosen_and_theirs_is_a_copy(desk: Desk) -> None:
    open_ = desk.scenarios().open(desk.own, NAME)
    desk.file.write_bytes(b"title: theirs\n" * 20)
    open_.keep_mine()
    open_.save()
    assert desk.file.read_bytes() == SMALL.encode()
    assert open_.copies()[0].read()[0].startswith(b"title: theirs")


def test_little_or_nothing_is_not_written_over_a_full_file_unasked(tmp_path: Path) -> None:
    desk = Desk(tmp_path, SMALL + "# more\n" * 200)
    open_ = desk.scenarios().open(desk.own, NAME)
    length = len(open_.file.source.text)
    for end in (length, length - 200):
        open_.file.replace(TYPED(), Edit(0, end, ""))
        with pytest.raises(LooksCut):
            open_.save()
        assert len(desk.file.read_bytes()) == length
        open_.file.undo()
    open_.file.replace(TYPED(), Edit(0, length, ""))
    open_.save(even_if_cut=True)
    assert desk.file.read_bytes() == b""
    assert len(open_.copies()[0].read()[0]) == length


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write"), (errno.EIO, "was not saved")]
)
def test_what_the_disk_refuses_is_said_and_loses_nothing(desk: Desk, number: int, said: str) -> None:
    open_ = desk.scenarios(RefusingSystem(put_in_place=number)).open(desk.own, NAME)
    open_.file.make(retitle("Mine"))

    with pytest.raises(ServiceError, match=said):
        open_.save()
    assert open_.changed
    assert desk.file.read_bytes() == SMALL.encode()


def test_what_was_not_saved_is_offered_after_a_crash_and_taking_it_up_can_be_undone(desk: Desk) -> None:
    open_ = desk.scenarios().open(desk.own, NAME)
    open_.file.make(retitle("Not saved"))
    open_.keep_unsaved()
    # The program ends here without a word.
    again = desk.scenarios()
    taken = again.open(desk.own, NAME)
    assert taken.file.written.node(("title",)) == "The concert", "never by itself"
    work = taken.offered
    assert work is not None
    assert desk.scenarios().unsaved() == (work,)
    taken.become_unsaved(work)
    assert taken.file.written.node(("title",)) == "Not saved"
    assert taken.changed
    taken.file.undo()
    assert taken.file.source.to_bytes() == SMALL.encode()
    taken.file.redo()
    taken.save()
    again.close()
    assert again.unsaved() == ()


def test_what_nobody_decided_about_becomes_a_copy_before_another_work_takes_its_place(desk: Desk) -> None:
    open_ = desk.scenarios().open(desk.own, NAME)
    open_.file.make(retitle("Not saved"))
    open_.keep_unsaved()
    again = desk.scenarios().open(desk.own, NAME)
    again.file.make(retitle("Other work"))
    again.keep_unsaved()
    assert b"Not saved" in again.copies()[0].read()[0]


def test_what_was_never_saved_is_taken_up_from_what_was_kept(desk: Desk) -> None:
    scenarios = desk.scenarios()
    scenarios.open(SCENARIOS, "push-me.yaml").file.make(retitle("Mine"))
    scenarios.close()
    again = desk.scenarios()
    (work,) = again.unsaved()
    taken = again.take_up(work)
    assert taken.never_saved
    assert taken.file.written.node(("title",)) == "Mine"
    taken.save()
    assert b"title: Mine" in (desk.own / "own-push-me.yaml").read_bytes()


def test_unsaved_work_of_what_is_back_to_as_it_was_is_not_kept(desk: Desk) -> None:
    scenarios = desk.scenarios()
    open_ = scenarios.open(desk.own, NAME)
    open_.file.make(retitle("Not saved"))
    open_.keep_unsaved()
    open_.file.undo()
    open_.keep_unsaved()
    scenarios.close()
    assert desk.scenarios().unsaved() == ()


class PowerCut(BaseException):
    """The program ends here."""


class CutBehindTheFile(OperatingSystem):
    """Ends the program right after the scenario's file was put in place."""

    def put_in_place(self, written: Path, path: Path) -> None:
        super().put_in_place(written, path)
        if path.name == NAME:
            raise PowerCut


def test_what_was_saved_right_before_a_crash_is_not_offered_as_unsaved(desk: Desk) -> None:
    open_ = desk.scenarios(CutBehindTheFile()).open(desk.own, NAME)
    open_.file.make(retitle("Kept"))
    open_.keep_unsaved()
    open_.file.make(retitle("Saved"))
    with pytest.raises(PowerCut):
        open_.save()
    again = desk.scenarios()
    assert again.unsaved() == ()
    opened = again.open(desk.own, NAME)
    assert opened.file.written.node(("title",)) == "Saved"
    assert opened.offered is None, "what was kept before it was saved would take back what was written since"
