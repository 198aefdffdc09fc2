"""Saving a file where somebody wants it: the place is asked for, the usual ending added, and what came of it said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import exports as say
from simulator.session.errors import ServiceError
from simulator.storage.files import replace_file
from simulator.ui.look import Look

AskWhere: TypeAlias = Callable[[QWidget, str, str, str], Path | None]
"""Asks where to save a file, with a question, its usual name and its kind; nothing: not now."""


class Wanted(NamedTuple):
    """A file that is to be saved: what is asked, its usual name, and what kind of file it is."""

    question: Message
    name: str
    kind: Message


def place_for(wanted: Wanted, ask: AskWhere, parent: QWidget, look: Look) -> Path | None:
    """Where somebody wants the file, with its usual ending where another or none was typed; nothing: not now.

    Where a file has the name with the ending already, it is asked again with that name, for only the asking warns of it.
    """
    path = ask(parent, look.say(wanted.question), wanted.name, look.say(wanted.kind))
    ending = Path(wanted.name).suffix
    if path is None or path.suffix.lower() == ending:
        return path
    whole = path.with_name(path.name + ending)
    return place_for(wanted._replace(name=str(whole)), ask, parent, look) if whole.exists() else whole


def save_at(path: Path, content: bytes) -> None:
    """Keep a file whole or not at all; raises ``ServiceError`` with the old one in place."""
    try:
        replace_file(path, content)
    except OSError as fault:
        raise ServiceError(say.NOT_SAVED(path=str(path), reason=fault.strerror or str(fault))) from fault


def save_where_wanted(
    wanted: Wanted,
    ask: AskWhere,
    parent: QWidget,
    look: Look,
    content: Callable[[], bytes],
    saved: Callable[[Path], Message],
) -> Message | None:
    """Ask where, save, and give the sentence for what came of it; nothing where it is not to be saved now."""
    path = place_for(wanted, ask, parent, look)
    if path is None:
        return None
    try:
        save_at(path, content())
    except OSError as fault:
        return say.NOT_SAVED(path=str(path), reason=fault.strerror or str(fault))
    except ServiceError as refusal:
        return refusal.message
    return saved(path)
