"""Opens the scenario that a command was given, or tells why it cannot."""

from __future__ import annotations

import sys
from pathlib import Path

from simulator.scenario import FolderFiles, Scenario, read_scenario, scenario_root


def open_scenario(path: Path) -> Scenario | int:
    """The scenario at a path; or, once the reason was told, the exit code (1 faults in the file, 2 no such file)."""
    if not path.is_file():
        sys.stderr.write(f"There is no scenario file “{path}”.\n")
        return 2
    root = scenario_root(path)
    reading = read_scenario(FolderFiles(root), path.resolve().relative_to(root.resolve()).as_posix())
    if reading.scenario is None:
        for diagnostic in reading.diagnostics:
            sys.stderr.write(f"{diagnostic}\n")
        return 1
    return reading.scenario
