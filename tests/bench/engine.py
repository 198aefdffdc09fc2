"""Steps of the engine with its full log, against a bare state machine and against a story engine."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from simulator.scenario import FolderFiles, Scenario, read_scenario
from simulator.session import Chose, Mode, Script, Session, Started, StayedSilent
from tests.bench.measuring import ROOT, SCENARIOS, Row, a_second, by_turns, cpu_of, not_measured

_TIMES_TRANSITIONS = 3.0
_TIMES_INK = 40.0
_STEPS = 20_000
_CHOICES = 4
_INK = ROOT / "tests" / "bench" / "children" / "ink.cjs"


def engine(rounds: int = 7, steps: int = _STEPS) -> list[Row]:
    """Random plays of a shipped scenario in Learn mode; every step is an event and an exchange in the log."""
    scenario = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    if scenario is None:
        raise RuntimeError("The shipped scenario cannot be read.")
    script = Script(scenario)
    plays = _random_plays(scenario, script, steps)
    ours = cpu_of(lambda: _play(scenario, script, plays))
    return [_against_transitions(scenario, ours, steps, rounds), _against_ink(scenario, ours, steps)]


def _random_plays(scenario: Scenario, script: Script, steps: int) -> list[list[str]]:
    """What is chosen in plays of so many steps together, from start to end; nothing for staying silent."""
    rng = random.Random(7)
    plays: list[list[str]] = []
    while sum(map(len, plays)) < steps:
        session = Session(scenario, _started(scenario), script)
        while not session.ended:
            chosen = rng.choice(("", *(response.id for response in session.shown())))
            session.act(Chose(chosen, 900) if chosen else StayedSilent(900))
        plays.append([event.response if isinstance(event, Chose) else "" for event in session.events[1:]])
    return plays


def _play(scenario: Scenario, script: Script, plays: list[list[str]]) -> None:
    started = _started(scenario)
    for play in plays:
        session = Session(scenario, started, script)
        for chosen in play:
            session.act(Chose(chosen, 900) if chosen else StayedSilent(900))


def _started(scenario: Scenario) -> Started:
    return Started("Kim", scenario.id, scenario.digest, Mode.LEARN, scenario.difficulty, 7, 0)


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


def _against_ink(scenario: Scenario, ours: Callable[[], float], steps: int) -> Row:
    name, target = "engine steps with the full log (floor: inkjs)", f"ratio >= {_TIMES_INK}"
    if not (shutil.which("node") and shutil.which("npm")):
        return not_measured(name, "node is not installed", target)
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(
                ["npm", "install", "--silent", "--no-audit", "--no-fund", "inkjs"],
                cwd=folder, check=True, capture_output=True, timeout=180,
            )  # fmt: skip
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return not_measured(name, "inkjs could not be installed", target)
        Path(folder, "story.ink").write_text(_as_ink(scenario), "utf-8")
        shutil.copy(_INK, folder)

        def floor() -> float:
            told = subprocess.run(["node", _INK.name, str(steps // 10)], cwd=folder, check=True, capture_output=True)
            return float(json.loads(told.stdout)["seconds_a_step"]) * steps

        pair = by_turns(ours, floor, 5)
    times = 1 / pair.ratio
    rates = a_second(steps / pair.ours), a_second(steps / pair.floor)
    return Row(name, *rates, times, target, times >= _TIMES_INK)


def _as_ink(scenario: Scenario) -> str:
    """The scenario as an ink author writes it: knots, sticky choices, three gauges by hand; no reaction graph, no log."""
    rng = random.Random(7)
    names = {moment: f"m{number}" for number, moment in enumerate(scenario.moments)}
    gauges = ("bond", "task", "goal")
    lines = [*(f"VAR {gauge} = 50" for gauge in gauges), f"-> {names[scenario.start]}"]
    for moment in scenario.moments.values():
        lines += [f"=== {names[moment.id]} ===", _plain(moment.patient or "silence")]
        for response in moment.responses:
            target = response.then or rng.choice(list(names))
            changes = [f"  ~ {gauge} = {gauge} + {rng.choice((-5, 0, 5))}" for gauge in gauges]
            lines += [f"+ {_plain(response.say)}", *changes, f"  -> {names[target]}"]
        if not moment.responses:
            lines += ["+ again", f"  -> {names[scenario.start]}"]
    return "\n".join(lines) + "\n"


def _plain(words: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in words).strip()
