"""Patient files: a person, the lines and responses for every reaction state, and the person's reaction graph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from simulator.alliance import Code, Family, ReactionState, family_of
from simulator.patient import ReactionGrid
from simulator.scenario.builders import alliance_of, build_moment, build_response, build_responses, ending_of
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.scenario.document import BANK_PREFIX, Goodbye, Moment, Patient, Response
from simulator.scenario.faults import Faults
from simulator.scenario.files import ScenarioFiles
from simulator.scenario.grids import GridReading, changed_grid, grid_of
from simulator.scenario.keys import FEWEST_RESPONSES, PATIENT
from simulator.scenario.loading import Loaded, load_used, note_id, wrong_kind
from simulator.scenario.nodes import Node
from simulator.scenario.remarks_in_prose import cut_sentences
from simulator.scenario.spans import Mount, SpanMap
from simulator.scenario.values import Values, read_record

OWN_KEYS = frozenset({"use", "change"})
"""Keys below ``reactions`` that stand in the patient file itself."""


@dataclass(frozen=True, slots=True)
class PatientReading:
    """A patient file as read: the person if there is no fault, and everything wrong with it and what it uses."""

    patient: Patient | None
    diagnostics: tuple[Diagnostic, ...]
    spans: SpanMap
    texts: tuple[tuple[str, str], ...]


def patient_of(files: ScenarioFiles, loaded: Loaded, chain: tuple[str, ...]) -> PatientReading:
    """Read a patient file and the reaction file it uses."""
    faults = loaded.new_faults()
    used = _reactions_use(loaded.root)
    base = None
    if used is not None:
        at = ((None, "reactions"), "use")
        base = load_used(files, used, at, faults, (*chain, loaded.path))
        if base is not None and wrong_kind(base, "reactions", at, faults):
            base = None
    if not faults:
        return _patient(loaded, base)
    return replace_diagnostics(_patient(loaded, base), faults.diagnostics())


def replace_diagnostics(reading: PatientReading, more: list[Diagnostic]) -> PatientReading:
    """A reading with more faults, which therefore gives no patient."""
    return PatientReading(None, (*more, *reading.diagnostics), reading.spans, reading.texts)


def _reactions_use(root: Node) -> str | None:
    reactions = root.get("reactions") if isinstance(root, dict) else None
    used = reactions.get("use") if isinstance(reactions, dict) else None
    return used.strip() or None if isinstance(used, str) else None


@lru_cache(maxsize=64)
def _patient(loaded: Loaded, base: Loaded | None) -> PatientReading:
    """The person of one patient file and one reaction file; remembered, for many scenarios share them."""
    faults = loaded.new_faults()
    grid = grid_of(base) if base is not None else None
    spans = SpanMap(loaded.spans, {"reactions": Mount(grid.spans, OWN_KEYS)} if grid is not None else {})
    patient = _build(loaded, grid, faults)
    own = (*loaded.faults, *cut_sentences(loaded, PATIENT), *faults.diagnostics())
    found = (*own, *(grid.diagnostics if grid is not None else ()))
    texts = ((loaded.path, loaded.text), *(((base.path, base.text),) if base is not None else ()))
    wrong = any(one.severity is Severity.ERROR for one in found)
    return PatientReading(None if wrong else patient, found, spans, texts)


def _build(loaded: Loaded, grid: GridReading | None, faults: Faults) -> Patient | None:
    if loaded.root is None or loaded.root == "":
        return None
    values = read_record(PATIENT, loaded.root, None, faults)
    if values is None:
        return None
    note_id(values.get("id"), loaded, faults)
    lines = _Bank(values, loaded.root, faults).lines()
    for reference in faults.references:
        faults.add(rules.BANK_NAMES, reference.at, part=reference.part, word=reference.name)
    alliance = alliance_of(values.get("alliance"))
    if faults or loaded.broken or alliance is None or grid is None or grid.grid is None:
        return None
    return _person(values, alliance, changed_grid(grid.grid, values["reactions"].get("change"), values["id"]), lines)


def _person(
    values: Values, alliance: Any, grid: ReactionGrid, lines: dict[ReactionState, tuple[Moment, ...]]
) -> Patient:
    goodbyes = {goodbye: values["goodbyes"][str(goodbye)] for goodbye in Goodbye}
    return Patient(
        values["id"],
        values["name"],
        values["age"],
        values["pronouns"],
        values["work"],
        values["about"],
        values["history"],
        values["seeks"],
        values["portrait"],
        values["style"],
        values["fit"],
        alliance,
        grid,
        MappingProxyType(lines),
        MappingProxyType(goodbyes),
    )


class _Bank:
    """The lines and responses of a patient file, spread over the reaction states."""

    def __init__(self, values: Values, root: Node, faults: Faults) -> None:
        self._faults = faults
        self._lines: dict[Code, dict[str, Values]] = values.get("lines") or {}
        self._groups: dict[Code, dict[str, Values]] = values.get("responses") or {}
        self._readable = "lines" in values and "responses" in values
        self._root = root if isinstance(root, dict) else {}
        at = (None, "responses")
        self._responses = {
            word: tuple([build_response(id_, one, ((at, str(word)), id_), faults) for id_, one in group.items()])
            for word, group in self._groups.items()
        }

    def lines(self) -> dict[ReactionState, tuple[Moment, ...]]:
        """The lines for each state, each with its responses; notes states that lack them."""
        written = {word: self._templates(word, group) for word, group in self._lines.items()}
        found: dict[ReactionState, tuple[Moment, ...]] = {}
        without_lines: list[str] = []
        for state in ReactionState:
            templates = written.get(state) or written.get(family_of(state)) or ()
            if not templates:
                without_lines.append(str(state))
            responses = self._responses.get(state, self._responses.get(family_of(state), ()))
            found[state] = tuple([_line(template, state, responses) for template in templates])
        if self._readable:
            self._note_gaps(found, without_lines)
        return found

    def _templates(self, word: Code, group: dict[str, Values]) -> tuple[Moment, ...]:
        """The lines of a state or family as written, before they are given to each state."""
        templates = []
        for id_, values in group.items():
            at = (((None, "lines"), str(word)), id_)
            if "responses" in values:
                values["responses"] = own = build_responses(values["responses"], at, self._faults)
                self._note_count((at, "responses"), f"the line “{id_}”", len(own))
                if word == Family.END or (isinstance(word, ReactionState) and ending_of(word)):
                    self._faults.add(rules.END_AND_RESPONSES, (at, "responses"), on_key=True, moment=id_)
            reaction = word if isinstance(word, ReactionState) else Family(word)
            templates.append(build_moment(id_, values, reaction, at, self._faults, self._keys(word, id_), in_bank=True))
        return tuple(templates)

    def _keys(self, word: Code, id_: str) -> dict[str, Node]:
        node: Node = self._root
        for step in ("lines", str(word), id_):
            node = node.get(step) if isinstance(node, dict) else None
        return node if isinstance(node, dict) else {}

    def _note_gaps(self, found: dict[ReactionState, tuple[Moment, ...]], without_lines: list[str]) -> None:
        if without_lines:
            self._faults.missing(rules.NO_LINES, (None, "lines"), without_lines[0], states=", ".join(without_lines))
        for word, group in self._responses.items():
            self._note_count(((None, "responses"), str(word)), f"“{word}”", len(group))
        bare = [str(s) for s, lines in found.items() if ending_of(s) is None and any(not m.responses for m in lines)]
        bare = [s for s in bare if s not in self._groups and family_of(ReactionState(s)) not in self._groups]
        if bare:
            words = {"states": ", ".join(bare), "count": "nothing"}
            self._faults.missing(rules.BANK_RESPONSES, (None, "responses"), bare[0], **words)

    def _note_count(self, at: Any, name: str, count: int) -> None:
        if 0 < count < FEWEST_RESPONSES:
            self._faults.add(rules.BANK_RESPONSES, at, on_key=True, states=name, count=count)


def _line(template: Moment, state: ReactionState, responses: tuple[Response, ...]) -> Moment:
    """A written line as a moment of one state."""
    end = ending_of(state)
    return Moment(
        f"{BANK_PREFIX}{state}/{template.id}",
        state,
        template.patient,
        template.shows,
        template.thinks,
        template.markers,
        template.masked,
        template.silence,
        None,
        False,
        end,
        template.afterwards if end else "",
        () if end else template.responses or responses,
        template.beyond_repair,
    )
