"""A scenario goes to a colleague and comes back with comments: what the two windows of that do, without a window."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import giving as say
from simulator.scenario.editing.intents import SetValue
from simulator.scenario.editing.making import make
from simulator.scenario.editing.refusing import EditRefused
from simulator.scenario.file_names import MAP, SUFFIX, beside_scenarios, visible
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.playable_draft import Playable
from simulator.scenario.source_text import SourceText
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.line_comments import (
    CommentSheet,
    LineComment,
    Pinned,
    pinned,
    read_sheet,
    sheet_as_bytes,
    without,
)
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.package_reading import read_package
from simulator.services.scenario_package import Package, package_of, packed
from simulator.services.studio_play import StudioPlay
from simulator.session.errors import ServiceError
from simulator.storage.files import replace_file

PACKAGE: Final = ".zip"
COMMENTS: Final = ".json"
_NOBODY: Final = "-"
_LONGEST: Final = 2_000_001


@dataclass(frozen=True, slots=True)
class CameBack:
    """A comment that came back, who wrote it, and where it stands in the file by now, if anywhere."""

    sheet: CommentSheet
    comment: LineComment
    at: Pinned | None
    line: int = 0


def is_given(path: Path) -> bool:
    """Whether a file is one of those that go between colleagues, by its name."""
    return path.suffix.lower() in (PACKAGE, COMMENTS)


def to_give(opened: FileOnDisk, by: str) -> bytes:
    """The open scenario as it stands in the editor now, in one file; raises ``ServiceError``."""
    file = opened.file
    package = package_of(file.reading.scenario, opened.place, file.path, beside=file.beside, by=by.strip())
    return packed(package, opened.now_ms())


def write(place: Path, content: bytes) -> None:
    """Write a file that goes to somebody, whole or not at all; raises ``ServiceError``."""
    try:
        replace_file(place, content)
    except OSError as fault:
        raise ServiceError(say.FILE_NOT_SAVED(path=str(place), reason=fault.strerror or str(fault))) from fault


class BlindPlay:
    """A package that is played blind, and the comments on it, which are kept with every one that is added."""

    def __init__(self, package: Package, own: OwnScenarios) -> None:
        self.package = package
        self._own = own
        self._scenario = package.scenario()
        self.played = False
        """Whether it was played to an end once, so that one may look inside."""
        self.play = self.begin()
        self.sheet = self._kept()

    def begin(self) -> StudioPlay:
        """Play it from its first line."""
        self.play = StudioPlay(Playable(self._scenario))
        return self.play

    @property
    def person(self) -> str:
        """Who sits opposite."""
        return self._scenario.patient.first_name

    def answer(self, response: str) -> None:
        """Answer, or stay silent where the id is empty."""
        self.play.answer(response)
        self.played = self.played or self.play.over

    def comment(self, comment: LineComment) -> None:
        """Add a comment and keep it; raises ``ServiceError``."""
        self._keep(CommentSheet(*self._head(), (*self.sheet.comments, comment)))

    def take_back(self, comment: LineComment) -> None:
        """A comment is no longer meant; raises ``ServiceError``."""
        self._keep(without(self.sheet, comment))

    def to_send(self, by: str) -> bytes:
        """The comments as the file that goes back."""
        return sheet_as_bytes(CommentSheet(self.sheet.scenario, self.sheet.title, by.strip(), self.sheet.comments))

    def _head(self) -> tuple[str, str, str]:
        return self._scenario.id, self._scenario.title, _NOBODY

    def _kept(self) -> CommentSheet:
        for content in self._own.comments.of(self.package.digest):
            return read_sheet(content, self.package.title)
        return CommentSheet(*self._head())

    def _keep(self, sheet: CommentSheet) -> None:
        self.sheet = sheet
        _keep(self._own, self.package.digest, sheet)


def open_blind(path: Path, own: OwnScenarios) -> BlindPlay:
    """A file that a colleague has given, ready to be played; raises ``ServiceError``."""
    return BlindPlay(read_package(path), own)


def take_comments(path: Path, own: OwnScenarios, paths: dict[str, str]) -> tuple[str, Message]:
    """Keep comments that came back; ``paths`` are one's own scenarios by their ids.

    Gives the scenario that they are about, by its path, and what to say; raises ``ServiceError``.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST)
    except OSError as fault:
        raise ServiceError(say.NOT_READ(path=visible(str(path)), reason=fault.strerror or "")) from fault
    sheet = read_sheet(content, visible(str(path)))
    if sheet.scenario not in paths:
        raise ServiceError(say.OTHER_SCENARIO(title=sheet.title))
    _keep(own, paths[sheet.scenario], sheet)
    return paths[sheet.scenario], say.CAME_BACK(
        count=len(sheet.comments), by=sheet.by or say.NO_NAME(), title=sheet.title
    )


def came_back(opened: FileOnDisk, own: OwnScenarios) -> tuple[CameBack, ...]:
    """The comments on the open file, in the order of its lines; those that stand nowhere in it come last."""
    written = opened.file.written
    found = []
    for content in own.comments.of(opened.path):
        try:
            sheet = read_sheet(content, opened.path)
        except ServiceError:
            continue  # half a file of a crash that no replacing leaves; nothing of it can be told
        for comment in sheet.comments:
            at = pinned(comment, written)
            line = written.text.count("\n", 0, at.offset) + 1 if at is not None else 0
            found.append(CameBack(sheet, comment, at, line))
    return tuple(sorted(found, key=lambda one: (one.at is None, one.line)))


def done_with(came: CameBack, opened: FileOnDisk, own: OwnScenarios) -> None:
    """A comment was dealt with and is kept no longer; raises ``ServiceError``."""
    _keep(own, opened.path, without(came.sheet, came.comment))


def taken_in(package: Package, own: OwnScenarios) -> FileOnDisk:
    """Open a package as a copy of one's own, on the disk once it is saved; what it stands on is put beside one's own files.

    Raises ``ServiceError`` where that would change what one's own scenarios stand on.
    """
    document = OpenDocument(package.texts, package.path, SourceText.of_bytes(package.files[package.path]))
    use = document.written.node(("patient", "use"))
    patient = use.strip() if isinstance(use, str) else ""
    aside, new = _apart(package, own, patient)
    for path, data in aside.items():
        place = own.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        write(place, data)

    def made(id_: str) -> bytes:
        with suppress(EditRefused):
            make(document, SetValue(("id",), id_))
            if new != patient:
                make(document, SetValue(("patient", "use"), new))
        return document.source.to_bytes()

    beside = package.files.get(package.path.removesuffix(SUFFIX) + MAP, b"")
    return own.begin(PurePosixPath(package.path).stem, made, beside.decode("utf-8", "replace"))


def _apart(package: Package, own: OwnScenarios, patient: str) -> tuple[dict[str, bytes], str]:
    """The patients and reactions that one's own folder lacks, and what the patient is called so as to take nobody's place."""
    aside: dict[str, bytes] = {}
    new = patient
    for path, data in package.files.items():
        there = next((one for one in (own.folder / path, own.lent / path) if one.exists()), None)
        if not beside_scenarios(path) or (there is not None and there.read_bytes() == data):
            continue
        if there is None:
            aside[path] = data
        elif path == patient:
            new = _free(path, own)
            aside[new] = _with_id(package, path, PurePosixPath(new).stem)
        else:
            raise ServiceError(say.OTHER_FILE(path=path))
    return aside, new


def _with_id(package: Package, path: str, id_: str) -> bytes:
    """A file of a package under another id, which is that of its name."""
    document = OpenDocument(package.texts, path, SourceText.of_bytes(package.files[path]))
    with suppress(EditRefused):
        make(document, SetValue(("id",), id_))
    return document.source.to_bytes()


def _free(path: str, own: OwnScenarios) -> str:
    place = PurePosixPath(path)
    number = 2
    while (own.folder / place.with_name(f"{place.stem}-{number}.yaml")).exists():
        number += 1
    return str(place.with_name(f"{place.stem}-{number}.yaml"))


def _keep(own: OwnScenarios, subject: str, sheet: CommentSheet) -> None:
    try:
        if sheet.comments:
            own.comments.keep(subject, sheet.by, sheet_as_bytes(sheet))
        else:
            own.comments.drop(subject, sheet.by)
    except OSError as fault:
        raise ServiceError(say.FILE_NOT_SAVED(path=sheet.title, reason=fault.strerror or str(fault))) from fault
