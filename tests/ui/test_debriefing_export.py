"""The debriefing to take along: as a page and as a PDF, with what it is and is not, and without what is private."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from simulator.messages.sentences.disclaimers import DISCLAIMERS
from tests.reports.pages import Page
from tests.ui.looking_back import HELPED, UPS_AND_DOWNS, WORST, LookingBack


def looked_back(qtbot: QtBot, folder: Path, target: Path | None) -> LookingBack:
    looking = LookingBack(qtbot, folder, *UPS_AND_DOWNS)
    looking.learns()
    looking.page.export.ask_where = lambda *_: target
    return looking


def test_a_page_says_all_that_the_debriefing_says_with_disclaimers_and_without_notes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.html"
    looking = looked_back(qtbot, tmp_path, target)
    looking.page.note.text.setPlainText("nobody else’s business")
    looking.page.export.page.click()
    page = Page(target.read_text("utf-8"))
    told = " ".join(page.words)
    for sentence in (*looking.page.first.sentences.text().split("\n\n"), looking.page._held.text()):
        assert sentence in told
    assert "What was possible: " in told
    for disclaimer in DISCLAIMERS:
        assert str(disclaimer()) in told
    assert "business" not in told
    assert [f"Turn {turn}" in told for turn in (WORST, HELPED)] == [True, True]
    assert looking.page.export.told.text().startswith(f"Saved as “{target}”.")


def test_a_pdf_is_made_and_gets_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    looking = looked_back(qtbot, tmp_path, tmp_path / "out")
    looking.page.export.pdf.click()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_place_that_cannot_be_written_to_is_told_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    looking = looked_back(qtbot, tmp_path, tmp_path / "nowhere" / "out.pdf")
    looking.page.export.pdf.click()
    assert looking.page.export.told.text().startswith("The file cannot be saved (")
    assert "No such file" in looking.page.export.told.text()


def test_who_thinks_better_of_it_saves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    looking = looked_back(qtbot, tmp_path, None)
    before = sorted(tmp_path.iterdir())
    looking.page.export.page.click()
    assert sorted(tmp_path.iterdir()) == before
    assert looking.page.export.told.text() == ""
