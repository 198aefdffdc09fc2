"""Reading and checking the shipped scenarios from cold, against plain YAML loading of the same texts."""

from __future__ import annotations

import sys

import yaml

from simulator.scenario import FolderFiles, read_scenario
from simulator.scenario.checking import CheckedFile, check_paths
from tests.bench.measuring import SCENARIOS, Row, a_second, by_turns, cpu_of, milliseconds

_TIMES_AS_FAST = 2.5
_MOMENTS_A_SECOND = 9_000
_VOCABULARY = ("simulator.scenario.values",)


def reader(rounds: int = 25) -> list[Row]:
    """Every file below the scenario folder, read and checked with its story; nothing is remembered between rounds."""
    texts = [path.read_text("utf-8") for path in sorted(SCENARIOS.rglob("*.yaml"))]
    checked: tuple[CheckedFile, ...] = ()

    def ours() -> None:
        nonlocal checked
        checked = check_paths((SCENARIOS,))

    def floor() -> None:
        for text in texts:
            yaml.load(text, yaml.CSafeLoader)

    def cold() -> float:
        _forget()
        return cpu_of(ours)()

    pair = by_turns(cold, cpu_of(floor), rounds)
    moments = sum(file.moments for file in checked) + _lines_of_banks(checked)
    rate = moments / pair.ours
    return [
        Row(
            "cold read and check of the shipped scenarios (floor: yaml.load with CSafeLoader)",
            milliseconds(pair.ours),
            milliseconds(pair.floor),
            pair.ratio,
            f"ratio <= {1 / _TIMES_AS_FAST:.2f}",
            pair.ratio <= 1 / _TIMES_AS_FAST,
        ),
        Row(
            f"moments read and checked ({moments}, lines of the patients' banks included)",
            a_second(rate),
            a_second(moments / pair.floor),
            rate / (moments / pair.floor),
            f">= {_MOMENTS_A_SECOND:,}/s",
            rate >= _MOMENTS_A_SECOND,
        ),
    ]


def _lines_of_banks(checked: tuple[CheckedFile, ...]) -> int:
    """How many moments the patients of the scenarios bring along; each patient counts once."""
    banks = {}
    for file in checked:
        scenario = read_scenario(FolderFiles(SCENARIOS), file.path.name).scenario if file.moments else None
        if scenario is not None:
            banks[scenario.patient.id] = len(scenario.patient.lines)
    return sum(banks.values())


def _forget() -> None:
    """Empty whatever was remembered of a file; tables made of the vocabulary alone stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("simulator.scenario") and name not in _VOCABULARY:
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
