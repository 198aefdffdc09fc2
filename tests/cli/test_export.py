"""Conversations as tables from the command line: handed-in files, what was taken in, a person's own."""

from __future__ import annotations

import csv
from contextlib import closing
from pathlib import Path

import pytest

from simulator.cli.commands import main
from simulator.services.reviewing import Review
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.home import open_store
from tests.handin.kept import KIMS_KEY, file
from tests.services.desks import KIM
from tests.services.test_reviewing import put


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("ATTUNE_HOME", str(folder))
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_files_in_a_folder_are_written_and_what_is_refused_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = put(tmp_path / "in", kim=file(), again=file(), cut=file()[:-9])
    target = tmp_path / "out.csv"
    assert main(["export", str(folder), "--to", "csv", "-o", str(target)]) == 1
    told = capsys.readouterr()
    assert "1 conversation written" in told.out
    assert "Left out, cut.attune-session:" in told.err
    assert [row["person"] for row in rows(target)] == ["Kim"]
    assert main(["export", str(folder), "--to", "csv", "-o", str(target)]) == 1
    assert "Move it away, or name another file" in capsys.readouterr().err


def test_what_was_taken_in_is_written_under_the_names_of_the_desk(tmp_path: Path, home: Path) -> None:
    review = Review(home, PersonId("me"), lambda: 1_790_000_000_000, str)
    review.take_in(review.look_at([put(tmp_path / "in", kim=file())]), {KIMS_KEY.public: "K. the second"})
    assert main(["export", "--to", "csv-turns", "-o", str(tmp_path / "turns.csv")]) == 0
    assert {row["person"] for row in rows(tmp_path / "turns.csv")} == {"K. the second"}


def test_who_has_nothing_and_what_is_no_file_are_told(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    with closing(open_store(home)) as store:
        store.add_person(Person(KIM.id, "Kim"))
    wrong = tmp_path / "out.xlsx"
    for words, code, told in (
        (["--person", "Kim"], 1, "There is no conversation to export."),
        (["--person", "Nobody"], 1, "Nobody"),
        ([], 1, "There is no conversation to export."),
        ([str(tmp_path / "gone")], 2, "There is no file or folder"),
        ([str(tmp_path), "--person", "Kim"], 2, "Name either handed-in files or"),
    ):
        assert main(["export", *words, "--to", "xlsx", "-o", str(wrong)]) == code
        assert told in capsys.readouterr().err
    assert not wrong.exists()
