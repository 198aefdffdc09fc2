"""``play``: the same bytes twice, what every sentence was worth, sentences for what cannot be done, a talk by hand."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.analysis.judgements import Judgement
from simulator.analysis.session_value import SessionValue, value_session
from simulator.analysis.solve import solve
from simulator.cli.commands import main
from simulator.cli.play import scripted
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.scoring.competency import Standing
from simulator.services.judgement_words import LABELS
from simulator.services.plans import read_plan
from simulator.services.worth_words import heading, judged, played, turns_that_matter
from simulator.session.engine import Session, start
from simulator.session.script import Script
from simulator.session.vocabulary import Mode
from tests.analysis.attuned import attuned
from tests.cli.terminal import ROOT, at_a_terminal, interrupted

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CONCERT = str(SCENARIOS / "concert-silence.yaml")
PUSH_ME = str(SCENARIOS / "push-me.yaml")
WALKED_OUT = ",".join(["silence"] * 7)
"""Ruth leaves when nobody ever answers her."""


def planned(scenario: str, number: int = 0) -> str:
    """The responses of a planned path, as the command line wants them."""
    words, tag = [], ""
    for step in read_plan((SCENARIOS / f"{scenario}.plan").read_text("utf-8"))[0][number].instructions:
        if step.word == "tag":
            tag = step.rest[0] + ":"
        elif step.word in ("pick", "stay"):
            words.append(tag + (step.rest or "silence"))
            tag = ""
    return ",".join(words)


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["play", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("scenario", "more"),
    [("concert-silence", ("--no-value",)), ("homework-load", ("--no-value",)), ("push-me", ())],
)
def test_the_same_choices_give_the_same_bytes(
    capsys: pytest.CaptureFixture[str], scenario: str, more: tuple[str, ...]
) -> None:
    words = (str(SCENARIOS / f"{scenario}.yaml"), "--responses", planned(scenario), "--json", *more)
    first, second = output(capsys, *words), output(capsys, *words)
    assert first == second
    told = json.loads(first)
    assert told["format"] == "attune/play/2"
    assert told["verdict"] == "repaired"
    assert len(told["competencies"]) == 10
    assert all(x["why"] for x in told["exchanges"])


def test_the_values_tell_which_words_were_said_and_where_tag_and_answer_parted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = json.loads(output(capsys, CONCERT, "--responses", "n:own-it,w:silence,silence", "--no-value", "--json"))
    for exchange in told["exchanges"]:
        assert exchange["wording"]
        assert bool(exchange["opens"]) == bool(exchange["opening"])
        assert exchange["patient"].startswith(exchange["opening"])
        assert (exchange["response-wording"] is None) == (exchange["response"] is None) == (exchange["say"] == "")
    assert told["tag-against-answer"][0] == {
        "turn": 1,
        "kind": "answered-unseen",
        "what": "You saw nothing here, and your words turned to it all the same.",
    }
    assert all({"turn", "what"} == set(found) for found in told["false-repairs"])
    assert {found["standing"] for found in told["competencies"].values()} <= set(Standing)


def test_the_report_tells_what_each_sentence_did(capsys: pytest.CaptureFixture[str]) -> None:
    told = output(capsys, CONCERT, "--responses", planned("concert-silence"), "--no-value")
    assert "Ines thought:" in told
    assert "own-role" in told
    assert "5 of 5" in told


def test_a_path_that_stops_in_the_middle_is_told_as_open(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(output(capsys, CONCERT, "--responses", "silence", "--json", "--no-value"))
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
    told = output(capsys, PUSH_ME, "--mode", "practise")
    assert "Please answer with one of these." in told
    assert "First say what you just saw" in told
    assert "stopped" in told
    assert "points that could be reached" in told
    assert "Stopping there cost more than any turn" in told


def test_where_nothing_was_said_no_share_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    told = output(capsys, PUSH_ME, "--mode", "practise")
    assert "Nothing was said" in told
    assert "%" not in told


def push_me() -> Scenario:
    scenario = read_scenario(FolderFiles(SCENARIOS), "push-me.yaml").scenario
    assert scenario is not None
    return scenario


def document(capsys: pytest.CaptureFixture[str], responses: str, *words: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(output(capsys, PUSH_ME, "--responses", responses, "--json", *words))
    return told


def value_of(responses: str, difficulty: int | None = None) -> SessionValue:
    script = Script(push_me(), difficulty)
    session = Session(script.scenario, start(script, Mode.LEARN, 0), script)
    for action in scripted(responses):
        session.act(action)
    return value_session(solve(script), session)


def test_json_tells_what_the_analysis_says_of_every_decision(capsys: pytest.CaptureFixture[str]) -> None:
    walked_out = ",".join(["silence"] * 6)  # a turn sooner than at level 1
    value = value_of(walked_out, 2)
    told = document(capsys, walked_out, "--difficulty", "2")
    assert told["format"] == "attune/play/2"
    assert value.worst is not None
    assert value.mean_price is not None
    assert told["value"] == {
        "attainable": value.attainable,
        "reached": value.reached,
        "share": value.share,
        "exact": True,
        "expected": value.start / 100,
        "mean-price": value.mean_price / 100,
        "worst-turn": value.worst.turn,
        "best-turn": value.best.turn if value.best else None,
        "stopping": 0,
    }
    assert [exchange["value"] for exchange in told["exchanges"]] == [
        {
            "before": decision.before / 100,
            "after-best": decision.after_best / 100,
            "after-chosen": decision.after_chosen / 100,
            "price": decision.price / 100,
            "gain": decision.gain / 100,
            "judgement": decision.judgement,
            "helped": decision.helped,
            "best": {"response": decision.best.id if decision.best else None, "words": decision.best_words},
            "judged-otherwise": None
            if decision.otherwise is None
            else {
                "turn": decision.otherwise.turn,
                "patient": decision.otherwise.patient,
                "remembered": decision.otherwise.remembered,
            },
            "proof": {
                "attainable-before": decision.attainable_before,
                "attainable": decision.attainable,
                "cost": decision.loss,
                "lost": decision.lost,
                "turns-to-repair": decision.turns_to_repair,
                "turns-to-whole-repair": decision.turns_to_whole,
                "way": [{"moment": step.moment.id, "response": step.name} for step in decision.way],
            },
        }
        for decision in value.decisions
    ]


def test_prices_and_proof_add_up_and_the_best_response_can_be_played(capsys: pytest.CaptureFixture[str]) -> None:
    told = document(capsys, WALKED_OUT)
    prices = [exchange["value"] for exchange in told["exchanges"]]
    heading_for = told["value"]["expected"] + sum(price["gain"] for price in prices)
    assert heading_for == pytest.approx(told["value"]["reached"])
    assert told["value"]["attainable"] - sum(p["proof"]["cost"] for p in prices) == told["value"]["reached"]
    assert {p["judgement"] for p in prices} <= set(Judgement)
    turn = told["value"]["worst-turn"]
    best = prices[turn - 1]["best"]
    better = document(capsys, ",".join([*["silence"] * (turn - 1), best["response"]]))
    assert better["exchanges"][-1]["value"]["price"] == 0
    assert best["words"]


def test_a_session_that_goes_on_has_prices_and_no_share(capsys: pytest.CaptureFixture[str]) -> None:
    told = document(capsys, "silence")
    assert (told["value"]["reached"], told["value"]["share"], told["value"]["exact"]) == (None, None, True)
    assert told["exchanges"][0]["value"]["judgement"] is not None


def test_the_report_begins_with_the_share_and_how_it_was_played_and_gives_every_sentence_its_price(
    capsys: pytest.CaptureFixture[str],
) -> None:
    value = value_of(WALKED_OUT)
    flat = " ".join(output(capsys, PUSH_ME, "--responses", WALKED_OUT).split())
    share = f"{value.share} %: {value.reached} of the {value.attainable} points that could be reached"
    how = str(played(value))
    last = value.decisions[-1]
    turns = " ".join(map(str, turns_that_matter(value)))
    places = [flat.index(words) for words in (share, how, "RUTH", f"{judged(last)} {heading(last)}", turns, "own-role")]
    assert places == sorted(places)
    assert flat.startswith(
        "You nod: Ruth Adler Ruth left at turn 7. The sign of leaving was at turn 7. Ruth said: “I never once"
    )
    assert 0 < flat.index(share) < flat.index("RUTH")
    costly = [decision for decision in value.decisions if decision.judgement is not Judgement.AS_GOOD]
    assert flat.count("Still possible here") == len(costly) > 0


def test_who_gave_the_best_answer_throughout_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    session = attuned(solve(Script(push_me())), push_me())
    best = [exchange.response.id if exchange.response else "silence" for exchange in session.exchanges]
    report = " ".join(output(capsys, PUSH_ME, "--responses", ",".join(best)).split())
    assert "How it was played: every answer was as good as any on offer." in report
    assert "With it the session came to a good end." in report
    assert "No single turn cost much." in report
    assert "Still possible here" not in report


def test_out_of_budget_the_share_is_a_bound_and_nobody_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    little = ("--budget-states", "500")
    told, exact = document(capsys, WALKED_OUT, *little), document(capsys, WALKED_OUT)
    assert (told["value"]["exact"], told["value"]["worst-turn"], told["value"]["expected"]) == (False, None, None)
    assert told["value"]["attainable"] <= exact["value"]["attainable"]
    assert told["value"]["share"] >= exact["value"]["share"]
    assert [exchange["value"] for exchange in told["exchanges"]] == [None] * 7
    report = output(capsys, PUSH_ME, "--responses", WALKED_OUT, *little)
    assert "the share is a bound, and no answer is judged" in " ".join(report.split())
    assert "At most" in report
    assert not any(str(label()) in report for label in LABELS.values())
    assert "to say again" not in report


def test_without_values_nothing_is_worked_out(capsys: pytest.CaptureFixture[str]) -> None:
    told = document(capsys, WALKED_OUT, "--no-value")
    assert told["value"] is None
    assert [exchange["value"] for exchange in told["exchanges"]] == [None] * 7
    report = output(capsys, PUSH_ME, "--responses", WALKED_OUT, "--no-value")
    assert "could be reached" not in report
    assert "Ruth left at turn 7" in report


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--budget-seconds", "nan"), "is not a number of seconds"),
        (("--budget-seconds", "-1"), "is not a number of seconds"),
        (("--budget-states", "-5"), "is not a number of states"),
        (("--budget-states", "many"), "is not a number of states"),
        (("--difficulty", "4"), "invalid choice"),
    ],
)
def test_wrong_words_are_a_sentence(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str) -> None:
    assert main(["play", PUSH_ME, "--responses", "silence", *words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert told.err.count("\n") == 1


def test_what_is_no_text_is_told_in_a_sentence() -> None:
    told = subprocess.run(
        [sys.executable, "main.py", "play", PUSH_ME],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        input=b"\xff\n",
        capture_output=True,
        check=False,
    )
    assert told.returncode == 1
    assert told.stderr.decode().count("\n") == 1
    assert "not text in the encoding" in told.stderr.decode()


@at_a_terminal
def test_control_c_while_prices_are_worked_out_still_tells_what_was_played() -> None:
    ended = interrupted("play", PUSH_ME, "--responses", WALKED_OUT, once_shown="turn 1,")
    assert ended.code == 130
    assert "Traceback" not in ended.shown
    assert "Ruth left at turn 7" in ended.out
    assert "could be reached" not in ended.out
