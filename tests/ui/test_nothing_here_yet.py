"""Where nothing is yet, the next step is one button; what was opened last is found first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario.library import Library
from simulator.storage.settings import SETTINGS_FILE, load_settings, save_settings, with_recent
from simulator.ui.widgets.buttons import Button
from simulator.ui.window_commands import commands
from tests.ui.small_scenarios import named
from tests.ui.stage import AT_HOME, Stage


class EmptyStage(Stage):
    """A window on a library without any scenario."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__(qtbot, folder, scenarios={})
        (folder / "nothing").mkdir()
        self._library = Library((folder / "nothing",), folder / "index.json")
        self.window._rebuild()


class Opened(QObject):
    """Stands for the desktop's window for files."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Note it."""
        self.folders.append(url.toLocalFile())


def test_a_library_without_scenarios_opens_the_folder_for_them(qtbot: QtBot, tmp_path: Path) -> None:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")  # type: ignore[arg-type]
    try:
        stage = EmptyStage(qtbot, tmp_path)
        stage.show()
        stage.desk.library.empty.button.click()
        stage.window.show_studio()
        stage.studio.shelf.empty.button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.folders == [str(tmp_path / "scenarios")] * 2
    assert (tmp_path / "scenarios").is_dir()


def test_no_earlier_conversation_leads_to_somebody_to_sit_with(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.desk.library.earlier_button.click()
    stage.desk.earlier.empty.button.click()
    assert stage.desk.page is stage.desk.library


def links(page: QWidget) -> list[str]:
    return [button.text() for button in page.findChildren(Button) if button.property("kind") == "link"]


def test_what_was_opened_last_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    many = {f"wait-{n}.yaml": named(f"wait-{n}", f"Wait {n}") for n in range(5)}
    stage = Stage(qtbot, tmp_path, scenarios=many)
    stage.show()
    assert links(stage.desk.library) == []
    for title in ("Wait 1", "Wait 3", "Wait 1"):
        stage.brief(title)
        stage.desk.show_library()
    assert stage.kept[-1].recent == ("wait-1", "wait-3")
    assert links(stage.desk.library) == ["Wait 1", "Wait 3"]
    last = [command.name for command in commands(stage.window) if command.kind == "Scenario, opened last"]
    assert last == ["Wait 1", "Wait 3"]
    assert [command.name for command in commands(stage.window)].count("Wait 1") == 1
    stage.window.show_settings()
    assert stage.window.settings_page is not None
    stage.window.settings_page.own_data.left.emit()
    assert not stage.kept[-1].recent


@pytest.mark.parametrize("written", ['"a"', "[1]", "null"])
def test_what_cannot_be_understood_of_it_is_forgotten(tmp_path: Path, written: str) -> None:
    settings = AT_HOME
    for name in "abcdefa":
        settings = with_recent(settings, name)
    assert settings.recent == ("a", "f", "e", "d")
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == settings
    file = tmp_path / SETTINGS_FILE
    head, _, rest = file.read_text("utf-8").partition('"recent": ')
    file.write_text(f'{head}"recent": {written}{rest[rest.index("]") + 1 :]}', "utf-8")
    assert load_settings(tmp_path) == replace(settings, recent=())
