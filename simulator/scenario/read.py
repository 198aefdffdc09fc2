"""Reads a scenario: one file and those it uses, with every fault at once and the place of every value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.patient.grid import ReactionGrid
from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, errors_in
from simulator.scenario.document import Moment, Patient, Scenario
from simulator.scenario.faults import Faults
from simulator.scenario.file_kind import HEAD, kind_of
from simulator.scenario.files import FileRefused, ScenarioFiles
from simulator.scenario.key_tables import SCENARIO
from simulator.scenario.loading import Loaded, load, load_shared, load_used, nothing_read, wrong_kind
from simulator.scenario.moments import MomentMemory
from simulator.scenario.patient_files import PatientReading, patient_of
from simulator.scenario.reaction_files import GridReading, grid_of
from simulator.scenario.references import Use
from simulator.scenario.remarks_in_prose import cut_sentences
from simulator.scenario.scenario_draft import NO_DRAFT, Draft, draft_of, met_in, scenario_of
from simulator.scenario.spans import Mount, SpanMap

_OWN_KEYS: Final = frozenset({"use", "with"})
"""Keys below ``patient`` that stand in the scenario itself."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a scenario: it is there if nothing is wrong with it; and where everything stands.

    ``draft`` is what could be read although something may be wrong, ``uses`` are all places that name something. Both are
    nothing for patient and reaction files.
    ``patient`` and ``grid`` are there where a patient or reaction file was read on its own, and nothing is wrong with it;
    ``met`` is the patient of a scenario whose file could be read, whatever may be wrong with the scenario itself. ``lines``
    are those of a patient file as far as they could be read, ``base`` is the graph that a patient differs from, ``texts`` are
    the patient file and those it uses, by their paths.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    draft: Draft = NO_DRAFT
    uses: tuple[Use, ...] = ()
    patient: Patient | None = None
    grid: ReactionGrid | None = None
    met: Patient | None = None
    lines: Mapping[ReactionState, Moment] = field(default_factory=dict)
    base: ReactionGrid | None = None
    texts: tuple[tuple[str, str], ...] = ()


def read_scenario(files: ScenarioFiles, path: str) -> Reading:
    """Read a scenario and the files it uses; never raises for anything that stands in them."""
    return reading_of(files, _load(files, path), BlockMemory())


def reading_of(files: ScenarioFiles, loaded: Loaded, memory: MomentMemory) -> Reading:
    """The reading of a scenario file that was loaded; moments that the memory knows are not read again."""
    faults = loaded.new_faults()
    person = _used_patient(files, loaded, faults)
    draft = draft_of(loaded, memory, faults)
    scenario = None
    if not (faults or loaded.broken) and person is not None and person.patient is not None:
        scenario = scenario_of(draft, loaded, person.patient, person.texts)
    own = [*loaded.faults, *cut_sentences(loaded, SCENARIO), *faults.diagnostics()]
    found = _in_order(own, person.diagnostics if person is not None else ())
    spans = SpanMap(loaded.spans, {"patient": Mount(person.spans, _OWN_KEYS)} if person is not None else {})
    met = None if person is None or person.patient is None else met_in(draft, person.patient)
    return Reading(None if errors_in(found) else scenario, found, spans, draft, draft.uses, met=met)


def read_patient(files: ScenarioFiles, path: str) -> PatientReading:
    """Read a patient file on its own, with the reaction file it uses."""
    return _alone(patient_of(files, _load(files, path, load_shared), ()))


def read_reactions(files: ScenarioFiles, path: str) -> GridReading:
    """Read a reaction file on its own."""
    return _grid_alone(grid_of(_load(files, path, load_shared)))


def read_any(files: ScenarioFiles, path: str) -> Reading:
    """Read a file as what its ``format:`` line says it is; only a scenario gives a scenario."""
    return reading_of_kind(files, _load(files, path, _load_by_kind), BlockMemory())


def reading_of_kind(files: ScenarioFiles, loaded: Loaded, memory: MomentMemory) -> Reading:
    """The reading of a file that was loaded, as what its ``format:`` line says it is."""
    match loaded.kind:
        case "patient":
            person = _alone(patient_of(files, loaded, ()))
            return Reading(
                None,
                person.diagnostics,
                person.spans,
                patient=person.patient,
                lines=person.lines,
                base=person.base,
                texts=person.texts,
            )
        case "reactions":
            grid = _grid_alone(grid_of(loaded))
            return Reading(None, grid.diagnostics, grid.spans, grid=grid.grid)
        case "" if loaded.root and not loaded.faults:
            fault = rules.UNKNOWN_FORMAT.at(loaded.spans.value(()))
            return Reading(None, (fault,), SpanMap(loaded.spans))
        case _:
            return reading_of(files, loaded, memory)


def _load(files: ScenarioFiles, path: str, how: Callable[[str, bytes], Loaded] = load) -> Loaded:
    try:
        return how(path, files.read(path))
    except FileRefused as refused:
        return nothing_read(path, refused)


def _load_by_kind(path: str, data: bytes) -> Loaded:
    """As ``load``; a file that scenarios share is remembered, so that it is not parsed again for each of them."""
    shared = kind_of(data[:HEAD].decode("utf-8", "replace")) in ("patient", "reactions")
    return load_shared(path, data) if shared else load(path, data)


def _alone(reading: PatientReading) -> PatientReading:
    return replace(reading, diagnostics=_in_order(list(reading.diagnostics), ()))


def _grid_alone(reading: GridReading) -> GridReading:
    return replace(reading, diagnostics=_in_order(list(reading.diagnostics), ()))


def _in_order(own: list[Diagnostic], used: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """A file's own faults by place, then those of the files it uses; none told twice."""
    if not own and not used:
        return ()
    first = own[0].span.file if own else ""
    unique = dict.fromkeys([*own, *used])
    return tuple(sorted(unique, key=lambda fault: (fault.span.file != first, fault.span, fault.code)))


def _used_patient(files: ScenarioFiles, loaded: Loaded, faults: Faults) -> PatientReading | None:
    root = loaded.root
    patient = root.get("patient") if isinstance(root, dict) else None
    used = patient.get("use") if isinstance(patient, dict) else None
    if not isinstance(used, str) or not used.strip():
        return None
    at = ((None, "patient"), "use")
    file = load_used(files, used.strip(), at, faults, (loaded.path,))
    if file is None or wrong_kind(file, "patient", at, faults):
        return None
    return patient_of(files, file, (loaded.path,))
