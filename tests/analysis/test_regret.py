"""What decisions cost: known answers on hand-made stories, and what holds for thousands of random plays."""

from __future__ import annotations

import random
from functools import cache

import pytest

from simulator.analysis.regret import (
    JUDGEMENTS,
    LABELS,
    Judgement,
    SessionValue,
    best_way,
    judge,
    regret,
    share_of,
    shortest_repair,
    value_session,
)
from simulator.analysis.solve import Budget, Solution, solve
from simulator.analysis.value import GOOD_ENDINGS, HIGHEST, value_of
from simulator.scenario.document import Response, Scenario
from simulator.session import Chose, Script, Session, StayedSilent, Stopped
from tests.analysis.generating import generated
from tests.analysis.stories import early_exit, unwinnable
from tests.builders import actions, started

RICH = (65, 218, 273, 386)
PLAYS = 600


@cache
def solved(scenario_of: object) -> Solution:
    scenario = generated(scenario_of) if isinstance(scenario_of, int) else scenario_of()  # type: ignore[operator]
    return solve(Script(scenario))


def session_of(scenario: Scenario, *steps: str, stop: bool = False) -> Session:
    session = Session(scenario, started(scenario))
    for step in steps:
        for action in actions(step):
            session.act(action)
    if stop:
        session.act(Stopped(1_000))
    return session


def ids(way: tuple[tuple[object, Response | None], ...]) -> list[str]:
    return [response.id if response else "~" for _, response in way]


def test_settling_early_costs_the_difference_to_the_repair_that_was_possible() -> None:
    solution = solved(early_exit)
    full = value_session(solution, session_of(early_exit(), "stay", "fear", "hear"))
    early = value_session(solution, session_of(early_exit(), "withdrawal: settle"))
    assert full.reached == full.attainable == early.attainable
    assert (full.share, full.turning_point, [d.cost for d in full.decisions]) == (100, None, [0, 0, 0])
    assert [d.judgement for d in full.decisions] == [Judgement.ATTUNED] * 3
    assert [d.turns_to_repair for d in full.decisions] == [1, 1, 0]
    assert early.reached is not None
    (decision,) = early.decisions
    assert decision.cost == early.attainable - early.reached > 0
    assert decision.best is not None
    assert (decision.best.id, decision.best_words) == ("stay", "(stay)")
    assert early.turning_point is decision
    assert early.share is not None
    assert early.share < 100


def test_the_sentence_after_which_nothing_could_be_repaired_closed_it_off() -> None:
    value = value_session(solved(unwinnable), session_of(unwinnable(), "blame", "beg", "argue"))
    assert [d.judgement for d in value.decisions] == [
        Judgement.CLOSED_OFF,
        Judgement.ATTUNED,
        Judgement.MISATTUNED,
    ]
    assert value.turning_point is value.decisions[0]
    assert [d.turns_to_repair for d in value.decisions] == [None, None, None]
    assert [d.best.id if d.best else "" for d in value.decisions] == ["own", "beg", "beg"]


def test_staying_silent_is_a_decision_too() -> None:
    (decision,) = regret(solved(unwinnable), session_of(unwinnable(), "~"))
    assert decision.chosen is None
    assert decision.judgement is Judgement.CLOSED_OFF


def test_ways_still_open_are_told_sentence_by_sentence() -> None:
    solution = solved(early_exit)
    start = solution.script.start()
    assert ids(shortest_repair(solution, start)) == ["settle"]
    assert ids(best_way(solution, start)) == ["stay", "fear", "hear"]
    stuck = solved(unwinnable).script.step_of(solved(unwinnable).script.start(), "blame").after.place
    assert stuck is not None
    assert shortest_repair(solved(unwinnable), stuck) == ()
    assert ids(best_way(solved(unwinnable), stuck))[0] == "beg"


def test_stopping_gives_away_what_was_still_open_and_a_session_that_goes_on_has_no_share() -> None:
    solution = solved(early_exit)
    stopped = value_session(solution, session_of(early_exit(), "stay", stop=True))
    assert stopped.reached is not None
    assert stopped.stopping == stopped.attainable - stopped.reached > 0
    assert stopped.turning_point is None
    going_on = value_session(solution, session_of(early_exit(), "stay"))
    assert (going_on.reached, going_on.share, going_on.stopping) == (None, None, 0)
    assert len(going_on.decisions) == 1


def test_without_an_exact_solution_nobody_is_judged() -> None:
    bounds = solve(Script(early_exit()), Budget(states=1))
    value = value_session(bounds, session_of(early_exit(), "stay", "fear", "hear"))
    assert not value.exact
    assert [d.judgement for d in value.decisions[:2]] == [None, None]


def test_judgements_grow_with_the_cost_and_all_have_a_label() -> None:
    judged = [judge(cost, closed_off=False) for cost in range(HIGHEST + 1)]
    assert list(dict.fromkeys(judged)) == [*(j for _, j in JUDGEMENTS), Judgement.MISATTUNED]
    assert {judged[0], judge(0, closed_off=True)} == {Judgement.ATTUNED, Judgement.CLOSED_OFF}
    assert set(LABELS) == set(Judgement)


@pytest.mark.parametrize("attainable", [1, 44, 100])
def test_only_the_optimum_has_a_share_of_a_hundred(attainable: int) -> None:
    shares = [share_of(reached, attainable) for reached in range(attainable + 1)]
    assert shares == sorted(shares)
    assert shares.index(100) == attainable


@cache
def random_plays(seed: int) -> tuple[tuple[Session, SessionValue], ...]:
    solution, chance = solved(seed), random.Random(seed)
    scenario = solution.script.scenario
    plays = []
    for _ in range(PLAYS):
        session = Session(scenario, started(scenario), solution.script)
        while not session.ended:
            if chance.random() < 0.03:
                session.act(Stopped(1))
            elif chance.random() < 0.2 or not session.shown():
                session.act(StayedSilent(1))
            else:
                session.act(Chose(chance.choice(session.shown()).id, 1))
        plays.append((session, value_session(solution, session)))
    return tuple(plays)


def reached_and_share(value: SessionValue) -> tuple[int, int]:
    assert value.reached is not None
    assert value.share is not None
    return value.reached, value.share


@pytest.mark.parametrize("seed", RICH)
def test_a_higher_repair_value_never_gets_a_lower_share_whatever_the_length(seed: int) -> None:
    plays = random_plays(seed)
    ranked = sorted(reached_and_share(value) for _, value in plays)
    shares = [share for _, share in ranked]
    assert shares == sorted(shares)
    assert len({len(session.exchanges) for session, _ in plays}) > 2, "all plays are of one length"
    assert len({reached for reached, _ in ranked}) > 5, "all plays are worth the same"
    assert all((share == 100) == (reached == value.attainable) for (reached, share), value in _pairs(plays))


def _pairs(plays: tuple[tuple[Session, SessionValue], ...]) -> list[tuple[tuple[int, int], SessionValue]]:
    return [(reached_and_share(value), value) for _, value in plays]


@pytest.mark.parametrize("seed", RICH)
def test_what_decisions_cost_adds_up_to_what_was_given_away(seed: int) -> None:
    for session, value in random_plays(seed):
        assert session.standing.closing is not None
        assert value.reached == value_of(session.standing.closing)
        given_away = sum(decision.cost for decision in value.decisions) + value.stopping
        assert value.attainable - given_away == value.reached
        assert value.stopping == 0 or session.standing.closing.stopped
        assert all(d.before == d.after_best >= d.after_chosen for d in value.decisions)
        assert all(d.best is d.chosen for d in value.decisions if not d.cost)


@pytest.mark.parametrize("seed", RICH)
def test_a_session_that_ended_repaired_never_closed_repair_off(seed: int) -> None:
    repaired = 0
    for session, value in random_plays(seed):
        closing = session.standing.closing
        if closing and closing.verdict in GOOD_ENDINGS and not closing.stopped:
            repaired += 1
            assert Judgement.CLOSED_OFF not in {d.judgement for d in value.decisions}
            assert value.decisions[-1].turns_to_repair == 0
    assert repaired
