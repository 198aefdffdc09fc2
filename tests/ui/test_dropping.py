"""Scenario files and folders dropped on the window stand on the shelf of the Studio, with where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.storage.settings import Settings
from tests.ui.small_scenarios import WAIT, named
from tests.ui.stage import Stage

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(stage: Stage, *paths: Path | str) -> bool:
    """Drop files as a desktop does; gives whether the window takes such a thing at all."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    entering = QDragEnterEvent(QPoint(50, 300), COPY, dragged, LEFT, NO_KEY)
    entering.ignore()
    QApplication.sendEvent(stage.window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(stage.window, QDropEvent(QPointF(50, 300), COPY, dragged, LEFT, NO_KEY))
    return entering.isAccepted()


def shelf(stage: Stage) -> list[str]:
    return [item.card.title for item in stage.studio.shelf.items() if item.brought]


def test_files_and_folders_stand_on_the_shelf_and_what_cannot_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Mein Ordner, 100 %"
    elsewhere.mkdir()
    lone = elsewhere / "lone.yaml"
    lone.write_text(named("lone", "Alone"), "utf-8")
    (elsewhere / "notes.txt").write_text("Notes.", "utf-8")
    more = tmp_path / "more"
    more.mkdir()
    for name in ("one", "two"):
        (more / f"{name}.yaml").write_text(named(name, name.title()), "utf-8")
    (more / "broken.yaml").write_text("title: [", "utf-8")
    (tmp_path / "empty").mkdir()
    stage = Stage(qtbot, tmp_path / "data")
    stage.show()
    assert drop(stage, lone)
    qtbot.waitUntil(lambda: shelf(stage) == ["Alone"])
    row = stage.row("Alone")
    assert str(lone) in row._facts()
    qtbot.waitUntil(row.edit_button.hasFocus)
    assert drop(stage, more, elsewhere / "notes.txt", tmp_path / "empty", tmp_path / "gone.yaml")
    qtbot.waitUntil(lambda: len(shelf(stage)) == 4)
    assert set(shelf(stage)) == {"Alone", "One", "Two", "broken"}
    told = stage.notice.splitlines()
    assert [line.partition("” ")[2][:14] for line in told if "notes.txt" in line or "gone" in line] == [
        "is no scenario",
        "is not there a",
    ]
    assert f"There is no scenario in “{tmp_path / 'empty'}”." in told
    # It is read again when the shelf is shown again, and stays when the window is made anew.
    lone.write_text(named("lone", "Still alone"), "utf-8")
    stage.window._rebuild()
    assert "Still alone" in shelf(stage)
    assert "Still alone" not in [item.card.title for item in stage.desk.library.every_item()]


def test_what_is_in_the_library_already_is_shown_there(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    assert drop(stage, tmp_path / "scenarios" / "the-wait.yaml")
    row = stage.row("The wait")
    qtbot.waitUntil(row.edit_button.hasFocus)
    assert shelf(stage) == []


def test_nothing_is_taken_where_it_would_disturb_or_is_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    lone = tmp_path / "lone.yaml"
    lone.write_text(WAIT, "utf-8")
    stage = Stage(qtbot, tmp_path / "data")
    stage.show()
    assert not drop(stage, "https://example.org/lone.yaml")
    stage.sit_down()
    assert drop(stage, lone)
    assert stage.notice.startswith("Leave the conversation first")
    assert stage.window.studio_desk is None
    newcomer = Stage(qtbot, tmp_path / "new", Settings())
    assert drop(newcomer, lone)
    assert newcomer.window.studio_desk is None
