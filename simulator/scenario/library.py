"""The library: every scenario of some folders as a card, listed from an index so that nothing is read twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from simulator.scenario.duplicate_ids import told_apart
from simulator.scenario.file_kind import meant_for_scenarios, plain_values
from simulator.scenario.file_names import may_be_scenario, stem
from simulator.scenario.library_index import Card, Entry, load_index, save_index
from simulator.scenario.library_scan import LeftOut, Stat, scan
from simulator.scenario.program_fingerprint import READER_AND_CHECKS, program_fingerprint

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario
    from simulator.scenario.files import FolderFiles

__all__ = ["Card", "LeftOut", "Library", "Listing"]

_PRACTISED_SHARE: Final = 0.25
"""A family of ruptures counts as practised if at least this share of a scenario's rupture moments belongs to it."""

_LARGEST: Final = 20_000_000

_Stats: TypeAlias = Mapping[str, Stat]


class Listing(NamedTuple):
    """What one look at the folders found: every scenario, the easiest first, and what is on no shelf, with the reason."""

    cards: tuple[Card, ...]
    left_out: tuple[LeftOut, ...]


class Library:
    """The scenarios below some folders, the last of several being those that come with the program.

    A patient or reaction file in an earlier folder stands before one of the same path in the last; scenarios of the same
    path stay two. The index at ``cache_path`` remembers every card by path, size, time and content hash of its files, so
    that listing unchanged scenarios reads nothing but the index, and that once while the program runs. A lost or damaged index is made anew; one that cannot be
    written, or that has no path, is done without.
    """

    def __init__(self, roots: Sequence[Path], cache_path: Path | None) -> None:
        self._roots = tuple(dict.fromkeys(roots))
        self._shipped = self._roots[-1] if len(self._roots) > 1 else None
        self._cache_path = cache_path
        self._known: dict[str, dict[str, Entry]] | None = None

    def cards(self) -> tuple[Card, ...]:
        """Every scenario, the easiest first."""
        return self.listing().cards

    def listing(self) -> Listing:
        """Every scenario and everything that was left out, from one look at the folders."""
        scans = [scan(root) for root in self._roots]
        entries = self._entries([one.files for one in scans])
        found = [self._marked(entry.card) for of_root in entries for entry in of_root.values() if entry.card]
        cards = sorted(told_apart(found), key=by_ease)
        return Listing(tuple(cards), tuple(left for one in scans for left in one.left_out))

    def _entries(self, files: Sequence[_Stats]) -> list[dict[str, Entry]]:
        """What is known of the scenarios of each folder, from the index where nothing changed."""
        stamp = program_fingerprint(READER_AND_CHECKS)
        old = self._kept(stamp) if self._known is None else self._known
        new: dict[str, dict[str, Entry]] = {}
        for number, root in enumerate(self._roots):
            known = old.get(str(root), {})
            seen = _Seen(files[number:])
            new[str(root)] = {
                path: self._entry(number, path, known.get(path), seen)
                for path in files[number]
                if may_be_scenario(path)
            }
        if new != old:
            self._keep(stamp, new)
        self._known = new
        return list(new.values())

    def _kept(self, stamp: str) -> dict[str, dict[str, Entry]]:
        return load_index(self._cache_path, stamp) if self._cache_path is not None else {}

    def _keep(self, stamp: str, entries: dict[str, dict[str, Entry]]) -> None:
        if self._cache_path is not None:
            save_index(self._cache_path, stamp, entries)

    def _marked(self, card: Card) -> Card:
        return card._replace(shipped=True) if card.root == self._shipped else card

    def _entry(self, number: int, path: str, known: Entry | None, seen: _Seen) -> Entry:
        if known is not None:
            if known.everything:
                if known.everything == seen.fingerprint:
                    return known
            elif all(seen.files.get(name) == kept[:2] for name, kept in known.files.items()):
                return known
            elif (touched := self._only_touched(number, known, seen.files)) is not None:
                return touched
        return self._examine(number, path, seen)

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

    def _examine(self, number: int, path: str, seen: _Seen) -> Entry:
        """Read a scenario with all its files."""
        from simulator.scenario.checking import read_and_check
        from simulator.scenario.diagnostics.diagnostic import errors_in
        from simulator.scenario.files import FolderFiles

        root = self._roots[number]
        if meant_for_scenarios(root / path):
            return Entry({path: (*seen.files[path], _hash(root / path))}, "", None)
        checked = read_and_check(FolderFiles(root, self._shipped), path)
        scenario, problems = checked.scenario, errors_in(checked.diagnostics)
        if scenario is None:
            return Entry({}, seen.fingerprint, _broken_card(root, path, max(problems, 1)))
        files = {name: (*seen.files.get(name, (0, 0)), _hash(self._find(number, name))) for name in scenario.sources}
        return Entry(files, "", _card(scenario, root, problems))

    def _find(self, number: int, name: str) -> Path:
        """A file of a scenario: below its own folder, or else below a later one."""
        places = [root / name for root in self._roots[number:]]
        return next((place for place in places if place.is_file()), places[0])


def by_ease(card: Card) -> tuple[int, str, str]:
    """The order of the shelf: the easiest first."""
    return (card.difficulty, card.title.casefold(), card.path)


def card_of(files: FolderFiles, root: Path, path: str) -> Card:
    """The card of one scenario file, read and checked now; a file with faults has one too."""
    from simulator.scenario.checking import read_and_check
    from simulator.scenario.diagnostics.diagnostic import errors_in

    checked = read_and_check(files, path)
    problems = errors_in(checked.diagnostics)
    if checked.scenario is None:
        return _broken_card(root, path, max(problems, 1))
    return _card(checked.scenario, root, problems)


def _card(scenario: Scenario, root: Path, problems: int) -> Card:
    from simulator.scenario.hashes import story_digest
    from simulator.scenario.reading_pace import estimated_minutes
    from simulator.scenario.sidecars import patient_files

    patient = scenario.patient
    return Card(
        id=scenario.id,
        title=scenario.title,
        about=scenario.about,
        objectives=scenario.objectives,
        difficulty=scenario.difficulty,
        families=families_practised(scenario),
        content_notes=scenario.content_notes,
        minutes=estimated_minutes(scenario),
        patient_name=patient.name,
        patient_age=patient.age,
        patient_work=patient.work,
        portrait=patient.portrait,
        path=scenario.path,
        root=root,
        digest=scenario.digest,
        problems=problems,
        skill=scenario.skill,
        cause=str(scenario.cause),
        story=story_digest(scenario),
        patient_files=patient_files(scenario),
    )


def _broken_card(root: Path, path: str, problems: int) -> Card:
    values = plain_values(root / path)
    name = stem(path)
    title = values.get("title", name)[:200]
    return Card(
        name.casefold(),
        title,
        values.get("about", "")[:2000],
        (),
        1,
        (),
        (),
        0,
        "",
        0,
        "",
        "",
        path,
        root,
        "",
        problems,
    )


def families_practised(scenario: Scenario) -> tuple[str, ...]:
    """The kinds of rupture that a scenario practises, the most frequent first."""
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


class _Seen:
    """The files that a scenario of one folder could use, those of its own folder before those of later ones."""

    def __init__(self, scans: Sequence[_Stats]) -> None:
        self.files: _Stats = {path: stat for later in reversed(scans) for path, stat in later.items()}

    @cached_property
    def fingerprint(self) -> str:
        """One word for the state of all of them."""
        import zlib

        return f"{zlib.crc32(repr(sorted(self.files.items())).encode()):08x}"
