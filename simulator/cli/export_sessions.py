"""Writes conversations as tables for other programs: handed-in files, what was taken in, or a person’s own."""

from __future__ import annotations

import argparse
import os
import sys
import time
from contextlib import closing
from pathlib import Path

from simulator.cli.exit_codes import USAGE
from simulator.cli.in_parts import through
from simulator.cli.opening import all_there
from simulator.cli.printable import tell
from simulator.cli.progress import Progress
from simulator.cli.terminal_language import spoken, translated
from simulator.messages.message import Message
from simulator.messages.sentences import exports as say
from simulator.messages.sentences import personal_data, review
from simulator.messages.sentences.terminal import NO_PATH
from simulator.services.export_formats import EXPORT_FORMATS
from simulator.services.personal_collection import collecting
from simulator.services.personal_data import find_person
from simulator.services.review_shelf import State
from simulator.services.reviewing import Review
from simulator.services.session_tables import Exported, exported, exported_one, own
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.files import replace_file
from simulator.storage.home import data_folder, open_store


def export_sessions(arguments: argparse.Namespace) -> int:
    """Write the file; 0 when all was written, 1 when something was left out or it cannot be done, 2 on wrong usage."""
    if arguments.person and arguments.paths:
        tell(say.EITHER(option="--person"), sys.stderr)
        return USAGE
    if not all_there(arguments.paths, NO_PATH):
        return USAGE
    try:
        return _export(arguments)
    except ServiceError as refusal:
        tell(refusal.message, sys.stderr)
        return 1


def _export(arguments: argparse.Namespace) -> int:
    target: Path = arguments.output
    if target.exists():
        raise ServiceError(personal_data.IN_THE_WAY(path=str(target)))
    sessions, left_out = _own(arguments.person) if arguments.person else _handed_in(arguments.paths)
    for message in left_out:
        tell(message, sys.stderr)
    if not sessions:
        raise ServiceError(say.NOTHING())
    content = EXPORT_FORMATS[arguments.to].content(sessions, spoken(), _now_ms())
    try:
        replace_file(target, content)
    except OSError as fault:
        raise ServiceError(review.NOT_WRITTEN(path=str(target), reason=fault.strerror or str(fault))) from fault
    tell(say.WROTE(count=len(sessions), path=str(target)), sys.stdout)
    return 1 if left_out else 0


def _own(person: str) -> tuple[tuple[Exported, ...], list[Message]]:
    with closing(open_store(data_folder(os.environ))) as store:
        found: Person = find_person(store, person)
        with Progress(translated(personal_data.EXPORTING())) as progress:
            data = through(
                collecting(store, found),
                lambda read: progress.say(translated(personal_data.SO_MANY_READ(count=read))),
            )
    rows, unreadable = own(data)
    return rows, [say.LEFT_OUT(what=header.title or header.id, why=say.UNREADABLE()) for header in unreadable]


def _handed_in(paths: list[Path]) -> tuple[tuple[Exported, ...], list[Message]]:
    """What files hold, each conversation once, or what was taken in here."""
    desk = Review(data_folder(os.environ), PersonId(""), _now_ms, str)
    with Progress(translated(say.READING())) as progress:

        def told(done: int, all_: int) -> bool:
            progress.say(translated(review.READING_OF(done=done, all=all_)))
            return True

        if not paths:
            shelf = desk.shelf(told)
            return tuple(exported(shelf)), [say.LEFT_OUT(what=path.name, why=why) for path, why in shelf.refused]
        looked = desk.look_at(paths, told)
    names = desk.enrolled()
    rows = tuple(
        exported_one(one.found, names.get(one.found.key, one.found.name))
        for one in looked
        if one.found is not None and one.state is not State.TWICE
    )
    return rows, [say.LEFT_OUT(what=one.path.name, why=one.why) for one in looked if one.why is not None]


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
