"""Whatever lies in the user's scenario folder, the program starts, and its shelf says what it left out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.scenario.library_scan import MOST_FOLDERS
from simulator.storage.settings import DISCLAIMER_VERSION, Settings, save_settings
from tests.app.visiting import Visitor, visit
from tests.scenario.libraries import folders_without_end
from tests.ui.small_scenarios import WAIT

ODD = (b"caf\xe9.yaml", b"a\x1b[31m.yaml", b"a\nb.yaml", b"mine.yml", b"OLD.YAML", b"my.second.yaml", b"x.yaml.txt")
TOLD = ["OLD.YAML", "a\\x0ab.yaml", "a\\x1b[31m.yaml", "caf\ufffd.yaml", "mine.yml", "my.second.yaml", "x.yaml.txt"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names are not bytes there")


@pytest.fixture
def scenarios(home: Path) -> Iterator[Path]:
    """The folder of somebody who has been here before: one scenario, files with odd names, folders without end."""
    folder = home / "scenarios"
    folder.mkdir(parents=True)
    save_settings(home, Settings("Kim", "0" * 8, DISCLAIMER_VERSION, reduced_motion=True))
    for name in (b"the-wait.yaml", *ODD):
        (folder / os.fsdecode(name)).write_text(WAIT, "utf-8")
    with folders_without_end(folder):
        yield folder


def reads_what_was_left_out(you: Visitor) -> None:
    you.qtbot.waitUntil(you.desk.library.isVisible)
    assert you.card("The wait").open_button.isEnabled()
    told = you.desk.library._left_out
    assert told.isVisible()
    first, *lines = told.text().split("\n")
    assert first.startswith(f"{len(ODD) + 1} files")
    assert [line.split("”")[0].removeprefix("“") for line in lines] == [*TOLD, "/".join("d" * (MOST_FOLDERS + 1))]


def test_the_program_starts_and_its_shelf_says_what_it_left_out(qtbot: QtBot, home: Path, scenarios: Path) -> None:
    before = {path.name for path in home.iterdir()}
    for _ in range(2):
        visit(qtbot, reads_what_was_left_out)
    new = {path.name for path in home.iterdir()} - before
    assert new <= {"library-index.json", "sessions.sqlite3", "attune.lock", "attune.log", "cache"}, (
        "nothing half written is left"
    )
