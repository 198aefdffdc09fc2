"""Opens the scenario that a command was given, or tells why it cannot."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.cli.printable import tell, write_line
from simulator.messages.sentences import terminal as say
from simulator.scenario import FolderFiles, Scenario, SpanMap, read_scenario, scenario_root
from simulator.scenario.diagnostics.diagnostic import Diagnostic

SHIPPED: Final = Path(__file__).resolve().parents[2] / "scenarios"
"""The scenarios that come with the program; their patients can be used from anywhere."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario that can be played, where its words stand, and what is to be mended in it all the same."""

    scenario: Scenario
    spans: SpanMap
    diagnostics: tuple[Diagnostic, ...]


def open_scenario(path: Path) -> Scenario | int:
    """The scenario at a path; or, once the reason was told, the exit code (1 faults in the file, 2 no such file)."""
    opened = open_reading(path)
    return opened if isinstance(opened, int) else opened.scenario


def open_reading(path: Path) -> Opened | int:
    """The scenario at a path with the places of its words; or, once the reason was told, the exit code (1 or 2)."""
    if not path.is_file():
        tell(say.NO_SCENARIO_FILE(path=str(path)), sys.stderr)
        return 2
    root = scenario_root(path)
    reading = read_scenario(FolderFiles(root, SHIPPED), path.resolve().relative_to(root.resolve()).as_posix())
    if reading.scenario is None:
        for diagnostic in reading.diagnostics:
            write_line(str(diagnostic), sys.stderr)
        return 1
    return Opened(reading.scenario, reading.spans, reading.diagnostics)
