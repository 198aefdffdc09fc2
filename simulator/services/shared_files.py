"""The files that scenarios share: patients and reaction graphs, one's own and those that come with the program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import patient_desk as say
from simulator.scenario.file_kind import kind_of, plain_values
from simulator.scenario.key_tables import PATIENT_FORMAT
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.own_scenarios import OwnScenarios
from simulator.session.errors import ServiceError

PATIENT: Final = "patient"
REACTIONS: Final = "reactions"
SHARED_KINDS: Final = (PATIENT, REACTIONS)
_FOLDERS: Final = {PATIENT: "patients", REACTIONS: "reactions"}
_YOUNGEST, _OLDEST = 18, 110
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A patient file or a reaction file; ``name`` is what it calls the person, or its id."""

    root: Path
    path: str
    name: str
    kind: str
    shipped: bool


class SharedFiles:
    """What there is in the folders of patients and reaction graphs, looked up each time that somebody asks."""

    def __init__(self, own: OwnScenarios, shipped: Path) -> None:
        self._own, self._shipped = own, shipped

    def all(self) -> tuple[SharedFile, ...]:
        """First one's own, then those that come with the program; people before graphs."""
        found = [*self._in(self._own.folder), *self._in(self._shipped)]
        return tuple(sorted(found, key=lambda one: (one.shipped, one.kind != PATIENT, one.name.casefold())))

    def find(self, path: str) -> SharedFile | None:
        """The file that a scenario means by a path: one's own where there is one."""
        return next((one for one in self.all() if one.path == path.strip()), None)

    def begin_like(
        self, path: str, name: str, portrait: str = "", told: Mapping[str, str] = MappingProxyType({})
    ) -> FileOnDisk:
        """Open a new patient of one's own who begins as another is, but for what is told of them; raises ``ServiceError``."""
        name = " ".join(name.split())
        if not name:
            raise ServiceError(say.NAME_FIRST())
        wanted = as_id(name)
        if not wanted:
            raise ServiceError(say.NO_LETTERS(name=name))
        age = told.get("age", "")
        if age and not (age.isdecimal() and _YOUNGEST <= int(age) <= _OLDEST):
            raise ServiceError(say.AGE_IN_YEARS(youngest=_YOUNGEST, oldest=_OLDEST))
        return self._own.begin_person(wanted, {"name": name, **told}, lambda id_: _beginning(path, id_, portrait))

    def make_like(self, path: str, name: str, portrait: str, told: Mapping[str, str]) -> str:
        """Put a new patient who is as another is, but for the face and what is told of them, on the disk, and give its path.

        Raises ``ServiceError``.
        """
        opened = self.begin_like(path, name, portrait, told)
        opened.save()
        self._own.close()
        return opened.path

    def _in(self, root: Path) -> Iterator[SharedFile]:
        for kind, folder in _FOLDERS.items():
            for place in sorted((root / folder).glob("*.yaml")):
                values = plain_values(place)
                if kind_of(f"format: {values.get('format', '')}") == kind:
                    name = values.get("name") or values.get("id") or place.stem
                    yield SharedFile(root, f"{folder}/{place.name}", name, kind, root == self._shipped)


def as_id(name: str) -> str:
    """An id after a name; empty where no letter of it can stand in one."""
    name = name.replace("'", "").replace("’", "")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _BETWEEN.sub("-", plain).strip("-").lstrip("0123456789-")[:40].strip("-")


def _beginning(path: str, id_: str, portrait: str) -> bytes:
    keys = {"format": PATIENT_FORMAT, "like": path, "id": id_, "portrait": portrait}
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value).encode()
