"""Bring scenario and patient files of an older form of the language to today's, each in its place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simulator.cli.exit_codes import USAGE
from simulator.cli.opening import all_there
from simulator.cli.printable import tell
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import converting as say
from simulator.messages.sentences.terminal import NO_PATH, NOTHING_TO_CHECK
from simulator.scenario.checking import files_in
from simulator.scenario.converting import CannotConvert, converted, form_of
from simulator.scenario.files import FileRefused, FolderFiles, scenario_root
from simulator.shipped_files import SCENARIOS
from simulator.storage.files import replace_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``convert``."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=translated(about.FILES()))
    parser.add_argument("--check", action="store_true", help=translated(about.ONLY_SAY()))


def run(arguments: argparse.Namespace) -> int:
    """Convert file by file and say so; 0 when all are in today's form, 1 where one was left, 2 where a path is missing."""
    if not all_there(arguments.paths, NO_PATH):
        return USAGE
    files = list(dict.fromkeys(files_in(arguments.paths)))
    if not files:
        tell(NOTHING_TO_CHECK(), sys.stdout)
    left = False
    for path in files:
        try:
            tell(_convert(path, only_say=arguments.check), sys.stdout)
        except CannotConvert as refusal:
            left = True
            tell(say.LEFT(file=path.as_posix(), why=refusal.message), sys.stdout)
    return 1 if left else 0


def _convert(path: Path, *, only_say: bool) -> Message:
    """Bring one file to today's form; gives what is to be said of it. Raises ``CannotConvert``."""
    root = scenario_root(path.absolute())
    files, name = FolderFiles(root, SCENARIOS), path.absolute().relative_to(root).as_posix()
    try:
        before, after = files.read(name), converted(files, name)
    except FileRefused as refusal:
        raise CannotConvert(say.CANNOT_BE_READ()) from refusal
    if after == before:
        return say.AS_IT_IS(file=path.as_posix())
    if only_say:
        return say.WOULD_BE(file=path.as_posix(), form=form_of(after))
    try:
        replace_file(path.resolve(), after, keep_rights=True)
    except OSError as fault:
        raise CannotConvert(say.CANNOT_BE_WRITTEN(reason=fault.strerror or "")) from fault
    return say.CONVERTED(file=path.as_posix(), form=form_of(after))
