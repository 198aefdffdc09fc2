"""The conversation so far: the newest line is shown from its beginning."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from simulator.ui.look import Look
from simulator.ui.practice.transcript_view import Line, TranscriptView
from simulator.ui.theme import load_theme


def shown(qtbot: QtBot, *says: str) -> TranscriptView:
    view = TranscriptView(Look(load_theme("light"), scale=2.0))
    qtbot.addWidget(view)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    for each in says:
        view.add(Line("Ines", False, each), paced=False)
    return view


def top_of(view: TranscriptView, words: str) -> int:
    """Where words begin on the screen, in pixels from the top of what can be seen."""
    found = view.document().find(words)
    return view.cursorRect(QTextCursor(found.block())).top()


def test_a_line_longer_than_the_view_is_shown_from_its_start(qtbot: QtBot) -> None:
    view = shown(qtbot, "Short.", "Longer. " + "And more, and more. " * 20)
    assert view.verticalScrollBar().maximum() > view.verticalScrollBar().value()
    assert 0 <= top_of(view, "Longer.") < view.height()


def test_a_line_that_fits_stands_at_the_bottom(qtbot: QtBot) -> None:
    view = shown(qtbot, "Longer. " + "And more, and more. " * 20, "Short.")
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
