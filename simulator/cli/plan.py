"""Play the paths of plans, and say of each whether it is still as planned."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from simulator.cli.exit_codes import USAGE
from simulator.cli.opening import all_there, open_scenario
from simulator.cli.printable import tell
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import plans as say
from simulator.services.plans import PlanFault, PlannedPath, follow, read_plan

_SUFFIX: Final = ".plan"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``plan``."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=translated(about.PLANS()))


def run(arguments: argparse.Namespace) -> int:
    """Play every path; 0 when all are as planned, 1 when one is not or a scenario has faults, 2 where a file is missing."""
    if not all_there(arguments.paths, say.NO_FILE):
        return USAGE
    plans = list(dict.fromkeys(_plans(arguments.paths)))
    if not plans:
        tell(say.NO_PLANS(), sys.stdout)
    return max((_play(plan) for plan in plans), default=0)


def _plans(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(f"*{_SUFFIX}"))
        else:
            yield path


def _play(plan: Path) -> int:
    """Play the paths of one plan; gives the exit code."""
    paths, faults = read_plan(plan.read_text("utf-8", errors="replace"))
    for fault in faults:
        tell(say.NOT_READ(file=plan.as_posix(), line=fault.line, what=fault.what), sys.stderr)
    scenario = open_scenario(plan.with_suffix(".yaml"))
    if isinstance(scenario, int):
        return scenario
    kept = [_tell(plan, path, follow(path, scenario).fault) for path in paths]
    return 0 if all(kept) and not faults else 1


def _tell(plan: Path, path: PlannedPath, fault: PlanFault | None) -> bool:
    """Say how a path went; gives whether it is as planned."""
    file = plan.as_posix()
    if fault is None:
        tell(say.AS_PLANNED(file=file, path=path.name), sys.stdout)
    else:
        tell(say.OTHERWISE(file=file, line=fault.line, path=path.name, what=fault.what), sys.stdout)
    return fault is None
