"""The tables of a proof as data: ways of playing, moments, and responses; a line for each column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from simulator.analysis.policies import POLICIES, Outcome, Policy
from simulator.analysis.proof_figures import percent
from simulator.analysis.proofs.blind_policies import smells
from simulator.analysis.reach import MomentReach, ResponseReach
from simulator.analysis.scenario_analysis import Analysis
from simulator.analysis.value import GOOD_ENDINGS
from simulator.messages.message import Catalogue, Message, Rounded, Value
from simulator.messages.sentences import proof as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.patient.verdicts import Verdict
from simulator.services.verdict_words import VERDICT_HEADINGS, VERDICT_WORDS
from simulator.ui.studio.marks import Mark
from simulator.ui.theme import Role
from simulator.ui.widgets.rows_model import Bar, Column

Row = TypeVar("Row")

_NEVER: Final = -1.0
"""Stands below every figure in the order of a column."""


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way of playing with what it comes to; ``wins`` tells that it wins although it does not look at the patient."""

    policy: Policy
    outcome: Outcome
    wins: bool


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """A response in its moment."""

    moment: MomentReach
    response: ResponseReach


def way_rows(analysis: Analysis) -> list[WayRow]:
    """Every way of playing, the blind ones first."""
    found = smells(analysis.outcomes)
    return [WayRow(POLICIES[name], outcome, name in found) for name, outcome in analysis.outcomes.items()]


def way_columns(endings: Sequence[Verdict], words: Catalogue) -> list[Column[WayRow]]:
    """Columns for ways of playing, with one for each of these endings."""
    return [
        Column(words.say(say.WAY()), *_worded(words, _way), room=3, letters=24),
        Column(
            words.say(say.LOOKS()),
            *_worded(words, _looks),
            icon=lambda row: Mark.WARNING.value if row.wins else "",
        ),
        Column(
            words.say(say.POINTS()),
            lambda row: words.value(Rounded(row.outcome.mean)),
            lambda row: row.outcome.mean,
            number=True,
        ),
        Column(words.say(say.HALF_REACH()), lambda row: words.value(_median(row)), _median, number=True),
        *(_ending_column(verdict, words) for verdict in endings),
    ]


def _way(row: WayRow) -> Message:
    return row.policy.title()


def _looks(row: WayRow) -> Message:
    if not row.policy.blind:
        return say.LOOKS_YES()
    return (say.LOOKS_NO_AND_WINS if row.wins else say.LOOKS_NO)()


def _worded(words: Catalogue, message: Callable[[Row], Message]) -> tuple[Callable[[Row], str], Callable[[Row], str]]:
    """The words of a cell, and what it is ordered by: the same words."""

    def said(row: Row) -> str:
        return words.say(message(row))

    return said, said


def _median(row: WayRow) -> int:
    return row.outcome.quantile(0.5)


def _ending_column(verdict: Verdict, words: Catalogue) -> Column[WayRow]:
    role = Role.REPAIR if verdict in GOOD_ENDINGS else Role.END
    return Column(
        words.say(VERDICT_HEADINGS[verdict]()),
        lambda row: words.say(percent(row.outcome.verdicts[verdict])),
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


def moment_columns(words: Catalogue) -> list[Column[MomentReach]]:
    """Columns for moments."""
    return [
        Column(words.say(say.MOMENT()), lambda row: row.moment.id, lambda row: row.moment.id, room=1),
        Column(words.say(say.VISITS()), lambda row: _times(row.visits, words), lambda row: row.visits, number=True),
        Column(words.say(say.ENDS_AS()), *_worded(words, _ending), room=1),
    ]


def response_columns(words: Catalogue) -> list[Column[ResponseRow]]:
    """Columns for responses."""
    return [
        Column(
            words.say(say.MOMENT_AND_RESPONSE()),
            lambda row: f"{row.moment.moment.id}\n{_id(row)}",
            lambda row: f"{row.moment.moment.id} {_id(row)}",
        ),
        Column(
            words.say(say.ITS_WORDS()),
            lambda row: row.response.response.say,
            lambda row: row.response.response.say,
            room=1,
            letters=30,
        ),
        Column(
            words.say(say.ON_OFFER()),
            lambda row: _times(row.response.offered, words),
            lambda row: row.response.offered,
            number=True,
        ),
        _offered_column(say.COSTS(), words, lambda row: Rounded(row.response.cost), lambda row: row.response.cost),
        _offered_column(
            say.IS_BEST(),
            words,
            lambda row: say.PERCENT(share=Rounded(100 * row.response.best, 0)),
            lambda row: row.response.best,
        ),
    ]


def _offered_column(
    heading: Message, words: Catalogue, figure: Callable[[ResponseRow], Value], key: Callable[[ResponseRow], float]
) -> Column[ResponseRow]:
    """A column of figures that only what was on offer has."""
    return Column(
        words.say(heading),
        lambda row: words.value(figure(row) if row.response.offered else say.NO_FIGURE()),
        lambda row: key(row) if row.response.offered else _NEVER,
        number=True,
    )


def _id(row: ResponseRow) -> str:
    return row.response.response.id


def _times(number: float, words: Catalogue) -> str:
    """How often something happens in a session, on average; what is rare is never told as nothing."""
    if number == 0:
        return words.say(say.NEVER())
    return words.say(say.HARDLY_EVER(least=Rounded(0.01, 2))) if number < 0.005 else words.value(Rounded(number, 2))


def _ending(row: MomentReach) -> Message:
    end = row.moment.end
    return AS_WRITTEN(words="") if end is None else VERDICT_WORDS[Verdict(end.value)]()
