"""Check files and whole folders: everything worth mending in each, whatever is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path
from typing import TypeAlias

from simulator.patient.possible import Possible
from simulator.patient.state import Disposition
from simulator.scenario.checks import check_patient, check_story
from simulator.scenario.checks.story import disposition_of
from simulator.scenario.diagnostics.diagnostic import Diagnostic, errors_in
from simulator.scenario.diagnostics.library import NOT_READ
from simulator.scenario.document import Scenario
from simulator.scenario.file_names import stem
from simulator.scenario.files import FolderFiles, ScenarioFiles, scenario_root
from simulator.scenario.library_scan import scan
from simulator.scenario.line_measure import LineMeasure
from simulator.scenario.read import Reading, read_any, read_scenario
from simulator.scenario.sidecars import findings, own_words, read_sidecar, source_of
from simulator.scenario.span import Span
from simulator.scenario.spans import SpanMap


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was read and, where it holds a scenario, checked; with everything that was found worth mending."""

    scenario: Scenario | None
    spans: SpanMap
    diagnostics: tuple[Diagnostic, ...]

    @property
    def can_be_played(self) -> bool:
        """Whether it holds a scenario in which nothing is wrong."""
        return self.scenario is not None and not errors_in(self.diagnostics)


Prover: TypeAlias = Callable[[Checked], tuple[Diagnostic, ...]]
"""From a scenario that can be played, with what was said of it already: what else should be mended."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was checked, how many moments it has (0 unless it holds a scenario), and what should be mended.

    The spans name files by their path on this machine, and a fault in a file that several scenarios use is told once,
    with the first of them. ``read`` is false for what lies in a checked folder and is not read because of its name.
    """

    path: Path
    moments: int
    diagnostics: tuple[Diagnostic, ...]
    read: bool = True

    @property
    def errors(self) -> int:
        """How many faults keep it from being played."""
        return errors_in(self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many faults leave it playable."""
        return len(self.diagnostics) - self.errors


def check_paths(paths: Sequence[Path], fallback: Path | None = None) -> tuple[CheckedFile, ...]:
    """Check files, and all scenario, patient and reaction files below folders; never raises for what is in them.

    ``fallback`` is the folder whose patients and reactions may be used where a scenario's own folder lacks them.
    """
    return tuple(check_each(paths, fallback))


def check_each(
    paths: Sequence[Path], fallback: Path | None = None, prove: Prover | None = None
) -> Iterator[CheckedFile]:
    """The same, file by file as the caller asks for them; ``prove`` is asked about each scenario without errors."""
    memory = _Memory(prove)
    for path in dict.fromkeys(files_in(paths)):
        yield memory.check(path, fallback)
        yield from (memory.check_sidecar(beside, fallback) for beside in _sidecars(path))
    yield from dict.fromkeys(file for folder in paths if folder.is_dir() for file in _not_read(folder))


def read_and_check(files: ScenarioFiles, path: str) -> Checked:
    """A scenario file read and checked; never raises for what is in it."""
    return _checked(read_scenario(files, path))


def _checked(reading: Reading, possible: Possible | None = None, measure: LineMeasure | None = None) -> Checked:
    story = check_story(reading.scenario, reading.spans, possible) if reading.scenario else ()
    person = check_patient(reading.patient, reading.spans, measure) if reading.patient else ()
    return Checked(reading.scenario, reading.spans, (*reading.diagnostics, *story, *person))


class _Memory:
    """What checking one file teaches about the next: possible reactions, and faults that were told already."""

    def __init__(self, prove: Prover | None = None) -> None:
        self._prove = prove
        self._possible: dict[tuple[int, Disposition], tuple[Scenario, Possible]] = {}
        self._told: set[Diagnostic] = set()
        self._measures: dict[Path | None, LineMeasure | None] = {None: None}

    def check_sidecar(self, path: Path, fallback: Path | None) -> CheckedFile:
        """What a translation lacks; of one whose source has faults, only what is wrong with itself."""
        root = scenario_root(path.absolute())
        files, name = FolderFiles(root, fallback), path.absolute().relative_to(root).as_posix()
        sidecar, source = read_sidecar(files, name), source_of(name)
        if sidecar is None or source is None:
            return CheckedFile(path, 0, ())
        words = own_words(read_any(files, source[0]))
        found = findings(sidecar, words) if words else sidecar.faults
        return CheckedFile(path, 0, tuple(_at_home(one, path, root, fallback) for one in found))

    def check(self, path: Path, fallback: Path | None) -> CheckedFile:
        if source_of(path.name) is not None:
            return self.check_sidecar(path, fallback)
        root = scenario_root(path.absolute())
        reading = read_any(FolderFiles(root, fallback), path.absolute().relative_to(root).as_posix())
        scenario = reading.scenario
        possible = self._possible_for(scenario) if scenario is not None else None
        checked = _checked(reading, possible, self._measure_in(fallback))
        diagnostics = checked.diagnostics
        if self._prove and checked.can_be_played:
            diagnostics += self._prove(checked)
        found = [_at_home(one, path, root, fallback) for one in diagnostics]
        new = tuple(one for one in dict.fromkeys(found) if one not in self._told)
        self._told.update(new)
        return CheckedFile(path, len(scenario.moments) if scenario else 0, new)

    def _measure_in(self, folder: Path | None) -> LineMeasure | None:
        """By whom lines are measured, where there is a folder of people to measure by."""
        if folder is not None and folder not in self._measures:
            self._measures[folder] = LineMeasure(folder)
        return self._measures[folder]

    def _possible_for(self, scenario: Scenario) -> Possible:
        disposition = disposition_of(scenario)
        key = (id(scenario.patient.grid), disposition)
        # The scenario is kept so that no other grid can come to the same address.
        if key not in self._possible:
            self._possible[key] = (scenario, Possible(scenario.patient.grid, disposition))
        return self._possible[key][1]


def _sidecars(path: Path) -> Iterator[Path]:
    """The translations beside a scenario file."""
    if source_of(path.name) is None:
        yield from sorted(
            beside for beside in path.parent.glob(f"{escape(path.stem)}.*.yaml") if source_of(beside.name)
        )


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files at some paths: those that are named, and all scenario, patient and reaction files below folders."""
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        else:
            yield path


def _below(folder: Path) -> Iterator[Path]:
    """The scenario files below a folder in order, as the library finds them; sidecars have a second dot and are none."""
    return (folder / path for path in scan(folder).files if "." not in stem(path))


def _not_read(folder: Path) -> Iterator[CheckedFile]:
    """What lies below a folder and is plainly meant as a scenario, but is passed over; each told with the reason."""
    for left in scan(folder).left_out:
        path = folder / left.path
        span = Span(path.as_posix(), 1, 1, 1, 1)
        yield CheckedFile(path, 0, (NOT_READ.at(span, reason=left.reason),), read=False)


def _at_home(diagnostic: Diagnostic, checked: Path, root: Path, fallback: Path | None) -> Diagnostic:
    """The same fault with its file as a path on this machine, written the way the checked file was."""
    home = _home(diagnostic.span.file, checked, root, fallback)
    fixes = tuple(replace(fix, span=replace(fix.span, file=home)) for fix in diagnostic.fixes)
    return replace(diagnostic, span=replace(diagnostic.span, file=home), fixes=fixes)


def _home(file: str, checked: Path, root: Path, fallback: Path | None) -> str:
    place = root / file
    if place == checked.absolute():
        return checked.as_posix()
    if fallback is not None and not place.exists() and (fallback / file).exists():
        place = fallback / file
    if checked.is_absolute() or not place.is_relative_to(Path.cwd()):
        return place.as_posix()
    return place.relative_to(Path.cwd()).as_posix()
