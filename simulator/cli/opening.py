"""Opens the scenario that a command was given, or tells why it cannot."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from simulator.cli.budgets import budget_of
from simulator.scenario import FolderFiles, Scenario, scenario_root
from simulator.scenario.checking import Checked, read_and_check
from simulator.services.examine import Examiner

SHIPPED: Final = Path(__file__).resolve().parents[2] / "scenarios"
"""The scenarios that come with the program; their patients can be used from anywhere."""


def examiner_of(arguments: argparse.Namespace) -> Examiner:
    """What examines scenarios within the budget that was asked for."""
    return Examiner(clock=time.monotonic, budget=budget_of(arguments))


def open_scenario(path: Path) -> Scenario | int:
    """The scenario at a path; or, once the reason was told, the exit code (1 faults in the file, 2 no such file)."""
    opened = open_checked(path)
    if isinstance(opened, int):
        return opened
    assert opened.scenario is not None
    return opened.scenario


def open_checked(path: Path) -> Checked | int:
    """The scenario at a path, read and checked; or, once the reason was told, the exit code (1 or 2).

    What the story checks find does not keep it from being opened.
    """
    if not path.is_file():
        sys.stderr.write(f"There is no scenario file “{path}”.\n")
        return 2
    root = scenario_root(path)
    checked = read_and_check(FolderFiles(root, SHIPPED), path.resolve().relative_to(root.resolve()).as_posix())
    if checked.scenario is None:
        for diagnostic in checked.diagnostics:
            sys.stderr.write(f"{diagnostic}\n")
        return 1
    return checked
