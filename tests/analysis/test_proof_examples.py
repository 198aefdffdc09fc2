"""Every rule that is proved by trying everything has an example that breaks it, and a page of help."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis.budget import Budget
from simulator.analysis.scenario_analysis import analyse
from simulator.scenario.checking import Checked, CheckedFile, check_each
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from tests.help_pages import assert_explains, assert_is_a_sentence
from tests.quick_and_slow import quick_and_slow

PROJECT = Path(__file__).parents[2]
SMALL = ("605", "607", "608", "609", "610", "611", "622", "623", "625", "626")
"""Whose example is soon tried; of the others a small story shows in the tests of each what can be shown of them at every change."""
SHORT = {"608", "609", "615", "617", "618", "624", "626"}
"""What an example of a few moments cannot help: not every competency or second way fits into it, its levels hardly differ, and each is told in one wording."""


def proved(path: Path, budget: Budget) -> CheckedFile:
    """A file checked and proved."""

    def prove(checked: Checked) -> tuple[Diagnostic, ...]:
        assert checked.scenario is not None
        return analyse(checked.scenario, checked.spans, checked.diagnostics, budget=budget).diagnostics

    (checked,) = check_each([path], PROJECT / "scenarios", prove)
    return checked


@pytest.mark.parametrize("code", quick_and_slow(SMALL, [code for code in PROOFS if code not in SMALL]))
def test_the_example_breaks_this_rule(code: str) -> None:
    (example,) = (PROJECT / "tests" / "bad").glob(f"*{code}-*.yaml")
    budget = Budget(states=50) if code == "611" else Budget()
    codes = [one.code for one in proved(example, budget).diagnostics]
    assert code in codes
    assert set(codes) - SHORT <= {code}


@pytest.mark.parametrize("code", PROOFS)
def test_the_help_page_has_the_title_and_shows_what_is_wrong_and_mended(code: str) -> None:
    assert_explains(PROOFS[code])


@pytest.mark.parametrize("code", PROOFS)
def test_the_sentence_ends_with_a_full_stop(code: str) -> None:
    assert_is_a_sentence(PROOFS[code])
