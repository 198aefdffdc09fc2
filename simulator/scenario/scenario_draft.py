"""A scenario as far as it could be read: typed, with holes where something is wrong; and whole where nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.messages.sentences.fault_conditions import TOO_MANY
from simulator.scenario.builders import alliance_of, build_opening
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import DEFAULT_TURNS, Moment, OpeningLine, Patient, Scenario
from simulator.scenario.faults import Faults
from simulator.scenario.former_ids import note_former_ids
from simulator.scenario.hashes import digest_of
from simulator.scenario.key_tables import FIRST_SCENARIO_FORMAT, SCENARIO
from simulator.scenario.loading import Loaded, note_id
from simulator.scenario.moments import MOMENTS, MomentDraft, MomentMemory, complete, draft_of_moment
from simulator.scenario.nodes import Node
from simulator.scenario.record_readers import Values, note_newer_keys, read_record
from simulator.scenario.references import Use, uses_of
from simulator.scenario.value_readers import key_of, note_not_keys


@dataclass(frozen=True, slots=True)
class Draft:
    """What could be read of a scenario: the values of its keys (those that could not be read are missing) and its moments.

    A moment of which something could not be read has in its place what an author may leave out.
    """

    values: Mapping[str, Any]
    moments: Mapping[str, Moment]
    opening: tuple[OpeningLine, ...] = ()
    uses: tuple[Use, ...] = ()
    parts: Mapping[str, MomentDraft] = field(default_factory=dict, compare=False)
    """What was read of each moment by itself."""


MOST_CONDITIONS: Final = 300_000
"""So many characters of conditions are read of a file, which for 5,000 moments is one of 60 characters in each."""

NO_DRAFT: Final = Draft(MappingProxyType({}), MappingProxyType({}))


def draft_of(loaded: Loaded, memory: MomentMemory, faults: Faults) -> Draft:
    """Read the keys and moments of a scenario file; whatever is wrong is noted, and leaves the rest as it is."""
    memory.begin()
    root = loaded.root
    if not root:
        return NO_DRAFT
    if not isinstance(root, dict):
        read_record(SCENARIO, root, None, faults)
        return NO_DRAFT
    # The moments are read one by one, each by its own text.
    head: dict[str, Node] = {**root, "moments": None} if "moments" in root else root
    values = read_record(SCENARIO, head, None, faults) or {}
    note_id(values.get("id"), loaded, faults)
    drafts = _moment_drafts(root, loaded, memory, faults)
    moments = complete(drafts, faults)
    if root.get("format") == FIRST_SCENARIO_FORMAT:
        _note_newer(head, drafts, faults)
    opening = build_opening(root.get("opening"), values.get("opening") or [], (None, "opening"), faults)
    _look_up(root, values, faults)
    _note_origin(values, moments, faults)
    note_former_ids(moments, MOMENTS, faults)
    uses = [*uses_of(SCENARIO, head, None)]
    for draft in drafts.values():
        uses += draft.uses
    return Draft(values, MappingProxyType(moments), opening, tuple(uses), drafts)


def _moment_drafts(
    root: dict[str, Node], loaded: Loaded, memory: MomentMemory, faults: Faults
) -> dict[str, MomentDraft]:
    written = root.get("moments")
    if not isinstance(written, dict):
        if "moments" in root:
            note_not_keys(written, MOMENTS, faults)
        return {}
    if not written:
        faults.add(rules.EMPTY, MOMENTS, on_key=True, key=key_of(MOMENTS))
    texts, left, first = loaded.texts, MOST_CONDITIONS, root.get("format") == FIRST_SCENARIO_FORMAT
    drafts: dict[str, MomentDraft] = {}
    for id_, node in written.items():
        draft = drafts[id_] = draft_of_moment(id_, node, texts.get(("moments", id_)), first, memory)
        left -= draft.faults.conditions_read
        if left < 0:
            faults.add(rules.BAD_CONDITION, (MOMENTS, id_), on_key=True, problem=TOO_MANY(most=MOST_CONDITIONS))
            break
    return drafts


def _note_newer(head: dict[str, Node], drafts: Mapping[str, MomentDraft], faults: Faults) -> None:
    """Note the first key that the first form of the language did not have."""
    if note_newer_keys(SCENARIO, 1, head, None, faults):
        return
    first = next((draft.newer for draft in drafts.values() if draft.newer is not None), None)
    if first is not None:
        faults.absorb(first)


def _look_up(root: dict[str, Node], values: Values, faults: Faults) -> None:
    written = root.get("moments")
    if isinstance(written, dict):
        faults.look_up(written, values.get("flags", ()))


def _note_origin(values: Values, moments: dict[str, Moment], faults: Faults) -> None:
    start = moments.get(values.get("start", ""))
    if start is not None and "origin" in values and start.reaction != ReactionState.MIXED:
        faults.add(rules.ORIGIN_UNUSED, (None, "origin"), on_key=True, start=start.id, reaction=start.reaction)


def scenario_of(
    draft: Draft, loaded: Loaded, person: Patient, texts_of_person: tuple[tuple[str, str], ...]
) -> Scenario:
    """The scenario of a draft in which nothing is wrong."""
    values, moments = draft.values, draft.moments
    patient = met_in(draft, person)
    texts = dict([(loaded.path, loaded.text), *texts_of_person])
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
        draft.opening,
        patient,
        origin_of(draft, patient),
        values["start"],
        moments,
        loaded.path,
        MappingProxyType(texts),
        digest_of(texts),
        values.get("skill", ""),
    )


def met_in(draft: Draft, patient: Patient) -> Patient:
    """The person as this scenario has them."""
    differences = (draft.values.get("patient") or {}).get("with")
    if not differences:
        return patient
    alliance = alliance_of(differences.get("alliance")) or patient.alliance
    style = differences.get("style", patient.style)
    return replace(patient, alliance=alliance, style=style, fit=differences.get("fit", patient.fit))


def origin_of(draft: Draft, patient: Patient) -> Family:
    """The family that the first rupture counts as coming from."""
    values, moments = draft.values, draft.moments
    if "origin" in values:
        origin: Family = values["origin"]
        return origin
    reaction = moments[values["start"]].reaction
    family = reaction if isinstance(reaction, Family) else family_of(reaction)
    return family if family in ORIGIN_FAMILIES else patient.style
