"""What is called possible never hinders, is never a silence that leaves a question unanswered, and is told in both voices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

import pytest

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.analysis.decision_values import DecisionValue, decision_at
from simulator.analysis.session_value import value_session
from simulator.analysis.solve import Solution, solve
from simulator.messages.message import Message
from simulator.scenario.document import Moment, Response, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.services.model_statements import MODELS
from simulator.services.what_was_possible import Possible, what_was_possible
from simulator.services.worth_words import better_words, judged
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import SILENT, Script, Step
from simulator.session.vocabulary import Mode, Tag
from tests.builders import free_scenario, started
from tests.quick_and_slow import quick_and_slow
from tests.ui.stored import small

SCENARIOS: Final = Path(__file__).parents[2] / "scenarios"
SHIPPED: Final = sorted(path.name for path in SCENARIOS.glob("*.yaml"))
PLAYS: Final = 3
SEED: Final = 10
PRAISE: Final = ("As good as any", "helped.", "helped a lot.")


def two_turns() -> Scenario:
    """A scenario in which everything can be said, twice."""
    return free_scenario(turns=2)


def small_in_five_turns() -> Scenario:
    """The small scenario of the window, in an hour of two planned turns and the three that the first level adds."""
    return replace(small(), turns=2)


@cache
def shipped(name: str) -> Solution:
    scenario = read_scenario(FolderFiles(SCENARIOS), name).scenario
    assert scenario is not None
    return solve(Script(scenario))


def hinders(moment: Moment, answer: Response | None) -> bool:
    """Whether an answer is of those that are never called good."""
    if answer is None:
        return moment.asks is True
    return any(map(is_hindering, (answer.move, *answer.also)))


def every_turn(script: Script) -> Iterator[tuple[Place, Step]]:
    """Every place that can be reached, with everything that can be done there."""
    seen: set[int] = set()
    waiting = [script.start()]
    while waiting:
        place = waiting.pop()
        if place.number in seen:
            continue
        seen.add(place.number)
        for choice in (*script.offered(place), SILENT):
            step = script.step(place, choice)
            yield place, step
            if step.after.place is not None:
                waiting.append(step.after.place)


def assert_told_well(decision: DecisionValue, step: Step) -> None:
    """What is said of one answer: no praise of what hinders, no advice that hinders, and a model where nothing helps."""
    told = str(judged(decision))
    if hinders(decision.moment, decision.chosen) or is_hindering(step.appraisal.played):
        assert decision.helped is None
        assert not any(praise in told for praise in PRAISE), told
    advice = decision.advice
    assert (better_words(decision) is None) == (advice is None)
    if advice is not None:
        assert not hinders(decision.moment, advice.response)
        assert not any(hinders(said.moment, said.response) for said in advice.way)
    assert not any(hinders(said.moment, said.response) for said in decision.way)
    if decision.best is not decision.chosen:
        assert not hinders(decision.moment, decision.best)
        assert advice is not None or decision.price < 300


@pytest.mark.parametrize("scenario_of", quick_and_slow([two_turns], [small_in_five_turns]))
def test_no_reachable_turn_of_a_small_scenario_calls_a_hindering_answer_good(
    scenario_of: Callable[[], Scenario],
) -> None:
    solution = solve(Script(scenario_of()))
    walked = 0
    for place, step in every_turn(solution.script):
        assert_told_well(decision_at(solution, solution.script, place, step), step)
        walked += 1
    assert walked > 100


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_sampled_turns_of_the_shipped_scenarios_call_no_hindering_answer_good(name: str) -> None:
    solution, random = shipped(name), Random(SEED)
    for _ in range(PLAYS):
        place: Place | None = solution.script.start()
        while place is not None:
            steps = [solution.script.step(place, choice) for choice in (*solution.script.offered(place), SILENT)]
            for step in steps:
                assert_told_well(decision_at(solution, solution.script, place, step), step)
            place = random.choice(steps).after.place


def offering(*responses: str) -> Scenario:
    """A scenario of one question, with only these responses to it."""
    scenario = free_scenario(turns=3)
    first = scenario.moments[scenario.start]
    few = tuple(response for response in first.responses if response.id in responses)
    return replace(scenario, moments={first.id: replace(first, responses=few, asks=True)})


def test_where_everything_on_offer_hinders_a_statement_of_our_own_stands_instead() -> None:
    for answer in ("retreat", "press_on", "blame_interpret"):
        scenario = offering("retreat", "press_on", "blame_interpret")
        session = Session(scenario, started(scenario))
        session.act(Choose(answer))
        (decision,) = value_session(solve(session.script), session).decisions
        assert decision.none_helped
        assert str(judged(decision)) == "None of the answers here would have helped much."
        assert possible_in(session)[1] == Possible(model=MODELS[ReactionState.MINIMAL]())


def test_of_two_answers_the_one_that_does_not_hinder_is_what_was_possible() -> None:
    scenario = offering("retreat", "own_contribution-4")
    session = Session(scenario, started(scenario))
    session.act(Choose("retreat"))
    assert possible_in(session)[1].steps[0].you == "(own_contribution 4)"


def possible_in(session: Session) -> dict[int, Possible]:
    solution = solve(session.script)
    return dict(what_was_possible(session, value_session(solution, session)))


@pytest.mark.parametrize("mode", list(Mode))
def test_what_was_possible_is_told_in_the_words_in_which_it_would_have_been_told(mode: Mode) -> None:
    scenario = small()
    session = Session(scenario, started(scenario, mode))
    for answer in ("explain-time", None):
        session.act(GiveTag(Tag.NOTHING))
        session.act(StaySilent() if answer is None else Choose(answer))
    found = possible_in(session)
    first = found[1].steps[0]
    alone = Session(scenario, started(scenario, mode))
    alone.act(GiveTag(Tag.NOTHING))
    offered = dict(alone.sentences())
    (answer,) = [name for name, words in offered.items() if words == first.you]
    assert answer in ("own-clock", "ask-quiet")
    alone.act(Choose(answer))
    assert (first.says, first.shows, first.sign) == (alone.telling.patient, alone.telling.shows, alone.sign)
    assert session.exchanges[0].words != first.you
    assert len(session.exchanges) == 2, "the session itself stays as it was"


def test_every_state_in_which_somebody_is_answered_has_a_statement() -> None:
    assert set(MODELS) == set(ReactionState) - {ReactionState.TRANSFER, ReactionState.LEFT}
    assert all(isinstance(sentence(), Message) for sentence in MODELS.values())
