"""What a session remembers of its past: only what some condition of the scenario can ask about, as bits of a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from simulator.scenario.conditions import Compare, Condition, Gauge, Seen, parts
from simulator.scenario.document import Scenario

VISITS_CAP: Final = 3
_VISIT_BITS: Final = 2


@dataclass(frozen=True, slots=True)
class Memory:
    """Where flags, played moments and counted visits stand in the number that holds a session's past."""

    flags: Mapping[str, int]
    moments: Mapping[str, int]
    counted: Mapping[str, int]

    @classmethod
    def of(cls, scenario: Scenario) -> Memory:
        """The memory a scenario needs: its flags, the moments asked for by ``seen`` or ``once``, and ``visits``."""
        flags = {name: 1 << i for i, name in enumerate(scenario.flags)}
        seen = dict.fromkeys(m.id for m in scenario.moments.values() if m.once)
        counted: dict[str, None] = {}
        for moment, condition in _conditions(scenario):
            for part in parts(condition):
                match part:
                    case Seen(asked):
                        seen[asked] = None
                    case Compare(Gauge.VISITS):
                        counted[moment] = None
        base = len(flags)
        moments = {name: 1 << (base + i) for i, name in enumerate(seen)}
        base += len(moments)
        return cls(flags, moments, {name: base + _VISIT_BITS * i for i, name in enumerate(counted)})

    def flag(self, past: int, name: str) -> bool:
        """Whether a flag was set."""
        return bool(past & self.flags.get(name, 0))

    def seen(self, past: int, moment: str) -> bool:
        """Whether a moment was played."""
        return bool(past & self.moments.get(moment, 0))

    def visits(self, past: int, moment: str) -> int:
        """How often a moment was played, up to ``VISITS_CAP``."""
        shift = self.counted.get(moment)
        return 0 if shift is None else past >> shift & VISITS_CAP

    def after_visit(self, past: int, moment: str) -> int:
        """The past once a moment is played."""
        past |= self.moments.get(moment, 0)
        shift = self.counted.get(moment)
        if shift is not None and past >> shift & VISITS_CAP < VISITS_CAP:
            past += 1 << shift
        return past

    def after_flags(self, past: int, names: tuple[str, ...]) -> int:
        """The past once flags are set."""
        for name in names:
            past |= self.flags.get(name, 0)
        return past

    def all_flags(self, past: int) -> tuple[str, ...]:
        """The flags that were set."""
        return tuple(name for name, bit in self.flags.items() if past & bit)

    def all_seen(self, past: int) -> tuple[str, ...]:
        """The moments that were played, of those that something asks about."""
        return tuple(name for name, bit in self.moments.items() if past & bit)

    def all_visits(self, past: int) -> tuple[tuple[str, int], ...]:
        """How often moments were played, of those whose visits something asks about, by name."""
        counted = ((name, past >> shift & VISITS_CAP) for name, shift in sorted(self.counted.items()))
        return tuple((name, often) for name, often in counted if often)

    def past(self, seen: tuple[str, ...], visits: Mapping[str, int], flags: tuple[str, ...]) -> int | None:
        """The past that these stand for; ``None`` where this scenario does not know one of them."""
        if not (
            self.flags.keys() >= set(flags) and self.moments.keys() >= set(seen) and self.counted.keys() >= set(visits)
        ):
            return None
        past = 0
        for name in flags:
            past |= self.flags[name]
        for name in seen:
            past |= self.moments[name]
        for name, often in visits.items():
            past |= min(often, VISITS_CAP) << self.counted[name]
        return past


def _conditions(scenario: Scenario) -> Iterator[tuple[str, Condition]]:
    for moment in scenario.moments.values():
        if moment.when:
            yield moment.id, moment.when
        for response in moment.responses:
            if response.when:
                yield moment.id, response.when
