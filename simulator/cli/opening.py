"""Opens the scenario that a command was given, or tells why it cannot."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from simulator.cli.budgets import budget_of
from simulator.cli.exit_codes import USAGE
from simulator.cli.printable import tell, tell_fault
from simulator.messages.message import Sentence
from simulator.messages.sentences import terminal as say
from simulator.scenario.checking import Checked, read_and_check
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles, scenario_root
from simulator.services.examine import Examiner
from simulator.shipped_files import SCENARIOS


def all_there(paths: Sequence[Path], missing: Sentence) -> bool:
    """Whether files and folders that were named exist; those that do not are told in a sentence about a ``path``."""
    absent = [path for path in paths if not path.exists()]
    for path in absent:
        tell(missing(path=str(path)), sys.stderr)
    return not absent


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
        tell(say.NO_SCENARIO_FILE(path=str(path)), sys.stderr)
        return USAGE
    root = scenario_root(path)
    checked = read_and_check(FolderFiles(root, SCENARIOS), path.resolve().relative_to(root.resolve()).as_posix())
    if checked.scenario is None:
        for diagnostic in checked.diagnostics:
            tell_fault(diagnostic, sys.stderr)
        return 1
    return checked
