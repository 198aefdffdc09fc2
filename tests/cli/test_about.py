"""“about” tells whoever looks after the computer what runs here, where it keeps what, and whose work it brings."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from simulator import __version__
from simulator.cli.commands import main
from simulator.services.notices import notices
from simulator.shipped_files import ASSETS


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATTUNE_HOME", str(tmp_path))
    return tmp_path


def test_it_names_version_folders_and_packages(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["about"]) == 0
    told = capsys.readouterr().out
    assert f"Attune {__version__}, on Python 3" in told
    assert f"Conversations and settings: {home}" in told
    assert str(home / "attune.log") in told
    assert str(ASSETS) in told
    assert f"  numpy {version('numpy')} (BSD-3-Clause" in told


def test_the_notices_hold_the_licences_in_full(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["about", "--notices"]) == 0
    told = capsys.readouterr().out
    assert "Copyright (c) 2017-2021 Ingy" in told
    assert told.count("SIL OPEN FONT LICENSE") >= 2


def test_a_data_folder_that_cannot_be_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ATTUNE_HOME", str(tmp_path / "file"))
    assert main(["about"]) == 1
    assert "file" in capsys.readouterr().err


def test_everything_that_runs_is_named_once_and_nothing_that_only_tests_need() -> None:
    names = [notice.name for notice in notices()]
    needed = {
        "PySide6-Essentials",
        "shiboken6",
        "PyYAML",
        "networkx",
        "numpy",
        "apsw",
        "platformdirs",
        "Babel",
        "cffi",
        "cryptography",
        "pycparser",
        "XlsxWriter",
    }
    # An older Python than ours needs it, so it is told where something else has brought it.
    names = [name for name in names if name != "typing-extensions"]
    assert {name.casefold() for name in names} == {n.casefold() for n in needed} | {"source sans 3", "source serif 4"}
    assert len(names) == len(set(names))


def test_every_licence_has_a_name() -> None:
    assert [notice.name for notice in notices() if not notice.licence] == []
