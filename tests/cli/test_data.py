"""``data``: export, delete, back up, go back, verify; sentences for what cannot be done, and questions before what cannot be undone."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from simulator.cli.commands import main
from simulator.messages.sentences import personal_data as say
from simulator.services.review_keeping import not_in_backups
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Person
from simulator.storage.backups import Reason, backup_folder, backups_of
from simulator.storage.handed_in_files import HandedInFiles
from simulator.storage.home import STORE_FILE, open_store
from tests.cli.terminal import ROOT, at_a_terminal
from tests.services.kept import (
    KIM,
    OWN_TITLE,
    ROBIN,
    change_rows,
    first_edition,
    found_in,
    note,
    opened,
    session_id,
    talk,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which Robin has talked twice, once with a scenario of their own, and Kim once."""
    home = tmp_path / "home"
    with closing(opened(home, ROBIN, KIM)) as store:
        talk(store, ROBIN, 1)
        talk(store, ROBIN, 2, title=OWN_TITLE)
        talk(store, KIM, 3)
        note(store, ROBIN, session_id(2), "What nobody else may read")
    monkeypatch.setenv("ATTUNE_HOME", str(home))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return home


class Said:
    """What a command answered: its exit code, and what it wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: str) -> None:
        self.code = main(["data", *words])
        self.out, self.err = capsys.readouterr()


def backup_names(folder: Path) -> list[str]:
    return [backup.name for backup in backups_of(folder / STORE_FILE)]


def conversations(folder: Path, person: Person) -> int:
    with closing(open_store(folder)) as store:
        return sum(sum(found.values()) for found in store.totals(person.id).by_scenario.values())


# Export.


def test_an_export_holds_what_the_person_has(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "mine.zip"
    said = Said(capsys, "export", "--person", ROBIN.name, "-o", str(target))
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{say.EXPORTED(count=2, name=ROBIN.name, path=str(target))}\n"
    assert target.stat().st_mode & 0o777 == 0o600
    with ZipFile(target) as archive:
        told = json.loads(archive.read("data.json"))
        assert [session["id"] for session in told["sessions"]] == [session_id(1), session_id(2)]
        assert b"What nobody else may read" in archive.read("conversations/0002.html")


def test_what_is_damaged_is_told_and_the_rest_is_exported(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_rows(folder, "UPDATE events SET link = zeroblob(32) WHERE step = 4096 + 3")
    said = Said(capsys, "export", "--person", ROBIN.id, "-o", str(tmp_path / "mine.zip"))
    assert said.code == 0
    assert (
        said.err
        == "1 conversation in it is not as it was stored: You nod. What could still be read of it is in the export.\n"
    )


def test_what_is_there_already_is_not_overwritten(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "thesis.odt"
    target.write_text("years of work")
    said = Said(capsys, "export", "--person", ROBIN.name, "-o", str(target))
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "There is something at" in said.err
    assert target.read_text() == "years of work"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--person", "Ina"), "Nobody called “Ina” has practised here. Known here: Kim and Robin"),
        (("--person", "\x1b[31mIna"), "Nobody called “\\x1b[31mIna” has practised here."),
        (("--person", "Kim"), "cannot be written to"),
    ],
)
def test_an_export_that_cannot_be_made_is_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    said = Said(capsys, "export", *words, "-o", str(tmp_path / "nowhere" / "x.zip"))
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert sentence in said.err


def test_two_people_of_one_name_are_told_apart_by_their_ids(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_store(folder)) as store:
        store.add_person(Person(PersonId("other"), "Kim"))
    refused = Said(capsys, "export", "--person", "Kim", "-o", str(tmp_path / "kim.zip"))
    assert refused.code == 1
    assert "Several people here are called “Kim”" in refused.err
    assert KIM.id in refused.err
    assert Said(capsys, "export", "--person", KIM.id, "-o", str(tmp_path / "kim.zip")).code == 0


# Deleting.


def test_a_person_is_deleted_without_a_trace_when_that_is_agreed_to(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = Said(capsys, "erase", "--person", ROBIN.name, "--yes")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{say.ERASED_PERSON(name=ROBIN.name)}\n"
    for trace in (ROBIN.name, ROBIN.id, OWN_TITLE, "What nobody else may read"):
        assert found_in(folder, trace) == []
    assert conversations(folder, KIM) == 1


def test_backups_that_still_hold_a_person_are_named_and_deleted_only_when_meant(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Said(capsys, "backup")
    (name,) = backup_names(folder)
    said = Said(capsys, "erase", "--person", ROBIN.name, "--yes")
    assert f"1 backup made before still holds it: {name}." in said.out
    assert "--also-backups" in said.out
    Said(capsys, "restore", name, "--yes")
    said = Said(capsys, "erase", "--person", ROBIN.name, "--yes", "--also-backups")
    assert said.code == 0
    assert "backup that held it was deleted" in said.out
    assert found_in(folder, ROBIN.id) == []


def test_one_conversation_is_deleted_also_a_damaged_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_rows(folder, "UPDATE events SET body = x'00' WHERE step = 4096")
    for number in (1, 2):
        assert Said(capsys, "erase", "--session", session_id(number), "--yes").code == 0
    assert (conversations(folder, ROBIN), conversations(folder, KIM)) == (0, 1)
    said = Said(capsys, "erase", "--session", session_id(1), "--yes")
    assert (said.code, said.err.count("\n")) == (1, 1)


def test_where_nobody_can_be_asked_nothing_is_deleted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "erase", "--person", ROBIN.name)
    assert (said.code, said.out) == (2, "")
    assert "add --yes" in said.err
    assert conversations(folder, ROBIN) == 2


def asked_at_a_terminal(answer: bytes, *words: str) -> tuple[int, str]:
    """The exit code of a command at a terminal where one answer is typed, and all that the terminal shows."""
    ours, theirs = os.openpty()
    strict = {**os.environ, "PYTHONIOENCODING": "utf-8:strict"}
    with subprocess.Popen(
        [sys.executable, "main.py", "data", *words], cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, env=strict
    ) as command:
        os.close(theirs)
        shown = _shown(ours, until="Go ahead?")
        os.write(ours, answer)
        shown += _shown(ours)
    os.close(ours)
    return command.returncode, shown


def _shown(terminal: int, until: str | None = None) -> str:
    shown = b""
    while until is None or until.encode() not in shown:
        try:
            read = os.read(terminal, 4096)
        except OSError:
            # The other side of a pseudo-terminal is closed.
            break
        if not read:
            break
        shown += read
    return shown.decode(errors="replace")


@at_a_terminal
def test_at_a_terminal_it_is_asked_and_only_yes_is_yes(folder: Path) -> None:
    code, shown = asked_at_a_terminal(b"no\n", "erase", "--person", ROBIN.name)
    assert code == 1
    assert f"This deletes “{ROBIN.name}” ({ROBIN.id}) and 2 conversations for good" in shown
    assert "Nothing was changed." in shown
    assert conversations(folder, ROBIN) == 2
    code, shown = asked_at_a_terminal(b"\x04", "erase", "--session", session_id(1))
    assert code == 1
    assert "This deletes the conversation “You nod” of" in shown
    code, shown = asked_at_a_terminal(b"\xff\n", "erase", "--session", session_id(1))
    assert code == 1
    assert "Nothing was changed." in shown
    code, shown = asked_at_a_terminal(b"Yes\n", "erase", "--person", ROBIN.name)
    assert code == 0
    assert found_in(folder, ROBIN.id) == []


# Backups.


def test_a_backup_is_made_and_listed_with_the_newest_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "backup")
    (name,) = backup_names(folder)
    assert said.code == 0
    assert str(backup_folder(folder / STORE_FILE) / name) in said.out
    assert "with 3 conversations" in said.out
    with closing(open_store(folder)) as store:
        talk(store, KIM, 4)
        for _ in store.back_up(Reason.SESSION, 4_000_000_000_000):
            pass
    listed = Said(capsys, "restore").out.splitlines()
    assert "4 conversations (made after a conversation)" in listed[0]
    assert listed[1].startswith(name)
    assert "3 conversations (made when asked for)" in listed[1]
    assert f"data restore {backup_names(folder)[0]}" in listed[2]


def test_without_backups_that_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "restore")
    assert (said.code, said.out) == (0, f"There is no backup in “{folder}”.\n")


def test_going_back_can_be_undone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert str(not_in_backups()) not in Said(capsys, "backup").out
    (name,) = backup_names(folder)
    Said(capsys, "erase", "--session", session_id(1), "--yes")
    handed_in = HandedInFiles(folder)
    handed_in.keep(SessionId(session_id(7)), b"as it came")
    said = Said(capsys, "restore", name, "--yes")
    assert said.code == 0
    assert conversations(folder, ROBIN) == 2
    before = next(backup for backup in backup_names(folder) if backup.endswith("-restore.sqlite3"))
    assert before in said.out
    Said(capsys, "restore", before, "--yes")
    assert conversations(folder, ROBIN) == 1
    assert [content for _, content in handed_in.contents()] == [b"as it came"], "going back leaves it"
    assert str(not_in_backups()) in Said(capsys, "backup").out


@pytest.mark.parametrize("name", ["sessions-20200101T000000000-asked.sqlite3", "../sessions.sqlite3", "x"])
def test_a_backup_that_is_not_there_or_cannot_be_read_is_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    said = Said(capsys, "restore", name, "--yes")
    assert (said.code, said.err) == (1, f"There is no backup “{name}”.\n")
    backup_folder(folder / STORE_FILE).mkdir(exist_ok=True)
    (backup_folder(folder / STORE_FILE) / "sessions-20260101T000000000-asked.sqlite3").write_bytes(b"nothing")
    said = Said(capsys, "restore", "sessions-20260101T000000000-asked.sqlite3", "--yes")
    assert said.code == 1
    assert "cannot be read. Choose another one." in said.err
    assert conversations(folder, ROBIN) == 2


def test_going_back_is_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Said(capsys, "backup")
    (name,) = backup_names(folder)
    assert Said(capsys, "restore", name).code == 2
    assert backup_names(folder) == [name]


# Verification.


def verified(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """What ``data verify --json`` tells."""
    found: dict[str, Any] = json.loads(Said(capsys, "verify", "--json", *words).out)
    assert found["format"] == "attune/verify/1"
    return found


def test_a_sound_store_is_told_in_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys, "verify")
    assert (said.code, said.err) == (0, "")
    assert said.out == "3 conversations looked at: everything is as it was stored.\n"
    assert verified(capsys)["sound"] is True


def test_what_is_damaged_is_told_with_what_can_be_read_and_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_rows(folder, "UPDATE events SET link = zeroblob(32) WHERE step = 4096 + 3")
    said = Said(capsys, "verify")
    assert said.code == 1
    assert said.out.splitlines() == [
        "1 thing is not as it was stored:",
        f"“You nod” ({session_id(1)}): Step 3 of this conversation is not as it was stored.",
        "Its first 2 steps can still be read.",
        "An earlier backup may hold it whole. What can still be read of it is in an export of your data.",
    ]
    (fault,) = verified(capsys)["faults"]
    assert (fault["session"], fault["id"], fault["readable-steps"]) == (session_id(1), "storage/step-changed", 2)


def test_losses_are_accepted_once_they_were_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_rows(folder, "DELETE FROM sessions WHERE number = 1", "DELETE FROM events WHERE step < 2 * 4096")
    said = Said(capsys, "verify")
    assert said.code == 1
    assert "1 conversation is missing from the store." in said.out
    said = Said(capsys, "verify", "--accept")
    assert said.code == 0
    assert "1 conversation is missing from the store." in said.out
    assert "The store is taken as it is from now on." in said.out
    assert Said(capsys, "verify").code == 0


def test_what_stays_damaged_is_told_also_after_losses_were_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_rows(folder, "UPDATE events SET link = zeroblob(32) WHERE step = 4096 + 3")
    said = Said(capsys, "verify", "--accept")
    assert said.code == 1
    assert "1 thing stays damaged" in said.out
    assert verified(capsys, "--accept")["left"] == 1


def test_a_file_that_is_no_store_is_told_as_damage_with_the_way_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / STORE_FILE).write_bytes(b"no store" * 1000)
    said = Said(capsys, "verify")
    assert said.code == 1
    assert "is not a store of conversations" in said.out
    assert "Going back to a backup" in said.out
    assert verified(capsys)["sound"] is False
    for words in (("backup",), ("erase", "--person", "Kim", "--yes")):
        said = Said(capsys, *words)
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)


# Around all of them.


def test_a_store_of_the_first_edition_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTUNE_HOME", str(first_edition(tmp_path / "home")))
    assert Said(capsys, "verify").out.startswith("24 conversations looked at")
    said = Said(capsys, "export", "--person", "Kim Ō’Neil", "-o", str(tmp_path / "kim.zip"))
    assert said.out.startswith("6 conversations of “Kim Ō’Neil” were written")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--person", "Kim", "-o", "never.zip"),
        ("erase", "--person", "Kim", "--yes"),
        ("backup",),
        ("verify",),
        ("verify", "--json"),
    ],
)
def test_while_the_window_is_open_that_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with closing(open_store(folder)):
        said = Said(capsys, *words)
    assert (said.code, said.out) == (1, "")
    assert (
        said.err
        == f"Attune is already open with the data folder “{folder}”. Go on in that window, or close it first.\n"
    )


def test_while_the_window_is_open_nobody_goes_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Said(capsys, "backup")
    (name,) = backup_names(folder)
    with closing(open_store(folder)):
        said = Said(capsys, "restore", name, "--yes")
    assert (said.code, said.out) == (1, "")
    assert "Attune is already open" in said.err
    assert backup_names(folder) == [name]


def test_a_data_folder_that_cannot_be_made_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ATTUNE_HOME", str(tmp_path / "file" / "home"))
    said = Said(capsys, "verify")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)


def test_without_an_action_the_actions_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    said = Said(capsys)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "ACTION" in said.err


def test_names_cannot_drive_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(open_store(folder)) as store:
        store.add_person(Person(ROBIN.id, "Ro\x1b]0;x\x07bin\n\u202e"))
    said = Said(capsys, "erase", "--person", ROBIN.id, "--yes")
    assert said.out.count("\n") == 1
    assert {"\x1b", "\x07", "\u202e"}.isdisjoint(said.out)
