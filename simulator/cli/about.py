"""What this program is, where it keeps what, and whose work it brings along: for whoever looks after the computer."""

from __future__ import annotations

import argparse
import os
import platform
import sys

from simulator import __version__
from simulator.cli.printable import tell, write_line, write_text
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import about as say
from simulator.services.notices import Notice, notices
from simulator.session.errors import ServiceError
from simulator.shipped_files import ASSETS, SCENARIOS
from simulator.storage.home import data_folder
from simulator.storage.program_log import LOG_FILE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``about``."""
    parser.add_argument("--notices", action="store_true", help=translated(say.NOTICES_OPTION()))


def run(arguments: argparse.Namespace) -> int:
    """Tell about the program; 0, or 1 where there can be no data folder."""
    if arguments.notices:
        for notice in notices():
            write_line(_in_a_line(notice), sys.stdout)
            for text in notice.texts():
                write_text(f"\n{text.strip()}\n", sys.stdout)
        return 0
    try:
        folder = data_folder(os.environ)
    except ServiceError as refusal:
        tell(refusal.message, sys.stderr)
        return 1
    tell(say.VERSION(version=__version__, python=platform.python_version(), system=platform.platform()), sys.stdout)
    tell(say.LICENCE(), sys.stdout)
    tell(say.DATA_FOLDER(folder=str(folder)), sys.stdout)
    tell(say.LOG(file=str(folder / LOG_FILE)), sys.stdout)
    tell(say.PROGRAM_FILES(assets=str(ASSETS), scenarios=str(SCENARIOS)), sys.stdout)
    tell(say.BROUGHT(), sys.stdout)
    for notice in notices():
        write_line(f"  {_in_a_line(notice)}", sys.stdout)
    return 0


def _in_a_line(notice: Notice) -> str:
    return f"{notice.name} {notice.version}".strip() + f" ({notice.licence})"
