"""``analyse``: figures that agree with each other, and sentences for what cannot be done."""

from __future__ import annotations

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from simulator.analysis.scenario_analysis import Analysis
from simulator.cli.analyse import as_document
from simulator.cli.analysis_text import as_markdown, as_text
from simulator.cli.commands import main
from simulator.cli.opening import open_checked
from simulator.services.examine import Examined, Examiner
from tests.quick_and_slow import quick_and_slow

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PUSH_ME = str(SCENARIOS / "push-me.yaml")
SHIPPED = sorted(map(str, SCENARIOS.glob("*.yaml")))
SMALL = str(SCENARIOS.parent / "tests" / "bad" / "d607-one-forced-way.yaml")


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


@cache
def examined(path: str) -> Examined:
    """What ``analyse`` and ``check`` work out of a scenario; that of a shipped one takes many seconds, so once is enough."""
    checked = open_checked(Path(path))
    assert not isinstance(checked, int)
    return Examiner().prove(checked, lambda _turn, _states: True)


def analysis(path: str) -> Analysis:
    found = examined(path).analysis
    assert found is not None
    return found


@cache
def analysed(path: str) -> dict[str, Any]:
    """A whole analysis of a scenario as the command writes it."""
    found: dict[str, Any] = json.loads(json.dumps(as_document(analysis(path))))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED)
def test_a_shipped_scenario_has_nothing_to_be_mended(path: str) -> None:
    assert examined(path).diagnostics == ()


@pytest.mark.slow
def test_a_shipped_scenario_has_every_ending_and_no_blind_way_to_the_good_ones() -> None:
    told = analysed(PUSH_ME)
    assert {"repaired", "partly", "unresolved", "left", "quiet-drop-out"} <= set(told["endings"])
    assert told["smells"] == []


@pytest.mark.parametrize("path", quick_and_slow([SMALL], [PUSH_ME]))
def test_a_scenario_is_analysed_completely(path: str) -> None:
    told = analysed(path)
    assert told["format"] == "attune/analysis/1"
    assert told["exact"] is True
    assert told["best"][0] == told["best"][1]
    assert told["turns-to-repair"] is not None
    assert told["policies"]["expert"]["mean"] == told["best"][0]
    for outcome in told["policies"].values():
        assert math.isclose(sum(outcome["verdicts"].values()), 1, abs_tol=1e-4)


def test_learners_are_told_with_what_they_earn(capsys: pytest.CaptureFixture[str]) -> None:
    whole = analysed(SMALL)
    told = whole["learner"]
    assert told["careless"] < told["expected"] < told["best"] == whole["best"][0]
    assert 0 < told["weak"] < told["half-way"] < told["strong"]
    assert told["endings"] == whole["policies"]["learner"]["verdicts"]
    assert math.isclose(told["expected"], whole["policies"]["learner"]["mean"], abs_tol=0.01)
    assert told["curve"][0] == [0, told["careless"]]
    read = output(capsys, "analyse", SMALL)
    assert f"earns                   {told['expected']:.1f} of 100 points of repair value on average" in read
    assert f"answering at random {told['careless']:.1f}" in read
    first = read.splitlines()[2]
    assert first.strip() == "Someone who chooses well about half the time (our assumption)"
    assert "as the shipped scenarios" in read or "than the shipped scenarios" in read
    for word in ("median", "policy", "states "):
        assert word not in read


@pytest.mark.parametrize(("path", "states"), [(SMALL, "1"), pytest.param(PUSH_ME, "2000", marks=pytest.mark.slow)])
def test_a_small_budget_gives_bounds_and_says_so(capsys: pytest.CaptureFixture[str], path: str, states: str) -> None:
    told = json.loads(output(capsys, "analyse", path, "--budget-states", states, "--json"))
    assert told["exact"] is False
    assert told["best"][0] <= analysed(path)["best"][0] <= told["best"][1]
    assert told["policies"] == {}
    assert told["learner"] is None
    assert "bounds" in output(capsys, "analyse", path, "--budget-states", states)


def test_what_cannot_be_done_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["analyse", str(tmp_path / "none.yaml")]) == 2
    assert "no scenario file" in capsys.readouterr().err


def test_every_form_is_that_of_the_one_analysis(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(output(capsys, "analyse", SMALL, "--json")) == analysed(SMALL)
    assert output(capsys, "analyse", "--markdown", SMALL, SMALL) == f"{as_markdown([analysis(SMALL)] * 2)}\n"
    for responses in (False, True):
        told = output(capsys, "analyse", SMALL, *["--responses"] * responses)
        assert told.startswith(as_text(analysis(SMALL), responses=responses))


@pytest.mark.slow
def test_the_figures_of_the_shipped_scenarios_stand_in_their_readme_as_the_command_prints_them() -> None:
    readme = (SCENARIOS / "README.md").read_text("utf-8")
    command = re.search(r"python main\.py analyse --markdown (.*)", readme)
    assert command is not None
    paths = [str(SCENARIOS.parent / name) for name in command[1].split()]
    assert sorted(paths) == SHIPPED
    assert as_markdown([analysis(path) for path in paths]) in readme


@pytest.mark.slow
def test_a_supervisor_reads_what_is_possible_and_what_every_response_costs() -> None:
    told = as_text(analysis(PUSH_ME), responses=True)
    shortest = [step["response"] for step in analysed(PUSH_ME)["shortest-repair"]]
    assert f"shortest whole repair   {len(shortest)} turns: {shortest[0]} (cat)" in told
    assert re.search(r"\n  random +[\d.]+ +\d+ ", told)
    assert re.search(r"\n  Owning your part +5   1 2 3 4 5\n", told)
    assert re.search(r"\n  bell +0\.\d{3}   ends repaired\n", told)
    cost = analysed(PUSH_ME)["moments"]["see-me"]["responses"]["stay-with-the-call"]
    assert re.search(rf"\n  see-me +stay-with-the-call +{cost['offered']:.3f} +{cost['cost']:.1f} +", told)


def test_what_should_be_mended_follows_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    told = output(capsys, "analyse", SMALL)
    assert re.search(r"d607-one-forced-way\.yaml:13:1: warning 607 There is one way", told)
    assert "none of it without      own-it (silence), fear (fears), hear (speaks)" in told


def test_only_one_scenario_goes_into_a_json_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "--json", PUSH_ME, PUSH_ME]) == 2
    assert "one scenario at a time" in capsys.readouterr().err
