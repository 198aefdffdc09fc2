"""What a session remembers: only what some condition of the scenario can ask about, as bits of a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from simulator.scenario.conditions import Compare, Gauge, Seen, parts
from simulator.scenario.document import Scenario

VISITS_CAP: Final = 3
_VISIT_BITS: Final = 2


@dataclass(frozen=True, slots=True)
class Memory:
    """Where flags, played moments and counted visits stand in the number that holds what a session remembers."""

    flags: Mapping[str, int]
    moments: Mapping[str, int]
    counted: Mapping[str, int]

    @classmethod
    def of(cls, scenario: Scenario) -> Memory:
        """The memory a scenario needs: its flags, the moments asked for by ``seen`` or ``once``, and ``visits``."""
        flags = {name: 1 << i for i, name in enumerate(scenario.flags)}
        seen = dict.fromkeys(m.id for m in scenario.moments.values() if m.once)
        counted: dict[str, None] = {}
        for moment in scenario.moments.values():
            for part in (part for condition in moment.conditions for part in parts(condition)):
                match part:
                    case Seen(asked):
                        seen[asked] = None
                    case Compare(Gauge.VISITS):
                        counted[moment.id] = None
        base = len(flags)
        moments = {name: 1 << (base + i) for i, name in enumerate(seen)}
        base += len(moments)
        return cls(flags, moments, {name: base + _VISIT_BITS * i for i, name in enumerate(counted)})

    def flag(self, remembered: int, name: str) -> bool:
        """Whether a flag was set."""
        return bool(remembered & self.flags.get(name, 0))

    def seen(self, remembered: int, moment: str) -> bool:
        """Whether a moment was played."""
        return bool(remembered & self.moments.get(moment, 0))

    def visits(self, remembered: int, moment: str) -> int:
        """How often a moment was played, up to ``VISITS_CAP``."""
        shift = self.counted.get(moment)
        return 0 if shift is None else remembered >> shift & VISITS_CAP

    def after_visit(self, remembered: int, moment: str) -> int:
        """What is remembered once a moment is played."""
        remembered |= self.moments.get(moment, 0)
        shift = self.counted.get(moment)
        if shift is not None and remembered >> shift & VISITS_CAP < VISITS_CAP:
            remembered += 1 << shift
        return remembered

    def after_flags(self, remembered: int, names: tuple[str, ...]) -> int:
        """What is remembered once flags are set."""
        for name in names:
            remembered |= self.flags.get(name, 0)
        return remembered

    def all_flags(self, remembered: int) -> tuple[str, ...]:
        """The flags that were set."""
        return tuple(name for name, bit in self.flags.items() if remembered & bit)

    def all_seen(self, remembered: int) -> tuple[str, ...]:
        """The moments that were played, of those that something asks about."""
        return tuple(name for name, bit in self.moments.items() if remembered & bit)

    def all_visits(self, remembered: int) -> tuple[tuple[str, int], ...]:
        """How often moments were played, of those whose visits something asks about, by name."""
        counted = ((name, remembered >> shift & VISITS_CAP) for name, shift in sorted(self.counted.items()))
        return tuple((name, often) for name, often in counted if often)

    def remembered(self, seen: tuple[str, ...], visits: Mapping[str, int], flags: tuple[str, ...]) -> int | None:
        """What these stand for; ``None`` where this scenario does not know one of them."""
        if not (
            self.flags.keys() >= set(flags) and self.moments.keys() >= set(seen) and self.counted.keys() >= set(visits)
        ):
            return None
        remembered = 0
        for name in flags:
            remembered |= self.flags[name]
        for name in seen:
            remembered |= self.moments[name]
        for name, often in visits.items():
            remembered |= min(often, VISITS_CAP) << self.counted[name]
        return remembered
