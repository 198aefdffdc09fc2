"""The library: every scenario of some folders as a card, listed from an index so that nothing is read twice."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from simulator.scenario.library_index import Card, Entry, load_index, program_stamp, save_index

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario

__all__ = ["Card", "Library"]

_SECONDS_PER_TURN: Final = 75
"""Reading a line, tagging it, weighing three to five responses: our estimate for the card, until sessions tell."""

_PRACTISED_SHARE: Final = 0.25
"""A family of ruptures counts as practised if at least this share of a scenario's rupture moments belongs to it."""

_NOT_SCENARIOS: Final = ("patients", "reactions")
_LARGEST: Final = 5_000_000

_Stat: TypeAlias = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""

_Stats: TypeAlias = Mapping[str, _Stat]


class Library:
    """The scenarios below some folders; a file in an earlier folder hides one of the same path in a later one.

    The index at ``cache_path`` remembers every card by path, size, time and content hash of its files, so that listing
    unchanged scenarios reads nothing but the index. A lost or damaged index is made anew; one that cannot be written is
    done without.
    """

    def __init__(self, roots: Sequence[Path], cache_path: Path) -> None:
        self._roots = tuple(roots)
        self._cache_path = cache_path

    def cards(self) -> tuple[Card, ...]:
        """Every scenario, the easiest first."""
        scans = [_scan(root) for root in self._roots]
        stamp = program_stamp()
        old = load_index(self._cache_path, stamp)
        new: dict[str, dict[str, Entry]] = {}
        for number, root in enumerate(self._roots):
            known = old.get(str(root), {})
            visible = {path: stat for later in reversed(scans[number:]) for path, stat in later.items()}
            everything = _fingerprint(visible)
            new[str(root)] = {
                path: self._entry(number, path, known.get(path), visible, everything)
                for path in scans[number]
                if _may_be_scenario(path) and not any(path in earlier for earlier in scans[:number])
            }
        if new != old:
            save_index(self._cache_path, stamp, new)
        found = [entry.card for entries in new.values() for entry in entries.values() if entry.card]
        return tuple(sorted(found, key=lambda card: (card.difficulty, card.title.casefold(), card.path)))

    def _entry(self, number: int, path: str, known: Entry | None, visible: _Stats, everything: str) -> Entry:
        if known is not None:
            if known.everything:
                if known.everything == everything:
                    return known
            elif all(visible.get(name) == kept[:2] for name, kept in known.files.items()):
                return known
            elif (touched := self._only_touched(number, known, visible)) is not None:
                return touched
        return self._examine(number, path, visible, everything)

    def _only_touched(self, number: int, known: Entry, visible: _Stats) -> Entry | None:
        """The same entry with new times, where the files were saved again without a change; else None."""
        files = {}
        for name, kept in known.files.items():
            stat = visible.get(name)
            if stat is None:
                return None
            if stat != kept[:2] and _hash(self._find(number, name)) != kept[2]:
                return None
            files[name] = (*stat, kept[2])
        return Entry(files, "", known.card)

    def _examine(self, number: int, path: str, visible: _Stats, everything: str) -> Entry:
        """Read a scenario with all its files."""
        from simulator.scenario.checking import read_and_check

        root = self._roots[number]
        if _other_format(root / path):
            return Entry({path: (*visible[path], _hash(root / path))}, "", None)
        fallback = self._roots[-1] if number < len(self._roots) - 1 else None
        scenario, diagnostics = read_and_check(root, path, fallback)
        problems = sum(1 for one in diagnostics if one.severity == "error")
        if scenario is None:
            return Entry({}, everything, _broken_card(root, path, max(problems, 1)))
        files = {name: (*visible.get(name, (0, 0)), _hash(self._find(number, name))) for name in scenario.sources}
        return Entry(files, "", _card(scenario, root, problems))

    def _find(self, number: int, name: str) -> Path:
        """A file of a scenario: below its own folder, or else below a later one."""
        places = [root / name for root in self._roots[number:]]
        return next((place for place in places if place.is_file()), places[0])


def _scan(root: Path) -> dict[str, _Stat]:
    return dict(_walk(os.fspath(root), ""))


def _walk(folder: str, below: str) -> Iterator[tuple[str, _Stat]]:
    """Every YAML file below a folder with its stat; hidden files and folders that cannot be read are passed over."""
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _walk(entry.path, f"{below}{entry.name}/")
                elif entry.name.endswith(".yaml") and entry.is_file():
                    stat = entry.stat()
                    yield f"{below}{entry.name}", (stat.st_size, stat.st_mtime_ns)
    except OSError:
        return


def _may_be_scenario(path: str) -> bool:
    """Whether a file may hold a scenario: no patient, no reactions, no sidecar (those have a second dot)."""
    folder, _, name = path.rpartition("/")
    return folder.partition("/")[0] not in _NOT_SCENARIOS and "." not in name.removesuffix(".yaml")


def _other_format(path: Path) -> bool:
    return _values(path).get("format", "").startswith(("patient/", "reactions/"))


def _values(path: Path) -> dict[str, str]:
    """The plain values at the top of a file that may be broken: enough to name it on a card."""
    try:
        with path.open("rb") as file:
            text = file.read(20_000).decode("utf-8", errors="replace")
    except OSError:
        return {}
    pairs = (line.split(":", 1) for line in text.splitlines() if line[:1].isalpha() and ":" in line)
    found = {key.strip(): value.partition(" #")[0].strip().strip("\"'") for key, value in pairs}
    return {key: value for key, value in found.items() if value and value[0] not in ">|[{"}


def _card(scenario: Scenario, root: Path, problems: int) -> Card:
    patient = scenario.patient
    return Card(
        id=scenario.id,
        title=scenario.title,
        about=scenario.about,
        objectives=scenario.objectives,
        difficulty=scenario.difficulty,
        families=_practised(scenario),
        content_notes=scenario.content_notes,
        minutes=max(1, round(scenario.turns * _SECONDS_PER_TURN / 60)),
        patient_name=patient.name,
        patient_age=patient.age,
        patient_work=patient.work,
        portrait=patient.portrait,
        path=scenario.path,
        root=root,
        digest=scenario.digest,
        problems=problems,
    )


def _broken_card(root: Path, path: str, problems: int) -> Card:
    values = _values(root / path)
    name = path.rpartition("/")[2].removesuffix(".yaml")
    title = values.get("title", name)[:200]
    return Card(name, title, values.get("about", "")[:2000], (), 1, (), (), 0, "", 0, "", "", path, root, "", problems)


def _practised(scenario: Scenario) -> tuple[str, ...]:
    from simulator.scenario.checks.story import family_in, strained

    counts = Counter(str(family_in(moment)) for moment in scenario.moments.values() if strained(moment))
    least = _PRACTISED_SHARE * counts.total()
    return tuple(family for family, count in counts.most_common() if count >= least)


def _hash(path: Path) -> str:
    import hashlib

    try:
        with path.open("rb") as file:
            return hashlib.sha256(file.read(_LARGEST + 1)).hexdigest()
    except OSError:
        return ""


def _fingerprint(stats: _Stats) -> str:
    """One word for the state of all files that a scenario could use."""
    import zlib

    return f"{zlib.crc32(repr(sorted(stats.items())).encode()):08x}"
