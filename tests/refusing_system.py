"""An operating system that refuses: a full disk, a forbidden folder, a lock that somebody else holds."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from simulator.operating_system import OperatingSystem


class RefusingSystem(OperatingSystem):
    """Does everything but the acts it was told to refuse, by their names, each with the number of its error."""

    switched_on: Collection[int] = ()
    """The switches of Windows that stand on; this machine has none of its own."""

    def __init__(self, **refused: int) -> None:
        self._refused = refused

    def open_for_lock(self, path: Path) -> int:
        self._ask("open_for_lock")
        return super().open_for_lock(path)

    def lock(self, handle: int) -> None:
        self._ask("lock")
        super().lock(handle)

    def sync(self, handle: int) -> None:
        self._ask("sync")
        super().sync(handle)

    def open_to_read(self, path: Path) -> int:
        self._ask("open_to_read")
        return super().open_to_read(path)

    def begin_beside(self, path: Path, start: str, end: str = "") -> tuple[int, Path]:
        self._ask("begin_beside")
        return super().begin_beside(path, start, end)

    def copy(self, path: Path, to: Path) -> None:
        self._ask("copy")
        super().copy(path, to)

    def note_use(self, path: Path) -> None:
        self._ask("note_use")
        super().note_use(path)

    def identity(self, path: str) -> tuple[int, int]:
        self._ask("identity")
        return super().identity(path)

    def put_in_place(self, written: Path, path: Path) -> None:
        self._ask("put_in_place")
        super().put_in_place(written, path)

    def set_rights(self, path: Path, mode: int) -> None:
        self._ask("set_rights")
        super().set_rights(path, mode)

    def make_new(self, path: Path, mode: int) -> None:
        self._ask("make_new")
        super().make_new(path, mode)

    def answer_of(self, program: Sequence[str], patience_s: float) -> bytes:
        self._ask("answer_of")
        return super().answer_of(program, patience_s)

    def switch(self, parameter: int) -> bool:
        self._ask("switch")
        return parameter in self.switched_on

    def _ask(self, act: str) -> None:
        if (number := self._refused.get(act)) is not None:
            raise OSError(number, os.strerror(number))
