"""Steps of the engine with its full log, against a bare state machine and against a story engine."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
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
    picks = [random.Random(7).random() for _ in range(steps)]
    ours = cpu_of(lambda: _play(scenario, script, picks))
    return [_against_transitions(scenario, ours, picks, rounds), _against_ink(scenario, ours, picks)]


def _play(scenario: Scenario, script: Script, picks: list[float]) -> None:
    started = Started("Kim", scenario.id, scenario.digest, Mode.LEARN, scenario.difficulty, 7, 0)
    session = Session(scenario, started, script)
    for pick in picks:
        if session.ended:
            session = Session(scenario, started, script)
        place = session.place
        responses = place.moment.responses
        offered = script.offered(place)
        pick_of = int(pick * (len(offered) + 1))
        session.act(Chose(responses[offered[pick_of - 1]].id, 900) if pick_of else StayedSilent(900))


def _against_transitions(scenario: Scenario, ours: object, picks: list[float], rounds: int) -> Row:
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
    takers = [getattr(model, trigger) for trigger in triggers]

    def floor() -> None:
        for pick in picks:
            takers[int(pick * _CHOICES)]()

    pair = by_turns(ours, cpu_of(floor), rounds)  # type: ignore[arg-type]
    times = 1 / pair.ratio
    rates = a_second(len(picks) / pair.ours), a_second(len(picks) / pair.floor)
    return Row(name, *rates, times, target, times >= _TIMES_TRANSITIONS)


def _against_ink(scenario: Scenario, ours: object, picks: list[float]) -> Row:
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
            told = subprocess.run(
                ["node", _INK.name, str(len(picks) // 20)], cwd=folder, check=True, capture_output=True
            )
            return float(json.loads(told.stdout)["seconds_a_step"]) * len(picks)

        pair = by_turns(ours, floor, 3)  # type: ignore[arg-type]
    times = 1 / pair.ratio
    rates = a_second(len(picks) / pair.ours), a_second(len(picks) / pair.floor)
    return Row(name, *rates, times, target, times >= _TIMES_INK)


def _as_ink(scenario: Scenario) -> str:
    """The scenario as an ink story: a knot for each moment, a sticky choice for each response, no gauges at all."""
    rng = random.Random(7)
    names = {moment: f"m{number}" for number, moment in enumerate(scenario.moments)}
    lines = [f"-> {names[scenario.start]}"]
    for moment in scenario.moments.values():
        lines += [f"=== {names[moment.id]} ===", _plain(moment.patient or "silence")]
        for response in moment.responses:
            target = response.then or rng.choice(list(names))
            lines += [f"+ {_plain(response.say)}", f"  -> {names[target]}"]
        if not moment.responses:
            lines += ["+ again", f"  -> {names[scenario.start]}"]
    return "\n".join(lines) + "\n"


def _plain(words: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in words).strip()
