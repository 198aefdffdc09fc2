"""Opens a file that a colleague has given: whatever somebody has put into it, nothing is written and nothing grows out of bounds."""

from __future__ import annotations

import stat
import zlib
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from simulator.messages.message import Message
from simulator.messages.sentences import giving as say
from simulator.reports.zip_archive import is_plain_path
from simulator.scenario.file_names import MAP, SUFFIX, visible
from simulator.services.planned_paths import PLAN
from simulator.services.scenario_package import FORMAT, MANIFEST, VERSION, Package
from simulator.session.errors import ServiceError
from simulator.session.json_values import named, read_json, text
from simulator.storage.files import is_reserved

_MOST_BYTES: Final = 10_000_000
"""Of the file; a scenario with its patient and two translations needs a hundredth of it."""
_MOST_UNPACKED: Final = 30_000_000
_MOST_FILES: Final = 60
_LONGEST_MANIFEST: Final = 20_000
_LONGEST_NAME: Final = 200
_ENDINGS: Final = (SUFFIX, MAP, PLAN)
_ENCRYPTED: Final = 0x1


def read_package(path: Path) -> Package:
    """What is in a file that a colleague has given; raises ``ServiceError`` with why it is not opened."""
    name = visible(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as fault:
        raise ServiceError(say.NOT_READ(path=name, reason=fault.strerror or "")) from fault
    if len(content) > _MOST_BYTES:
        raise ServiceError(say.TOO_LARGE(path=name))
    return unpacked(content, name)


def unpacked(content: bytes, name: str) -> Package:
    """What is in an archive; ``name`` is what it is called where it is refused."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            files = _files(archive, name)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as fault:
        raise ServiceError(say.NO_ARCHIVE(path=name)) from fault
    head = files.pop(MANIFEST, None)
    if head is None or len(head) > _LONGEST_MANIFEST:
        raise ServiceError(say.NO_PACKAGE(path=name))
    return _package(head, files, name)


def _files(archive: ZipFile, name: str) -> dict[str, bytes]:
    """The files of an archive, each read no further than it may be long, whatever it says of itself."""
    entries = [one for one in archive.infolist() if not one.is_dir()]
    if len(entries) > _MOST_FILES:
        raise ServiceError(say.TOO_MANY(path=name, most=_MOST_FILES))
    left = _MOST_UNPACKED
    found: dict[str, bytes] = {}
    for entry in entries:
        if _is_odd(entry) or entry.filename.casefold() in {one.casefold() for one in found}:
            raise ServiceError(say.LEADS_AWAY(path=name, entry=visible(entry.filename[:_LONGEST_NAME])))
        with archive.open(entry) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            raise ServiceError(say.TOO_MUCH(path=name))
        found[entry.filename] = data
    return found


def _is_odd(entry: ZipInfo) -> bool:
    """Whether an entry is a link, locked, packed in an unusual way, or stands where no file of a scenario does."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    known = entry.filename == MANIFEST or entry.filename.endswith(_ENDINGS)
    return (
        not known
        or len(entry.filename) > _LONGEST_NAME
        or not is_plain_path(entry.filename)
        or any(is_reserved(part) for part in entry.filename.split("/"))
        or kind not in (0, stat.S_IFREG)
        or bool(entry.flag_bits & _ENCRYPTED)
        or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
    )


def _package(head: bytes, files: dict[str, bytes], name: str) -> Package:
    refused: Message = say.NO_PACKAGE(path=name)
    try:
        values = named(read_json(head))
        format_, path = text(values["format"]), text(values["scenario"])
        title, by = text(values["title"]), text(values["by"])
    except (ValueError, RecursionError, TypeError, KeyError) as fault:
        raise ServiceError(refused) from fault
    if not format_.startswith(FORMAT) or path not in files:
        raise ServiceError(refused)
    if format_ != f"{FORMAT}{VERSION}":
        raise ServiceError(say.NEWER(path=name))
    return Package(path, visible(title)[:_LONGEST_NAME], visible(by)[:_LONGEST_NAME], files)
