"""The sample group from the command line: a window on a folder of its own, with one's own looks, that is gone afterwards."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest

from simulator.demo import INSTRUCTOR, add_arguments, prepared
from simulator.storage.settings import Settings, Theme, load_settings, save_settings
from tests.app.programs import complaints, run, surroundings


def test_whoever_looks_at_the_sample_keeps_their_looks_and_is_nobody_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, folder = tmp_path / "home", tmp_path / "sample"
    for each in (home, folder):
        each.mkdir()
    monkeypatch.setenv("ATTUNE_HOME", str(home))
    save_settings(home, Settings(name="Kim", person="kim", theme=Theme.DARK, text_scale=1.5, recent=("push-me",)))
    group = prepared(folder, 3, lambda: date(2026, 9, 21))
    found = load_settings(folder)
    assert (found.theme, found.text_scale, found.recent) == (Theme.DARK, 1.5, ())
    assert (found.name, found.person) == ("Instructor", INSTRUCTOR)
    assert (group.seed, group.last_day, len(group.names), group.weeks) == (3, date(2026, 9, 21), 24, 12)
    assert load_settings(home).name == "Kim"


def test_the_window_opens_and_its_folder_is_gone_when_it_is_closed(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "temporary"
    folder.mkdir()
    environ = {**surroundings(home), "TMPDIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    finished = run("main.py", "demo", "--smoke", home=home, environ=environ)
    assert (finished.returncode, complaints(finished)) == (0, [])
    assert not list(folder.glob("attune-sample-*"))


def test_the_seed_is_a_number() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert parser.parse_args(["--seed", "7"]).seed == 7
