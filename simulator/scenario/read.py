"""Reads a scenario: one file and those it uses, with every fault at once and the place of every value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from simulator.alliance import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.scenario.builders import alliance_of, build_opening
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.scenario.document import DEFAULT_TURNS, Moment, Patient, Scenario
from simulator.scenario.faults import Faults
from simulator.scenario.files import FileRefused, ScenarioFiles
from simulator.scenario.grids import GridReading, grid_of
from simulator.scenario.keys import SCENARIO
from simulator.scenario.loading import Loaded, load, load_shared, load_used, note_id, nothing_read, wrong_kind
from simulator.scenario.moments import build_moments
from simulator.scenario.nodes import Node
from simulator.scenario.people import PatientReading, patient_of
from simulator.scenario.spans import Mount, SpanMap
from simulator.scenario.values import Values, note_newer_keys, read_record

_OWN_KEYS: Final = frozenset({"use", "with"})
"""Keys below ``patient`` that stand in the scenario itself."""


_HEAD: Final = 4096
"""Bytes in which the ``format:`` line of a file is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a scenario: it is there if nothing is wrong with it; and where everything stands.

    ``patient`` is there where a patient file was read on its own, and nothing is wrong with it.
    """

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    patient: Patient | None = None


def read_scenario(files: ScenarioFiles, path: str) -> Reading:
    """Read a scenario and the files it uses; never raises for anything that stands in them."""
    return _scenario(files, _load(files, path))


def _scenario(files: ScenarioFiles, loaded: Loaded) -> Reading:
    faults = loaded.new_faults()
    person = _used_patient(files, loaded, faults)
    scenario = _build(loaded, person, faults)
    own = [*loaded.faults, *faults.diagnostics()]
    found = _in_order(own, person.diagnostics if person is not None else ())
    spans = SpanMap(loaded.places, {"patient": Mount(person.spans, _OWN_KEYS)} if person is not None else {})
    wrong = any(diagnostic.severity is Severity.ERROR for diagnostic in found)
    return Reading(None if wrong else scenario, found, spans)


def read_patient(files: ScenarioFiles, path: str) -> PatientReading:
    """Read a patient file on its own, with the reaction file it uses."""
    reading = patient_of(files, _load(files, path, load_shared), ())
    return replace(reading, diagnostics=_in_order(list(reading.diagnostics), ()))


def read_reactions(files: ScenarioFiles, path: str) -> GridReading:
    """Read a reaction file on its own."""
    reading = grid_of(_load(files, path, load_shared))
    return replace(reading, diagnostics=_in_order(list(reading.diagnostics), ()))


def read_any(files: ScenarioFiles, path: str) -> Reading:
    """Read a file as what its ``format:`` line says it is; only a scenario gives a scenario."""
    loaded = _load(files, path, _load_by_kind)
    match loaded.format:
        case "patient":
            person = read_patient(files, path)
            return Reading(None, person.diagnostics, person.spans, person.patient)
        case "reactions":
            grid = read_reactions(files, path)
            return Reading(None, grid.diagnostics, grid.spans)
        case "" if loaded.root and not loaded.faults:
            fault = rules.UNKNOWN_FORMAT.at(loaded.places.value(()))
            return Reading(None, (fault,), SpanMap(loaded.places))
        case _:
            return _scenario(files, loaded)


def digest_of(texts: dict[str, str]) -> str:
    """The SHA-256 of a set of files: paths and texts in order, each preceded by its length."""
    total = sha256()
    for path, text in sorted(texts.items()):
        for part in (path.encode(), text.encode()):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()


def _load(files: ScenarioFiles, path: str, how: Callable[[str, bytes], Loaded] = load) -> Loaded:
    try:
        return how(path, files.read(path))
    except FileRefused as refused:
        return nothing_read(path, refused)


def _load_by_kind(path: str, data: bytes) -> Loaded:
    """As ``load``; a file that scenarios share is remembered, so that it is not parsed again for each of them."""
    return load(path, data) if b"format: scenario" in data[:_HEAD] else load_shared(path, data)


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


def _build(loaded: Loaded, person: PatientReading | None, faults: Faults) -> Scenario | None:
    root = loaded.root
    if not root:
        return None
    values = read_record(SCENARIO, root, None, faults)
    if values is None or not isinstance(root, dict):
        return None
    if root.get("format") == "scenario/1":
        note_newer_keys(SCENARIO, 1, root, None, faults)
    note_id(values.get("id"), loaded, faults)
    moments = build_moments(root.get("moments"), values.get("moments") or {}, (None, "moments"), faults)
    opening = build_opening(root.get("opening"), values.get("opening") or [], (None, "opening"), faults)
    _look_up(root, values, faults)
    _note_origin(values, moments, faults)
    if faults or loaded.faults or person is None or person.patient is None:
        return None
    patient = _with(person.patient, values["patient"].get("with"))
    texts = dict([(loaded.path, loaded.text), *person.texts])
    return Scenario(
        values["id"],
        values["title"],
        values["language"],
        values["about"],
        values["objectives"],
        values["difficulty"],
        values["cause"],
        values["content-notes"],
        values.get("turns", DEFAULT_TURNS),
        values.get("flags", ()),
        opening,
        patient,
        _origin(values, moments, patient),
        values["start"],
        MappingProxyType(moments),
        loaded.path,
        MappingProxyType(texts),
        digest_of(texts),
    )


def _look_up(root: dict[str, Node], values: Values, faults: Faults) -> None:
    written = root.get("moments")
    if isinstance(written, dict):
        faults.look_up(written, values.get("flags", ()), lambda rule: rule is rules.UNKNOWN_FLAG)


def _with(patient: Patient, differences: Values | None) -> Patient:
    """The person as this scenario has them."""
    if not differences:
        return patient
    alliance = alliance_of(differences.get("alliance")) or patient.alliance
    style = differences.get("style", patient.style)
    return replace(patient, alliance=alliance, style=style, fit=differences.get("fit", patient.fit))


def _note_origin(values: Values, moments: dict[str, Moment], faults: Faults) -> None:
    start = moments.get(values.get("start", ""))
    if start is not None and "origin" in values and start.reaction != ReactionState.MIXED:
        faults.add(rules.ORIGIN_UNUSED, (None, "origin"), on_key=True, start=start.id, reaction=start.reaction)


def _origin(values: Values, moments: dict[str, Moment], patient: Patient) -> Family:
    """The family that the first rupture counts as coming from."""
    if "origin" in values:
        origin: Family = values["origin"]
        return origin
    reaction = moments[values["start"]].reaction
    family = reaction if isinstance(reaction, Family) else family_of(reaction)
    return family if family in ORIGIN_FAMILIES else patient.style
