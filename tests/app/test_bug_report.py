"""A mistake of the program itself ends in one report; what was played is kept and goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from types import TracebackType

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from simulator.alliance.moves import is_hindering
from simulator.ui.bug_report import BugReports
from tests.app.visiting import Visitor, visit


class Mistaken(QObject):
    """Something whose slot is wrong."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pressed.connect(self._fail)

    def _fail(self) -> None:
        raise ZeroDivisionError("a mistake in a slot")


def _no_log(_kind: type[BaseException], _trace: TracebackType | None) -> None:
    """Nothing is logged."""


def _nothing() -> None:
    """Nothing happens while the dialog is open."""


class ReadReports:
    """A dialog that is read to somebody; while it is open, ``meanwhile`` happens."""

    def __init__(self) -> None:
        self.reports: list[str] = []
        self.meanwhile: Callable[[], None] = _nothing

    def __call__(self, report: str) -> None:
        self.reports.append(report)
        self.meanwhile()


@pytest.fixture
def dialog() -> Iterator[ReadReports]:
    """Reports go to a dialog that is no window."""
    dialog, before = ReadReports(), sys.excepthook
    sys.excepthook = BugReports(_no_log, dialog)
    yield dialog
    sys.excepthook = before


def test_an_exception_in_a_slot_ends_in_one_report(
    qtbot: QtBot, dialog: ReadReports, capsys: pytest.CaptureFixture[str]
) -> None:
    mistaken = Mistaken()
    mistaken.pressed.emit()
    assert len(dialog.reports) == 1
    assert "_fail" in dialog.reports[0]
    assert dialog.reports[0].rstrip().endswith("ZeroDivisionError: a mistake in a slot")
    assert dialog.reports[0] in capsys.readouterr().err


def test_a_mistake_that_comes_again_while_its_report_is_open_opens_no_second(qtbot: QtBot, dialog: ReadReports) -> None:
    mistaken = Mistaken()
    dialog.meanwhile = mistaken.pressed.emit
    mistaken.pressed.emit()
    assert len(dialog.reports) == 1
    dialog.meanwhile = _nothing
    mistaken.pressed.emit()
    assert len(dialog.reports) == 2


def test_a_report_that_cannot_be_shown_does_not_silence_the_next(qtbot: QtBot) -> None:
    def fails(_report: str) -> None:
        raise RuntimeError("no dialog")

    reports = BugReports(_no_log, fails)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no dialog"):
            reports(ValueError, ValueError("a mistake"), None)


def test_a_mistake_off_the_windows_thread_opens_no_dialog_there(
    qtbot: QtBot, dialog: ReadReports, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = Thread(target=lambda: sys.excepthook(ValueError, ValueError("far away"), None))
    thread.start()
    thread.join()
    assert dialog.reports == []
    assert "far away" in capsys.readouterr().err


def test_without_a_terminal_the_report_is_shown_all_the_same(
    dialog: ReadReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(ValueError, ValueError("unheard"), None)
    assert len(dialog.reports) == 1


def open_report() -> QMessageBox | None:
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    return boxes[0] if boxes else None


def say_something_helpful(you: Visitor) -> None:
    """Choose a response after which the patient certainly stays; the order of responses differs from start to start."""
    play = you.conversation._play
    assert play is not None
    helpful = [not is_hindering(response.move) for response in play.session.shown()]
    you.conversation.choices.press(helpful.index(True) + 1)


def meets_a_mistake(you: Visitor) -> None:
    assert you.window.welcome is not None
    you.window.welcome.name.setText("Kim")
    you.window.welcome.begin.click()
    you.card("The concert").open_button.click()
    you.desk.briefing.begin_button.click()
    page = you.conversation
    say_something_helpful(you)
    read = you.reads()
    mistaken = Mistaken()
    page.silence.stayed.connect(mistaken.pressed)
    seen: list[str] = []

    def read_and_close() -> None:
        box = open_report()
        if box is not None:
            seen.append(box.detailedText())
            box.accept()
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(read_and_close)
    timer.start(10)
    page.silence.stay.click()
    you.qtbot.waitUntil(lambda: len(seen) == 1)
    assert "ZeroDivisionError: a mistake in a slot" in seen[0]
    after = you.reads()
    assert after[: len(read)] == read
    assert len(after) > len(read), "the step was done although a slot beside it failed"
    say_something_helpful(you)
    assert len(you.reads()) > len(after)


def finds_everything_kept(you: Visitor) -> None:
    you.resume_button("The concert").click()
    assert you.conversation.header.turn.text() == "turn 4 of 14"


def test_after_a_mistake_the_conversation_goes_on_and_every_step_is_kept(
    qtbot: QtBot, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sys.excepthook
    visit(qtbot, meets_a_mistake)
    assert sys.excepthook is before
    assert "a mistake in a slot" in capsys.readouterr().err
    visit(qtbot, finds_everything_kept)
