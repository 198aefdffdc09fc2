"""The moments of a scenario: each read by itself and remembered by its own text, then completed by the one it copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.builders import build_moment, build_responses
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import Moment
from simulator.scenario.faults import Faults
from simulator.scenario.file_spans import FileSpans
from simulator.scenario.former_ids import note_former_ids_within
from simulator.scenario.key_tables import MOMENT
from simulator.scenario.legal_values import LONGEST_ID
from simulator.scenario.nodes import At, Node
from simulator.scenario.positions import Positions
from simulator.scenario.record_readers import Values, note_missing, note_newer_keys, read_record
from simulator.scenario.references import Named, Use, uses_of
from simulator.scenario.value_readers import is_id

_NOWHERE: Final = FileSpans(Positions("", ""), {})
MOMENTS: Final[At] = (None, "moments")


@dataclass(frozen=True, slots=True)
class MomentDraft:
    """What could be read of one moment, by itself: its values, the moment unless it copies another, faults, and uses.

    What could not be read is missing in ``values``, and in the moment stands for it what an author may leave out.
    """

    id: str
    keys: dict[str, Node]
    values: Values
    moment: Moment | None
    faults: Faults
    newer: Faults | None
    """A key that the first form of the language did not have, in a file of that form."""

    uses: tuple[Use, ...]
    text: str | None = None
    """The text of the block that it was read from."""


MomentMemory: TypeAlias = BlockMemory[tuple[str, str, bool], MomentDraft]
"""The drafts of one file's moments, by id, text, and whether the file is of the first form of the language."""


def draft_of_moment(id_: str, node: Node, text: str | None, first: bool, memory: MomentMemory) -> MomentDraft:
    """The draft of a moment, made only if its text is new; without a text of its own it is made each time."""
    if text is None:
        return _draft(id_, node, None, first)
    key = id_, text, first
    return memory.known(key) or memory.keep(key, _draft(id_, node, text, first))


def _draft(id_: str, node: Node, text: str | None, first: bool) -> MomentDraft:
    at = (MOMENTS, id_)
    faults, newer = Faults(_NOWHERE), Faults(_NOWHERE)
    is_newer = first and note_newer_keys(MOMENT, 1, node, at, newer)
    if not is_id(id_):
        faults.bad_id(rules.BAD_ID, at, id_, most=LONGEST_ID)
    values = read_record(MOMENT, node, at, faults) or {}
    keys = node if isinstance(node, dict) else {}
    if "responses" in values:
        values["responses"] = build_responses(values["responses"], at, faults)
    moment = None
    if "copy" not in values and isinstance(node, dict):
        moment = _moment(id_, values, keys, faults)
        note_former_ids_within(moment, at, faults)
    return MomentDraft(
        id_,
        keys,
        values,
        moment,
        faults,
        newer if is_newer else None,
        (Use(Named.MOMENT, id_, at, makes=True, on_key=True), *uses_of(MOMENT, node, at)),
        text,
    )


def _moment(id_: str, values: Values, keys: dict[str, Node], faults: Faults) -> Moment:
    at = (MOMENTS, id_)
    note_missing(MOMENT, keys, at, faults)
    return build_moment(id_, values, values.get("reaction"), at, faults, keys)


def complete(drafts: Mapping[str, MomentDraft], faults: Faults) -> dict[str, Moment]:
    """Every moment in file order, each with what it takes over from the moment it copies."""
    moments: dict[str, Moment] = {}
    copies = _Copies(drafts, faults)
    for id_, draft in drafts.items():
        faults.absorb(draft.faults)
        if draft.moment is not None:
            moments[id_] = draft.moment
        elif "copy" in draft.values:
            values, keys = copies.resolve(id_)
            own = Faults(_NOWHERE)
            moments[id_] = _moment(id_, values, keys, own)
            # What a group of keys that was taken over lacks is told where it stands.
            faults.absorb(own, ((MOMENTS, id_), draft.keys))
    return moments


class _Copies:
    """Follows ``copy:`` from moment to moment."""

    def __init__(self, drafts: Mapping[str, MomentDraft], faults: Faults) -> None:
        self._drafts = drafts
        self._faults = faults
        self._done: dict[str, tuple[Values, dict[str, Node]]] = {}

    def resolve(self, id_: str) -> tuple[Values, dict[str, Node]]:
        """What a moment has and what was written for it, its own first, then that of the moment it copies."""
        for step in reversed(self._chain(id_)):
            values, keys = self._drafts[step].values, self._drafts[step].keys
            source = values.get("copy")
            if source in self._done:
                values, keys = _taken_over(values, keys, *self._done[source])
            self._done[step] = values, keys
        return self._done[id_]

    def _chain(self, id_: str) -> list[str]:
        """The moments to copy from, each the source of the one before, as far as they are not known yet."""
        chain: dict[str, None] = {}
        step: str | None = id_
        while step is not None and step in self._drafts and step not in self._done:
            if step in chain:
                found = list(chain)
                self._note_cycle(found[found.index(step) :])
                break
            chain[step] = None
            step = self._drafts[step].values.get("copy")
        return list(chain)

    def _note_cycle(self, cycle: list[str]) -> None:
        names = " → ".join([*cycle[:6], *(["..."] if len(cycle) > 6 else []), cycle[0]])
        self._faults.add(rules.COPY_CYCLE, ((MOMENTS, cycle[0]), "copy"), chain=names)


def _taken_over(
    values: Values, keys: dict[str, Node], source: Values, source_keys: dict[str, Node]
) -> tuple[Values, dict[str, Node]]:
    """The copied values under the moment's own; a copy that ends takes no responses, one that goes on no end."""
    unwanted = {"copy", "formerly"}
    if "end" in keys:
        unwanted |= {"responses", "wish"}
    if "responses" in keys:
        unwanted |= {"end", "afterwards", "wished"}
    unwanted |= keys.keys()
    taken = {key: value for key, value in source.items() if key not in unwanted}
    taken_keys = {key: value for key, value in source_keys.items() if key not in unwanted}
    return {**taken, **values}, {**taken_keys, **keys}
