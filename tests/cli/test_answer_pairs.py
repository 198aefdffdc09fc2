"""``analyse --pairs``: what was said and what follows, where nobody wrote words that take it up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.commands import main

PROJECT = Path(__file__).parents[2]
STORY = (PROJECT / "tests" / "bad" / "d616-wording-never-comes.yaml").read_text("utf-8")
ANSWERED = STORY.replace("after: offer", "after: question").replace("d616-wording-never-comes", "answered")
INES = (PROJECT / "scenarios" / "patients" / "ines-carvalho.yaml").read_text("utf-8")


def taking_nothing_up(patient: str) -> str:
    """A patient's file whose words fit any occasion: without ``after:`` and ``opens:`` and what stands below them."""
    kept, below = [], -1
    for line in patient.splitlines():
        depth = len(line) - len(line.lstrip())
        if line.strip() and depth <= below:
            below = -1
        if below < 0 and line.strip().startswith(("after:", "opens:")):
            below = depth
        if below < 0:
            kept.append(line)
    return "\n".join(kept) + "\n"


@pytest.fixture
def story(tmp_path: Path) -> str:
    """A scenario of one moment with three responses, all of which lead to the patient's own lines, which take nothing up."""
    path = tmp_path / "answered.yaml"
    (tmp_path / "patients").mkdir()
    (tmp_path / "patients" / "ines-carvalho.yaml").write_text(taking_nothing_up(INES), "utf-8")
    path.write_text(ANSWERED, "utf-8")
    return str(path)


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["analyse", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_commonest_answers_without_words_of_their_own_are_told_first(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = document(capsys, story, "--pairs", "200")
    assert (found["format"], found["scenario"], found["difficulty"]) == ("attune/pairs/1", "answered", 1)
    assert list(found["policies"]) == ["random", "noisy-expert"]
    for met in found["policies"].values():
        often = [pair["often"] for pair in met["pairs"]]
        assert often == sorted(often, reverse=True)
        assert 0 <= met["taken-up"] <= 1
    told = {(p["moment"], p["response"]): p for p in found["policies"]["random"]["pairs"] if p["moment"] == "silence"}
    # Of three responses each is taken by a third of those who play at random; none of them stays silent.
    assert sum(p["often"] for p in told.values()) == pytest.approx(1, abs=0.01)
    policy = told["silence", "policy"]
    assert (policy["move"], policy["classes"]) == ("defend_justify", ["defence"])
    assert policy["said"] == "The cancellation rule is there so that the hour stays yours."
    assert policy["follows"].startswith("~")
    assert policy["patient"] or policy["shows"]


def test_so_many_are_printed_as_were_asked_for_and_both_voices_are_read(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", story, "--pairs", "2"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n         said  ") == out.count("\n         then  ") == 4
    assert "answers that no wording of what follows takes up" in out
    assert "random: any answer" in out
    assert main(["analyse", story, "--pairs"]) == 0
    assert capsys.readouterr().out.count("         said  ") == 40


def test_an_answer_that_words_take_up_is_not_among_them(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    def first_answers(path: str) -> set[str]:
        met = document(capsys, path, "--difficulty", "2", "--pairs", "500")["policies"]["random"]["pairs"]
        return {pair["response"] for pair in met if pair["follows"] == "denies"}

    plain = Path(story)
    denies = (
        "  denies:\n    reaction: shut-down\n    marker: wd_denial\n    wordings:\n"
        "      no:\n        patient: No.\n        thinks: He must not see it.\n"
        "      rule:\n        AFTERpatient: The rule, yes.\n        thinks: Please let it be over.\n"
    )
    answers = "    responses:\n" + plain.read_text("utf-8").partition("    responses:\n")[2]
    for name, after in (("without", ""), ("within", "after: defence\n        ")):
        text = plain.read_text("utf-8") + denies.replace("AFTER", after) + answers
        (plain.parent / f"{name}.yaml").write_text(text.replace("id: answered", f"id: {name}"), "utf-8")
    without, within = (first_answers(str(plain.parent / f"{name}.yaml")) for name in ("without", "within"))
    assert "policy" in without
    assert within == without - {"policy"}


@pytest.mark.parametrize("wrong", ["0", "-1", "many", "9999999"])
def test_a_number_that_is_none_is_told_in_a_sentence(
    wrong: str, story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", story, f"--pairs={wrong}"]) == 2
    assert "is not a number of pairs" in capsys.readouterr().err


def test_with_too_small_a_budget_nothing_is_claimed(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", story, "--pairs", "--budget-states", "5"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "--budget-states" in told.err


def test_a_scenario_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "no-such.yaml", "--pairs"]) == 2
    assert "There is no scenario file" in capsys.readouterr().err
