"""Patient files: a person, the lines and responses for every reaction state, and the person's reaction graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from simulator.alliance.reactions import ReactionState
from simulator.patient.grid import ReactionGrid
from simulator.scenario.builders import alliance_of, build_goodbye
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, errors_in
from simulator.scenario.document import Goodbye, Moment, Patient, Wording
from simulator.scenario.faults import Faults
from simulator.scenario.files import ScenarioFiles
from simulator.scenario.first_form import first_lines
from simulator.scenario.key_tables import FIRST_PATIENT, FIRST_PATIENT_FORMAT, GOODBYES, PATIENT, PATIENT_REACTIONS
from simulator.scenario.line_bank import Lines, build_lines
from simulator.scenario.loading import Loaded, load_used, note_id, wrong_kind
from simulator.scenario.nodes import At, Node
from simulator.scenario.reaction_files import GridReading, changed_grid, grid_of
from simulator.scenario.record_readers import Values, note_missing, note_newer_keys, read_record
from simulator.scenario.remarks_in_prose import cut_sentences
from simulator.scenario.spans import Mount, SpanMap

Goodbyes: TypeAlias = dict[Goodbye, tuple[Wording, ...]]

_ROOT: Final[At] = None
OWN_KEYS = frozenset({"use", "change"})
"""Keys below ``reactions`` that stand in the patient file itself."""


@dataclass(frozen=True, slots=True)
class PatientReading:
    """A patient file as read: the person if there is no fault, and everything wrong with it and what it uses.

    ``lines`` are those that could be read, although something may be wrong; ``base`` is the graph that the person differs from.
    """

    patient: Patient | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    texts: tuple[tuple[str, str], ...]
    lines: Mapping[ReactionState, Moment] = field(default_factory=dict)
    base: ReactionGrid | None = None


def patient_of(files: ScenarioFiles, loaded: Loaded, chain: tuple[str, ...]) -> PatientReading:
    """Read a patient file, the reaction file it uses, and the patient it begins from."""
    faults = loaded.new_faults()
    here = (*chain, loaded.path)
    base = _used(files, loaded, ("reactions", "use"), "reactions", faults, here)
    like = _used(files, loaded, ("like",), "patient", faults, here)
    found = _patient(loaded, base) if like is None else _build_on(loaded, base, patient_of(files, like, here))
    return replace_diagnostics(found, faults.diagnostics()) if faults else found


def _used(
    files: ScenarioFiles, loaded: Loaded, path: tuple[str, ...], kind: str, faults: Faults, chain: tuple[str, ...]
) -> Loaded | None:
    """The file of a kind that is named at a path, if one is and can be read; else that was noted."""
    node, at = loaded.root, _ROOT
    for step in path:
        node, at = (node.get(step) if isinstance(node, dict) else None), (at, step)
    if not isinstance(node, str) or not node.strip():
        return None
    used = load_used(files, node.strip(), at, faults, chain)
    return None if used is None or wrong_kind(used, kind, at, faults) else used


def replace_diagnostics(reading: PatientReading, more: list[Diagnostic]) -> PatientReading:
    """A reading with more faults, which therefore gives no patient."""
    return replace(reading, patient=None, diagnostics=(*more, *reading.diagnostics))


@lru_cache(maxsize=64)
def _patient(loaded: Loaded, base: Loaded | None) -> PatientReading:
    """The person of one patient file and one reaction file; remembered, for many scenarios share them."""
    return _build_on(loaded, base, None)


def _build_on(loaded: Loaded, base: Loaded | None, like: PatientReading | None) -> PatientReading:
    """The person of a patient file, with what ``like`` has where the file has nothing."""
    faults = loaded.new_faults()
    grid = grid_of(base) if base is not None else None
    spans = SpanMap(loaded.spans, {"reactions": Mount(grid.spans, OWN_KEYS)} if grid is not None else {})
    patient, lines = _build(loaded, grid, like, faults)
    used = (grid.diagnostics if grid is not None else (), like.diagnostics if like is not None else ())
    table = FIRST_PATIENT if _is_first(loaded.root) else PATIENT
    found = (*loaded.faults, *cut_sentences(loaded, table), *faults.diagnostics(), *used[0], *used[1])
    texts = {loaded.path: loaded.text, **dict(like.texts if like else ())}
    if base is not None:
        texts[base.path] = base.text
    graph = grid.grid if grid is not None else _whole_graph(like)
    return PatientReading(None if errors_in(found) else patient, found, spans, tuple(texts.items()), lines, graph)


def _whole_graph(like: PatientReading | None) -> ReactionGrid | None:
    """The graph that a person has who begins from another: that one's, with its differences."""
    return like.patient.grid if like is not None and like.patient is not None else None


def _is_first(root: Node) -> bool:
    return isinstance(root, dict) and root.get("format") == FIRST_PATIENT_FORMAT


def _build(
    loaded: Loaded, grid: GridReading | None, like: PatientReading | None, faults: Faults
) -> tuple[Patient | None, Lines]:
    root = loaded.root
    if not isinstance(root, dict) or not root:
        if root:
            read_record(PATIENT, root, None, faults)
        return None, {}
    first = _is_first(root)
    table = FIRST_PATIENT if first else PATIENT
    values = read_record(table, root, None, faults) or {}
    if first:
        note_newer_keys(table, 1, root, None, faults)
    else:
        # Who begins from another patient needs nothing but an id.
        note_missing(table, {**dict.fromkeys(_LENT, ""), **root} if "like" in root else root, None, faults)
    if "like" not in root:
        _note_parts(root, faults)
    note_id(values.get("id"), loaded, faults)
    person = like.patient if like else None
    if first:
        lines = first_lines(values, root, faults)
    else:
        lines = build_lines(values.get("lines"), root, faults, person.lines if person else {})
    goodbyes = _goodbyes(values.get("goodbyes") or {}, faults)
    for reference in faults.references:
        faults.add(rules.BANK_NAMES, reference.at, part=reference.part, word=reference.name)
    if faults or loaded.broken or (like is not None and person is None):
        return None, lines
    return _person(values, grid.grid if grid else None, lines, goodbyes, person), lines


def _note_parts(root: dict[str, Node], faults: Faults) -> None:
    """Note what is missing in the groups of keys of which a patient that begins from another may write a part."""
    for key, table, needed in _WHOLE:
        group = root.get(key)
        missing = [name for name in needed if name not in group] if isinstance(group, dict) else []
        for name in missing:
            told = table.rows[name].help
            faults.missing(rules.MISSING_KEY, (_ROOT, key), name, key=name, thing=table.name, help=told)


def _person(
    values: Values, grid: ReactionGrid | None, lines: Lines, goodbyes: Goodbyes, like: Patient | None
) -> Patient | None:
    """The person that the values tell of, completed by another."""
    base = grid or (like.grid if like else None)
    if base is None:
        return None
    reactions = values.get("reactions") or {}
    own: dict[str, Any] = {name: values[name] for name in _SIMPLE if name in values}
    alliance = alliance_of(values.get("alliance"))
    if alliance is not None:
        own["alliance"] = alliance
    own["grid"] = changed_grid(base, reactions.get("change"), values["id"])
    own["lines"] = MappingProxyType(lines)
    own["goodbyes"] = MappingProxyType({**(like.goodbyes if like else {}), **goodbyes})
    return replace(like, **own) if like is not None else Patient(**own)


def _goodbyes(values: Values, faults: Faults) -> Goodbyes:
    at: At = (None, "goodbyes")
    given = ((goodbye, values.get(str(goodbye))) for goodbye in Goodbye)
    return {goodbye: build_goodbye(words, (at, str(goodbye)), faults) for goodbye, words in given if words}


_SIMPLE: Final = tuple(f.name for f in fields(Patient) if f.name not in {"alliance", "grid", "lines", "goodbyes"})
"""What stands in a patient file as it is kept."""

_WHOLE: Final = (("goodbyes", GOODBYES, tuple(GOODBYES.rows)), ("reactions", PATIENT_REACTIONS, ("use",)))
"""Groups of keys that are needed whole where nobody lends the rest."""

_LENT: Final = tuple(key for key in PATIENT.rows if key not in {"format", "id"})
"""What a patient can take from another."""
