"""Every turn that is really played is among the turns that can come about, with figures that hold what happened."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from simulator.alliance.moves import Move
from simulator.analysis.possible_turns import possible_turns
from simulator.patient.state import Past
from simulator.patient.verdicts import Verdict
from simulator.scoring.possible import PossibleTurn
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from simulator.session.transcript import Exchange, Transcript
from simulator.session.wording_choice import Telling
from tests.analysis.generating import VARIED
from tests.analysis.playing import solved
from tests.builders import started
from tests.quick_and_slow import quick_and_slow
from tests.scoring.as_possible import turns_of

SEEDS = range(120)
PORTIONS = [SEEDS[first : first + 30] for first in SEEDS[::30]]
PLAYS = 20


def plays(script: Script, dice: random.Random, count: int = PLAYS) -> Iterator[Transcript]:
    """Sessions in which anything is chosen, silence too."""
    for _ in range(count):
        session = Session(script.scenario, started(script.scenario, script=script), script)
        while not session.ended:
            moment = session.place.moment
            choice = dice.choice((SILENT, *script.offered(session.place)))
            session.act(StaySilent() if choice == SILENT else Choose(moment.responses[choice].id))
        yield session.transcript()


def looks(exchange: Exchange) -> tuple[object, ...]:
    """What of a turn is told exactly, whichever paths meet in it."""
    response = exchange.response.id if exchange.response else None
    before, after = exchange.before, exchange.appraisal.state
    return (
        exchange.moment.id,
        response,
        before.reaction,
        before.rungs,
        exchange.appraisal.played,
        after.reaction,
        after.rungs,
        exchange.appraisal.rupture,
    )


def holds(possible: PossibleTurn, happened: PossibleTurn) -> bool:
    """Whether a turn that happened is the possible one, or one that counts for less."""
    told, real = possible.exchange, happened.exchange
    best, state = told.appraisal.state, real.appraisal.state
    return (
        possible.closes is happened.closes
        and told.turn <= real.turn
        and (told.appraisal.played is not Move.HOLD_SILENCE or invited(told) == invited(real))
        and told.appraisal.secondary >= real.appraisal.secondary
        and best.owned >= state.owned
        and best.past & Past.ADJUSTED >= state.past & Past.ADJUSTED
        and sum(best.alliance.points) >= sum(state.alliance.points)
        and possible.strained_for <= happened.strained_for
        and possible.pressed_since[0] <= happened.pressed_since[0] <= possible.pressed_since[1]
        and possible.gained[0] <= happened.gained[0] <= possible.gained[1]
    )


def invited(exchange: Exchange) -> bool:
    return bool(exchange.before.past & Past.INVITED)


def by_looks(turns: Iterable[PossibleTurn]) -> dict[tuple[object, ...], list[PossibleTurn]]:
    found = defaultdict(list)
    for turn in turns:
        found[looks(turn.exchange)].append(turn)
    return found


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], PORTIONS))
def test_what_is_played_can_come_about(seeds: Iterable[int]) -> None:
    for seed in seeds:
        possible = by_looks(possible_turns(solved(seed)))
        for transcript in plays(solved(seed).script, random.Random(seed)):
            for happened in turns_of(transcript):
                assert any(holds(turn, happened) for turn in possible[looks(happened.exchange)]), f"scenario {seed}"


def everything_in(script: Script, place: Place, seen: set[int]) -> Iterator[tuple[tuple[object, ...], Verdict | None]]:
    """The looks of every turn that can be played from a place, with what it closes with."""
    if place.number in seen:
        return
    seen.add(place.number)
    for choice in (SILENT, *script.offered(place)):
        step = script.step(place, choice)
        exchange = Exchange(
            place.turn, place.moment, Telling(place.moment.first), place.patient, step.response, step.appraisal, None
        )
        yield looks(exchange), step.after.closing.verdict if step.after.closing else None
        if step.after.place is not None:
            yield from everything_in(script, step.after.place, seen)


@pytest.mark.parametrize("seeds", quick_and_slow([VARIED], [SEEDS[::3]]))
def test_what_can_come_about_is_what_some_path_plays_and_nothing_else(seeds: Iterable[int]) -> None:
    for seed in seeds:
        script = solved(seed).script
        told = {(looks(turn.exchange), turn.closes) for turn in possible_turns(solved(seed))}
        assert told == set(everything_in(script, script.start(), set())), f"scenario {seed}"
