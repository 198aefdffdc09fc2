"""``play``: the same bytes twice, sentences for what cannot be done, and a conversation by hand."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from simulator.cli import main
from tests.scenarios.plans import read_plan

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CONCERT = str(SCENARIOS / "concert-silence.yaml")


def planned(scenario: str, number: int = 0) -> str:
    """The responses of a planned path, as the command line wants them."""
    words, tag = [], ""
    for step in read_plan(SCENARIOS / f"{scenario}.plan")[number].instructions:
        if step.word == "tag":
            tag = step.rest[0] + ":"
        elif step.word in ("pick", "stay"):
            words.append(tag + (step.rest or "silence"))
            tag = ""
    return ",".join(words)


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["play", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("scenario", ["concert-silence", "homework-load", "push-me"])
def test_the_same_choices_give_the_same_bytes(capsys: pytest.CaptureFixture[str], scenario: str) -> None:
    words = (str(SCENARIOS / f"{scenario}.yaml"), "--responses", planned(scenario), "--json")
    first, second = output(capsys, *words), output(capsys, *words)
    assert first == second
    told = json.loads(first)
    assert told["format"] == "attune/play/1"
    assert told["verdict"] == "repaired"
    assert len(told["competencies"]) == 10
    assert all(x["why"] for x in told["exchanges"])


def test_the_report_tells_what_each_sentence_did(capsys: pytest.CaptureFixture[str]) -> None:
    told = output(capsys, CONCERT, "--responses", planned("concert-silence"))
    assert "Ines thought:" in told
    assert "own-role" in told
    assert "5 of 5" in told


def test_a_path_that_stops_in_the_middle_is_told_as_open(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(output(capsys, CONCERT, "--responses", "silence", "--json"))
    assert (told["ended"], told["verdict"], len(told["exchanges"])) == (False, None, 1)


@pytest.mark.parametrize(
    ("responses", "sentence"),
    [
        ("sing", "“sing” is not on offer at"),
        ("q:own-it", "“q:” is not a tag"),
        ("n:silence,w:w:own-it", "is not a tag"),
    ],
)
def test_a_response_that_cannot_be_given_is_a_sentence(
    capsys: pytest.CaptureFixture[str], responses: str, sentence: str
) -> None:
    assert main(["play", CONCERT, "--responses", responses]) == 1
    assert sentence in capsys.readouterr().err


def test_a_missing_file_and_a_broken_one_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["play", str(tmp_path / "none.yaml")]) == 2
    assert "no scenario file" in capsys.readouterr().err
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: scenario/1\nmoments: [", "utf-8")
    assert main(["play", str(broken)]) == 1
    assert "broken.yaml:2:" in capsys.readouterr().err


def test_a_conversation_by_hand_asks_again_and_ends_with_the_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("what?\n1\nw\n1\ns\n99\n"))
    told = output(capsys, CONCERT, "--mode", "practise")
    assert "Please answer with one of these." in told
    assert "First say what you just saw" in told
    assert "stopped" in told
