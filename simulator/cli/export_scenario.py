"""Writes a scenario as one file: to be given to a colleague, or to be read and played on paper."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from simulator.cli.exit_codes import USAGE
from simulator.cli.printable import tell, tell_fault
from simulator.cli.terminal_language import spoken
from simulator.messages.sentences import exporting as say
from simulator.messages.sentences import terminal
from simulator.reports.document import Document
from simulator.reports.html_page import as_html
from simulator.scenario.file_names import MAP
from simulator.scenario.files import FolderFiles, scenario_root
from simulator.scenario.read import Reading, read_scenario
from simulator.services.giving import write
from simulator.services.scenario_package import package_of, packed
from simulator.services.scenario_sheets import sheet_for_two, whole_script
from simulator.session.errors import ServiceError
from simulator.shipped_files import SCENARIOS

_PACKAGE: Final = "package"
_PAGES: Final[Mapping[str, Callable[[Reading], Document]]] = MappingProxyType(
    {"sheet": sheet_for_two, "script": whole_script}
)
SCENARIO_FORMATS: Final = (_PACKAGE, *_PAGES)
"""What a scenario can be written as."""


def export_scenario(place: Path, arguments: argparse.Namespace) -> int:
    """Write the file; 0 when it is there, 1 where the scenario has faults or the file cannot be written, 2 where it is missing."""
    if not place.is_file():
        tell(terminal.NO_SCENARIO_FILE(path=str(place)), sys.stderr)
        return USAGE
    root = scenario_root(place)
    path = place.resolve().relative_to(root.resolve()).as_posix()
    reading = read_scenario(FolderFiles(root, SCENARIOS), path)
    if reading.scenario is None:
        for diagnostic in reading.diagnostics:
            tell_fault(diagnostic, sys.stderr)
        return 1
    try:
        if arguments.to == _PACKAGE:
            package = package_of(reading.scenario, place, path, beside=_map_beside(place), by=arguments.by)
            content = packed(package, time.time_ns() // 1_000_000)
        else:
            content = as_html(_PAGES[arguments.to](reading), spoken()).encode()
        write(arguments.output, content)
    except ServiceError as refused:
        tell(refused.message, sys.stderr)
        return 1
    tell(say.WRITTEN(path=str(arguments.output)), sys.stdout)
    return 0


def _map_beside(place: Path) -> str:
    """The map that lies beside a scenario."""
    beside = place.with_suffix(MAP)
    return beside.read_text("utf-8", "replace") if beside.is_file() else ""
