"""“convert” brings the files of a folder to today's form: what changes is said, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.commands import main
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from tests.editions.frozen import FROZEN, scenarios
from tests.scenario.texts import SHIPPED, SMALL

INES = "patients/ines-carvalho.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a supervisor has it: a scenario and a patient of the first form, reactions, and notes."""
    home = tmp_path / "mine"
    for path, text in scenarios(FROZEN)["concert-silence"].sources.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(text.encode())
    (home / "notes.txt").write_text("format: scenario/1\n", "utf-8")
    return home


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_whole_folder_is_converted_and_every_file_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    was = read_scenario(FolderFiles(folder), "concert-silence.yaml").scenario
    assert main(["convert", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"{(folder / 'concert-silence.yaml').as_posix()}: brought to “scenario/2”.",
        f"{(folder / INES).as_posix()}: brought to “patient/2”.",
        f"{(folder / 'reactions/alliance_base.yaml').as_posix()}: nothing to change.",
    ]
    after = contents(folder)
    assert {name for name in after if after[name] != before[name]} == {"concert-silence.yaml", INES}
    now = read_scenario(FolderFiles(folder), "concert-silence.yaml").scenario
    assert was is not None
    assert now is not None
    assert (now.patient, now.moments) == (was.patient, was.moments)


def test_what_was_converted_is_not_converted_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["convert", str(folder)])
    once = contents(folder)
    capsys.readouterr()
    assert main(["convert", str(folder)]) == 0
    assert all(line.endswith(": nothing to change.") for line in capsys.readouterr().out.splitlines())
    assert contents(folder) == once


def test_check_only_says_what_would_be_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    assert main(["convert", "--check", str(folder)]) == 0
    assert f"{(folder / INES).as_posix()}: would be brought to “patient/2”." in capsys.readouterr().out.splitlines()
    assert contents(folder) == before


def test_a_file_that_cannot_be_converted_is_left_and_the_others_are_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = folder / "patients" / "broken.yaml"
    broken.write_bytes((folder / INES).read_bytes().replace(b"\nstyle:", b"\nstlye:"))
    unreadable = folder / "patients" / "unreadable.yaml"
    unreadable.write_bytes(b"format: patient/1\nname: \xff\n")
    before = contents(folder)
    assert main(["convert", str(folder)]) == 1
    told = capsys.readouterr().out.splitlines()
    for path in (broken, unreadable):
        sentence = "left as it is. It has faults. Run “check” on it and mend them first."
        assert f"{path.as_posix()}: {sentence}" in told
        assert path.read_bytes() == before[path.relative_to(folder).as_posix()]
    assert (folder / INES).read_bytes() != before[INES]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_byte_order_mark_and_line_ends_stay(folder: Path, mark: bytes, end: bytes) -> None:
    path = folder / INES
    plain = path.read_bytes()
    main(["convert", str(path)])
    expected = mark + path.read_bytes().replace(b"\n", end)
    path.write_bytes(mark + plain.replace(b"\n", end))
    assert main(["convert", str(path)]) == 0
    assert path.read_bytes() == expected


def test_of_a_scenario_one_number_changes(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(f"# Mine.\n{SMALL}# The end, with {chr(0x1F600)}".encode())
    before = path.read_bytes()
    assert main(["convert", str(path)]) == 0
    assert path.read_bytes() == before.replace(b"scenario/1", b"scenario/2")


def test_the_rights_of_the_file_stay_and_nothing_is_left_beside_it(folder: Path) -> None:
    path = folder / INES
    path.chmod(0o640)
    main(["convert", str(path)])
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in path.parent.iterdir()) == ["ines-carvalho.yaml"]


def test_a_path_that_is_not_there_is_told_and_nothing_is_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    assert main(["convert", str(folder), str(folder / "nobody.yaml")]) == 2
    assert "There is no file or folder" in capsys.readouterr().err
    assert contents(folder) == before


def test_a_folder_without_files_of_ours_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "There is no scenario, patient or reaction file (*.yaml) here.\n"


def test_the_shipped_files_are_in_todays_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "--check", str(SHIPPED)]) == 0
    assert all(line.endswith(": nothing to change.") for line in capsys.readouterr().out.splitlines())
