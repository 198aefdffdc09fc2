"""Steps of the engine with its full log, against a bare state machine and against a story engine."""

from __future__ import annotations

import random
from collections.abc import Callable

from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session, start
from simulator.session.events import Chose, Started
from simulator.session.script import Script
from simulator.session.vocabulary import Mode
from tests.bench.ink import against_ink
from tests.bench.measuring import SCENARIOS, Row, a_second, by_turns, cpu_of, not_measured

_TIMES_TRANSITIONS = 3.0
_TIMES_INK = 40.0
_STEPS = 20_000
_CHOICES = 4


def engine(rounds: int = 7, steps: int = _STEPS) -> list[Row]:
    """Random plays of a shipped scenario in Learn mode; every step is an event and an exchange in the log."""
    scenario = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    if scenario is None:
        raise RuntimeError("The shipped scenario cannot be read.")
    script = Script(scenario)
    plays = _random_plays(scenario, script, steps)
    ours = cpu_of(lambda: _play(scenario, script, plays))
    ink = against_ink(scenario, "engine steps with the full log (floor: inkjs)", ours, steps, _TIMES_INK)
    return [_against_transitions(scenario, ours, steps, rounds), ink]


def _random_plays(scenario: Scenario, script: Script, steps: int) -> list[list[str]]:
    """What is chosen in plays of so many steps together, from start to end; nothing for staying silent."""
    rng = random.Random(7)
    plays: list[list[str]] = []
    while sum(map(len, plays)) < steps:
        session = Session(scenario, _started(script), script)
        while not session.ended:
            chosen = rng.choice(("", *(response.id for response in session.shown())))
            session.act(Choose(chosen) if chosen else StaySilent())
        plays.append([event.response if isinstance(event, Chose) else "" for event in session.events[1:]])
    return plays


def _play(scenario: Scenario, script: Script, plays: list[list[str]]) -> None:
    started = _started(script)
    for play in plays:
        session = Session(scenario, started, script)
        for chosen in play:
            session.act(Choose(chosen) if chosen else StaySilent())


def _started(script: Script) -> Started:
    return start(script, Mode.LEARN, 7)


def _against_transitions(scenario: Scenario, ours: Callable[[], float], steps: int, rounds: int) -> Row:
    name, target = "engine steps with the full log (floor: the transitions package)", f"ratio >= {_TIMES_TRANSITIONS}"
    try:
        from transitions import Machine
    except ImportError:
        return not_measured(name, "transitions is not installed", target)
    states = list(scenario.moments)
    rng = random.Random(7)
    triggers = [f"choose_{number}" for number in range(_CHOICES)]
    edges = [[trigger, state, rng.choice(states)] for state in states for trigger in triggers]

    class Model:
        pass

    model = Model()
    Machine(model, states=states, transitions=edges, initial=states[0], auto_transitions=False)
    takers = [getattr(model, rng.choice(triggers)) for _ in range(steps)]

    def floor() -> None:
        for take in takers:
            take()

    pair = by_turns(ours, cpu_of(floor), rounds)
    times = 1 / pair.ratio
    rates = a_second(steps / pair.ours), a_second(steps / pair.floor)
    return Row(name, *rates, times, target, times >= _TIMES_TRANSITIONS)
