"""The tables of a proof as data: ways of playing, moments, and responses; a line for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.policies import POLICIES, Outcome, Policy
from simulator.analysis.proofs.blind_policies import smells
from simulator.analysis.reach import MomentReach, ResponseReach
from simulator.analysis.scenario_analysis import Analysis
from simulator.analysis.value import GOOD_ENDINGS
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Ending
from simulator.ui.studio.marks import Mark
from simulator.ui.studio.words import percent
from simulator.ui.theme import Role
from simulator.ui.verdict_words import VERDICT_WORDS
from simulator.ui.widgets.rows_model import Bar, Column

_NEVER: Final = -1.0
"""Stands below every figure in the order of a column."""


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way of playing with what it comes to; ``wins`` tells that it wins although it does not look at the patient."""

    policy: Policy
    outcome: Outcome
    wins: bool

    @property
    def name(self) -> str:
        """The way of playing as a sentence."""
        return self.policy.help[0].upper() + self.policy.help[1:]

    @property
    def looks(self) -> str:
        """Whether it looks at the patient."""
        if not self.policy.blind:
            return "yes"
        return "no, and wins" if self.wins else "no"


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """A response in its moment."""

    moment: MomentReach
    response: ResponseReach


def way_rows(analysis: Analysis) -> list[WayRow]:
    """Every way of playing, the blind ones first."""
    found = smells(analysis.outcomes)
    return [WayRow(POLICIES[name], outcome, name in found) for name, outcome in analysis.outcomes.items()]


def way_columns(endings: Sequence[Verdict]) -> list[Column[WayRow]]:
    """Columns for ways of playing, with one for each of these endings."""
    return [
        Column("Way of playing", lambda row: row.name, lambda row: row.name, room=3, letters=24),
        Column(
            "Looks at the patient",
            lambda row: row.looks,
            lambda row: row.looks,
            icon=lambda row: Mark.WARNING.value if row.wins else "",
        ),
        Column("Points on average", lambda row: f"{row.outcome.mean:.1f}", lambda row: row.outcome.mean, number=True),
        Column("Half of them reach", lambda row: str(_median(row)), _median, number=True),
        *map(_ending_column, endings),
    ]


def _median(row: WayRow) -> int:
    return row.outcome.quantile(0.5)


def _ending_column(verdict: Verdict) -> Column[WayRow]:
    role = Role.REPAIR if verdict in GOOD_ENDINGS else Role.END
    words = VERDICT_WORDS[verdict]
    return Column(
        words[0].upper() + words[1:],
        lambda row: percent(row.outcome.verdicts[verdict]),
        lambda row: row.outcome.verdicts[verdict],
        number=True,
        room=1,
        bar=lambda row: Bar(row.outcome.verdicts[verdict], role),
    )


def moment_rows(analysis: Analysis) -> list[MomentReach]:
    """The scenario's own moments in the order of the file."""
    return [reach for reach in analysis.moments if not reach.moment.from_bank]


def response_rows(moments: Sequence[MomentReach]) -> list[ResponseRow]:
    """The responses of some moments."""
    return [ResponseRow(reach, response) for reach in moments for response in reach.responses]


MOMENT_COLUMNS: Final[tuple[Column[MomentReach], ...]] = (
    Column("Moment", lambda row: row.moment.id, lambda row: row.moment.id, room=1),
    Column("Visits a session", lambda row: _times(row.visits), lambda row: row.visits, number=True),
    Column("Ends as", lambda row: _ending(row.moment.end), lambda row: _ending(row.moment.end), room=1),
)

RESPONSE_COLUMNS: Final[tuple[Column[ResponseRow], ...]] = (
    Column("Moment and response", lambda row: f"{row.moment.moment.id}\n{_id(row)}", lambda row: f"{row.moment.moment.id} {_id(row)}"),
    Column("Its words", lambda row: row.response.response.say, lambda row: row.response.response.say, room=1, letters=30),
    Column("On offer a session", lambda row: _times(row.response.offered), lambda row: row.response.offered, number=True),
    Column(
        "Costs on average",
        lambda row: f"{row.response.cost:.1f}" if row.response.offered else "–",
        lambda row: row.response.cost if row.response.offered else _NEVER,
        number=True,
    ),
    Column(
        "Is the best",
        lambda row: f"{row.response.best:.0%}".replace("%", " %") if row.response.offered else "–",
        lambda row: row.response.best if row.response.offered else _NEVER,
        number=True,
    ),
)  # fmt: skip


def _id(row: ResponseRow) -> str:
    return row.response.response.id


def _times(number: float) -> str:
    """How often something happens in a session, on average; what is rare is never told as nothing."""
    if number == 0:
        return "never"
    return "< 0.01" if number < 0.005 else f"{number:.2f}"


def _ending(ending: Ending | None) -> str:
    return "" if ending is None else VERDICT_WORDS[Verdict(ending.value)]
