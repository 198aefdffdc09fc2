"""Where a file goes: nothing that is there already is written over unasked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.messages.sentences import exports as say
from simulator.ui.saving_files import Wanted, place_for
from tests.ui.stage import Stage


def test_a_name_that_gets_its_ending_is_asked_about_again_where_a_file_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    wanted = Wanted(say.WHERE(), "group.jsonl", say.KIND_XLSX())
    proposed: list[str] = []
    typed = tmp_path / "mine.2026"
    whole = tmp_path / "mine.2026.jsonl"
    answers: list[Path | None] = []

    def ask(_parent: QWidget, _question: str, name: str, _kind: str) -> Path | None:
        proposed.append(name)
        return answers.pop(0)

    def place(*answered: Path | None) -> Path | None:
        answers[:] = answered
        return place_for(wanted, ask, stage.window, stage.window.look)

    assert place(typed) == whole
    assert proposed == ["group.jsonl"]
    whole.write_bytes(b"of last week")
    assert place(typed, whole) == whole, "whoever is warned of it may write over it"
    assert proposed[1:] == ["group.jsonl", str(whole)]
    assert place(typed, None) is None, "or leave it"
