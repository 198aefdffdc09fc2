"""The index is written whole and privately or not at all, and leaves nothing beside it, whatever the folders are called."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from simulator.scenario.library import Library
from simulator.scenario.library_index import load_index
from simulator.scenario.program_fingerprint import READER_AND_CHECKS, program_fingerprint
from tests.scenario.libraries import people_in, write

LATIN = os.fsdecode(b"caf\xe9")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A scenario folder with one scenario and the shipped patients."""
    home = people_in(tmp_path / "scenarios")
    write(home, "concert")
    return home


def titles(root: Path, index: Path) -> list[str]:
    return [card.title for card in Library((root,), index).cards()]


def beside(index: Path) -> list[str]:
    return sorted(path.name for path in index.parent.iterdir())


def test_a_folder_whose_name_is_not_utf8_has_an_index_like_any_other(root: Path, tmp_path: Path) -> None:
    home = tmp_path / LATIN
    try:
        home.mkdir()
    except (OSError, ValueError):
        pytest.skip("the disk refuses such a name")
    root = root.rename(home / "scenarios")
    index = home / "index.json"
    assert titles(root, index) == ["The concert"]
    assert beside(index) == ["index.json", "scenarios"]
    stamp = program_fingerprint(READER_AND_CHECKS)
    assert list(load_index(index, stamp)[str(root)]) == ["concert.yaml"]
    written = index.stat().st_mtime_ns
    assert titles(root, index) == ["The concert"]
    assert index.stat().st_mtime_ns == written


def test_titles_of_any_script_come_back_from_the_index(root: Path, tmp_path: Path) -> None:
    write(root, "concert", "“Été” — 練習 👩‍⚕️")
    index = tmp_path / "index.json"
    assert titles(root, index) == titles(root, index) == ["“Été” — 練習 👩‍⚕️"]


def test_the_folder_of_the_index_is_made_with_those_around_it(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "home" / "attune" / "index.json"
    titles(root, index)
    assert beside(index) == ["index.json"]


def test_what_killed_starts_left_half_written_is_swept_away(root: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("index.json.1.tmp", "index.json.99999.tmp", "other.tmp", "index.json.kept"):
        (home / name).write_text("{", encoding="utf-8")
    assert titles(root, home / "index.json") == ["The concert"]
    assert beside(home / "index.json") == ["index.json", "index.json.kept", "other.tmp"]


def test_where_the_index_cannot_be_put_nothing_half_written_is_left(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "home" / "index.json"
    (index / "in-the-way").mkdir(parents=True)
    assert titles(root, index) == ["The concert"]
    assert beside(index) == ["index.json"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes there")
def test_only_the_user_can_read_the_index(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.json"
    index.write_text("{}", encoding="utf-8")
    index.chmod(0o644)
    titles(root, index)
    assert stat.S_IMODE(index.stat().st_mode) == 0o600


def test_another_program_does_not_believe_the_index(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.json"
    titles(root, index)
    document = json.loads(index.read_bytes())
    assert load_index(index, document["program"])
    assert load_index(index, "another") == {}
