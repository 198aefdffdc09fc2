"""A person’s data and the store as a whole, without a window: export, delete, back up, go back, look for damage."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from simulator.cli.confirming import NobodyToAsk, confirmed
from simulator.cli.exit_codes import USAGE
from simulator.cli.in_parts import through
from simulator.cli.printable import tell, write_json, write_line
from simulator.cli.progress import Progress
from simulator.cli.soundness import as_document, in_words, looked_through
from simulator.cli.terminal_language import spoken, translated
from simulator.messages.message import Listed, Message, When
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences import store_care as care
from simulator.messages.sentences.storage import NO_BACKUP
from simulator.services import store_care
from simulator.services.erasing import Erased, backups_holding, erase_conversation, erase_everything
from simulator.services.personal_collection import PersonalData, collecting
from simulator.services.personal_data import conversations_of, find_person, write_export
from simulator.services.review_keeping import holds_handed_in, not_in_backups
from simulator.session.errors import ServiceError, StoreDamaged
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Person, SessionStore
from simulator.storage.backups import Backup, Reason, backups_of
from simulator.storage.home import STORE_FILE, data_folder, open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of ``data``, each with its options."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help=translated(about.EXPORT()))
    export.add_argument("--person", required=True, metavar="NAME_OR_ID", help=translated(about.WHOSE()))
    export.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT.zip", help=translated(about.WRITE_TO())
    )
    erase = actions.add_parser("erase", help=translated(about.ERASE()))
    which = erase.add_mutually_exclusive_group(required=True)
    which.add_argument("--person", metavar="NAME_OR_ID", help=translated(about.WHOSE_ALL()))
    which.add_argument("--session", metavar="ID", help=translated(about.ONE_SESSION()))
    erase.add_argument("--also-backups", action="store_true", help=translated(about.ALSO_BACKUPS()))
    _add_yes(erase)
    actions.add_parser("backup", help=translated(about.BACK_UP()))
    restore = actions.add_parser("restore", help=translated(about.RESTORE()))
    restore.add_argument("name", nargs="?", metavar="NAME", help=translated(about.BACKUP_NAME()))
    _add_yes(restore)
    verify = actions.add_parser("verify", help=translated(about.VERIFY()))
    verify.add_argument("--json", action="store_true", help=translated(about.AS_JSON()))
    verify.add_argument("--accept", action="store_true", help=translated(about.ACCEPT()))


def _add_yes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help=translated(about.YES()))


def run(arguments: argparse.Namespace) -> int:
    """Do as asked; 0 when it was done, 1 when it cannot be done or something is damaged, 2 on wrong usage."""
    try:
        return _ACTIONS[arguments.action](data_folder(os.environ), arguments)
    except NobodyToAsk as refusal:
        tell(refusal.message, sys.stderr)
        return USAGE
    except ServiceError as refusal:
        tell(refusal.message, sys.stderr)
        return 1


# A person's data.


def _export(folder: Path, arguments: argparse.Namespace) -> int:
    target: Path = arguments.output
    if target.exists():
        raise ServiceError(say.IN_THE_WAY(path=str(target)))
    with closing(open_store(folder)) as store:
        data = _collected(store, find_person(store, arguments.person))
    write_export(data, target, now_ms=_now_ms(), catalogue=spoken())
    tell(say.EXPORTED(count=len(data.sessions), name=_name(data.person), path=str(target)), sys.stdout)
    if data.damaged:
        titles = Listed(tuple(dict.fromkeys(session.header.title for session in data.damaged)))
        tell(say.EXPORTED_DAMAGED(count=len(data.damaged), titles=titles), sys.stderr)
    return 0


def _collected(store: SessionStore, person: Person) -> PersonalData:
    with Progress(translated(say.EXPORTING())) as progress:
        return through(collecting(store, person), lambda read: progress.say(translated(say.SO_MANY_READ(count=read))))


@dataclass(frozen=True, slots=True)
class _ToErase:
    """What is to be deleted, what is asked before and told after, and how it is done."""

    id: PersonId | SessionId
    asked: Message
    done: Message
    erase: Callable[[], Erased]


def _erase(folder: Path, arguments: argparse.Namespace) -> int:
    with closing(open_store(folder)) as store:
        wanted = _person(store, folder, arguments) if arguments.person else _session(store, folder, arguments)
    holding = backups_holding(folder, wanted.id)
    asked = [wanted.asked]
    if holding:
        asked.append(say.ASK_BACKUPS(count=len(holding)) if arguments.also_backups else _kept_in(holding))
    if not confirmed(asked, agreed=arguments.yes):
        return 1
    erased = wanted.erase()
    tell(wanted.done, sys.stdout)
    if erased.backups:
        tell(say.ERASED_BACKUPS(count=len(erased.backups)), sys.stdout)
    if erased.still_held_by:
        tell(_kept_in(erased.still_held_by), sys.stdout)
        tell(say.ALSO_BACKUPS(), sys.stdout)
    return 0


def _person(store: SessionStore, folder: Path, arguments: argparse.Namespace) -> _ToErase:
    person = find_person(store, arguments.person)
    name, count = _name(person), conversations_of(store, person.id)
    return _ToErase(
        person.id,
        say.ASK_PERSON(name=name, id=person.id, count=count),
        say.ERASED_PERSON(name=name),
        lambda: erase_everything(folder, person.id, _now_ms(), also_backups=arguments.also_backups),
    )


def _session(store: SessionStore, folder: Path, arguments: argparse.Namespace) -> _ToErase:
    session = SessionId(arguments.session)
    return _ToErase(
        session,
        _ask_session(store, session),
        say.ERASED_SESSION(),
        lambda: erase_conversation(folder, session, _now_ms(), also_backups=arguments.also_backups),
    )


def _ask_session(store: SessionStore, session: SessionId) -> Message:
    """Which conversation it is; a damaged one can be deleted as well."""
    for read in (store.load, store.salvage):
        try:
            header = read(session).header
        except StoreDamaged:
            continue
        return say.ASK_SESSION(title=header.title, when=When(header.started_ms))
    return say.ASK_UNREADABLE(id=session)


def _kept_in(backups: Sequence[Backup]) -> Message:
    return say.KEPT_IN_BACKUPS(count=len(backups), backups=Listed(tuple(backup.name for backup in backups)))


def _name(person: Person) -> str:
    return person.name or person.id


# The store as a whole.


def _back_up(folder: Path, _arguments: argparse.Namespace) -> int:
    with closing(open_store(folder)) as store, Progress(translated(care.BACKING_UP())) as progress:
        path = through(store_care.back_up(store, _now_ms()), lambda part: progress.say(_per_cent(*part)))
    count = next((backup.sessions or 0 for backup in backups_of(folder / STORE_FILE) if backup.path == path), 0)
    tell(care.BACKED_UP(path=str(path), count=count), sys.stdout)
    if holds_handed_in(folder):
        tell(not_in_backups(), sys.stdout)
    return 0


def _per_cent(remaining: int, pages: int) -> str:
    return translated(care.PER_CENT(share=100 * (pages - remaining) // max(pages, 1)))


def _restore(folder: Path, arguments: argparse.Namespace) -> int:
    before = backups_of(folder / STORE_FILE)
    if arguments.name is None:
        return _list_backups(folder, before)
    chosen = next((backup for backup in before if backup.name == arguments.name), None)
    if chosen is None:
        raise ServiceError(NO_BACKUP(name=arguments.name))
    if chosen.sessions is None:
        raise ServiceError(care.CANNOT_RESTORE(name=chosen.name))
    asked = care.ASK_RESTORE(when=When(chosen.at_ms), count=chosen.sessions)
    if not confirmed([asked], agreed=arguments.yes):
        return 1
    store_care.restore(folder, chosen.name, _now_ms())
    kept = [b.name for b in backups_of(folder / STORE_FILE) if b.reason is Reason.RESTORE and b not in before]
    tell(care.RESTORED(names=Listed(tuple(kept))) if kept else care.RESTORED_FIRST(), sys.stdout)
    return 0


def _list_backups(folder: Path, backups: Sequence[Backup]) -> int:
    if not backups:
        tell(care.NO_BACKUPS(folder=str(folder)), sys.stdout)
        return 0
    for backup in backups:
        write_line(f"{backup.name}  {translated(store_care.backup_told(backup))}", sys.stdout)
    tell(care.NAME_ONE(command=f"data restore {backups[0].name}"), sys.stdout)
    return 0


def _verify(folder: Path, arguments: argparse.Namespace) -> int:
    found = looked_through(folder, accept=arguments.accept)
    if arguments.json:
        write_json(as_document(found), sys.stdout)
    else:
        for message in in_words(found):
            tell(message, sys.stdout)
    return 1 if found.damaged_now else 0


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


_ACTIONS: Final[Mapping[str, Callable[[Path, argparse.Namespace], int]]] = MappingProxyType(
    {"export": _export, "erase": _erase, "backup": _back_up, "restore": _restore, "verify": _verify}
)
