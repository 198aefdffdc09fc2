"""Files named by people: names that Windows keeps for itself are refused, and long ones are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.commands import main
from simulator.storage.files import is_reserved, replace_file


@pytest.mark.parametrize(
    "name", ["CON", "nul", "aux.yaml", "Prn.de.po", "com1.html", "LPT9.zip", "con .txt", "a.", "b "]
)
def test_a_name_that_windows_keeps_is_refused_in_words(tmp_path: Path, name: str) -> None:
    assert is_reserved(name)
    with pytest.raises(OSError, match="Windows keeps the name"):
        replace_file(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["console.yaml", "auxiliary", "com.yaml", "com10.yaml", ".con", "a.con"])
def test_names_that_only_look_like_them_are_written(tmp_path: Path, name: str) -> None:
    replace_file(tmp_path / name, b"x")
    assert (tmp_path / name).read_bytes() == b"x"


def test_a_file_that_is_there_already_is_mended(tmp_path: Path) -> None:
    (tmp_path / "aux.yaml").write_bytes(b"old")
    replace_file(tmp_path / "aux.yaml", b"new", keep_rights=True)
    assert (tmp_path / "aux.yaml").read_bytes() == b"new"


def test_the_longest_name_in_a_path_of_more_than_three_hundred_letters_is_written(tmp_path: Path) -> None:
    folder = tmp_path / ("f" * 120) / ("g" * 120)
    folder.mkdir(parents=True)
    file = folder / ("ä" * 125 + ".po")
    replace_file(file, b"x")
    assert len(str(file)) > 300
    assert [one.name for one in folder.iterdir()] == [file.name]


def test_a_command_says_why_it_wrote_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["language", "new", "de", str(tmp_path / "nul.po")]) == 1
    assert "Windows keeps the name “nul.po” for itself" in capsys.readouterr().err
