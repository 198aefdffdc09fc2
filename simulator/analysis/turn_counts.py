"""What came up and what was met, turn by turn, as columns: tables of a hundred thousand conversations are counted in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.items.intervals import Between, wilson
from simulator.analysis.skill import student

_FEWEST: Final = 4
"""Of fewer people no interval is told: nothing says how much people differ."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How often something came up and was met, in how many people’s conversations, and where the share likely lies."""

    came_up: int = 0
    met: int = 0
    people: int = 0
    between: Between | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SessionColumns:
    """Conversations as columns: the number of their person, scenario, mode and day (``YYYY-MM-DD``), and if it was a first meeting."""

    person: NDArray[np.int32]
    scenario: NDArray[np.str_]
    mode: NDArray[np.str_]
    day: NDArray[np.str_]
    first: NDArray[np.bool_]

    def asked(
        self,
        scenario: str | None = None,
        mode: str | None = None,
        since: str | None = None,
        first_only: bool = False,
        people: Collection[int] | None = None,
    ) -> NDArray[np.bool_]:
        """Which of them are asked about; what is ``None`` is not asked."""
        kept = np.ones(len(self.person), dtype=np.bool_)
        for column, wanted in ((self.scenario, scenario), (self.mode, mode)):
            if wanted is not None:
                kept &= column == wanted
        if since is not None:
            kept &= self.day >= since
        if first_only:
            kept &= self.first
        if people is not None:
            kept &= np.isin(self.person, list(people))
        return kept


@dataclass(frozen=True, slots=True, eq=False)
class TurnCounts:
    """Columns, a row for each turn in which something came up: numbers of the session, of what it was, of the kind of rupture.

    ``person`` says by session whose it is. What is not under any kind of rupture has the number ``families``.
    """

    person: NDArray[np.int32]
    session: NDArray[np.int32]
    what: NDArray[np.int16]
    family: NDArray[np.int16]
    met: NDArray[np.bool_]
    whats: int
    families: int
    people: int

    def table(self, asked: NDArray[np.bool_]) -> TurnTable:
        """What came up and what was met in the sessions that are asked about."""
        kept = np.flatnonzero(asked[self.session])
        wide = self.families + 1
        cells = self.what[kept].astype(np.int64) * wide + self.family[kept]
        key = cells * self.people + self.person[self.session[kept]]
        shape = (self.whats, wide, self.people)
        came, met = (np.bincount(some, minlength=prod(shape)).reshape(shape) for some in (key, key[self.met[kept]]))
        return TurnTable(came, met)


@dataclass(frozen=True, slots=True, eq=False)
class TurnTable:
    """How often something came up and was met: by what it was, kind of rupture (none: the last) and person."""

    came: NDArray[np.int64]
    met: NDArray[np.int64]

    def cell(self, what: int, family: int | None) -> Counted:
        """Everybody’s, under a kind of rupture or all together."""
        came, met = self.came[what], self.met[what]
        if family is None:
            return counted(came.sum(axis=0), met.sum(axis=0))
        return counted(came[family], met[family])

    def of_person(self, what: int, person: int) -> tuple[int, int]:
        """How often it was met, and how often it came up, for one person."""
        return int(self.met[what, :, person].sum()), int(self.came[what, :, person].sum())


def counted(came: NDArray[np.int64], met: NDArray[np.int64]) -> Counted:
    """What came up and was met, from the numbers of each person.

    Turns of one person depend on each other, so the interval is one of so many turns as would tell as much if they did
    not: by how much people differ (Kish, 1965), and where nobody differs as many as there are people. Its width is that of
    Student's t, because how much they differ is known from a few of them (Korn and Graubard, 1998).
    """
    here = came > 0
    came, met = came[here], met[here]
    people, turns, hits = len(came), int(came.sum()), int(met.sum())
    if people < _FEWEST:
        return Counted(turns, hits, people)
    share = hits / turns
    as_if_alone = share * (1 - share) / turns
    if as_if_alone == 0:
        as_many = float(people)
    else:
        differ = float(((met - share * came) ** 2).sum()) * people / (people - 1) / turns**2
        as_many = turns / max(1.0, differ / as_if_alone)
    found = wilson(share * as_many, as_many, student(people - 1))
    return Counted(turns, hits, people, Between(share, found.low, found.high))


def session_columns(people: Sequence[int], sessions: Sequence[tuple[str, str, str, bool]]) -> SessionColumns:
    """Columns of conversations, from each one's person, and its scenario, mode, day, and whether it was a first meeting."""
    scenario, mode, day, first = zip(*sessions, strict=True) if sessions else ((), (), (), ())
    return SessionColumns(
        np.array(people, dtype=np.int32),
        np.array(scenario, dtype=np.str_),
        np.array(mode, dtype=np.str_),
        np.array(day, dtype=np.str_),
        np.array(first, dtype=np.bool_),
    )


def turn_counts(
    person: Sequence[int], turns: Iterable[tuple[int, int, int, bool]], whats: int, families: int, people: int
) -> TurnCounts:
    """Columns of turns, from each one's session, what came up in it, the kind of rupture, and whether it was met."""
    rows = np.array(list(turns), dtype=np.int64).reshape(-1, 4)
    return TurnCounts(
        np.array(person, dtype=np.int32),
        rows[:, 0].astype(np.int32),
        rows[:, 1].astype(np.int16),
        rows[:, 2].astype(np.int16),
        rows[:, 3].astype(np.bool_),
        whats,
        families,
        people,
    )
