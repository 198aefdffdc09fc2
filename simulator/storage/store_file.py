"""The file of a store while it is open: one owner, changes that happen whole, and the ledger kept with each of them."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.messages.sentences import storage as say
from simulator.session.errors import StoreError
from simulator.storage.database_errors import worded
from simulator.storage.file_witness import FileWitness
from simulator.storage.ledger import Kept, Ledger, read_ledger, write_ledger
from simulator.storage.opening import IN_MEMORY, open_database
from simulator.storage.schema import Migration

if TYPE_CHECKING:
    from simulator.storage.backups import Reason
    from simulator.storage.lock import FolderLock


class StoreFile:
    """One file with a write-ahead log, synced to the disk at every change.

    The thread that opened it owns it. A call from any other is a bug and raises ``RuntimeError``.
    """

    def __init__(
        self,
        path: Path,
        *,
        lock: FolderLock | None = None,
        vfs: str | None = None,
        migrations: tuple[Migration, ...] | None = None,
    ) -> None:
        """Open or begin a store; raises ``StoreError`` with a sentence if the file cannot be used.

        ``lock`` is let go with the store; ``vfs`` names another way to the disk; ``migrations`` are the released ones.
        """
        self._path = path
        self._owner = threading.get_ident()
        self._connection = open_database(path, vfs, migrations)
        self._witness = FileWitness(path) if path != IN_MEMORY and vfs is None else None
        self._lock = lock
        self._ledger: Ledger | None = None
        self._copying = False

    def checkpoint(self) -> None:
        """Bring everything into the one file, so that a plain copy of it is whole."""
        with self._asking():
            self._bring_in()

    def back_up(self, reason: Reason, now_ms: int) -> Generator[tuple[int, int], None, Path]:
        """Copy the store while it goes on working, a few pages at each step; tells how many remain of how many.

        One copy at a time: another one that is asked for meanwhile waits until the first is made or given up.
        """
        # Late: a start has no time for what is used once a day.
        from simulator.storage.backups import copy_stepwise

        self._check_owner()
        return self._one_at_a_time(copy_stepwise(self._connection, self._path, reason, now_ms))

    def _one_at_a_time(self, copying: Generator[tuple[int, int], None, Path]) -> Generator[tuple[int, int], None, Path]:
        # A copy begins by clearing away what others have left that never came to their end.
        while self._copying:
            yield 1, 1
        self._copying = True
        try:
            return (yield from copying)
        finally:
            self._copying = False

    def close(self) -> None:
        """Let go of the store and of its folder; later calls raise ``StoreError``."""
        self._check_owner()
        self._witness = None
        try:
            with worded(self._path):
                self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def _try_to_bring_in(self) -> None:
        """Bring the log in if the disk lets us; what was stored is safe in the log, and the next end tries again."""
        with suppress(StoreError), self._asking():
            # Passive: nobody waits for another program that reads the log.
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def _overwrite_what_was_deleted(self) -> None:
        """Leave nothing of deleted rows on the disk: not in the log, and not between the rows of the file."""
        try:
            with self._asking():
                # `secure_delete` overwrites rows, but not the copies that moving rows between pages leaves behind.
                self._connection.execute("VACUUM")
                brought_in = self._bring_in()
        except StoreError as fault:
            raise StoreError(say.TRACES_LEFT()) from fault
        if not brought_in:
            raise StoreError(say.TRACES_LEFT())

    def _bring_in(self) -> bool:
        ((busy, _, _),) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return not busy

    def _note(self, what: Kept, old: object, new: object) -> None:
        """Tell the ledger of a row that was added, replaced or deleted; part of the change."""
        self._keep_ledger(self._ledger_now().changed(what, old, new))

    def _keep_ledger(self, ledger: Ledger) -> None:
        self._ledger = ledger
        write_ledger(self._connection, ledger)

    def _ledger_now(self) -> Ledger:
        if self._ledger is None:
            # A lost ledger shows in `faults`; it cannot keep anybody from going on.
            self._ledger = read_ledger(self._connection) or Ledger()
        return self._ledger

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that happens whole or not at all, in the file that was opened and in no other."""
        self._check_owner()
        self._see_the_file()
        try:
            with worded(self._path), self._connection:
                yield
            # Nothing is acknowledged that went into a file which was taken away meanwhile.
            self._see_the_file()
        except BaseException:
            self._ledger = None
            raise

    def _asking(self) -> AbstractContextManager[None]:
        self._check_owner()
        return worded(self._path)

    def _see_the_file(self) -> None:
        if self._witness is not None:
            self._witness.check()

    def _check_owner(self) -> None:
        if threading.get_ident() != self._owner:
            raise RuntimeError("The store is owned by the thread that opened it, and by no other.")
