"""Writes a scenario or conversations as one file; ``--to`` says as what."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simulator.cli.exit_codes import USAGE
from simulator.cli.export_scenario import SCENARIO_FORMATS, export_scenario
from simulator.cli.export_sessions import export_sessions
from simulator.cli.printable import tell
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import exporting as say
from simulator.services.export_formats import EXPORT_FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``export``."""
    formats = (*SCENARIO_FORMATS, *EXPORT_FORMATS)
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE_OR_FOLDER", help=translated(about.EXPORT_WHAT()))
    parser.add_argument("--to", choices=formats, required=True, metavar="FORMAT", help=translated(about.TO_FORMAT()))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=translated(about.WRITE_TO()))
    parser.add_argument("--by", default="", metavar="NAME", help=translated(about.BY()))
    parser.add_argument("--person", metavar="NAME_OR_ID", help=translated(about.EXPORT_OWN()))


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 0 when all was written, 1 when something was left out or it cannot be done, 2 on wrong usage."""
    if arguments.to not in SCENARIO_FORMATS:
        return export_sessions(arguments)
    if arguments.person or len(arguments.paths) != 1:
        tell(say.ONE_SCENARIO(), sys.stderr)
        return USAGE
    return export_scenario(arguments.paths[0], arguments)
