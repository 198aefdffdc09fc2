"""What decisions cost: known answers on hand-made stories, and what holds for thousands of random plays."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from simulator.analysis.regret import (
    JUDGEMENTS,
    LABELS,
    NOISE,
    Judgement,
    SessionValue,
    judge,
    regret,
    share_of,
    shortest_repair,
    value_session,
)

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.paths import Way
from simulator.analysis.solve import Solution, solve
from simulator.analysis.value import GOOD_ENDINGS, HIGHEST, WHOLE_REPAIRS, value_of
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Response, ResponseWording, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Choose, StaySilent, Stop
from simulator.session.engine import Session, action_of, start
from simulator.session.script import Script
from simulator.session.vocabulary import Mode
from tests.analysis.attuned import attuned
from tests.analysis.generating import generated
from tests.analysis.stories import DRIFT, REPAIRS, SETTLES, early_exit, moment, says, story, unwinnable
from tests.builders import actions, started

RICH = (9, 30, 31, 34)
FORGIVING = (6, 7, 14)
"""Generated scenarios in which a repair often stays open after a costly sentence."""
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
        session.act(Stop())
    return session


def ids(way: Way) -> list[str]:
    return [step.response.id if step.response else "~" for step in way]


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
    assert ids(shortest_repair(solution, solution.script, start)) == ["stay", "fear", "hear"], (
        "settling is half a repair"
    )
    hopeless = solved(unwinnable)
    stuck = hopeless.script.step_of(hopeless.script.start(), "blame").after.place
    assert stuck is not None
    assert shortest_repair(hopeless, hopeless.script, stuck) == ()


def detour() -> Scenario:
    """Hushing gives the full repair away; what is left takes two turns, and is a part of it."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("stay", "fears"), says("hush", "shut"), silent="drift"),
        moment("fears", ReactionState.BLOCK, says("fear", "speaks"), says("doubt", "drift"), silent="drift"),
        moment("speaks", ReactionState.SELF_ASSERTION, says("hear", "repairs"), says("fret", "drift"), silent="drift"),
        moment("shut", ReactionState.AVOIDING, says("chat", "drift"), says("wait", "opens"), silent="drift"),
        moment("opens", ReactionState.MINIMAL, says("settle", "settles"), says("push", "drift"), silent="drift"),
        DRIFT, SETTLES, REPAIRS,
    )  # fmt: skip


def test_after_a_costly_sentence_the_shortest_repair_still_open_is_told_sentence_by_sentence() -> None:
    value = value_session(solved(detour), session_of(detour(), "hush", "wait", "settle"))
    hush, *rest = value.decisions
    assert value.turning_point is hush
    assert (hush.judgement, hush.turns_to_repair) == (Judgement.MISATTUNED, 2)
    assert [(step.moment.id, step.name) for step in hush.way] == [("shut", "wait"), ("opens", "settle")]
    assert [(d.cost, d.way) for d in rest] == [(0, ()), (0, ())], "a way is told where nothing was given away"


def test_after_a_sentence_that_closed_the_repair_off_there_is_no_way() -> None:
    value = value_session(solved(unwinnable), session_of(unwinnable(), "blame", "beg", "argue"))
    assert [d.way for d in value.decisions] == [(), (), ()]


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


def test_where_values_are_bounds_no_turning_point_is_named() -> None:
    bounds = solve(Script(detour()), Budget(states=1))
    value = value_session(bounds, session_of(detour(), "hush", stop=True))
    assert (value.exact, value.turning_point) == (False, None)
    assert [d.way for d in value.decisions] == [()]


def test_judgements_grow_with_the_cost_and_all_have_a_label() -> None:
    growing = [*(judgement for *_, judgement in JUDGEMENTS), Judgement.MISATTUNED]
    assert list(dict.fromkeys(judge(cost, 0, closed_off=False) for cost in range(HIGHEST + 1))) == growing
    assert list(dict.fromkeys(judge(0, detour, closed_off=False) for detour in range(10))) == growing
    assert judge(15, 1, closed_off=False) is Judgement.MISATTUNED, "the worse of the two counts"
    assert {judge(0, 0, closed_off=False), judge(0, 0, closed_off=True)} == {Judgement.ATTUNED, Judgement.CLOSED_OFF}
    assert set(LABELS) == set(Judgement)


def roundabout() -> Scenario:
    """Owning leads to the fear at once; dodging leads there too, a turn later, and with less trust."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("dodge", "aside"), says("own", "fears"), silent="drift"),
        moment("aside", ReactionState.AVOIDING, says("late", "fears"), says("leave", "drift"), silent="drift"),
        moment("fears", ReactionState.BLOCK, says("fear", "speaks"), says("hush", "drift"), silent="drift"),
        moment("speaks", ReactionState.SELF_ASSERTION, says("hear", "repairs"), silent="drift"),
        DRIFT, REPAIRS,
    )  # fmt: skip


def test_what_can_be_made_up_for_costs_turns_if_not_points() -> None:
    dodged = value_session(solved(roundabout), session_of(roundabout(), "dodge", "late", "fear", "hear"))
    first, *later = dodged.decisions
    assert first.cost <= NOISE
    assert (first.detour, first.judgement, first.turns_to_whole) == (1, Judgement.NEARLY, 3)
    assert first.best is not None
    assert first.best.id == "own"
    assert ids(first.way) == ["late", "fear", "hear"]
    assert [decision.judgement for decision in later] == [Judgement.ATTUNED] * 3
    straight = value_session(solved(roundabout), session_of(roundabout(), "own", "fear", "hear"))
    assert [decision.detour for decision in straight.decisions] == [0, 0, 0]


def unowned() -> Scenario:
    """Nothing was owned on the way; before the repair there would still be a chance to."""
    own = Response("own", "(own)", Move.OWN_CONTRIBUTION, quality=4, then="speaks-too")
    return story(
        moment("quiet", ReactionState.MINIMAL, says("stay", "fears"), silent="drift"),
        moment("fears", ReactionState.BLOCK, says("fear", "speaks"), silent="drift"),
        moment("speaks", ReactionState.SELF_ASSERTION, says("hear", "repairs"), own, silent="drift"),
        moment("speaks-too", ReactionState.SELF_ASSERTION, says("hear", "repairs"), silent="drift"),
        DRIFT, REPAIRS,
    )  # fmt: skip


def test_nobody_is_advised_against_a_repair_and_it_is_no_turning_point() -> None:
    value = value_session(solved(unowned), session_of(unowned(), "stay", "fear", "hear"))
    last = value.decisions[-1]
    assert last.cost > NOISE
    assert (last.judgement, last.best is last.chosen, last.detour) == (Judgement.NEARLY, True, 0)
    assert value.turning_point is None
    assert value.share is not None
    assert value.share < 100


def test_where_only_a_part_of_the_repair_is_left_points_tell_what_was_lost() -> None:
    settled = value_session(solved(early_exit), session_of(early_exit(), "stay", "hush"))
    hush = settled.decisions[1]
    assert (hush.turns_to_repair, hush.turns_to_whole, hush.detour) == (0, None, 0)
    assert hush.judgement is Judgement.MISATTUNED


@pytest.mark.parametrize("attainable", [1, 44, 100])
def test_only_the_optimum_has_a_share_of_a_hundred(attainable: int) -> None:
    shares = [share_of(reached, attainable) for reached in range(attainable + 1)]
    assert shares == sorted(shares)
    assert shares.index(100) == attainable


SHIPPED = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize("name", ["concert-silence", "homework-load", "push-me"])
def test_whoever_is_attuned_throughout_repairs_wholly_without_a_detour(name: str) -> None:
    scenario = read_scenario(FolderFiles(SHIPPED), f"{name}.yaml").scenario
    assert scenario is not None
    session = attuned(solve(Script(scenario)), scenario)
    value = value_session(solve(Script(scenario)), session)
    assert session.standing.closing is not None
    assert session.standing.closing.verdict is Verdict.REPAIRED
    assert {(d.judgement, d.detour, d.best is d.chosen) for d in value.decisions} == {(Judgement.ATTUNED, 0, True)}
    assert value.share is not None
    assert value.share >= 95
    assert any(x.move is Move.OWN_CONTRIBUTION and (x.quality or 0) >= 3 for x in session.exchanges[:2])


@cache
def random_plays(seed: int) -> tuple[tuple[Session, SessionValue], ...]:
    solution, chance = solved(seed), random.Random(seed)
    scenario = solution.script.scenario
    plays = []
    for _ in range(PLAYS):
        session = Session(scenario, started(scenario, script=solution.script), solution.script)
        while not session.ended:
            if chance.random() < 0.03:
                session.act(Stop())
            elif chance.random() < 0.2 or not session.shown():
                session.act(StaySilent())
            else:
                session.act(Choose(chance.choice(session.shown()).id))
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
        for decision in value.decisions:
            repaired = decision.turns_to_whole == 0 and decision.best is decision.chosen
            assert decision.after_chosen <= decision.before
            assert repaired or decision.before - NOISE <= decision.after_best <= decision.before
            assert decision.gave_away or decision.best is decision.chosen or decision.turns_to_repair is None
            assert not (decision.best is decision.chosen and decision.detour)


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


def plays_on(scenario: Scenario, session: Session, turn: int, way: Way) -> Session:
    """The same session up to a turn and with that, then a way instead of what was said."""
    other = Session(scenario, started(scenario))
    for event in session.events[1:]:
        action = action_of(event)
        if len(other.exchanges) == turn or action is None:
            break
        other.act(action)
    for step in way:
        assert other.standing.place is not None
        assert other.standing.place.moment is step.moment
        other.act(Choose(step.response.id) if step.response else StaySilent())
    return other


@pytest.mark.parametrize("seed", FORGIVING)
def test_whoever_goes_the_way_that_is_told_repairs_on_its_last_turn(seed: int) -> None:
    gone = 0
    for session, _ in random_plays(seed)[:200]:
        # On a script of its own: what is true for the one that was solved holds for every session of the scenario.
        scenario = session.script.scenario
        alone = Session.replay(scenario, session.events)
        for decision in value_session(solved(seed), alone).decisions:
            partly, whole = decision.turns_to_repair or 0, decision.turns_to_whole
            assert len(decision.way) == ((partly if whole is None else whole) if decision.gave_away else 0)
            if decision.way:
                gone += 1
                closing = plays_on(scenario, session, decision.turn, decision.way).standing.closing
                assert closing is not None
                assert closing.verdict in (GOOD_ENDINGS if whole is None else WHOLE_REPAIRS)
    assert gone > 20, "hardly any way was told"


def test_what_was_played_by_other_rules_has_no_price() -> None:
    solution = solved(early_exit)
    whole = session_of(early_exit(), "stay", "fear", "hear")
    first, *rest = whole.exchanges
    whole.exchanges = [first._replace(place=None), *rest]
    assert [decision.turn for decision in regret(solution, whole)] == [2, 3]


def test_the_best_is_told_in_the_words_in_which_it_was_on_offer() -> None:
    made = early_exit()
    quiet = made.moments["quiet"]
    stay = replace(quiet.responses[1], others=(ResponseWording("other", "(stay, said otherwise)"),))
    made = replace(made, moments={**made.moments, "quiet": replace(quiet, responses=(quiet.responses[0], stay))})
    told = set()
    for seed in range(8):
        script = Script(made)
        session = Session(made, start(script, Mode.LEARN, seed), script)
        offered = dict(session.sentences())["stay"]
        session.act(Choose("settle"))
        (decision,) = value_session(solve(script), session).decisions
        assert decision.best_words == offered
        told.add(offered)
    assert len(told) == 2, "the seed decides in which words it is on offer"
