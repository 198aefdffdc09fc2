"""Thousands of courses at random: every reason that is told of a step is true of it, and no two of them are opposite."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import ReactionState, is_rupture
from simulator.patient.gauges import Change
from simulator.patient.leaving import LOWEST_ALLIANCE
from simulator.patient.opposite_reasons import OPPOSITES
from simulator.patient.reasons import CELL, Direction, Why, distance_to_repair
from simulator.patient.state import RUPTURE_CAP, Past, PatientState
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.script import Script
from simulator.session.transcript import Exchange
from tests.analysis.generating import generated
from tests.builders import started

ROOT: Final = Path(__file__).parents[2] / "scenarios"
SILENCE_NOW_AND_THEN: Final = 0.12


def nearer(x: Exchange) -> bool:
    return distance_to_repair(x.appraisal.state.reaction) < distance_to_repair(x.before.reaction)


def same(x: Exchange) -> bool:
    return x.appraisal.state.reaction is x.before.reaction


def left(x: Exchange) -> bool:
    return x.appraisal.state.reaction is ReactionState.LEFT


def signing(state: PatientState) -> bool:
    return bool(state.past & Past.LEAVING)


def goes(x: Exchange) -> bool:
    return left(x) or bool(x.appraisal.state.past & (Past.LEAVING | Past.PARTED))


def circled(x: Exchange) -> bool:
    return Why.CIRCLED in x.appraisal.why and goes(x)


def invited(x: Exchange) -> bool:
    return bool(x.before.past & Past.INVITED)


def heartless(x: Exchange) -> bool:
    return not x.appraisal.state.alliance.at_least(LOWEST_ALLIANCE)


def owned(x: Exchange, *qualities: int) -> bool:
    return x.move is Move.OWN_CONTRIBUTION and x.quality in qualities


def shut(x: Exchange) -> bool:
    return not x.appraisal.opened and (x.appraisal.rupture or not nearer(x))


def lowered(exchange: Exchange) -> bool:
    """Whether the answer costs something of how it feels, as far as it can, beside what an author adds or takes."""
    change, before, response = exchange.appraisal.change, exchange.before.alliance, exchange.response
    added = response.change if response is not None else Change()
    of_move = (change.bond - added.bond, change.task - added.task, change.goal - added.goal)
    return min(of_move) < 0 or not before.bond


TRUE_OF: Final[Mapping[str, Callable[[Exchange], bool]]] = {
    Direction.OPENS: lambda x: nearer(x) and not x.appraisal.rupture,
    Direction.HOLDS: lambda x: same(x) or circled(x),
    Direction.SLIPS: lambda x: goes(x) or (not same(x) and (x.appraisal.rupture or not nearer(x))),
    Why.REPAIR_HOLDS: lambda x: same(x) and x.before.reaction is ReactionState.REPAIRED,
    Why.OWNED_NOT: lambda x: owned(x, 0, 1) and x.appraisal.played is Move.REASSURE_EARLY,
    Why.OWNED_VAGUELY: lambda x: owned(x, 2) and x.before.owned < 3,
    Why.OWNED_VAGUELY_NOW: lambda x: owned(x, 2) and x.before.owned >= 3,
    Why.TOO_OFTEN: lambda x: x.move is x.before.last_move and x.appraisal.played is Move.PRESS_ON,
    Why.SILENT_TOO_OFTEN: lambda x: x.move is Move.HOLD_SILENCE and x.appraisal.played is Move.RETREAT,
    Why.GATE_OPEN_OWNED: lambda x: x.appraisal.opened and x.before.owned >= 3 and nearer(x),
    Why.GATE_OPEN_TRUST: lambda x: x.appraisal.opened and x.before.owned < 3 and nearer(x),
    Why.HARMLESS_OWNED: lambda x: x.appraisal.opened and x.before.owned >= 3 and same(x),
    Why.HARMLESS_TRUST: lambda x: x.appraisal.opened and x.before.owned < 3 and same(x),
    Why.GATE_CLOSED: lambda x: shut(x) and x.before.owned < 3,
    Why.GATE_CLOSED_STILL: lambda x: shut(x) and x.before.owned < 3 and owned(x, 3, 4),
    Why.GATE_CLOSED_FIRST: lambda x: shut(x) and not x.before.past & Past.TRIED,
    Why.EASED_ONLY: lambda x: not x.appraisal.opened and nearer(x) and x.before.owned < 3,
    Why.EASED_ONLY_FIRST: lambda x: not x.appraisal.opened and nearer(x) and not x.before.past & Past.TRIED,
    Why.INVITED: lambda x: invited(x) and nearer(x) and not x.appraisal.rupture,
    Why.UNINVITED: lambda x: not invited(x) and (x.appraisal.rupture or not nearer(x)),
    Why.UNINVITED_HOLDS: lambda x: not invited(x) and (same(x) or circled(x)),
    Why.CAUSE_REMEDIED: lambda x: x.appraisal.state.reaction is ReactionState.REPAIRED and x.before.owned >= 2,
    Why.PARTING_TOO_SOON: lambda x: same(x) and x.move is Move.DISCUSS_FIT,
    Why.LATE_SLIP: lambda x: not x.before.past & Past.GUARD_RESPECTED and not nearer(x),
    Why.SECONDARY: lambda x: x.appraisal.secondary and not is_hindering(x.move),
    Why.STRAINED_AGAIN: lambda x: x.appraisal.secondary and is_hindering(x.appraisal.played),
    Why.DROPPED_OUT: lambda x: goes(x) and heartless(x),
    Why.WORN_OUT: lambda x: goes(x) and not heartless(x) and x.appraisal.state.ruptures >= RUPTURE_CAP,
    Why.UNANSWERED: lambda x: x.move is Move.HOLD_SILENCE and x.appraisal.played is Move.RETREAT,
    Why.FORGIVEN: lambda x: (
        (same(x) or goes(x)) and is_hindering(x.appraisal.played) and not x.before.past & Past.HINDERED and lowered(x)
    ),
    Why.UNOWNED: lambda x: same(x) and x.appraisal.state.owned < 2,
    Why.STUCK: lambda x: x.appraisal.rupture and is_rupture(x.before.reaction),
    Why.CIRCLED: goes,
    Why.SIGN_GIVEN: lambda x: signing(x.appraisal.state) and not left(x),
    Why.SIGN_HEARD: lambda x: signing(x.before) and not is_hindering(x.appraisal.played) and not left(x),
    Why.SIGN_PASSED: lambda x: signing(x.before) and is_hindering(x.appraisal.played),
    Why.SCRIPT: lambda x: goes(x) or x.appraisal.graph is not x.appraisal.state.reaction,
}
"""What must be so of a step of which a reason is told."""


def courses(count: int) -> Iterator[Session]:
    """Sessions at random: every other one of a shipped scenario at some level, the rest of scenarios made at random."""
    shipped = []
    for path in sorted(ROOT.glob("*.yaml")):
        made = read_scenario(FolderFiles(ROOT), path.name).scenario
        assert made is not None
        shipped += [Script(made, level) for level in (1, 2, 3)]
    for seed in range(count):
        dice = random.Random(seed)
        script = dice.choice(shipped) if seed % 2 else Script(generated(seed))
        session = Session(script.scenario, started(script.scenario, seed=seed, script=script), script)
        while not session.ended:
            shown = session.shown()
            silent = not shown or dice.random() < SILENCE_NOW_AND_THEN
            session.act(StaySilent() if silent else Choose(dice.choice(shown).id))
        yield session


@pytest.mark.parametrize("count", [300, pytest.param(4_000, marks=pytest.mark.slow)])
def test_every_reason_is_true_of_its_step_and_no_two_are_opposite(count: int) -> None:
    met: Counter[str] = Counter()
    for session in courses(count):
        for exchange in session.exchanges:
            why = exchange.appraisal.why
            met.update(why)
            about = f"seed {session.started.seed}, turn {exchange.turn}: {', '.join(why)}"
            assert [code for code in why if code != CELL and not TRUE_OF[code](exchange)] == [], about
            assert [pair for pair in combinations(why, 2) if frozenset(pair) in OPPOSITES] == [], about
    if count == 4_000:
        assert set(met) == {*Direction, *Why}
