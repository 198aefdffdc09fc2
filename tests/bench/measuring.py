"""Rows of the table, and ways to measure that bear a shared machine: CPU time, by turns, medians, ratios."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
SCENARIOS: Final = ROOT / "scenarios"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``ratio`` is against the floor, ``met`` is nothing where it could not be measured."""

    name: str
    ours: str
    floor: str
    ratio: float | None
    target: str
    met: bool | None


def not_measured(name: str, why: str, target: str) -> Row:
    """The line of something that this machine cannot measure."""
    return Row(name, "not measured", why, None, target, None)


def milliseconds(seconds: float) -> str:
    """A time as the table shows it."""
    return f"{seconds * 1000:.1f} ms"


def a_second(times: float) -> str:
    """A rate as the table shows it."""
    return f"{times:,.0f}/s"


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians of ours and of the floor in seconds, and the median of their ratios."""

    ours: float
    floor: float
    ratio: float


def by_turns(ours: Callable[[], float], floor: Callable[[], float], rounds: int) -> Pair:
    """Measure both by turns; each gives the seconds it took."""
    pairs = [(ours(), floor()) for _ in range(rounds)]
    return Pair(median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs))


def cpu_of(work: Callable[[], object]) -> Callable[[], float]:
    """A measurement of the CPU seconds that some work takes in this process, without the garbage of others."""

    def measure() -> float:
        gc.collect()
        gc.disable()
        before = time.process_time()
        work()
        taken = time.process_time() - before
        gc.enable()
        return taken

    return measure


def cpu_of_child(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """The CPU seconds of a Python program of its own, from its first instruction to its end."""
    child = subprocess.Popen([sys.executable, *command], env=environ, stderr=subprocess.PIPE)
    assert child.stderr is not None
    said = child.stderr.read().decode()
    child.stderr.close()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}: {said[-2000:]}")
    return used.ru_utime + used.ru_stime


def child_environ(**more: str) -> dict[str, str]:
    """The surroundings of a child: off the screen, our code to be found, bytecode kept as in an installed program."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **more}
