"""A person's own scenarios: opened from the shelf, saved, taken up again after a crash, brought back from dated copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from simulator.messages.sentences import own_scenarios as say
from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.scenario.decode import MOST_BYTES
from simulator.scenario.editing.intents import SetValue
from simulator.scenario.editing.making import make, new_id
from simulator.scenario.editing.refusing import EditRefused
from simulator.scenario.file_names import MAP
from simulator.scenario.files import FileRefused, FolderFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.review_record import DRAFT, with_review
from simulator.scenario.source_text import SourceText
from simulator.services.edited_file import EditedFile
from simulator.services.file_on_disk import FileOnDisk, digest_of
from simulator.session.errors import ServiceError
from simulator.storage.begun_answers import BegunAnswers
from simulator.storage.comment_sheets import CommentFolder
from simulator.storage.scenario_copies import CopyFolder
from simulator.storage.unsaved_scenarios import UnsavedFolder, UnsavedScenario

_COPY: Final = "own"
_LARGE: Final = 500_000
"""Bytes of a file that is read beside the window: the largest that comes with the program has a third of them."""
_PATIENTS: Final = PurePosixPath("patients")


class OwnScenarios:
    """The folder ``own`` of a person's scenarios, and that of the ones that come with the program, which are never written.

    Drafts and dated copies are kept below ``home``. ``steady_ms`` is a clock that never goes back.
    """

    def __init__(
        self,
        own: Path,
        shipped: Path,
        home: Path,
        *,
        now_ms: Callable[[], int],
        steady_ms: Callable[[], int],
        system: OperatingSystem = THIS_SYSTEM,
    ) -> None:
        self._own = own
        self._shipped = shipped
        self._unsaved = UnsavedFolder(home)
        self._copies = CopyFolder(home)
        self.comments = CommentFolder(home)
        self.begun_answers = BegunAnswers(home)
        self._now_ms = now_ms
        self._steady_ms = steady_ms
        self._system = system
        self.opened: FileOnDisk | None = None
        """The file that is open now; it outlives the window's pages."""

    @property
    def folder(self) -> Path:
        """The folder of a person's own scenarios."""
        return self._own

    @property
    def lent(self) -> Path:
        """The folder whose patients and reactions serve where one's own has none."""
        return self._shipped

    def open(self, root: Path, path: str) -> FileOnDisk:
        """Open a file whatever stands in it; one that comes with the program as a copy of one's own, on disk once it is saved."""
        if self.opened is not None and (root, path) == (self._own, self.opened.path):
            return self.opened
        self.opened = self.prepared(root, path)
        return self.opened

    def prepared(self, root: Path, path: str) -> FileOnDisk:
        """A file read and ready to be opened, which takes seconds where it is large; on any thread. Raises ``ServiceError``."""
        data = _read(FolderFiles(root), path)
        beside = _beside(root / path)
        if root != self._shipped:
            found = self._file(path, data, beside, digest_of(data))
            work = self._unsaved.of(path)
            found.offered = work if work is not None and (work.data, work.beside) != (data, beside) else None
            return found
        name, own = self._as_own(path, data)
        return self._file(name, own, beside, "")

    def is_large(self, root: Path, path: str) -> bool:
        """Whether reading a file takes so long that a window would stand still."""
        try:
            return (root / path).stat().st_size > _LARGE
        except OSError:
            return False

    def closed(self, path: str) -> FileOnDisk:
        """A file of one's own for a change that is saved at once; what is open in the editor stays so. Raises ``ServiceError``."""
        data = _read(FolderFiles(self._own), path)
        return self._file(path, data, _beside(self._own / path), digest_of(data))

    def paths(self) -> tuple[str, ...]:
        """Every file of one's own with words in it: scenarios, patients, reactions and translations."""
        return tuple(sorted(one.relative_to(self._own).as_posix() for one in self._own.rglob("*.yaml")))

    def text_of(self, path: str) -> str:
        """What stands in a file of one's own; raises ``ServiceError``."""
        return SourceText.of_bytes(_read(FolderFiles(self._own), path)).text

    def has_unsaved(self, path: str) -> bool:
        """Whether something was written into a file and not saved."""
        return any(work.path == path for work in self.unsaved())

    def begin(self, wanted: str, made: Callable[[str], bytes], beside: str = "") -> FileOnDisk:
        """Open a new scenario as a draft that is kept at once, and on disk once it is saved.

        ``made`` gives its text by its id, ``beside`` is the text of its map.
        """
        id_ = new_id(wanted, self._taken(PurePosixPath(wanted)))
        opened = self._file(f"{id_}.yaml", made(id_), with_review(beside, DRAFT), "")
        opened.keep_from_now_on()
        self.opened = opened
        return opened

    def begin_person(self, wanted: str, told: Mapping[str, str], made: Callable[[str], bytes]) -> FileOnDisk:
        """Open a new patient file with what is told of them, by its key; it is kept at once, and on disk once it is saved."""
        id_ = new_id(wanted, self._taken(_PATIENTS / wanted))
        path = str(_PATIENTS / f"{id_}.yaml")
        document = OpenDocument(FolderFiles(self._own, self._shipped), path, SourceText.of_bytes(made(id_)))
        try:
            make(document, *(SetValue((key,), words) for key, words in told.items() if words))
        except EditRefused as refused:
            raise ServiceError(refused.message) from refused
        opened = self._file(path, document.source.to_bytes(), "", "")
        opened.keep_from_now_on()
        self.opened = opened
        return opened

    def take_up(self, work: UnsavedScenario) -> FileOnDisk:
        """Go on with what was not saved; what is on the disk can be had back by undoing."""
        place = self._own / work.path
        data = _read(FolderFiles(self._own), work.path) if place.exists() else b""
        found = self._file(work.path, data, _beside(place), work.based_on if data else "")
        found.become_unsaved(work)
        self.opened = found
        return found

    def unsaved(self) -> tuple[UnsavedScenario, ...]:
        """What was not saved, the newest first; that of the file that is open now is not told."""
        here = self.opened.path if self.opened is not None else ""
        return tuple(work for work in self._unsaved.all() if work.path != here and not self._is_saved(work))

    def give_up(self, work: UnsavedScenario) -> None:
        """Keep no longer what was not saved."""
        self._unsaved.give_up(work.path)

    def close(self) -> None:
        """Close the file that is open; what is not saved stays kept."""
        if self.opened is not None:
            with suppress(ServiceError):
                self.opened.keep_unsaved()
            self.opened = None

    def _is_saved(self, work: UnsavedScenario) -> bool:
        """Whether what was kept stands in the file: the program ended right after it was saved."""
        place = self._own / work.path
        try:
            return place.read_bytes() == work.data and _beside(place) == work.beside
        except OSError:
            return False

    def _file(self, path: str, data: bytes, beside: str, based_on: str) -> FileOnDisk:
        files = FolderFiles(self._own, self._shipped)
        file = EditedFile(files, path, SourceText.of_bytes(data), beside, steady_ms=self._steady_ms)
        return FileOnDisk(
            file,
            self._own,
            based_on,
            unsaved=self._unsaved,
            copies=self._copies,
            now_ms=self._now_ms,
            saved=bool(based_on),
            system=self._system,
        )

    def _as_own(self, path: str, data: bytes) -> tuple[str, bytes]:
        """The name that a copy of a shipped file gets among one's own, and its text with the id that goes with it."""
        place = PurePosixPath(path)
        id_ = new_id(f"{_COPY}-{place.stem}", self._taken(place))
        name = str(place.with_name(f"{id_}.yaml"))
        document = OpenDocument(FolderFiles(self._own, self._shipped), name, SourceText.of_bytes(data))
        with suppress(EditRefused):
            make(document, SetValue(("id",), id_))
            title = document.written.node(("title",))
            if isinstance(title, str):
                make(document, SetValue(("title",), _title_of_copy(title.strip(), id_)))
        return name, document.source.to_bytes()

    def _taken(self, place: PurePosixPath) -> set[str]:
        """The ids that are no longer free in the folder of a file."""
        there = {one.stem for one in (self._own / place.parent).glob("*.yaml")}
        return there | {PurePosixPath(one.path).stem for one in self._unsaved.all()}


def _title_of_copy(title: str, id_: str) -> str:
    """What a copy is called, so that it is told from what it was made of; it belongs to the file and is never translated."""
    number = id_.rpartition("-")[2]
    further = number.isdecimal()
    return str(say.TITLE_OF_FURTHER_COPY(title=title, number=number) if further else say.TITLE_OF_COPY(title=title))


def _read(files: FolderFiles, path: str) -> bytes:
    try:
        data = files.read(path)
    except FileRefused as refused:
        raise ServiceError(say.NOT_READ(path=path, reason=refused.message)) from refused
    if len(data) > MOST_BYTES:
        raise ServiceError(say.TOO_LARGE(path=path))
    return data


def _beside(place: Path) -> str:
    try:
        return place.with_suffix(MAP).read_text("utf-8", "replace")
    except OSError:
        return ""
