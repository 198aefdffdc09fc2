"""What sessions remember, by number: pasts as arrays of numbers, with what is asked of them as columns."""

from __future__ import annotations

from typing import Final

from simulator.analysis.arrays import Column, Numbers, mapped
from simulator.session.memory import Memory


class SessionMemories:
    """Every past that is met. The numbers of ``Memory`` have as many bits as a scenario needs; these are small."""

    def __init__(self, memory: Memory, moments: tuple[str, ...], sets: tuple[tuple[str, ...], ...]) -> None:
        self.known: Final[list[int]] = []
        self._memory = memory
        self._moments = moments
        self._sets = sets
        self._numbers: dict[int, int] = {}
        self._columns: dict[tuple[str, str], Column] = {}
        self._flagged: dict[int, int] = {}
        self._visited: dict[int, int] = {}

    def number(self, past: int) -> int:
        """The number of a past."""
        known = self._numbers.get(past)
        if known is None:
            known = self._numbers[past] = len(self.known)
            self.known.append(past)
        return known

    def after_flags(self, pasts: Numbers, sets: Numbers) -> Numbers:
        """The pasts once flags are set, which ones by their place in the list of flags that are set together."""
        if not sets.any():
            return pasts
        count = len(self._sets)
        return mapped(pasts * count + sets, len(self.known) * count, self._flag)

    def after_visits(self, pasts: Numbers, moments: Numbers) -> Numbers:
        """The pasts once moments are played."""
        count = len(self._moments)
        return mapped(pasts * count + moments, len(self.known) * count, self._visit)

    def seen(self, moment: str) -> Numbers:
        """For every past whether a moment was played."""
        return self._column("seen", moment)

    def flag(self, name: str) -> Numbers:
        """For every past whether a flag was set."""
        return self._column("flag", name)

    def visits(self, moment: str) -> Numbers:
        """For every past how often a moment was played."""
        return self._column("visits", moment)

    def _column(self, kind: str, name: str) -> Numbers:
        asked = {"seen": self._memory.seen, "flag": self._memory.flag, "visits": self._memory.visits}[kind]
        column = self._columns.setdefault((kind, name), Column())
        for past in self.known[len(column) :]:
            column.append(int(asked(past, name)))
        return column.array

    def _flag(self, key: int) -> int:
        known = self._flagged.get(key)
        if known is None:
            past, sets = divmod(key, len(self._sets))
            known = self._flagged[key] = self.number(self._memory.after_flags(self.known[past], self._sets[sets]))
        return known

    def _visit(self, key: int) -> int:
        known = self._visited.get(key)
        if known is None:
            past, moment = divmod(key, len(self._moments))
            after = self._memory.after_visit(self.known[past], self._moments[moment])
            known = self._visited[key] = self.number(after)
        return known
