"""``simulate --transcripts``: whole conversations in the words of the engine, the same for the same seed, with scores."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.analysis.policies import POLICIES
from simulator.analysis.value import value_of
from simulator.cli.commands import main
from simulator.cli.printable import READABLE
from simulator.cli.sampling import Bot, seed_of
from simulator.cli.simulated_text import conversations_as_text
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Moment, Scenario, Wording
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.scoring import score
from simulator.scoring.rubric import COMPETENCIES
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.script import Script
from simulator.session.transcript import Transcript
from tests.cli.terminal import at_a_terminal, interrupted

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PUSH_ME = str(SCENARIOS / "push-me.yaml")
CONCERT = str(SCENARIOS / "concert-silence.yaml")

_WORDS = {
    "scored": "",
    "not-done": "called for and not done: ",
    "counted": "",
    "not-reached": "not reached",
    "did-not-come-up": "did not come up",
}


def output(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["simulate", *words]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(output(capsys, *words, "--json"))
    assert told["format"] == "attune/transcripts/1"
    return told


def scenario(name: str = "push-me.yaml") -> Scenario:
    found = read_scenario(FolderFiles(SCENARIOS), name).scenario
    assert found is not None
    return found


def in_many_words(told: Scenario, wordings: int) -> Scenario:
    """A scenario whose every moment is told in so many wordings, each said in words of its own."""

    def moment(one: Moment) -> Moment:
        words = (
            Wording(f"w{number}", patient=f"{one.id}, said in way {number}.", markers=one.first.markers)
            for number in range(wordings)
        )
        return replace(one, wordings=tuple(words))

    lines = {state: moment(line) for state, line in told.patient.lines.items()}
    moments = {name: moment(one) for name, one in told.moments.items()}
    return replace(told, moments=moments, patient=replace(told.patient, lines=lines))


def conversations(told: Scenario, count: int, policy: str = "random") -> list[Transcript]:
    bot = Bot(Script(told), POLICIES[policy])
    return [bot.converse(seed_of(7, number)) for number in range(1, count + 1)]


def sentences(transcript: Transcript) -> Counter[str]:
    """How often the patient says each sentence, the last words included."""
    said = [exchange.telling.patient for exchange in transcript.exchanges]
    return Counter([*said, transcript.closing.says if transcript.closing else ""])


def squeezed(text: str) -> str:
    """A text without its blanks, however its lines were broken."""
    return "".join(text.split())


# Words.


def test_with_wordings_enough_no_sentence_is_said_twice() -> None:
    told = in_many_words(scenario(), wordings=12)
    returned = 0
    for transcript in conversations(told, 200):
        assert max(sentences(transcript).values()) == 1
        moments = Counter(exchange.moment.id for exchange in transcript.exchanges)
        returned += max(moments.values()) > 1
    assert returned > 100, "moments must come back, or nothing was looked at"


@pytest.mark.parametrize("wordings", [1, 2, 3])
def test_no_sentence_is_said_twice_while_another_is_left(wordings: int) -> None:
    told = in_many_words(scenario(), wordings)
    most = 0
    for transcript in conversations(told, 200):
        often: Counter[tuple[str, str]] = Counter()
        for exchange in transcript.exchanges:
            name, words = exchange.moment.id, exchange.telling.wording.id
            assert often[name, words] == min(often[name, one.id] for one in exchange.moment.wordings)
            often[name, words] += 1
        most = max(most, *often.values())
    assert most > 1, "there must be more tellings than wordings, or nothing was looked at"


def test_a_conversation_is_what_the_engine_makes_of_its_choices_and_its_seed() -> None:
    script = Script(in_many_words(scenario(), 2))
    bot = Bot(script, POLICIES["random"])
    for seed in range(20):
        transcript = bot.converse(seed)
        session = Session(script.scenario, transcript.started, script)
        for exchange in transcript.exchanges:
            session.act(Choose(exchange.response.id) if exchange.response else StaySilent())
        assert session.transcript() == transcript


# What is printed.


@pytest.mark.parametrize("policy", [name for name, policy in POLICIES.items() if policy.tiers])
def test_every_way_of_playing_can_be_read(capsys: pytest.CaptureFixture[str], policy: str) -> None:
    told = document(capsys, PUSH_ME, "--policy", policy, "--transcripts", "2")
    assert (told["policy"], told["asked"], len(told["transcripts"])) == (policy, 2, 2)
    for transcript in told["transcripts"]:
        assert transcript["exchanges"]
        assert transcript["closing"]["verdict"] in set(Verdict)


@pytest.mark.slow
@pytest.mark.parametrize("policy", [name for name, policy in POLICIES.items() if not policy.tiers])
def test_ways_of_playing_that_look_ahead_can_be_read(capsys: pytest.CaptureFixture[str], policy: str) -> None:
    told = document(capsys, PUSH_ME, "--policy", policy, "--transcripts", "3")
    verdicts = [transcript["closing"]["verdict"] for transcript in told["transcripts"]]
    assert len(verdicts) == 3
    assert policy != "expert" or verdicts == ["repaired"] * 3


def test_json_tells_what_was_said_and_shown_and_what_it_came_to(capsys: pytest.CaptureFixture[str]) -> None:
    told = document(capsys, CONCERT, "--transcripts", "3", "--seed", "5", "--difficulty", "2")
    played = [
        Bot(Script(scenario("concert-silence.yaml"), 2), POLICIES["random"]).converse(seed_of(5, n)) for n in (1, 2, 3)
    ]
    assert [line["say"] for line in told["opening"]] == [line.say for line in played[0].scenario.opening]
    assert len({transcript["seed"] for transcript in told["transcripts"]}) == 3
    for transcript, real in zip(told["transcripts"], played, strict=True):
        assert [x["patient"] for x in transcript["exchanges"]] == [x.telling.patient for x in real.exchanges]
        assert [x["shows"] for x in transcript["exchanges"]] == [list(x.telling.shows) for x in real.exchanges]
        assert [x["say"] for x in transcript["exchanges"]] == [x.words for x in real.exchanges]
        assert [x["moment"] for x in transcript["exchanges"]] == [x.moment.id for x in real.exchanges]
        assert [x["wording"] for x in transcript["exchanges"]] == [x.telling.wording.id for x in real.exchanges]
        assert {x["tag"] for x in transcript["exchanges"]} == {None}
        assert real.closing is not None
        assert transcript["closing"]["verdict"] == real.closing.verdict
        assert transcript["closing"]["patient"] == real.closing.says
        assert transcript["closing"]["afterwards"] == real.closing.afterwards
        assert transcript["scores"]["value"] == value_of(real.closing)
        scores = {name: found["score"] for name, found in transcript["scores"]["competencies"].items()}
        assert scores == {name: found.score for name, found in score(real).competencies.items()}


def test_who_stays_silent_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = document(capsys, PUSH_ME, "--policy", "silent", "--transcripts", "1")
    exchanges = told["transcripts"][0]["exchanges"]
    assert {(x["say"], x["response"], x["move"]) for x in exchanges} == {("", None, "hold_silence")}
    assert output(capsys, PUSH_ME, "--policy", "silent", "--transcripts", "1").count("(stay silent)") == len(exchanges)


def test_the_text_reads_from_the_opening_to_the_scores(capsys: pytest.CaptureFixture[str]) -> None:
    words = (CONCERT, "--transcripts", "2", "--seed", "5")
    text, told = output(capsys, *words), document(capsys, *words)
    flat, first = squeezed(text), told["transcripts"][0]
    said = [line["say"] for line in told["opening"]]
    for exchange in first["exchanges"]:
        said += [exchange["patient"], exchange["say"] or "(stay silent)"]
    order = [f"Conversation 1 of 2 (seed {first['seed']})", *said, first["closing"]["patient"]]
    order += [first["scores"]["headline"], "Conversation 2 of 2"]
    place = 0
    for said_there in filter(None, order):
        place = flat.index(squeezed(said_there), place) + 1
    for name, found in first["scores"]["competencies"].items():
        points = "" if found["score"] is None else f"{found['score']} of 5"
        assert squeezed(f"{COMPETENCIES[name].label()}{_WORDS[found['standing']]}{points}") in flat
    assert max(map(len, text.splitlines())) <= READABLE
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    bot = Bot(Script(scenario()), POLICIES["random"])
    told = [bot.converse(1)]
    narrow, wide = (conversations_as_text(bot, told, 1, width) for width in (50, READABLE))
    assert max(map(len, narrow.splitlines())) <= 50 < max(map(len, wide.splitlines()))
    assert squeezed(narrow) == squeezed(wide)


def test_the_same_seed_gives_the_same_text_and_each_conversation_has_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = (PUSH_ME, "--transcripts", "3", "--seed", "3")
    assert output(capsys, *words) == output(capsys, *words)
    assert output(capsys, *words) != output(capsys, *words, "--seed", "4")
    three, five = document(capsys, *words), document(capsys, *words, "--transcripts", "5")
    assert five["transcripts"][:3] == three["transcripts"], "more conversations leave the first ones as they were"
    assert len({json.dumps(transcript["exchanges"]) for transcript in five["transcripts"]}) == 5


def test_a_conversation_can_be_played_again_by_its_seed(capsys: pytest.CaptureFixture[str]) -> None:
    told = document(capsys, PUSH_ME, "--transcripts", "2", "--seed", "3")["transcripts"][1]
    responses = ",".join(exchange["response"] or "silence" for exchange in told["exchanges"])
    again = ["play", PUSH_ME, "--seed", str(told["seed"]), "--responses", responses, "--no-value"]
    assert main(again) == 0
    flat = squeezed(capsys.readouterr().out)
    assert all(squeezed(exchange["patient"]) in flat for exchange in told["exchanges"])


def test_figures_come_along_where_runs_are_asked_for_too(capsys: pytest.CaptureFixture[str]) -> None:
    words = (PUSH_ME, "--transcripts", "1", "--runs", "20")
    assert document(capsys, PUSH_ME, "--transcripts", "1")["simulation"] is None
    figures = document(capsys, *words)["simulation"]
    assert (figures["format"], figures["runs"]) == ("attune/simulation/1", 20)
    alone: dict[str, Any] = json.loads(output(capsys, PUSH_ME, "--runs", "20", "--json"))
    assert figures == alone, "the conversations take no chances away from the sessions that are counted"
    text = output(capsys, *words)
    assert text.index("Conversation 1 of 1") < text.index("20 sessions by “random”")
    assert "sessions by" not in output(capsys, PUSH_ME, "--transcripts", "1")


@pytest.mark.parametrize("number", ["0", "-1", "two", "9" * 40])
def test_a_number_that_is_none_is_a_sentence(capsys: pytest.CaptureFixture[str], number: str) -> None:
    assert main(["simulate", PUSH_ME, "--transcripts", number]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)


@at_a_terminal
def test_control_c_leaves_what_was_played_whole() -> None:
    ended = interrupted("simulate", PUSH_ME, "--transcripts", str(10**9), "--json", once_shown="sessions")
    told = json.loads(ended.out)
    assert ended.code == 130
    assert 0 < len(told["transcripts"]) < told["asked"] == 10**9
    assert f"stopped after {len(told['transcripts'])} of 1000000000" in ended.shown
