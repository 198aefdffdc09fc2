"""What decisions are worth: known answers on hand-made stories, the plain truth on small ones, and thousands of random plays."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.analysis.budget import Budget
from simulator.analysis.decision_values import (
    DecisionValue,
    JudgedOtherwise,
    Lost,
    all_known,
    decision_values,
    expected,
)
from simulator.analysis.judgements import Judgement
from simulator.analysis.paths import Way
from simulator.analysis.recommendable import recommendable
from simulator.analysis.session_value import SessionValue, value_session
from simulator.analysis.solve import Solution, solve
from simulator.analysis.value import GOOD_ENDINGS, WHOLE_REPAIRS, value_of
from simulator.scenario.document import ResponseWording, Scenario
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session, action_of, start
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from simulator.session.vocabulary import Mode
from tests.analysis.oracle import learned
from tests.analysis.playing import FEW, PLAYS, Played, few_or_many_plays, random_plays, solved
from tests.analysis.stories import DRIFT, LEAVES, REPAIRS, SETTLES, early_exit, moment, says, story, unwinnable
from tests.builders import session_of, started
from tests.quick_and_slow import quick_and_slow

RICH = (13, 23, 34, 65)
FORGIVING = (13, 34, 65)
"""Generated scenarios in which a repair often stays open after a costly sentence."""
CIRCLING = (13, 26, 48, 54, 56)
"""Generated scenarios in which the same answer to the same moment comes again and again."""


def decisions_of(scenario_of: object, *steps: str, stop: bool = False) -> tuple[DecisionValue, ...]:
    solution = solved(scenario_of)
    return decision_values(solution, session_of(solution.script.scenario, *steps, stop=stop))


def names(decisions: tuple[DecisionValue, ...]) -> list[str]:
    return [decision.best.id if decision.best else "~" for decision in decisions]


def one_question() -> Scenario:
    """One sentence decides: it repairs, settles half of it, drifts away, or sends the patient out of the room."""
    answers = (says("mend", "repairs"), says("half", "settles"), says("drop", "drift"), says("blame", "leaves"))
    return story(moment("quiet", ReactionState.MINIMAL, *answers, silent="drift"), DRIFT, SETTLES, REPAIRS, LEAVES)


def test_where_one_sentence_decides_it_costs_the_points_by_which_it_ended_below_the_best() -> None:
    values = {}
    for answer in ("mend", "half", "drop", "blame", "~"):
        (decision,) = decisions_of(one_question, answer)
        closing = session_of(one_question(), answer).standing.closing
        assert closing is not None
        values[answer] = 100 * value_of(closing)
        assert decision.after_chosen == values[answer]
        assert (decision.price, decision.ended) == (values["mend"] - values[answer], True)
        # The half-way learner comes half the way from careless play, which takes each of the five alike, to the best.
        careless = sum(
            decisions_of(one_question, each)[0].after_chosen for each in ("mend", "half", "drop", "blame", "~")
        )
        assert decision.before == pytest.approx((careless / 5 + values["mend"]) / 2, abs=5)
        assert decision.gain == values[answer] - decision.before
        assert names((decision,)) == ["mend"]
    assert values["mend"] > values["half"] > values["drop"] > values["blame"]


def test_the_better_answer_is_told_in_its_words_and_the_shortest_repair_after_the_one_that_was_given() -> None:
    early, *_ = decisions_of(early_exit, "withdrawal: settle")
    assert names((early,)) == ["stay"]
    assert early.best_words == "(stay)"
    assert (early.lost, early.turns_to_repair, early.turns_to_whole, early.way) == (Lost.WHOLE, 0, None, ())
    assert early.loss == early.attainable_before - early.attainable > 0
    full = decisions_of(early_exit, "stay", "fear", "hear")
    assert [(d.price, d.lost, d.loss, d.way) for d in full] == [(0, None, 0, ())] * 3
    assert [d.turns_to_whole for d in full] == [2, 1, 0]
    assert [d.gain > 0 for d in full] == [True] * 3, "each took the hour forward"
    assert sum(d.gain for d in full) == full[-1].after_chosen - full[0].before


def test_what_could_not_be_reached_any_more_is_told_where_it_was_lost_and_only_there() -> None:
    blame, beg, argue = decisions_of(unwinnable, "blame", "beg", "argue")
    assert [d.lost for d in (blame, beg, argue)] == [Lost.ANY, None, None]
    assert [d.turns_to_repair for d in (blame, beg, argue)] == [None, None, None]
    assert blame.judgement is Judgement.LOT
    assert beg.judgement is Judgement.AS_GOOD, "there was nothing better to say any more"
    assert names((blame, beg, argue)) == ["own", "beg", "beg"]
    assert [d.way for d in (blame, beg, argue)] == [(), (), ()]


def test_staying_silent_is_a_decision_too() -> None:
    (decision,) = decisions_of(unwinnable, "~")
    assert decision.chosen is None
    assert (decision.lost, decision.judgement) == (Lost.ANY, Judgement.LOT)


def cliff() -> Scenario:
    """Ten doors lead to the same room, in which hardly anything repairs: none of them is worth more than another by much."""
    nothing = tuple(says(f"talk-{number}", "leaves") for number in range(9))
    away = says("away", "out")
    return story(
        moment("door", ReactionState.MINIMAL, says("in", "room"), away, silent="room"),
        moment("room", ReactionState.MINIMAL, says("mend", "settles"), *nothing, silent="leaves"),
        moment("out", ReactionState.MINIMAL, *(replace(each, then="drift") for each in nothing), silent="drift"),
        DRIFT, SETTLES, LEAVES,
    )  # fmt: skip


def test_an_answer_is_judged_by_its_price_also_where_the_proof_says_that_repair_was_lost_with_it() -> None:
    """Nine of ten learners would not have found the one way that was left."""
    (away,) = decisions_of(cliff, "away")
    assert (away.lost, away.loss) == (Lost.ANY, away.attainable_before - away.attainable)
    assert away.loss * 100 > away.price, "the proof tells of a cliff, the price of a slope"


def nine_turns() -> Scenario:
    """Silence leads back to where it was kept; what mends it is one answer of four, and it takes two."""
    ways = (says("reach", "near"), says("chat", "shut"), says("press", "leaves"))
    near = (says("hear", "repairs"), says("hush", "shut"), says("blame", "leaves"))
    return story(
        moment("shut", ReactionState.EXPLORING, *ways, silent="shut"),
        moment("near", ReactionState.BLOCK, *near, silent="shut"),
        DRIFT, LEAVES, REPAIRS,
        turns=9,
    )  # fmt: skip


ORDER = list(Judgement)


def test_nine_silences_cost_more_and_more_and_are_never_called_innocent_in_between() -> None:
    nine = decisions_of(nine_turns, *["~"] * 9)
    assert {decision.chosen for decision in nine} == {None}
    assert {decision.judgement for decision in nine[:2]} == {nine[0].judgement}, "equal turns in a row are judged alike"
    (last_chance,) = [number for number, decision in enumerate(nine) if decision.lost is Lost.ANY]
    told = [ORDER.index(decision.judgement) for decision in nine[: last_chance + 1]]
    assert told == sorted(told), "with every silence fewer turns are left"
    assert ORDER[told[0]] is not Judgement.AS_GOOD
    assert told[-1] > told[0]
    assert len(nine) - 1 > last_chance, "nothing is left to be lost by the last ones"
    for before, decision in pairwise(nine):
        changed = before.judgement is not decision.judgement
        assert decision.otherwise == (JudgedOtherwise(before.turn, patient=True, remembered=False) if changed else None)
    assert sum(decision.gain for decision in nine) == nine[-1].after_chosen - nine[0].before


@pytest.mark.parametrize("played", few_or_many_plays(*RICH))
def test_prices_and_gains_add_up_exactly_from_the_first_line_to_the_last(played: Played) -> None:
    for session, value in random_plays(*played):
        assert session.standing.closing is not None
        reached = value_of(session.standing.closing)
        assert value.start + sum(d.gain for d in value.decisions) - value.stopping == 100 * reached
        assert value.stopping == 0 or session.standing.closing.stopped
        for decision, following in pairwise(value.decisions):
            assert decision.after_chosen == following.before
        for decision in value.decisions:
            assert 0 <= decision.price <= 10_000
            assert decision.best is decision.chosen or decision.price > 0
            assert decision.recommendable or decision.helped is None, "what hinders is praised for a turn"


@pytest.mark.parametrize("seed", quick_and_slow(RICH[:1], RICH[1:]))
def test_every_expectation_is_the_one_that_brute_force_finds(seed: int) -> None:
    solution = solved(seed)
    assert solution.halfway is not None
    truth = {place.number: worth for place, worth in learned(solution.script, solution.halfway.sensitivity).items()}
    for session, _ in random_plays(seed, FEW):
        for exchange, decision in zip(session.exchanges, decision_values(solution, session), strict=True):
            assert exchange.place is not None
            ahead = worths_of_choices(solution, exchange.place, truth)
            assert decision.before == pytest.approx(100 * truth[exchange.place.number], abs=1)
            chosen = decision.chosen.id if decision.chosen else "~"
            told = {chosen, *may_be_recommended(solution, exchange.place)}
            assert decision.after_best == pytest.approx(100 * max(ahead[name] for name in told), abs=1)
            assert decision.after_chosen == pytest.approx(100 * ahead[chosen], abs=1)


def may_be_recommended(solution: Solution, place: Place) -> set[str]:
    """The choices of a place that may be called better than another, by the name of the response."""
    steps = [solution.script.step(place, choice) for choice in (SILENT, *solution.script.offered(place))]
    return {step.response.id if step.response else "~" for step in steps if recommendable(place.moment, step)}


def worths_of_choices(solution: Solution, place: Place, truth: dict[int, float]) -> dict[str, float]:
    """What each choice of a place is worth by brute force, by the name of the response."""
    script = solution.script
    found: dict[str, float] = {}
    for choice in (SILENT, *script.offered(place)):
        step = script.step(place, choice)
        closing, after = step.after.closing, step.after.place
        name = step.response.id if step.response else "~"
        if closing is not None:
            found[name] = float(value_of(closing))
        else:
            assert after is not None
            found[name] = truth[after.number]
    return found


@pytest.mark.parametrize("played", few_or_many_plays(*RICH))
def test_the_proof_tells_of_each_loss_once(played: Played) -> None:
    losses: Counter[Lost | None] = Counter()
    for session, value in random_plays(*played):
        told = [decision.lost for decision in value.decisions if decision.lost is not None]
        losses.update(told)
        assert told in ([], [Lost.WHOLE], [Lost.ANY], [Lost.WHOLE, Lost.ANY])
        closing = session.standing.closing
        if closing and closing.verdict in GOOD_ENDINGS and not closing.stopped:
            assert Lost.ANY not in told
            assert value.decisions[-1].turns_to_repair == 0
        attainable = value.attainable - sum(decision.loss for decision in value.decisions)
        assert not value.decisions or attainable == value.decisions[-1].attainable
    assert losses[Lost.ANY]


@pytest.mark.parametrize("played", few_or_many_plays(*CIRCLING))
def test_what_reads_as_the_same_answer_is_judged_alike_or_what_has_changed_is_named(played: Played) -> None:
    for session, value in random_plays(*played):
        for exchange, decision in zip(session.exchanges, value.decisions, strict=True):
            told = decision.otherwise
            if told is None:
                assert_no_other_reading(session, value, exchange.turn - 1)
                continue
            then, before = session.exchanges[told.turn - 1], value.decisions[told.turn - 1]
            assert (then.moment.id, then.response) == (exchange.moment.id, exchange.response)
            assert then.before.reaction is exchange.before.reaction
            assert before.judgement is not decision.judgement
            assert told.turn < decision.turn
            assert then.place is not None
            assert exchange.place is not None
            assert told.patient == (then.before != exchange.before)
            assert told.remembered == (then.place.remembered != exchange.place.remembered)


def assert_no_other_reading(session: Session, value: SessionValue, at: int) -> None:
    """The last answer before this one that reads alike was judged as this one is; or there is none."""
    exchange, decision = session.exchanges[at], value.decisions[at]
    for then, before in list(zip(session.exchanges, value.decisions, strict=True))[:at][::-1]:
        reads_alike = (then.moment.id, then.response) == (exchange.moment.id, exchange.response)
        if reads_alike and then.before.reaction is exchange.before.reaction:
            assert before.judgement is decision.judgement
            return


@pytest.mark.slow
def test_equal_answers_that_are_judged_otherwise_name_the_turns_that_are_left() -> None:
    found = {told for seed in CIRCLING for told in changes(seed)}
    assert (False, False) in found, "in none had only the turns changed"
    assert {patient for patient, _ in found} == {False, True}


def changes(seed: int) -> set[tuple[bool, bool]]:
    told = [d.otherwise for _, value in random_plays(seed, PLAYS) for d in value.decisions]
    return {(one.patient, one.remembered) for one in told if isinstance(one, JudgedOtherwise)}


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


@pytest.mark.parametrize("played", quick_and_slow([(FORGIVING[0], FEW)], [(seed, 80) for seed in FORGIVING]))
def test_whoever_goes_the_way_that_is_told_repairs_on_its_last_turn(played: Played) -> None:
    gone = 0
    for session, _ in random_plays(*played):
        # On a script of its own: what is true for the one that was solved holds for every session of the scenario.
        scenario = session.script.scenario
        alone = Session.replay(scenario, session.events)
        for decision in value_session(solved(played[0]), alone).decisions:
            partly, whole = decision.turns_to_repair or 0, decision.turns_to_whole
            costly = decision.judgement is not Judgement.AS_GOOD
            assert costly or decision.way == ()
            if decision.way:
                gone += 1
                assert len(decision.way) >= (partly if whole is None else whole)
                closing = plays_on(scenario, session, decision.turn, decision.way).standing.closing
                assert closing is not None
                assert closing.verdict in (GOOD_ENDINGS if whole is None else WHOLE_REPAIRS)
    assert gone > played[1] / 10, "hardly any way was told"


def test_what_was_played_by_other_rules_has_no_price() -> None:
    solution = solved(early_exit)
    whole = session_of(early_exit(), "stay", "fear", "hear")
    first, *rest = whole.exchanges
    whole.exchanges = [first._replace(place=None), *rest]
    assert [decision.turn for decision in decision_values(solution, whole)] == [2, 3]
    assert all_known(solution, whole)


def test_without_an_exact_solution_or_at_a_place_that_nothing_leads_to_not_everything_is_known() -> None:
    session = session_of(early_exit(), "stay")
    assert all_known(solved(early_exit), session)
    assert not all_known(solve(Script(early_exit()), Budget(states=1)), session)
    first = session.exchanges[0]
    assert first.place is not None
    elsewhere = replace(first.place, patient=first.place.patient._replace(owned=4, ruptures=7))
    session.exchanges = [first._replace(place=elsewhere)]
    assert not all_known(solved(early_exit), session)


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


def twins() -> Scenario:
    """Two answers lead to the same."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("one", "repairs"), says("two", "repairs"), silent="drift"),
        DRIFT, REPAIRS,
    )  # fmt: skip


def test_among_equals_the_answer_that_was_given_is_the_best_and_else_the_first_in_the_file() -> None:
    solution = solved(twins)
    assert names(decisions_of(twins, "one")) == ["one"]
    assert names(decisions_of(twins, "two")) == ["two"]
    assert names(decisions_of(twins, "~")) == ["one"]
    assert expected(solution, solution.script.start()) > 0
