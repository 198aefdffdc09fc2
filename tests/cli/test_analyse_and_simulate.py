"""``analyse`` and ``simulate``: figures that agree with each other, and sentences for what cannot be done."""

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


def test_sampling_the_real_engine_agrees_with_the_exact_distribution(
    capsys: pytest.CaptureFixture[str], analysed: dict[str, Any]
) -> None:
    exact = analysed["policies"]["random"]["verdicts"]
    runs = 2_000
    sampled = json.loads(output(capsys, "simulate", PUSH_ME, "--runs", str(runs), "--seed", "5", "--json"))
    for verdict, chance in exact.items():
        # Four standard errors for each of six verdicts: one false alarm in some three thousand seeds.
        margin = 4 * math.sqrt(chance * (1 - chance) / runs) + 1e-9
        assert abs(sampled["verdicts"][verdict] / runs - chance) <= margin, verdict


def test_a_small_budget_gives_bounds_and_says_so(capsys: pytest.CaptureFixture[str], analysed: dict[str, Any]) -> None:
    told = json.loads(output(capsys, "analyse", PUSH_ME, "--budget-states", "2000", "--json"))
    assert told["exact"] is False
    assert told["best"][0] <= analysed["best"][0] <= told["best"][1]
    assert told["policies"] == {}
    assert "bounds" in output(capsys, "analyse", PUSH_ME, "--budget-states", "2000")


def test_the_same_seed_gives_the_same_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("simulate", PUSH_ME, "--runs", "50", "--seed", "3", "--policy", "helpful", "--json")
    assert output(capsys, *words) == output(capsys, *words)


def test_what_cannot_be_done_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["analyse", str(tmp_path / "none.yaml")]) == 2
    assert "no scenario file" in capsys.readouterr().err
    assert main(["simulate", PUSH_ME, "--runs", "0"]) == 2
    assert "from 1" in capsys.readouterr().err
