"""Words are replaced in all files as they were shown; a file that would break, or that has changed, stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.messages.message import Message
from simulator.messages.sentences.editing import TYPED
from simulator.scenario.source_text import Edit
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.replacing import Hit, Replaced, Sought, find, replace
from tests.scenario.texts import SMALL
from tests.services.test_own_scenarios import NAME, Desk

OTHER = SMALL.replace("id: small", "id: other").replace("\n", "\r\n")
SISTER = Sought("my sister", "My brother")


class Three:
    """An open file, a closed one with other line ends, and one that cannot be read."""

    def __init__(self, home: Path) -> None:
        self.desk = Desk(home)
        self.closed = self.desk.own / "other.yaml"
        self.closed.write_bytes(OTHER.encode())
        (self.desk.own / "broken.yaml").write_bytes(b"\xff\xfe my cousin")
        self.own: OwnScenarios = self.desk.scenarios()
        self.opened: FileOnDisk = self.own.open(self.desk.own, NAME)

    def find(self, sought: Sought) -> list[Hit]:
        return find(sought, self.own, self.opened.file)

    def replace(self, hits: list[Hit], sought: Sought) -> Replaced:
        def in_open(name: Message, *edits: Edit) -> bool:
            self.opened.file.replace(name, *edits)
            return True

        return replace(hits, sought, self.own, self.opened.file, in_open)


@pytest.fixture
def three(tmp_path: Path) -> Three:
    return Three(tmp_path)


def test_every_place_is_shown_and_replaced_open_as_a_step_and_closed_with_a_copy(three: Three) -> None:
    hits = three.find(SISTER)
    assert [(hit.path, hit.before, hit.after) for hit in hits] == [
        (path, "patient: Anyway. My sister is moving.", "patient: Anyway. My brother is moving.")
        for path in (NAME, "other.yaml")
    ]
    assert SMALL.split("\n")[hits[0].line - 1].strip() == hits[0].before
    done = three.replace(hits, SISTER)
    assert (done.count, done.left) == (2, ())
    assert "My brother is moving" in three.opened.file.source.text
    assert three.desk.file.read_text() == SMALL, "the open file is not saved"
    three.opened.file.undo()
    assert three.opened.file.source.text == SMALL
    assert three.closed.read_bytes() == OTHER.replace("My sister", "My brother").encode()
    assert three.own.closed("other.yaml").copies()[0].read()[0] == OTHER.encode()


def test_what_is_unticked_stays(three: Three) -> None:
    hits = three.find(Sought("silence", "quiet"))
    assert len(hits) > 4
    chosen = [hit for hit in hits if hit.path == NAME][:1]
    three.replace(chosen, Sought("silence", "quiet"))
    assert three.closed.read_bytes() == OTHER.encode()
    assert three.opened.file.source.text.count("quiet") == SMALL.count("quiet") + 1


def test_a_closed_file_that_would_break_stays_as_it_was_and_says_why(three: Three) -> None:
    sought = Sought("reaction:", "reaction")
    done = three.replace([hit for hit in three.find(sought) if hit.path == "other.yaml"], sought)
    assert done.count == 0
    assert str(done.left[0]).startswith("“other.yaml” stays as it was: afterwards it could not be read any more")
    assert three.closed.read_bytes() == OTHER.encode()


def test_what_was_changed_or_not_saved_since_is_left_alone(three: Three) -> None:
    hits = three.find(SISTER)
    three.closed.write_bytes(OTHER.replace("moving", "leaving").encode())
    three.opened.file.replace(TYPED(), Edit(0, 0, "# mine\n"))
    done = three.replace(hits, SISTER)
    assert [str(one).partition(":")[2][:24] for one in done.left] == [" it was changed since th"] * 2
    again = three.find(SISTER)
    elsewhere = three.own.closed("other.yaml")
    elsewhere.file.replace(TYPED(), Edit(0, 0, "# elsewhere\n"))
    elsewhere.keep_unsaved()
    done = three.replace(again, SISTER)
    assert "not saved yet" in str(done.left[0])
    assert done.count == 1


def test_whole_words_and_any_case(three: Three) -> None:
    assert {text[start:end] for text in (SMALL,) for start, end in Sought("SISTER", "").places(text)} == {"sister"}
    assert list(Sought("sist", "", whole_words=True).places(SMALL)) == []
    assert list(Sought("", "").places(SMALL)) == []
    assert list(Sought("(", "").places("a (b")) == [(2, 3)]
