"""What a session remembers is kept in a state only as long as something can still ask about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.memory_merging import MemoryMerging
from simulator.analysis.reaction_reach import ReactionReach
from simulator.analysis.solve import solve
from simulator.scenario.conditions import Compare, Condition, Flag, Gauge, Relation, Seen
from simulator.scenario.document import Ending, Moment, Scenario
from simulator.session.memory import VISITS_CAP
from simulator.session.script import Script
from tests.analysis.stories import DRIFT, SETTLES, ending, moment, says, story

R = ReactionState
EVERYTHING = (1 << 12) - 1


def to_and_fro(*more: Moment, when: Condition | None = None) -> Scenario:
    """Two moments that lead to each other; in the second a way out is offered under a condition."""
    out = says("out", "settles", when=when)
    made = story(
        moment("here", R.MINIMAL, says("go", "there", Move.EXPLORE_EXPERIENCE), silent="there"),
        moment("there", R.AVOIDING, says("back", "here", Move.EXPLORE_EXPERIENCE), out, silent="here"),
        *more,
        DRIFT,
        SETTLES,
    )
    return replace(made, flags=("told",))


def kept(scenario: Scenario, where: str, state: ReactionState, turns_left: int) -> frozenset[str]:
    """What of everything that could be remembered is kept in a moment."""
    script = Script(scenario)
    merging = MemoryMerging(script, ReactionReach(script))
    number = [each.id for each in scenario.every_moment()].index(where)
    left, memory = merging.kept(EVERYTHING, number, state, turns_left), script.memory
    names = {f"flag {name}": bit for name, bit in memory.flags.items()}
    names |= {f"seen {name}": bit for name, bit in memory.moments.items()}
    names |= {f"visits {name}": VISITS_CAP << shift for name, shift in memory.counted.items()}
    return frozenset(name for name, bits in names.items() if left & bits == bits)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (Seen("here"), "seen here"),
        (Flag("told"), "flag told"),
        (Compare(Gauge.VISITS, Relation.AT_LEAST, 2), "visits there"),
    ],
)
def test_what_a_response_asks_is_kept_until_its_moment_can_come_no_more(when: Condition, told: str) -> None:
    scenario = to_and_fro(when=when)
    assert kept(scenario, "there", R.AVOIDING, 1) == {told}
    assert kept(scenario, "here", R.MINIMAL, 2) == {told}
    assert kept(scenario, "here", R.MINIMAL, 1) == frozenset()
    assert kept(scenario, "there", R.AVOIDING, 0) == frozenset()


def once(name: str) -> Moment:
    return replace(moment(name, R.AVOIDING, says("back", "here"), silent="here"), once=True)


def test_a_moment_that_is_told_once_matters_no_more_when_the_hour_ends_whichever_follows() -> None:
    scenario = to_and_fro(once("secret"))
    assert kept(scenario, "here", R.MINIMAL, 1) == frozenset()
    assert kept(scenario, "here", R.MINIMAL, 2) == {"seen secret"}


@pytest.mark.parametrize(("before", "told"), [(True, {"seen secret"}), (False, frozenset())])
def test_it_matters_to_the_end_where_an_ending_waits_behind_it(before: bool, told: frozenset[str]) -> None:
    secret, gone = once("secret"), ending("gone", R.AVOIDING, Ending.LEFT)
    scenario = to_and_fro(*((secret, gone) if before else (gone, secret)))
    assert kept(scenario, "here", R.MINIMAL, 1) == told


def test_the_condition_of_a_moment_is_asked_to_the_end() -> None:
    secret = replace(once("secret"), once=False, when=Seen("there"))
    assert kept(to_and_fro(secret), "here", R.MINIMAL, 1) == {"seen there"}


def test_states_that_differ_in_nothing_else_are_one() -> None:
    scenario = to_and_fro(once("secret"), when=Flag("told"))
    solution = solve(Script(scenario))
    last = solution.layers[-1]
    memories = {solution.options.memories.known[number] for number in last.memories.tolist()}
    assert memories <= {0, Script(scenario).memory.flags["told"]}
