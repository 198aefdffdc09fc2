"""A floor for engine and bots: the same scenario as an ink story, played at random by inkjs."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.scenario.document import Scenario
from tests.bench.measuring import ROOT, Row, a_second, by_turns, not_measured

_INK = ROOT / "tests" / "bench" / "children" / "ink.cjs"
_ROUNDS = 5


class NotMeasured(Exception):
    """Why this machine cannot run inkjs."""


@contextmanager
def inkjs(scenario: Scenario) -> Iterator[Callable[[int], float]]:
    """A measurement of the CPU seconds that inkjs takes for a number of steps; raises ``NotMeasured``."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise NotMeasured("node is not installed")
    with tempfile.TemporaryDirectory() as folder:
        try:
            subprocess.run(
                ["npm", "install", "--silent", "--no-audit", "--no-fund", "inkjs"],
                cwd=folder, check=True, capture_output=True, timeout=180,
            )  # fmt: skip
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise NotMeasured("inkjs could not be installed") from None
        Path(folder, "story.ink").write_text(_as_ink(scenario), "utf-8")
        shutil.copy(_INK, folder)

        def measure(steps: int) -> float:
            told = subprocess.run(["node", _INK.name, str(steps // 10)], cwd=folder, check=True, capture_output=True)
            return float(json.loads(told.stdout)["seconds_a_step"]) * steps

        yield measure


def against_ink(scenario: Scenario, name: str, ours: Callable[[], float], steps: int, times: float | None) -> Row:
    """The row of something that makes so many steps; ``times`` is how often faster it should be, if that is a target."""
    target = "-" if times is None else f"ratio >= {times:.0f}"
    try:
        with inkjs(scenario) as floor:
            pair = by_turns(ours, lambda: floor(steps), _ROUNDS)
    except NotMeasured as why:
        return not_measured(name, str(why), target)
    ratio = 1 / pair.ratio
    met = None if times is None else ratio >= times
    return Row(name, a_second(steps / pair.ours), a_second(steps / pair.floor), ratio, target, met)


def _as_ink(scenario: Scenario) -> str:
    """The scenario as an ink author writes it: knots, sticky choices, three gauges by hand; no reaction graph, no log."""
    rng = random.Random(7)
    names = {moment: f"m{number}" for number, moment in enumerate(scenario.moments)}
    gauges = ("bond", "task", "goal")
    lines = [*(f"VAR {gauge} = 50" for gauge in gauges), f"-> {names[scenario.start]}"]
    for moment in scenario.moments.values():
        lines += [f"=== {names[moment.id]} ===", _plain(moment.first.patient or "silence")]
        for response in moment.responses:
            target = response.then or rng.choice(list(names))
            changes = [f"  ~ {gauge} = {gauge} + {rng.choice((-5, 0, 5))}" for gauge in gauges]
            lines += [f"+ {_plain(response.say)}", *changes, f"  -> {names[target]}"]
        if not moment.responses:
            lines += ["+ again", f"  -> {names[scenario.start]}"]
    return "\n".join(lines) + "\n"


def _plain(words: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in words).strip()
