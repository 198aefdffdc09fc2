"""The key that a person signs with what they hand in: made on first use, kept in a file that only they may read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import UUID

from simulator.messages.sentences import signed_files as say
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId
from simulator.storage.home import KEY_FOLDER
from simulator.storage.kept_files import keep_file

SECRET_BYTES: Final = 32


def own_secret(folder: Path, person: PersonId, new: Callable[[int], bytes] = os.urandom) -> bytes:
    """The secret of a person's key in a data folder, made by ``new`` now if there is none yet.

    Raises ``StoreError`` where it cannot be read or kept. Another one is never made in its place: who knows somebody by
    the old key would take them for somebody else.
    """
    path = key_file(folder, person)
    try:
        written = path.read_text("ascii")
    except FileNotFoundError:
        return _made(path, new(SECRET_BYTES))
    except (OSError, UnicodeDecodeError) as fault:
        raise StoreError(say.KEY_DAMAGED(path=str(path))) from fault
    try:
        secret = bytes.fromhex(written.strip())
    except ValueError as fault:
        raise StoreError(say.KEY_DAMAGED(path=str(path))) from fault
    if len(secret) != SECRET_BYTES:
        raise StoreError(say.KEY_DAMAGED(path=str(path)))
    return secret


def key_file(folder: Path, person: PersonId) -> Path:
    """Where a person's key is."""
    return folder / KEY_FOLDER / f"{_file_name(person)}.key"


def _file_name(person: PersonId) -> str:
    """A name for a file, whatever stands in the settings."""
    try:
        return str(UUID(person))
    except ValueError:
        return person.encode().hex()[:64] or "nobody"


def _made(path: Path, secret: bytes) -> bytes:
    keep_file(path, secret.hex().encode() + b"\n", say.KEY_NOT_KEPT)
    return secret
