"""The text on the screen and the text of the file never come apart, whatever characters are in them."""

from __future__ import annotations

import random

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.scenario.files import PinnedFiles
from simulator.scenario.source_text import SourceText
from simulator.services.edited_file import EditedFile
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.text_face import TextFace
from simulator.ui.theme import load_theme

ODD = "title: \U0001f600 caf\u00e9\u00a0noir\n# \u2028 \u2029 \x0b \ufdd0 \x00 tab\there\nabout: \U0001f468\u200d\U0001f469 end\n\n"
BITS = ["x", "", "\n", "  a: b\n", "\U0001f600", "\u00a0", "é", "# r\n"]


def face_on(qtbot: QtBot, text: str) -> tuple[OpenFile, TextFace]:
    file = OpenFile(EditedFile(PinnedFiles({}), "odd.yaml", SourceText.of_text(text), steady_ms=lambda: 0))
    face = TextFace(file, Look(load_theme("light")))
    qtbot.addWidget(face)
    return file, face


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def shown(face: TextFace) -> str:
    return face.area.document().toRawText()


def on_screen(qtbot: QtBot, text: str) -> str:
    """What a text looks like to Qt that is shown for the first time."""
    return shown(face_on(qtbot, text)[1])


def test_any_typing_and_undoing_keeps_screen_and_file_together(qtbot: QtBot) -> None:
    file, face = face_on(qtbot, ODD)
    chance = random.Random(3)
    states = [file.source.text]
    for _ in range(60):
        cursor = QTextCursor(face.area.document())
        length = units(file.source.text)
        start = chance.randrange(length + 1)
        cursor.setPosition(start)
        cursor.setPosition(min(start + chance.choice([0, 0, 1, 2, 9]), length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chance.choice(BITS))
        file.file.pause()
        assert units(file.source.text) == face.area.document().characterCount() - 1
        if file.source.text != states[-1]:
            states.append(file.source.text)
        if chance.random() < 0.2:
            file.undo()
            states.pop() if len(states) > 1 else None
            assert file.source.text == states[-1]
        assert face.area._text == file.source.text
    assert shown(face) == on_screen(qtbot, file.source.text)
    while file.file.undo_name is not None:
        file.undo()
    assert file.source.text == ODD
    assert shown(face) == on_screen(qtbot, ODD)


def test_a_space_that_does_not_break_is_kept_and_windows_line_ends_are_taken_as_line_ends(qtbot: QtBot) -> None:
    file, face = face_on(qtbot, "title: a\n")
    pasted = QMimeData()
    pasted.setText("b\u00a0c\r\nd")
    face.area.insertFromMimeData(pasted)
    assert file.source.text == "b\u00a0c\ndtitle: a\n"


def test_the_text_of_a_file_runs_from_left_to_right_in_a_window_that_does_not(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        _, face = face_on(qtbot, "title: a\n" * 200)
        face.resize(400, 300)
        with qtbot.waitExposed(face):
            face.show()
        bar, numbers = face.area.verticalScrollBar(), face.area._numbers
        assert face.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert bar.isVisible()
        assert numbers.mapTo(face, numbers.rect().topRight()).x() < bar.mapTo(face, bar.rect().topLeft()).x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
