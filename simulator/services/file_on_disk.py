"""A file of one's own that is being edited: saved whole or not at all, never over what somebody else has written meanwhile."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.messages.message import Message, When
from simulator.messages.sentences import editing as steps
from simulator.messages.sentences import own_scenarios as say
from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.scenario.editing.history import State
from simulator.scenario.file_names import MAP
from simulator.scenario.source_text import SourceText
from simulator.services.edited_file import EditedFile
from simulator.session.errors import ServiceError
from simulator.storage.files import replace_file
from simulator.storage.scenario_copies import CopyFolder, DatedCopy
from simulator.storage.unsaved_scenarios import UnsavedFolder, UnsavedScenario

KEEP_EVERY_MS: Final = 2_000
"""So long after something was written it is kept, whatever goes on being written."""

_SMALL: Final = 2_000
"""A file of fewer bytes is not asked after when it becomes shorter."""


class ChangedOutside(ServiceError):
    """Another program has written the file since it was read here; nothing was written."""


class LooksCut(ServiceError):
    """Little or nothing would be left in the file; nothing was written."""


class FileOnDisk:
    """One open file and what is on the disk of it.

    ``based_on`` is the hash of the bytes that were read or saved last, empty where there is no file yet.
    """

    def __init__(
        self,
        file: EditedFile,
        root: Path,
        based_on: str,
        *,
        unsaved: UnsavedFolder,
        copies: CopyFolder,
        now_ms: Callable[[], int],
        saved: bool,
        system: OperatingSystem = THIS_SYSTEM,
    ) -> None:
        self.file = file
        self.place = root / file.path
        self._based_on = based_on
        self._unsaved = unsaved
        self._copies = copies
        self._now_ms = now_ms
        self._system = system
        self._saved: State | None = file.state if saved else None
        self._opened: State | None = file.state
        self._kept: State | None = file.state
        self.offered: UnsavedScenario | None = None
        """What was not saved an earlier time, until somebody has said what is to become of it."""

    @property
    def path(self) -> str:
        """The file's path below the folder of one's own scenarios."""
        return self.file.path

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return self.file.state != self._saved

    @property
    def never_saved(self) -> bool:
        """Whether there is no file on the disk yet."""
        return not self._based_on

    def theirs(self) -> bytes | None:
        """What another program has written into the file since; nothing where it is as it was, or gone."""
        now = self._on_disk()
        return None if now is None or digest_of(now) == self._based_on else now

    @property
    def gone(self) -> bool:
        """Whether the file was there and is not any more."""
        return bool(self._based_on) and self._on_disk() is None

    def now_ms(self) -> int:
        """UTC in milliseconds since 1970."""
        return self._now_ms()

    def save(self, *, even_if_cut: bool = False) -> None:
        """Write the file and its map; what was in it is kept as a dated copy.

        Raises ``ChangedOutside``, ``LooksCut`` or another ``ServiceError``; the file is then as it was.
        """
        before = self._on_disk()
        data, beside = self.file.source.to_bytes(), self.file.beside
        if before is not None and digest_of(before) != self._based_on and before != data:
            raise ChangedOutside(say.CHANGED_OUTSIDE(path=self.path))
        if not even_if_cut:
            _look_whether_cut(before or b"", data)
        # Killed in the middle, it is this that is offered and not what was kept before it, for the file may hold it already.
        with suppress(ServiceError):
            self.keep_unsaved()
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            if before is not None and before != data:
                self._put_offered_aside()
                self._copies.keep(self.path, before, self._map_on_disk(), self._now_ms())
            # What says that it is a draft is there before the scenario is.
            if beside != self._map_on_disk():
                place = self.place.with_suffix(MAP)
                replace_file(place, beside.encode(), keep_rights=place.exists(), system=self._system)
            if before != data:
                replace_file(self.place, data, keep_rights=before is not None, system=self._system)
        except OSError as fault:
            raise ServiceError(_why(fault, self.path)) from fault
        self._based_on = digest_of(data)
        self._saved = self._kept = self.file.state
        self._unsaved.give_up(self.path)

    def keep_unsaved(self) -> None:
        """Keep what is not saved, so that a crash takes at most what was typed since; raises ``ServiceError``."""
        state = self.file.state
        if state == self._kept:
            return
        if not self.changed or (self.never_saved and state == self._opened):
            self._unsaved.give_up(self.path)
        else:
            work = UnsavedScenario(self.path, self._now_ms(), self._based_on, state.source.to_bytes(), state.beside)
            try:
                self._put_offered_aside()
                self._unsaved.keep(work)
            except OSError as fault:
                raise ServiceError(say.UNSAVED_NOT_KEPT(reason=fault.strerror or say.NO_REASON())) from fault
        self._kept = state

    def keep_from_now_on(self) -> None:
        """Keep the file as work that was not saved although nobody has changed it yet; raises ``ServiceError``."""
        self._opened = self._kept = None
        self.keep_unsaved()

    def become_unsaved(self, work: UnsavedScenario) -> None:
        """Take what was not saved as a step that can be undone."""
        self.offered = None
        state = State(SourceText.of_bytes(work.data), work.beside)
        self.file.become(steps.TOOK_UP(when=When(work.at_ms)), state)
        self._kept = self.file.state

    def give_up_offered(self) -> None:
        """Keep no longer what was not saved an earlier time."""
        self.offered = None
        self._unsaved.give_up(self.path)

    def take_theirs(self) -> None:
        """Take what another program has written, as a step that can be undone."""
        theirs = self.theirs()
        if theirs is None:
            return
        self.file.become(steps.TOOK_THEIRS(), State(SourceText.of_bytes(theirs), self._map_on_disk()))
        self._based_on = digest_of(theirs)
        self._saved = self.file.state

    def keep_mine(self) -> None:
        """Let the next save write over what another program has written; it is kept as a dated copy."""
        theirs = self.theirs()
        if theirs is not None:
            self._based_on, self._saved = digest_of(theirs), None

    def copies(self) -> tuple[DatedCopy, ...]:
        """What stood in the file before it was saved, the newest first."""
        return self._copies.of(self.path)

    def restore(self, copy: DatedCopy) -> None:
        """Bring a dated copy back, as a step that can be undone; it is on the disk once it is saved."""
        try:
            data, beside = copy.read()
        except OSError as fault:
            raise ServiceError(say.COPY_DAMAGED(reason=fault.strerror or say.NO_REASON())) from fault
        state = State(SourceText.of_bytes(data), beside or self.file.beside)
        self.file.become(steps.RESTORED(when=When(copy.at_ms)), state)

    def _put_offered_aside(self) -> None:
        """What nobody has decided about becomes a dated copy before other work takes its place."""
        if self.offered is not None:
            self._copies.keep(self.path, self.offered.data, self.offered.beside, self.offered.at_ms)
            self.offered = None

    def _on_disk(self) -> bytes | None:
        try:
            return self.place.read_bytes()
        except OSError:
            return None

    def _map_on_disk(self) -> str:
        try:
            return self.place.with_suffix(MAP).read_text("utf-8", "replace")
        except OSError:
            return ""


def digest_of(data: bytes) -> str:
    """The hash by which a file is known again."""
    return hashlib.sha256(data).hexdigest()


def _look_whether_cut(before: bytes, after: bytes) -> None:
    """Refuse to write little or nothing over a full file."""
    if before.strip() and not after.strip():
        raise LooksCut(say.EMPTY_OVER_FULL(lines=_lines(before)))
    if len(before) > _SMALL and len(after) * 2 < len(before):
        raise LooksCut(say.CUT_OVER_FULL(new=_lines(after), lines=_lines(before)))


def _lines(data: bytes) -> int:
    return len(data.splitlines())


def _why(fault: OSError, path: str) -> Message:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return say.DISK_FULL(path=path)
    if fault.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return say.READ_ONLY(path=path)
    return say.NOT_WRITTEN(path=path, reason=fault.strerror or say.NO_REASON())
