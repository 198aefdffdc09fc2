"""A disk that can fill up and lose power: what was not synced is then lost, kept or half written, by chance."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import apsw

_SECTOR = 512


class FragileDisk(apsw.VFS):
    """Everything goes to real files; the disk remembers what was synced, and what was only written.

    A disk that is not ``honest`` says that it synced and does not.
    """

    def __init__(self, name: str, *, honest: bool = True) -> None:
        super().__init__(name, "")
        self.honest = honest
        self.powered = True
        self.room: int | None = None
        self.only_the_log_may_grow = False
        self.syncs: list[str] = []
        self.changes_left: int | None = None
        self._durable: dict[str, bytes] = {}
        self._pending: dict[str, list[Callable[[bytearray, random.Random], None]]] = defaultdict(list)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return _FragileFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        if self.may_change():
            super().xDelete(filename, syncdir)
            self._durable[filename] = b""
            self._pending.pop(filename, None)

    def may_change(self) -> bool:
        """Count a change; the power goes when none is left."""
        if self.powered and self.changes_left is not None:
            self.changes_left -= 1
            self.powered = self.changes_left >= 0
        return self.powered

    def wrote(self, file: str, change: Callable[[bytearray, random.Random], None]) -> None:
        """Remember a change that is not synced yet."""
        self._pending[file].append(change)

    def synced(self, file: str) -> None:
        """Remember that everything in this file is safe now."""
        self.syncs.append(Path(file).name)
        if self.honest:
            self._durable[file] = Path(file).read_bytes()
            self._pending.pop(file, None)

    def restart(self, rng: random.Random) -> None:
        """Leave on the real disk what a machine would find when the power is back."""
        for file in {*self._durable, *self._pending}:
            content = bytearray(self._durable.get(file, b""))
            for change in self._pending.get(file, []):
                if rng.random() < 0.5:
                    change(content, rng)
            Path(file).write_bytes(content)
            if not content:
                Path(file).unlink()
            Path(f"{file}-shm").unlink(missing_ok=True)


class _FragileFile(apsw.VFSFile):
    def __init__(self, disk: FragileDisk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)

    def xWrite(self, data: bytes, offset: int) -> None:
        grows = self.xFileSize() < offset + len(data)
        refused = self._disk.only_the_log_may_grow and not self._name.endswith("-wal")
        if grows and (refused or (self._disk.room is not None and offset + len(data) > self._disk.room)):
            raise apsw.FullError("no room")
        if self._disk.may_change():
            super().xWrite(data, offset)
            self._disk.wrote(self._name, lambda content, rng: _write(content, bytes(data), offset, rng))

    def xTruncate(self, newsize: int) -> None:
        if self._disk.may_change():
            super().xTruncate(newsize)
            self._disk.wrote(self._name, lambda content, _: content.__delitem__(slice(newsize, None)))

    def xSync(self, flags: int) -> None:
        if self._disk.may_change():
            super().xSync(flags)
            self._disk.synced(self._name)


def _write(content: bytearray, data: bytes, offset: int, rng: random.Random) -> None:
    """A write of which perhaps only the first sectors arrived."""
    arrived = data if rng.random() < 0.5 else data[: rng.randrange(len(data) // _SECTOR + 1) * _SECTOR]
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(arrived)] = arrived
