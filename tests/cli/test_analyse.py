"""``analyse``: figures that agree with each other, and sentences for what cannot be done."""

from __future__ import annotations

import io
import json
import math
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import main

PUSH_ME = str(Path(__file__).parents[2] / "scenarios" / "push-me.yaml")


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def analysed() -> dict[str, Any]:
    """A whole analysis of the shipped scenario; it takes seconds, so once is enough."""
    told = io.StringIO()
    with redirect_stdout(told):
        assert main(["analyse", PUSH_ME, "--json"]) == 0
    found: dict[str, Any] = json.loads(told.getvalue())
    return found


def test_a_shipped_scenario_is_analysed_completely(analysed: dict[str, Any]) -> None:
    told = analysed
    assert told["format"] == "attune/analysis/1"
    assert told["exact"] is True
    assert told["best"][0] == told["best"][1]
    assert told["turns-to-repair"] is not None
    assert {"repaired", "partly", "unresolved", "left", "quiet-drop-out"} <= set(told["endings"])
    assert told["smells"] == []
    assert told["policies"]["expert"]["mean"] == told["best"][0]
    for outcome in told["policies"].values():
        assert math.isclose(sum(outcome["verdicts"].values()), 1, abs_tol=1e-4)


def test_a_small_budget_gives_bounds_and_says_so(capsys: pytest.CaptureFixture[str], analysed: dict[str, Any]) -> None:
    told = json.loads(output(capsys, "analyse", PUSH_ME, "--budget-states", "2000", "--json"))
    assert told["exact"] is False
    assert told["best"][0] <= analysed["best"][0] <= told["best"][1]
    assert told["policies"] == {}
    assert "bounds" in output(capsys, "analyse", PUSH_ME, "--budget-states", "2000")


def test_what_cannot_be_done_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["analyse", str(tmp_path / "none.yaml")]) == 2
    assert "no scenario file" in capsys.readouterr().err
