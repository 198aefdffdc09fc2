"""The conversation so far: the newest line is shown from its beginning."""

from __future__ import annotations

import pytest
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


@pytest.mark.parametrize("height", [150, 190, 230, 300])
@pytest.mark.parametrize("width", [700, 1900], ids=["no room beside the text", "room beside the text"])
def test_the_button_to_read_on_covers_no_words_and_no_line_is_cut(qtbot: QtBot, width: int, height: int) -> None:
    view = shown(qtbot, *("Longer, up to the end of every line. " * 8, "Short.") * 4)
    view.resize(width, height)
    bar, button, foot = view.verticalScrollBar(), view.read_on.button, view.read_on.foot
    bar.setValue(0)
    qtbot.waitUntil(button.isVisible)
    met = 0
    while button.isVisible():
        text = view.viewport().geometry()
        ends = foot.y() - text.y()
        lines = view.lines_seen()
        assert not any(line.top() < ends < line.bottom() for line in lines), "a line is cut"
        words = [line.translated(text.topLeft()) for line in lines if line.bottom() <= ends]
        assert words
        assert not any(line.intersects(button.geometry()) for line in words)
        met = max(met, len(words))
        before, last = bar.value(), words[-1].top() - text.y()
        button.click()
        assert before < bar.value() <= before + max(last, ends // 2), "no line is passed over"
    assert met > 1


def test_words_that_do_not_come_to_the_button_stand_beside_it(qtbot: QtBot) -> None:
    view = shown(qtbot, *("Short.",) * 12)
    view.resize(1_000, 220)
    view.verticalScrollBar().setValue(0)
    button, foot = view.read_on.button, view.read_on.foot
    qtbot.waitUntil(button.isVisible)
    for height in range(200, 260, 4):
        view.resize(1_000, height)
        view.verticalScrollBar().setValue(0)
        cut = [line for line in view.lines_seen() if line.bottom() > view.height()]
        assert foot.y() == (cut[0].top() if cut else view.height())
    assert button.isVisible()


def test_where_the_words_are_is_where_they_are_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, "Longer, up to the end of every line. " * 8)
    view.verticalScrollBar().setValue(0)
    lines = view.lines_seen()
    assert len(lines) > 3
    for line in lines[:-1]:
        cursor = view.cursorForPosition(line.center())
        assert abs(view.cursorRect(cursor).center().y() - line.center().y()) < line.height() // 3
