"""Every rule about a story has an example that breaks it and nothing else, and a page of help."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.checking import check_paths
from simulator.scenario.diagnostics.story import STORY

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("code", STORY)
def test_the_example_breaks_exactly_this_rule(code: str) -> None:
    (example,) = (PROJECT / "tests" / "bad").glob(f"*{code}-*.yaml")
    (checked,) = check_paths([example], PROJECT / "scenarios")
    assert [one.code for one in checked.diagnostics] == [code]


@pytest.mark.parametrize("code", STORY)
def test_the_help_page_has_the_title_and_shows_what_is_wrong_and_mended(code: str) -> None:
    page = (PROJECT / "assets" / "help" / "diagnostics" / f"{code}.md").read_text("utf-8")
    assert page.startswith(f"# {code}: {STORY[code].title}\n")
    before, wrong, mended = page.partition("\nWrong:\n")[0], *page.partition("\nWrong:\n")[2].split("\nMended:\n")
    assert before.count(".") >= 2
    assert wrong.count("```") == mended.count("```") == 2
    assert wrong.strip() != mended.strip()


@pytest.mark.parametrize("code", STORY)
def test_the_sentence_ends_with_a_full_stop_and_says_what_to_do(code: str) -> None:
    rule = STORY[code]
    assert rule.message.endswith((".", "{advice}"))
    assert not rule.title.endswith(".")
