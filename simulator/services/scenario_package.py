"""A scenario in one file, to be given to a colleague: everything that it is made of, and who gave it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from simulator.messages.sentences import giving as say
from simulator.reports.zip_archive import is_plain_path, zipped
from simulator.scenario.checking import read_and_check
from simulator.scenario.document import Scenario
from simulator.scenario.file_names import MAP, SUFFIX
from simulator.scenario.files import PinnedFiles, ScenarioFiles
from simulator.scenario.sidecars import source_of
from simulator.services.planned_paths import PLAN
from simulator.session.errors import ServiceError

MANIFEST: Final = "attune-package.json"
FORMAT: Final = "attune/package/"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Package:
    """A scenario that is given: where it stands among ``files`` (by path below the scenario folder), its title, and by whom."""

    path: str
    title: str
    by: str
    files: Mapping[str, bytes]

    @property
    def digest(self) -> str:
        """Tells this package from every other."""
        content = sha256()
        for name, data in sorted(self.files.items()):
            content.update(f"{name}\0{len(data)}\0".encode() + data)
        return content.hexdigest()

    @property
    def texts(self) -> ScenarioFiles:
        """Its files, as the reader takes them: nothing of it is on the disk."""
        return PinnedFiles({name: data.decode("utf-8", "replace") for name, data in self.files.items()})

    def scenario(self) -> Scenario:
        """The scenario that can be played; raises ``ServiceError`` where it cannot."""
        scenario = read_and_check(self.texts, self.path).scenario
        if scenario is None:
            raise ServiceError(say.NO_SCENARIO(path=self.path, reason=say.FAULTY()))
        return scenario


def packed(package: Package, at_ms: int) -> bytes:
    """The package as one file; raises ``ServiceError`` for a file whose name cannot go everywhere."""
    odd = next((name for name in package.files if not is_plain_path(name)), None)
    if odd is not None:
        raise ServiceError(say.ODD_NAME(path=odd))
    manifest = {
        "format": f"{FORMAT}{VERSION}",
        "scenario": package.path,
        "title": package.title,
        "by": package.by,
    }
    head = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    files = ((name, [data.decode("utf-8", "replace")]) for name, data in sorted(package.files.items()))
    return zipped([(MANIFEST, [head]), *files], at_ms)


def package_of(scenario: Scenario | None, place: Path, path: str, *, beside: str = "", by: str = "") -> Package:
    """What a scenario at a place on the disk is made of, as it was read, with what lies beside it there.

    ``beside`` is the text of its map. Raises ``ServiceError`` where there is nothing that could be played.
    """
    if scenario is None:
        raise ServiceError(say.MEND_FIRST())
    files = {name: text.encode() for name, text in scenario.sources.items()}
    folder = path.rpartition("/")[0]
    for one in _beside(place):
        files[f"{folder}/{one.name}".lstrip("/")] = one.read_bytes()
    if beside:
        files[path.removesuffix(SUFFIX) + MAP] = beside.encode()
    return Package(path, scenario.title, by, files)


def _beside(place: Path) -> list[Path]:
    """The translations and planned paths beside a scenario file."""
    there = sorted(place.parent.glob(f"{place.stem}.*")) if place.parent.is_dir() else []
    return [one for one in there if one.is_file() and (one.suffix == PLAN or source_of(one.name) is not None)]
