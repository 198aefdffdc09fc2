"""Begin, update and check a translation of the program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from babel.core import UnknownLocaleError
from babel.messages.pofile import PoFileError

from simulator.cli.exit_codes import USAGE
from simulator.cli.printable import tell
from simulator.cli.terminal_language import translated
from simulator.messages import template
from simulator.messages.message import Listed
from simulator.messages.sentence_list import all_sentences
from simulator.messages.sentences import translating as say
from simulator.scenario.files import FolderFiles, scenario_root
from simulator.scenario.read import read_any
from simulator.scenario.sidecars import begun, own_words, sidecar_of, source_of
from simulator.shipped_files import SCENARIOS
from simulator.started_as import program
from simulator.storage.files import refuse_reserved, replace_file

_TERMS: Final = ("family/", "state/", "marker/", "move/", "quality/", "competency/")
"""How the ids of the field's terms begin: a translator does best to begin with these."""
_MOST_NAMED: Final = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``language``."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help=translated(say.NEW()))
    new.add_argument("language", help=translated(say.LANGUAGE()))
    new.add_argument("file", type=Path, help=translated(say.FILE()))
    scenario = actions.add_parser("scenario", help=translated(say.SCENARIO()))
    scenario.add_argument("file", type=Path, help=translated(say.SCENARIO_FILE()))
    scenario.add_argument("language", help=translated(say.LANGUAGE()))
    for name, purpose in (("update", say.UPDATE), ("check", say.CHECK)):
        action = actions.add_parser(name, help=translated(purpose()))
        action.add_argument("file", type=Path, help=translated(say.FILE()))


def run(arguments: argparse.Namespace) -> int:
    """Do as asked; 0 when it was done, 1 where ``check`` found something or a file cannot be used, 2 on wrong usage."""
    file: Path = arguments.file
    if arguments.action == "new":
        return _begin(arguments.language, file)
    if not file.is_file():
        tell(say.NO_FILE(path=str(file)), sys.stderr)
        return USAGE
    try:
        if arguments.action == "scenario":
            return _begin_scenario(file, arguments.language)
        if arguments.action == "update":
            replace_file(file, template.updated(file.read_bytes()), keep_rights=True)
            tell(say.UPDATED(path=str(file)), sys.stdout)
            return 0
        return _check(template.findings(file.read_bytes()))
    except (PoFileError, ValueError, UnknownLocaleError) as fault:
        tell(say.UNREADABLE(path=str(file), reason=str(fault)), sys.stderr)
    except OSError as fault:
        tell(say.NOT_KEPT(path=str(file), reason=fault.strerror or ""), sys.stderr)
    return 1


def _begin(language: str, file: Path) -> int:
    if file.exists():
        tell(say.IN_THE_WAY(path=str(file), command=f"{program()} language update {file}"), sys.stderr)
        return 1
    try:
        content = template.begun(language)
    except (ValueError, UnknownLocaleError):
        tell(say.NO_LANGUAGE(code=language), sys.stderr)
        return USAGE
    try:
        _put(file, content)
    except OSError as fault:
        tell(say.NOT_KEPT(path=str(file), reason=fault.strerror or ""), sys.stderr)
        return 1
    count = len(all_sentences())
    tell(say.BEGUN(path=str(file), count=count, command=f"{program()} language check {file}"), sys.stdout)
    return 0


def _begin_scenario(file: Path, language: str) -> int:
    """A translation beside a scenario or patient file, with every text to be filled in."""
    root = scenario_root(file)
    beside = file.with_name(sidecar_of(file.name, language))
    if source_of(beside.name) is None:
        tell(say.NO_LANGUAGE(code=language), sys.stderr)
        return USAGE
    if beside.exists():
        tell(say.SIDECAR_IN_THE_WAY(path=str(beside), command=f"{program()} check {file}"), sys.stderr)
        return 1
    words = own_words(read_any(FolderFiles(root, SCENARIOS), file.absolute().relative_to(root).as_posix()))
    if not words:
        tell(say.FAULTS_FIRST(path=str(file), command=f"{program()} check {file}"), sys.stderr)
        return 1
    try:
        _put(beside, begun(words, language).encode())
    except OSError as fault:
        tell(say.NOT_KEPT(path=str(beside), reason=fault.strerror or ""), sys.stderr)
        return 1
    tell(say.SIDECAR_BEGUN(path=str(beside), count=len(words)), sys.stdout)
    return 0


def _check(found: template.Findings) -> int:
    tell(say.TRANSLATED(done=found.translated, all=len(all_sentences())), sys.stdout)
    if len(found.missing) > _MOST_NAMED:
        first = sorted(found.missing, key=lambda name: not name.startswith(_TERMS))[:_MOST_NAMED]
        tell(say.MISSING_MANY(count=len(found.missing), ids=", ".join(first)), sys.stdout)
    elif found.missing:
        tell(say.MISSING(ids=Listed(found.missing)), sys.stdout)
    for sentence, ids in ((say.STALE, found.stale), (say.UNFIT, found.unfit)):
        if ids:
            tell(sentence(ids=Listed(ids)), sys.stdout)
    return 1 if found.missing or found.stale or found.unfit else 0


def _put(file: Path, content: bytes) -> None:
    """Put a new file there with the folder's usual rights: a translation is for everybody who uses the program."""
    refuse_reserved(file)
    file.open("xb").close()  # It is there now, with the rights that files have in this folder.
    replace_file(file, content, keep_rights=True)
