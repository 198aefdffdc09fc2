"""The moments of a scenario, with what each takes over from the moment it copies."""

from __future__ import annotations

from simulator.scenario.builders import build_moment, build_responses
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import Moment
from simulator.scenario.faults import Faults
from simulator.scenario.keys import MOMENT
from simulator.scenario.nodes import At, Node
from simulator.scenario.values import Values, note_missing


def build_moments(node: Node, found: dict[str, Values], at: At, faults: Faults) -> dict[str, Moment]:
    """Every moment in file order; ``node`` is the text they were read from, ``found`` what could be read of it."""
    written = node if isinstance(node, dict) else {}
    moments: dict[str, Moment] = {}
    for id_, values in found.items():
        if "responses" in values:
            values["responses"] = build_responses(values["responses"], (at, id_), faults)
    copies = _Copies(written, found, at, faults)
    for id_, own in found.items():
        values, keys = copies.resolve(id_) if "copy" in own else (own, written[id_])
        if not isinstance(keys, dict):
            continue
        place = (at, id_)
        note_missing(MOMENT, keys, place, faults)
        moments[id_] = build_moment(id_, values, values.get("reaction"), place, faults, keys)
    return moments


class _Copies:
    """Follows ``copy:`` from moment to moment."""

    def __init__(self, written: dict[str, Node], found: dict[str, Values], at: At, faults: Faults) -> None:
        self._written = written
        self._found = found
        self._at = at
        self._faults = faults
        self._done: dict[str, tuple[Values, dict[str, Node]]] = {}

    def resolve(self, id_: str) -> tuple[Values, dict[str, Node]]:
        """What a moment has and what was written for it, its own first, then that of the moment it copies."""
        for step in reversed(self._chain(id_)):
            values, keys = self._own(step)
            source = values.get("copy")
            if source in self._done:
                values, keys = _taken_over(values, keys, *self._done[source])
            self._done[step] = values, keys
        return self._done[id_]

    def _own(self, id_: str) -> tuple[Values, dict[str, Node]]:
        own = self._written.get(id_)
        return self._found.get(id_, {}), own if isinstance(own, dict) else {}

    def _chain(self, id_: str) -> list[str]:
        """The moments to copy from, each the source of the one before, as far as they are not known yet."""
        chain: list[str] = []
        step: str | None = id_
        while step is not None and step in self._found and step not in self._done:
            if step in chain:
                self._note_cycle(chain[chain.index(step) :])
                break
            chain.append(step)
            step = self._found[step].get("copy")
        return chain

    def _note_cycle(self, cycle: list[str]) -> None:
        names = " → ".join([*cycle[:6], *(["..."] if len(cycle) > 6 else []), cycle[0]])
        self._faults.add(rules.COPY_CYCLE, ((self._at, cycle[0]), "copy"), chain=names)


def _taken_over(
    values: Values, keys: dict[str, Node], source: Values, source_keys: dict[str, Node]
) -> tuple[Values, dict[str, Node]]:
    """The copied values under the moment's own; a copy that ends takes no responses, one that goes on no end."""
    unwanted = {"copy"}
    if "end" in keys:
        unwanted.add("responses")
    if "responses" in keys:
        unwanted |= {"end", "afterwards"}
    unwanted |= keys.keys()
    taken = {key: value for key, value in source.items() if key not in unwanted}
    taken_keys = {key: value for key, value in source_keys.items() if key not in unwanted}
    return {**taken, **values}, {**taken_keys, **keys}
