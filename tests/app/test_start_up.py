"""Starting the program: quickly, once for a data folder, and never on a pair of versions that aborts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from simulator.__main__ import main
from simulator.app import bad_pair
from simulator.storage.home import open_store
from simulator.storage.settings import DISCLAIMER_VERSION, SETTINGS_FILE, Settings, save_settings
from tests.app.programs import complaints, run

HEAVY = ("networkx", "numpy", "yaml", "pydantic", "xlsxwriter")
_LIST_LOADED = f"""
import sys
from simulator.app import main
code = main(["--smoke"])
print(*(name for name in {HEAVY!r} if name in sys.modules))
sys.exit(code)
"""


_LIBRARY_ALONE = """
import sys
from simulator.ui.practice.library_page import LibraryPage
from simulator.ui.look import Look
from simulator.ui.theme import load_theme
from simulator.scenario.library_index import Card
from simulator.services.practice import Progress, Shelf, ShelfItem
from simulator.ui import start, window
from PySide6 import QtCore, QtWidgets
from pathlib import Path
app = QtWidgets.QApplication([])
page = LibraryPage(Look(load_theme("light")))
card = Card("a", "A", "a", ("b",), 1, ("withdrawal",), (), 15, "Ines", 34, "gardener", "ines-carvalho", "a.yaml", Path(), "", 0)
page.show_shelf(Shelf((ShelfItem(card, Progress()),)))
page.show()
page.grab()
print(*sorted(sys.modules))
print("Qt" in vars(QtCore))
"""
_NOT_ON_THE_SHELF = (
    "PySide6.QtSvg",
    "tomllib",
    "simulator.alliance.reactions",
    "simulator.scenario.document",
    "simulator.session.engine",
    "simulator.session.events",
    "simulator.session.store",
    "simulator.storage.sqlite",
    "simulator.ui.portraits.faces",
    "simulator.ui.widgets.empty_state",
)
"""Modules that take long to load; the first sight of the library shows nothing of what they are for."""


def lives_in(home: Path) -> None:
    """Somebody has been here: the next start shows the library."""
    home.mkdir(parents=True, exist_ok=True)
    save_settings(home, Settings(name="Kim", disclaimer_accepted=DISCLAIMER_VERSION))


def test_the_very_first_start_reads_no_scenario(tmp_path: Path) -> None:
    started = run("-c", _LIST_LOADED, home=tmp_path)
    assert (started.returncode, started.stdout.split(), complaints(started)) == (0, [], [])
    assert not (tmp_path / "library-index.json").exists()


def test_a_library_that_is_known_is_drawn_without_the_heavy_packages(tmp_path: Path) -> None:
    lives_in(tmp_path)
    first = run("-c", _LIST_LOADED, home=tmp_path)
    assert (first.returncode, complaints(first)) == (0, [])
    # Building the index reads and checks every scenario, which may need the parser.
    assert set(first.stdout.split()) <= {"yaml"}
    index = json.loads((tmp_path / "library-index.json").read_text("utf-8"))
    assert any(entries for entries in index["roots"].values())
    warm = run("-c", _LIST_LOADED, home=tmp_path)
    assert (warm.returncode, warm.stdout.split(), complaints(warm)) == (0, [], [])


def test_the_library_is_painted_without_the_engine_the_store_and_the_names_in_qt(tmp_path: Path) -> None:
    told = run("-c", _LIBRARY_ALONE, home=tmp_path)
    assert told.returncode == 0, told.stderr
    modules, names_in_qt = told.stdout.splitlines()
    loaded = set(modules.split())
    assert not {*HEAVY, "asyncio", *_NOT_ON_THE_SHELF} & loaded
    assert names_in_qt == "False"


_BEFORE_QT = """
import sys
from simulator.app import load_before_qt
load_before_qt()
print(any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules))
before = len(sys.modules)
from simulator.ui import start
from simulator.ui.practice import library_page
late = list(sys.modules)[before:]
print(*(name for name in late if name.startswith("simulator.") and not name.startswith("simulator.ui")))
"""


def test_what_needs_no_qt_is_loaded_before_it(tmp_path: Path) -> None:
    told = run("-c", _BEFORE_QT, home=tmp_path)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == ["False", ""]


def test_the_smoke_start_opens_draws_and_quits_also_where_qt_lies_in_a_folder_of_an_odd_name(tmp_path: Path) -> None:
    odd = tmp_path / 'Köln, "neu"; alt'
    odd.symlink_to(sys.prefix)
    started = run("main.py", "--smoke", home=tmp_path, python=odd / "bin" / "python")
    assert (started.returncode, started.stdout, complaints(started)) == (0, "", [])
    assert (tmp_path / "sessions.sqlite3").exists()


def test_a_second_program_on_the_same_data_folder_is_told_so(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    try:
        second = run("main.py", "--smoke", home=tmp_path)
    finally:
        store.close()
    assert second.returncode == 1
    assert complaints(second) == [
        f"Attune is already open with the data folder “{tmp_path}”. Go on in that window, or close it first."
    ]
    assert run("main.py", "--smoke", home=tmp_path).returncode == 0


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def refused_in_a_box(qtbot: QtBot) -> list[str]:
    """Start without ``--smoke`` where it cannot start; gives what the box said before it was put away."""
    said: list[str] = []

    def answer() -> None:
        if boxes():
            label = boxes()[0].findChild(QLabel, "qt_msgbox_label")
            assert isinstance(label, QLabel)
            said.append(f"{label.textFormat().name}: {label.text()}")
            boxes()[0].accept()
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(10)
    assert main([]) == 1
    return said


def test_a_second_window_on_the_same_data_folder_says_so_in_a_box(qtbot: QtBot, home: Path) -> None:
    store = open_store(home)
    try:
        said = refused_in_a_box(qtbot)
    finally:
        store.close()
    assert len(said) == 1
    assert said[0].startswith("PlainText: Attune is already open with the data folder")


def test_settings_that_may_not_be_read_say_so_in_a_box_and_free_the_folder(qtbot: QtBot, home: Path) -> None:
    (home / SETTINGS_FILE).mkdir(parents=True)
    said = refused_in_a_box(qtbot)
    assert len(said) == 1
    assert "cannot be read" in said[0]
    open_store(home).close()


def test_a_data_folder_in_the_way_of_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = run("main.py", "--smoke", home=tmp_path / "file")
    assert refused.returncode == 1
    assert len(complaints(refused)) == 1
    assert "a file is in the way" in complaints(refused)[0]


@pytest.mark.parametrize(
    ("python", "pyside", "refused"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 11), "6.13.1", True),
        ((3, 10), "7.0.0", True),
        ((3, 11), "6.11.3", False),
        ((3, 11), "6.9.0", False),
        ((3, 12), "6.12.0", False),
        ((3, 13), "6.12.1", False),
    ],
)
def test_the_pair_that_aborts_is_refused_in_words(python: tuple[int, int], pyside: str, refused: bool) -> None:
    told = bad_pair(python, pyside)
    assert (told is not None) is refused
    if refused:
        assert f"aborts on Python {python[0]}.{python[1]}" in str(told)
        assert "pip install 'PySide6-Essentials<6.12'" in str(told)


def test_setting_a_text_does_not_use_up_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    # The bad pair loses one reference a call; chance moves it by a few.
    assert sys.getrefcount(None) > before - 100
