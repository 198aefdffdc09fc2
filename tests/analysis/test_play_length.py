"""How long a conversation lasts: by the words that are read in it, and by the turns somebody takes who chooses well half the time."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.play_length import simulated_minutes
from simulator.analysis.solve import solve
from simulator.scenario.document import Scenario
from simulator.scenario.reading_pace import WORDS_PER_MINUTE, minutes_for
from simulator.session.script import Script
from tests.analysis.stories import DRIFT, REPAIRS, loop, moment, says, story
from tests.telling import retold


def minutes(scenario: Scenario) -> int | None:
    script = Script(scenario)
    return simulated_minutes(solve(script), script)


def test_every_turn_of_an_hour_that_nothing_ends_is_read_and_answered() -> None:
    told = "word " * WORDS_PER_MINUTE
    made = loop(None, turns=8)
    wordy = replace(made, moments={name: retold(one, patient=told) for name, one in made.moments.items()})
    assert minutes(wordy) == minutes_for(8 * (WORDS_PER_MINUTE + 1), 8), "and one word is that of the answer"


def test_whoever_knows_the_better_answer_takes_the_longer_way_more_often_than_not() -> None:
    """One answer of two goes on, in many words, to the only repair; careless play, silent or not, would hear it a third of the time."""
    quiet = moment("quiet", ReactionState.MINIMAL, says("away", "drift"), says("stay", "long"), silent="drift")
    long = moment("long", ReactionState.BLOCK, says("own", "repairs"), silent="repairs")
    made = story(quiet, retold(long, patient="word " * 20 * WORDS_PER_MINUTE), DRIFT, REPAIRS)
    assert minutes(made) == minutes_for(20 * WORDS_PER_MINUTE + 4, 2)


def test_where_not_everything_was_tried_nobody_knows_how_long_it_lasts() -> None:
    script = Script(loop(None))
    assert simulated_minutes(solve(script, Budget(states=1)), script) is None
