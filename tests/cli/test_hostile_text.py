"""Every command, given files and names that try to drive the terminal: only letters that can be seen come out."""

from __future__ import annotations

import io
import json
import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

import pytest

from simulator.analysis.policies import POLICIES
from simulator.cli.commands import COMMANDS, main
from simulator.cli.played_json import as_document
from simulator.cli.played_text import as_text
from simulator.cli.printable import write_json, write_text
from simulator.cli.sampling import Bot, Tally
from simulator.cli.simulated_json import conversations_as_document
from simulator.cli.simulated_text import conversations_as_text, figures_as_text
from simulator.session.engine import start
from simulator.session.events import Timing
from simulator.session.script import Script
from simulator.session.store import Person
from simulator.session.vocabulary import Mode
from tests.cli.hostile_files import (
    ATTACK,
    FIELDS,
    HOSTILE_NAME,
    fields_let_through,
    lay_out,
    reading_of,
    with_attacks_in_values,
)
from tests.services.kept import KIM, NOON_MS, ROBIN, change_rows, opened, session_id, talk
from tests.services.kept import scenario as shipped

_FEW: Final = ("--budget-states", "5000")

PLAYED: Final = (
    ("check",),
    ("check", "--strict"),
    ("analyse", "--responses"),
    ("analyse", "--markdown"),
    ("analyse", *_FEW),
    ("play", "--responses", "w:own-it,silence,silence,silence"),
    ("play", "--responses", "notice", *_FEW),
    ("play", "--no-value"),
    ("play", "--responses", ATTACK),
    ("play", "--responses", f"{ATTACK}:own-it"),
    ("simulate", "--runs", "5"),
    ("simulate", "--transcripts", "4"),
    ("simulate", "--policy", "expert", "--transcripts", "1"),
    ("plan",),
    ("convert", "--check"),
)
"""Commands that read a scenario, and their options."""

AS_JSON: Final = (
    ("check",),
    ("analyse",),
    ("play", "--responses", "own-it,silence"),
    ("simulate", "--runs", "5"),
    ("simulate", "--transcripts", "3"),
)

WRONG: Final = (
    (ATTACK,),
    *((name, f"--{ATTACK}") for name in COMMANDS),
    *((name, ATTACK) for name in COMMANDS),
    ("check", HOSTILE_NAME),
    ("play", HOSTILE_NAME),
    ("analyse", HOSTILE_NAME),
    ("simulate", HOSTILE_NAME),
    ("simulate", "x.yaml", "--runs", ATTACK),
    ("simulate", "x.yaml", "--policy", ATTACK),
    ("analyse", "x.yaml", "--budget-states", ATTACK),
    ("check", "x.yaml", "--budget-seconds", ATTACK),
)
"""Wrong words that name what was typed."""


class Said:
    """What a command wrote, and how it ended."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        self.code = main(words)
        self.out, self.err = capsys.readouterr()

    @property
    def unseen(self) -> set[str]:
        """Letters that cannot be seen, beside the ends of lines."""
        return {letter for letter in self.out + self.err if letter != "\n" and not letter.isprintable()}


@pytest.fixture(scope="module")
def let_through(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """The fields in which the reader lets the attack through."""
    return fields_let_through(tmp_path_factory.mktemp("fields"))


@pytest.fixture(params=["what is let through", "everything"])
def scenario(request: pytest.FixtureRequest, let_through: tuple[str, ...], tmp_path: Path) -> Path:
    """A hostile scenario in a folder with a hostile name: one that can be played, and one that is refused."""
    playable = request.param == "what is let through"
    path = lay_out(tmp_path / HOSTILE_NAME, let_through if playable else FIELDS)
    assert (reading_of(path) is not None) is playable
    return path


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who types, some of it hostile."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{ATTACK}\n9\nw\n1\ns\n2\nq\n"))


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize("words", PLAYED, ids=" ".join)
def test_no_scenario_drives_the_terminal(
    capsys: pytest.CaptureFixture[str], scenario: Path, words: tuple[str, ...]
) -> None:
    said = Said(capsys, words[0], str(scenario), *words[1:])
    assert said.unseen == set()
    assert said.code in (0, 1)
    assert said.out + said.err


@pytest.mark.parametrize("words", WRONG, ids=lambda words: ascii(" ".join(words)))
def test_no_word_of_the_command_line_drives_the_terminal(
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = Said(capsys, *words)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.unseen == set()


def test_a_hostile_file_name_is_told_in_each_line_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = lay_out(tmp_path / "folder", FIELDS)
    named = path.rename(path.with_name(f"{HOSTILE_NAME}.yaml"))
    said = Said(capsys, "check", str(named))
    *lines, summary = said.out.splitlines()
    assert said.unseen == set()
    assert lines
    assert all(line.startswith(str(tmp_path)) for line in lines)
    assert "error" in summary
    document = json.loads(Said(capsys, "check", "--json", str(named)).out)
    assert os.fsencode(document["files"][0]["path"]) == os.fsencode(named)


@pytest.mark.parametrize("words", AS_JSON, ids=" ".join)
def test_json_has_the_exact_text_in_codes(
    capsys: pytest.CaptureFixture[str], let_through: tuple[str, ...], tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = lay_out(tmp_path / HOSTILE_NAME, let_through)
    told = reading_of(path)
    assert told is not None
    said = Said(capsys, words[0], str(path), *words[1:], "--json")
    assert said.unseen == set()
    document = json.loads(said.out)
    if "transcripts" in document:
        assert (document["title"], document["patient"]) == (told.title, told.patient.name)
        assert document["opening"][0]["say"] == told.opening[0].say
        for transcript in document["transcripts"]:
            assert transcript["exchanges"][0]["patient"] == told.moments["silence"].first.patient
            assert transcript["exchanges"][0]["shows"] == list(told.moments["silence"].first.shows)


def test_text_that_no_reader_would_give_out_cannot_drive_the_terminal_either(tmp_path: Path) -> None:
    told = reading_of(lay_out(tmp_path, ()))
    assert told is not None
    bot = Bot(Script(with_attacks_in_values(told)), POLICIES["random"])
    transcripts, tally, written = [bot.converse(seed) for seed in range(3)], Tally(), io.StringIO()
    tally.add(bot.play(Random(1)))
    for text in (
        conversations_as_text(bot, transcripts, 3),
        figures_as_text(bot, tally),
        *(as_text(transcript, None) for transcript in transcripts),
    ):
        write_text(text, written)
    for document in (
        conversations_as_document(bot, transcripts, 3, 0),
        *(as_document(transcript, None) for transcript in transcripts),
    ):
        write_json(document, written)
    assert ATTACK not in written.getvalue()
    assert "\\x1b]0;owned\\x07" in written.getvalue()
    assert written.getvalue().replace("\n", "").isprintable()


# What is kept.


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a hostile name, a hostile person, and a conversation with a hostile title."""
    home = tmp_path / "home \u202e"
    with closing(opened(home, ROBIN, KIM)) as store:
        hostile = Script(replace(shipped(), title=f"You nod{ATTACK}"))
        begun = start(hostile, Mode.PRACTISE, 1, session=session_id(1), trainee=ROBIN.id)
        store.create(begun, Timing(NOON_MS), hostile.scenario.path, hostile.scenario.sources)
        talk(store, KIM, 2)
        store.add_person(Person(ROBIN.id, f"Robin{ATTACK}"))
    monkeypatch.setenv("ATTUNE_HOME", str(home))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return home


DATA: Final = (
    ("backup",),
    ("restore",),
    ("restore", ATTACK),
    ("verify",),
    ("verify", "--json"),
    ("export", "--person", ATTACK, "-o", "x.zip"),
    ("export", "--person", ROBIN.id, "-o", HOSTILE_NAME),
    ("export", "--person", ROBIN.id, "-o", f"{HOSTILE_NAME}/x"),
    ("erase", "--person", ROBIN.id),
    ("erase", "--session", ATTACK, "--yes"),
    ("erase", "--session", session_id(1), "--yes"),
    ("erase", "--person", ROBIN.id, "--yes", "--also-backups"),
)


@pytest.mark.parametrize("words", DATA, ids=lambda words: ascii(" ".join(words)))
def test_nothing_that_is_kept_drives_the_terminal(
    capsys: pytest.CaptureFixture[str],
    kept: Path,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kept.exists()
    assert Said(capsys, "data", "backup").unseen == set()
    said = Said(capsys, "data", *words)
    assert said.unseen == set()
    assert said.out + said.err


def test_what_is_damaged_is_named_and_cannot_drive_the_terminal(capsys: pytest.CaptureFixture[str], kept: Path) -> None:
    change_rows(kept, "UPDATE events SET link = zeroblob(32) WHERE step = 4096")
    said = Said(capsys, "data", "verify")
    assert said.unseen == set()
    assert "You nod\\x1b]0;owned" in said.out
    (fault,) = json.loads(Said(capsys, "data", "verify", "--json").out)["faults"]
    assert fault["title"] == f"You nod{ATTACK}"
    export = Said(capsys, "data", "export", "--person", ROBIN.id, "-o", str(kept / "x.zip"))
    assert export.unseen == set()
    assert "You nod\\x1b]0;owned" in export.err


def test_what_tables_leave_out_can_be_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"hostile{HOSTILE_NAME}.attune-session"
    path.write_bytes(b"attune/log/1\n")
    said = Said(capsys, "export", str(path), "--to", "csv", "-o", str(tmp_path / f"x{HOSTILE_NAME}"))
    assert said.unseen == set()
    assert "does not come from Attune" in said.err or "Left out" in said.err


def test_the_schema_can_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert Said(capsys, "schema").unseen == set()


@pytest.mark.parametrize("words", [("about", "--notices"), ("language", "check", "none\x1b[2J.po")])
def test_what_is_told_of_the_program_can_be_seen(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert Said(capsys, *words).unseen == set()


def test_what_is_given_and_taken_can_be_seen(
    capsys: pytest.CaptureFixture[str], scenario: Path, tmp_path: Path
) -> None:
    package, page = tmp_path / "x.zip", tmp_path / "x.html"
    package.write_bytes(b"PK" + ATTACK.encode())
    said = [
        Said(capsys, "export", str(scenario), "--to", "script", "-o", str(page)),
        Said(capsys, "import", str(package), "-o", str(tmp_path / "refused")),
        Said(capsys, "export", str(scenario), "--to", "package", "-o", str(package), "--by", ATTACK),
        Said(capsys, "import", str(package), "-o", str(tmp_path / "new")),
    ]
    assert all(one.unseen == set() for one in said)
    assert "\x1b" not in (page.read_text("utf-8") if page.exists() else "")


def test_every_command_was_tried() -> None:
    tried = {words[0] for words in (*PLAYED, *AS_JSON)} | {"data", "schema", "about", "language", "export", "import"}
    assert tried == set(COMMANDS) - {"demo"}, "the sample group holds nothing of anybody"
