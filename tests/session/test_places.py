"""What is logged of a place leads back to exactly that place, and names only what the scenario asks about."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.scenario.conditions import Compare, Gauge, Not, Relation, Seen
from simulator.scenario.document import Response, Scenario, Wording
from simulator.session.actions import Choose
from simulator.session.engine import Session, outcome_of
from simulator.session.events import Ended, Next, Outcome
from simulator.session.script import Script
from simulator.session.vocabulary import Mode
from simulator.session.wording_choice import Telling
from tests.analysis.generating import generated
from tests.builders import free_scenario, started
from tests.session.made_events import NAMES, played, script_of, sessions
from tests.telling import one_moment


@settings(max_examples=80, deadline=None)
@given(sessions)
def test_every_logged_outcome_leads_back_to_its_place(session: Session) -> None:
    script = session.script
    places = [exchange.place for exchange in session.exchanges]
    logged = [outcome for event in session.events if (outcome := outcome_of(event)) is not None]
    assert [script.place_of(outcome) for outcome in logged[: len(places)]] == places
    last = session.standing.place
    assert script.place_of(logged[-1]) == last


def test_places_that_are_led_back_to_remember_moments_visits_and_flags() -> None:
    remembered = {"seen": 0, "visits": 0, "flags": 0}
    for world in range(60):
        for event in played(script_of(world, 2), random.Random(world), stops=0).events:
            outcome = outcome_of(event)
            if outcome is not None and isinstance(outcome.then, Next):
                remembered["seen"] += len(outcome.then.seen)
                remembered["visits"] += len(outcome.then.visits)
                remembered["flags"] += len(outcome.then.flags)
    assert min(remembered.values()) > 10, remembered


STAY = Response("stay", "-", Move.REFOCUS, sets=("told",), then="quiet", because="-")
AGAIN = Response("again", "-", Move.REFOCUS, when=Compare(Gauge.VISITS, Relation.AT_LEAST, 2))
FRESH = Response("fresh", "-", Move.REFOCUS, when=Not(Seen("other")))


def asking() -> Scenario:
    """A scenario that asks whether “other” was seen, how often “quiet” was, and whether something was told."""
    quiet = one_moment("quiet", ReactionState.MINIMAL, "-", responses=(STAY, AGAIN, FRESH))
    other = one_moment("other", ReactionState.COMPLAINT, "-", responses=(replace(STAY, sets=()),))
    unasked = one_moment("unasked", ReactionState.MIXED, "-", responses=(STAY,))
    moments = {moment.id: moment for moment in (quiet, other, unasked)}
    return replace(free_scenario(difficulty=1), moments=moments, start="quiet", flags=("told", "never"))


def test_an_outcome_names_only_what_something_asks_about_and_counts_up_to_three() -> None:
    session = Session(made := asking(), started(made))
    nexts = [session.started.outcome]
    for _ in range(4):
        session.act(Choose("stay"))
        nexts.append(outcome_of(session.events[-1]))
    told = [(n.then.seen, n.then.visits, n.then.flags) for n in nexts if n and isinstance(n.then, Next)]
    assert told == [
        ((), (("quiet", 1),), ()),
        ((), (("quiet", 2),), ("told",)),
        ((), (("quiet", 3),), ("told",)),
        ((), (("quiet", 3),), ("told",)),
        ((), (("quiet", 3),), ("told",)),
    ]


@pytest.mark.parametrize(
    "unknown",
    [
        Next("nowhere", "first", 2),
        Next("~nobody", "first", 2),
        Next("quiet", "first", 2, seen=("unasked",)),
        Next("quiet", "first", 2, visits=(("other", 1),)),
        Next("quiet", "first", 2, flags=("sung",)),
    ],
)
def test_a_place_that_this_scenario_does_not_have_is_none(unknown: Next) -> None:
    script = Script(asking())
    state = script.start().patient
    assert script.place_of(Outcome(state, unknown)) is None
    assert (
        script.place_of(Outcome(state, Next("quiet", "first", 2, ("other",), (("quiet", 9),), ("told",)))) is not None
    )


def test_an_end_is_no_place() -> None:
    script = Script(asking())
    then = Next("quiet", "first", 1, (), (("quiet", 1),), ())
    assert script.next(script.start(), Telling(Wording())) == then
    session = Session(made := free_scenario(turns=1), started(made))
    session.act(Choose("press_on"))
    outcome = outcome_of(session.events[-1])
    assert outcome is not None
    assert isinstance(outcome.then, Ended)
    assert session.script.place_of(outcome) is None


def test_another_script_of_the_same_scenario_finds_the_same_place() -> None:
    for world in (*NAMES, 3, 8):
        session = played(script_of(world, 2), random.Random(1), Mode.PRACTISE)
        fresh = Script(session.script.scenario, 2)
        for exchange, event in zip(
            session.exchanges, [e for e in session.events if outcome_of(e) is not None], strict=False
        ):
            outcome = outcome_of(event)
            assert outcome is not None
            found, place = fresh.place_of(outcome), exchange.place
            assert found is not None
            assert place is not None
            assert (found.moment, found.patient, found.turn, found.remembered) == (
                place.moment,
                place.patient,
                place.turn,
                place.remembered,
            )


def test_worlds_made_at_random_name_lines_of_the_bank_as_patients_do() -> None:
    assert {line.id for line in generated(1).patient.lines.values()} == {f"~{state}" for state in ReactionState}
