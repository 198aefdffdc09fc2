"""``simulate``: every policy through the real engine, figures with their intervals, and sentences for wrong words."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from simulator.analysis.policies import POLICIES, play_out
from simulator.analysis.solve import solve
from simulator.cli.commands import main
from simulator.cli.sampling import mean_interval, share_interval
from simulator.patient.verdicts import Verdict
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script
from tests.cli.terminal import at_a_terminal, interrupted

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PUSH_ME = str(SCENARIOS / "push-me.yaml")


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["simulate", *words]) == 0
    return capsys.readouterr().out


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(output(capsys, *words, "--json"))
    return told


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_can_be_played(capsys: pytest.CaptureFixture[str], policy: str) -> None:
    told = document(capsys, PUSH_ME, "--policy", policy, "--runs", "30")
    assert (told["format"], told["policy"], told["runs"]) == ("attune/simulation/1", policy, 30)
    assert sum(told["verdicts"].values()) == 30
    low, high = told["mean-interval"]
    assert 0 <= low <= told["mean"] <= high <= 100
    for verdict, count in told["verdicts"].items():
        low, high = told["intervals"][verdict]
        assert low <= count / 30 <= high


def test_the_expert_always_repairs_and_the_silent_one_never(capsys: pytest.CaptureFixture[str]) -> None:
    expert = document(capsys, PUSH_ME, "--policy", "expert", "--runs", "40")
    silent = document(capsys, PUSH_ME, "--policy", "silent", "--runs", "40")
    assert (expert["verdicts"]["repaired"], silent["verdicts"]["left"]) == (40, 40)
    # All of forty do not make it certain.
    assert 0.9 < expert["intervals"]["repaired"][0] < 1
    assert 0 < silent["intervals"]["repaired"][1] < 0.1


@pytest.mark.slow
def test_a_skill_of_ones_own_is_that_of_the_exact_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    scenario = read_scenario(FolderFiles(SCENARIOS), "push-me.yaml").scenario
    assert scenario is not None
    exact = play_out(solve(Script(scenario)), POLICIES["noisy-expert"], skill=0.03)
    told = document(capsys, PUSH_ME, "--policy", "noisy-expert", "--skill", "0.03", "--runs", "600", "--seed", "5")
    assert told["skill"] == 0.03
    assert sum(chance > 0.05 for chance in exact.verdicts.values()) >= 3, "one ending tells nothing"
    for verdict, chance in exact.verdicts.items():
        low, high = share_interval(told["verdicts"][verdict], 600, z=4)
        assert low <= chance <= high, verdict


def test_the_same_seed_gives_the_same_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    words = (PUSH_ME, "--runs", "50", "--seed", "3", "--policy", "helpful", "--json")
    assert output(capsys, *words) == output(capsys, *words)
    assert output(capsys, *words) != output(capsys, *words, "--seed", "4")


def test_the_table_tells_shares_and_how_far_to_trust_them(capsys: pytest.CaptureFixture[str]) -> None:
    told = output(capsys, PUSH_ME, "--runs", "200", "--policy", "silent", "--difficulty", "2")
    assert "You nod, difficulty 2: 200 sessions by “silent”" in told
    assert "never says a word" in told
    rows = {line.split()[0]: line.split()[1:] for line in told.splitlines() if line.split()[:1]}
    assert set(map(str, Verdict)) <= set(rows)
    assert rows["left"] == ["200", "100.0%", "98.1%", "to", "100.0%"]
    assert rows["repaired"] == ["0", "0.0%", "0.0%", "to", "1.9%"]
    assert "95 % interval" in told
    assert "mean repair value" in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--runs", "0"), "whole number from 1"),
        (("--runs", "-3"), "whole number from 1"),
        (("--runs", "1.5"), "whole number from 1"),
        (("--runs", "9" * 5_000), "whole number from 1"),
        (("--policy", "noisy-expert", "--skill", "nan"), "number from 0"),
        (("--policy", "noisy-expert", "--skill", "-1"), "number from 0"),
        (("--policy", "noisy-expert", "--skill", "inf"), "number from 0"),
        (("--policy", "noisy-expert", "--skill", "much"), "number from 0"),
        (("--policy", "random", "--skill", "1"), "“random” has none"),
        (("--policy", "clever"), "invalid choice: 'clever'"),
        (("--policy", "expert", "--budget-seconds", "nan"), "is not a number of seconds"),
        (("--policy", "expert", "--budget-states", "-1"), "is not a number of states"),
        (("--seed", "x"), "argument --seed"),
    ],
)
def test_wrong_words_are_a_sentence(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str) -> None:
    assert main(["simulate", PUSH_ME, *words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert told.err.count("\n") == 1


def test_looking_ahead_takes_the_whole_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", PUSH_ME, "--policy", "expert", "--budget-states", "2000"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "the budget ended before all were found" in told.err


def test_a_missing_scenario_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["simulate", str(tmp_path / "none.yaml")]) == 2
    assert "no scenario file" in capsys.readouterr().err


@at_a_terminal
def test_control_c_tells_what_was_played_by_then() -> None:
    ended = interrupted("simulate", PUSH_ME, "--runs", str(10**12), once_shown="of 1,000,000,000,000 sessions")
    assert ended.code == 130
    assert "Traceback" not in ended.shown
    stopped = next(line for line in ended.shown.splitlines() if "stopped after" in line)
    played = int(stopped.split("stopped after ")[1].split()[0])
    assert played > 0
    assert stopped.endswith(f"stopped after {played} of 1000000000000")
    assert f"{played:,} sessions by “random”" in ended.out


@at_a_terminal
def test_control_c_leaves_json_whole() -> None:
    ended = interrupted("simulate", PUSH_ME, "--runs", str(10**9), "--json", once_shown="sessions")
    told = json.loads(ended.out)
    assert ended.code == 130
    assert 0 < told["runs"] == sum(told["verdicts"].values()) < told["asked"] == 10**9


@at_a_terminal
def test_control_c_while_trying_everything_tells_nothing() -> None:
    ended = interrupted("simulate", PUSH_ME, "--policy", "expert", once_shown="turn 1,")
    assert (ended.code, ended.out) == (130, "")
    assert "Traceback" not in ended.shown


def test_shares_have_the_intervals_of_wilson() -> None:
    assert share_interval(0, 10) == pytest.approx((0, 0.2775), abs=1e-4)
    assert share_interval(10, 10) == pytest.approx((0.7225, 1), abs=1e-4)
    assert share_interval(50, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


def test_a_mean_is_never_certain_and_the_surer_the_more_sessions() -> None:
    (low, high), (lower, higher) = mean_interval({94: 3}), mean_interval({94: 3_000})
    assert low < lower < 94 < higher < high
    assert high - low > 40
    assert higher - lower < 1
    wide = mean_interval({0: 500, 100: 500})
    assert wide == pytest.approx((50 - 3.09, 50 + 3.09), abs=0.05)
    assert math.isclose(sum(wide), 100)
