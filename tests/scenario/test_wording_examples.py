"""Every rule about wordings has an example that breaks it and nothing else, and a page of help."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.checking import check_paths
from simulator.scenario.diagnostics.wordings import WORDINGS
from tests.help_pages import assert_explains, assert_is_a_sentence

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("code", WORDINGS)
def test_the_example_breaks_exactly_this_rule(code: str) -> None:
    (example,) = (PROJECT / "tests" / "bad").glob(f"d{code}-*.yaml")
    (checked,) = check_paths([example], PROJECT / "scenarios")
    assert [one.code for one in checked.diagnostics] == [code]


@pytest.mark.parametrize("code", WORDINGS)
def test_the_help_page_has_the_title_and_shows_what_is_wrong_and_mended(code: str) -> None:
    assert_explains(WORDINGS[code])


@pytest.mark.parametrize("code", WORDINGS)
def test_the_sentence_ends_with_a_full_stop(code: str) -> None:
    assert_is_a_sentence(WORDINGS[code])
