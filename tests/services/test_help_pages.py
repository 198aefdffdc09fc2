"""Every help page of a diagnostic can be read as a title, paragraphs and an example."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.diagnostics import DIAGNOSTICS
from simulator.services.help_pages import HelpPage, help_page

PAGES = Path(__file__).parents[2] / "assets" / "help" / "diagnostics"


@pytest.mark.parametrize("code", DIAGNOSTICS)
def test_a_page_has_its_title_a_paragraph_and_an_example_wrong_and_mended(code: str) -> None:
    page = help_page(PAGES, code)
    assert page.title == DIAGNOSTICS[code].title
    assert page.paragraphs
    assert page.wrong
    assert page.mended
    assert page.wrong != page.mended
    assert not any(mark in text for text in page.paragraphs for mark in ("`", "\n", "# ", "Wrong:"))


def test_a_page_is_told_without_its_markup(tmp_path: Path) -> None:
    (tmp_path / "601.md").write_text(
        "# 601: A rupture\n\nWhat a `then:` does\nin two lines.\n\nMore.\n\nWrong:\n\n```yaml\na: 1\n  b: 2\n```\n\n"
        "Mended:\n\n```yaml\na: 3\n```\n",
        "utf-8",
    )
    assert help_page(tmp_path, "601") == HelpPage(
        DIAGNOSTICS["601"].title, ("What a “then:” does in two lines.", "More."), "a: 1\n  b: 2", "a: 3"
    )


def test_where_the_page_is_missing_the_title_is_told(tmp_path: Path) -> None:
    assert help_page(tmp_path, "601") == HelpPage(DIAGNOSTICS["601"].title)
    assert help_page(tmp_path, "999") == HelpPage("999")
