"""Any moment can be played from, by a history that the rules allow; broken blocks end a play there and nowhere else."""

from __future__ import annotations

import pytest

from simulator.analysis.histories import Histories, histories
from simulator.messages.message import Message
from simulator.scenario.files import PinnedFiles
from simulator.scenario.playable_draft import Playable, playable
from simulator.scenario.read import read_scenario
from simulator.services.studio_play import StudioPlay, read_plans, ways_to
from simulator.session.script import Script
from tests.scenario.texts import SHIPPED_TEXTS

CONCERT = SHIPPED_TEXTS["concert-silence.yaml"]


def whole(text: str = CONCERT) -> Playable:
    found = playable(
        read_scenario(PinnedFiles({**SHIPPED_TEXTS, "concert-silence.yaml": text}), "concert-silence.yaml")
    )
    assert isinstance(found, Playable)
    return found


def refused(text: str) -> Message:
    found = playable(
        read_scenario(PinnedFiles({**SHIPPED_TEXTS, "concert-silence.yaml": text}), "concert-silence.yaml")
    )
    assert isinstance(found, Message)
    return found


def broken(moment: str) -> str:
    """The scenario with one moment that cannot be read, but for its reaction."""
    at = CONCERT.index(f"\n  {moment}:\n")
    return CONCERT[:at] + CONCERT[at:].replace("move: ", "move: no_such_", 1)


def unreadable(moment: str) -> str:
    """The scenario with one moment of which not even the reaction can be read."""
    at = CONCERT.index(f"\n  {moment}:\n")
    return CONCERT[:at] + CONCERT[at:].replace("reaction: ", "reaction: no-such-", 1)


@pytest.mark.parametrize("target", ["meadow", "not-upset", "hoped", "quiet-goodbye", "~avoiding"])
def test_a_replayed_history_comes_to_the_moment(target: str) -> None:
    ways = ways_to(whole(), target)
    assert ways.found
    for way in ways.found:
        play = StudioPlay(whole(), way.steps)
        assert (play.here, play.broken_off) == (target, None)
        assert play.begun_at == len(way.steps)


def test_the_first_history_is_the_shortest() -> None:
    ways = ways_to(whole(), "not-upset")
    assert ways.sure
    least = len(ways.found[0].steps)
    assert not reached_within(least - 1, "not-upset")
    assert reached_within(least, "not-upset")


def reached_within(turns: int, target: str) -> bool:
    """Whether any conversation comes to a moment in so many turns: everything is tried."""
    script = Script(whole().scenario)
    layer = [script.start()]
    for _ in range(turns):
        steps = [script.step(place, choice) for place in layer for choice in (*script.offered(place), -1)]
        layer = list({s.after.place.number: s.after.place for s in steps if s.after.place is not None}.values())
        if any(place.moment.id == target for place in layer):
            return True
    return False


def test_where_the_patient_can_be_otherwise_there_are_several_histories() -> None:
    ways = ways_to(whole(), "not-upset")
    assert len({way.situation for way in ways.found}) == len(ways.found) > 1


def test_a_moment_that_nobody_comes_to_has_no_history() -> None:
    text = CONCERT.rstrip("\n") + "\n\n  never:\n    copy: boxes\n    when: turn > 99\n"
    script = Script(whole(text).scenario)
    assert histories(script, "never", most_steps=500) == Histories((), sure=False)


def test_a_play_goes_on_and_back_and_says_where_each_line_stands() -> None:
    play = StudioPlay(whole(), ways_to(whole(), "not-upset").found[0].steps)
    before = list(play.lines())
    response, words = play.offer()[0]
    play.answer(response)
    after = list(play.lines())
    assert after[len(before)].words == words
    assert after[len(before)].source == ("moments", "not-upset", "responses", response)
    assert before[-1].source[:2] == ("moments", "not-upset")
    play.take_back()
    assert list(play.lines()) == before


def test_a_changed_file_is_played_on_in_with_the_same_answers() -> None:
    play = StudioPlay(whole(), ways_to(whole(), "not-upset").found[0].steps)
    steps = play.steps
    play.reload(whole(CONCERT.replace("I wasn't upset.", "I was not upset.")))
    assert (play.steps, play.here) == (steps, "not-upset")
    answer = next(step for step in steps if step)
    play.reload(whole(CONCERT.replace(f"      {answer}:\n", f"      {answer}-2:\n")))
    assert len(play.steps) < len(steps)
    assert answer in str(play.broken_off)
    play.take_back()
    assert not play.over


def test_a_broken_moment_ends_a_play_there_and_others_are_played() -> None:
    ways = ways_to(whole(broken("meadow")), "meadow")
    play = StudioPlay(whole(broken("meadow")), ways.found[0].steps)
    assert play.over
    assert "meadow" in str(play.broken_off)
    assert not StudioPlay(whole(broken("meadow")), ways_to(whole(broken("meadow")), "boxes").found[0].steps).over


def test_an_answer_that_leads_to_what_cannot_be_read_ends_the_play() -> None:
    found = whole(unreadable("meadow"))
    assert ("silence", "") in found.dead_ends or any(moment == "silence" for moment, _ in found.dead_ends)
    play = StudioPlay(found)
    play.answer(next(answer for (moment, answer) in found.dead_ends if moment == "silence"))
    assert play.over
    assert "meadow" in str(play.broken_off)


def test_nothing_is_played_without_a_patient_or_a_start() -> None:
    assert "patient" in str(refused(CONCERT.replace("ines-carvalho.yaml", "nobody.yaml")))
    assert "silence" in str(refused(broken("silence")))


def test_a_play_is_kept_as_a_planned_path_that_says_later_what_changed() -> None:
    play = StudioPlay(whole(), ways_to(whole(), "not-upset").found[0].steps)
    plan = play.as_plan("comes to the denial")
    ((path, fault),) = read_plans(plan, whole())
    assert (path.name, fault) == ("comes to the denial", None)
    answer = next(step for step in play.steps if step)
    ((_, fault),) = read_plans(plan, whole(CONCERT.replace(f"      {answer}:\n", f"      {answer}-2:\n")))
    assert fault is not None
    assert answer in str(fault)
