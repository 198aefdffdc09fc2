"""A document on the screen: what takes the place of other blocks is there at once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from simulator.messages.sentences import review as say
from simulator.reports.document import Paragraph, Section
from simulator.ui.document_view import DocumentView
from simulator.ui.look import Look
from simulator.ui.theme import load_theme


def test_blocks_that_are_shown_anew_never_let_the_page_collapse(qtbot: QtBot) -> None:
    view = DocumentView(Look(load_theme("light")))
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    blocks = (Section(say.TITLE(), (Paragraph((say.READING(),)), Paragraph((say.STOP(),)))),)
    for _ in range(2):
        view.show_blocks(blocks)
        assert view.sizeHint().height() > view.fontMetrics().height()
