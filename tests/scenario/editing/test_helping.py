"""What helps while a text is written: what could stand here, what is named, what hangs on what, and undoing."""

from __future__ import annotations

import pytest

from simulator.messages.sentences.editing import DELETED_TEXT, TYPED
from simulator.scenario.editing.completion import offers_at
from simulator.scenario.editing.folds import folds
from simulator.scenario.editing.history import History, Patch, State
from simulator.scenario.editing.places_in_text import path_at, thing_at, use_at
from simulator.scenario.files import PinnedFiles
from simulator.scenario.key_tables import SCENARIO
from simulator.scenario.nodes import Path
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.source_text import Edit, SourceText
from simulator.services.edited_file import EditedFile
from tests.scenario.texts import SHIPPED_TEXTS, SMALL

FILES = PinnedFiles(SHIPPED_TEXTS)


def offered(old: str, new: str) -> list[str]:
    """What is offered behind ``new`` where that stands in the place of ``old``."""
    at = SMALL.index(old)
    text = SMALL[:at] + new + SMALL[at + len(old) :]
    uses = OpenDocument(FILES, "small.yaml", SourceText.of_text(SMALL)).reading.uses
    return [one.word for one in offers_at(SCENARIO, text, at + len(new), uses).found]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("move: notice_shift", "move: notic", ["notice_shift"]),
        ("move: notice_shift", "mov", ["move"]),
        ("then: changes-subject}", "then: ch", ["changes-subject"]),
        ("{kind: disengaged", "{kind: dis", ["disengaged"]),
        ("when: alliance >= 45", "when: seen sil", ["silence"]),
        ("sets: told", "sets: to", ["told"]),
        ("\ncause: tone", "\ncau", ["cause"]),
        ("title: The concert", "# mov", []),
    ],
)
def test_what_could_be_written_is_offered_by_what_the_language_has_there(old: str, new: str, words: list[str]) -> None:
    assert offered(old, new) == words


def test_keys_that_are_there_are_not_offered_again() -> None:
    offers = offered("quality: 3", "")
    assert "quality" in offers
    assert "say" not in offers


@pytest.mark.parametrize(
    ("words", "path", "thing"),
    [
        ("There it is", ("moments", "silence", "thinks"), ("moments", "silence")),
        (
            "3\n",
            ("moments", "silence", "responses", "own-it", "quality"),
            ("moments", "silence", "responses", "own-it"),
        ),
        ("The concert", ("title",), ()),
    ],
)
def test_an_offset_is_known_by_its_path_and_by_the_thing_it_is_in(words: str, path: Path, thing: Path) -> None:
    written = OpenDocument(FILES, "small.yaml", SourceText.of_text(SMALL)).written
    assert path_at(written, SMALL.index(words)) == path
    assert thing_at(written, SMALL.index(words)) == thing


def test_a_name_is_found_where_the_cursor_stands() -> None:
    document = OpenDocument(FILES, "small.yaml", SourceText.of_text(SMALL))
    use = use_at(document.written, document.reading.uses, SMALL.index("changes-subject}") + 4)
    assert use is not None
    assert (use.name, use.makes) == ("changes-subject", False)
    assert use_at(document.written, document.reading.uses, SMALL.index("The concert")) is None


def test_what_is_indented_further_is_folded_with_its_line() -> None:
    assert folds(["a:", "  b:", "    c: 1", "", "# of d", "  d: 2", "e: 3"]) == {0: 5, 1: 2}


def typed(file: EditedFile, at: int, letters: str) -> None:
    for number, letter in enumerate(letters):
        file.type(Edit(at + number, at + number, letter))


def test_what_is_typed_within_a_second_is_one_step_and_elsewhere_another() -> None:
    now = [0]
    file = EditedFile(FILES, "small.yaml", SourceText.of_text(SMALL), steady_ms=lambda: now[0])
    typed(file, 0, "# one")
    now[0] += 500
    typed(file, 5, " two\n")
    now[0] += 2_000
    typed(file, 0, "#")
    assert file.source.text == "## one two\n" + SMALL
    file.undo()
    assert file.source.text == "# one two\n" + SMALL
    file.undo()
    assert file.source.text == SMALL
    assert file.undo_name is None
    file.redo()
    file.redo()
    assert file.source.text == "## one two\n" + SMALL


def test_a_text_with_line_ends_of_windows_comes_back_byte_for_byte() -> None:
    data = ("\ufeff" + SMALL).replace("\n", "\r\n").replace("Safer", "S\u00e4fer \U0001f600", 1).encode() + b"\xff\r"
    file = EditedFile(FILES, "small.yaml", SourceText.of_bytes(data), steady_ms=lambda: 0)
    end = len(file.source.text)
    file.type(Edit(end - 40, end, ""))
    file.type(Edit(0, 12, "x"))
    file.replace(TYPED(), Edit(3, 9, "\n\n"))
    for _ in range(3):
        file.undo()
    assert file.source.to_bytes() == data


def test_deleting_backwards_grows_one_step() -> None:
    history, text = History(), b"abcdef"
    for at in (5, 4, 3):
        history.note_typing(DELETED_TEXT(), Patch(at, text[at : at + 1], b""), 0)
    assert [step.text for step in history.done] == [Patch(3, b"def", b"")]
    assert history.undo(State(SourceText.of_text("abc"))).source.text == "abcdef"
