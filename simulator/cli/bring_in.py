"""Unpack a scenario that a colleague has given into a folder of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simulator.cli.exit_codes import USAGE
from simulator.cli.opening import all_there
from simulator.cli.printable import tell
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import exporting as say
from simulator.messages.sentences.terminal import NO_PATH
from simulator.services.giving import write
from simulator.services.package_reading import read_package
from simulator.session.errors import ServiceError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``import``."""
    parser.add_argument("file", type=Path, metavar="FILE", help=translated(about.PACKAGE_FILE()))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help=translated(about.NEW_FOLDER())
    )


def run(arguments: argparse.Namespace) -> int:
    """Write every file of the package; 0 when all are there, 1 where it is refused, 2 where it or the folder is not as it must be."""
    if not all_there([arguments.file], NO_PATH):
        return USAGE
    folder: Path = arguments.output
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        tell(say.NOT_EMPTY(path=str(folder)), sys.stderr)
        return USAGE
    try:
        package = read_package(arguments.file)
        package.scenario()
        for name, data in package.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write(folder / name, data)
    except ServiceError as refused:
        tell(refused.message, sys.stderr)
        return 1
    except OSError as fault:
        tell(say.NO_FOLDER(path=str(folder), reason=fault.strerror or str(fault)), sys.stderr)
        return 1
    tell(say.UNPACKED(title=package.title, path=str(folder / package.path)), sys.stdout)
    return 0
