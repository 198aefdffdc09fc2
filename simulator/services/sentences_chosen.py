"""Which sentences were chosen in first conversations: every decision point of what was played, with its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from simulator.services.group_evidence import FirstConversation, GroupEvidence, played_in
from simulator.services.group_paths import GroupPaths, group_paths
from simulator.session.transcript import Exchange

if TYPE_CHECKING:
    from simulator.analysis.items.choices import Choices, Meeting
    from simulator.analysis.items.item_analysis import AnswerFigures, PointFigures
    from simulator.analysis.items.rest_score import Rest
    from simulator.scenario.document import Moment, Scenario
    from simulator.services.agreement import Estimate


class PointKey(NamedTuple):
    """A decision point: a moment, by the first of its names, in a state of the patient, of a scenario at a level."""

    scenario: str
    level: int
    moment: str
    state: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer on offer: its item, the response as it is called now (empty: staying silent), its words, and its figures."""

    item: str
    response: str
    words: str
    figures: AnswerFigures


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision point as it is shown: ``line`` is what the patient says or shows there."""

    key: PointKey
    moment: str
    line: str
    figures: PointFigures
    answers: tuple[Answer, ...]
    learner: float | None
    """How likely the half-way learner comes here; ``None`` where that is not known, or the moment is met in several states."""


@dataclass(frozen=True, slots=True)
class PlayedScenario:
    """A scenario at a level, with its decision points in the order of the file, and the ways that were taken."""

    id: str
    title: str
    level: int
    meetings: int
    decisions: tuple[Decision, ...]
    paths: GroupPaths


@dataclass(frozen=True, slots=True)
class SentencesChosen:
    """All that was played, by title; ``older`` first conversations are of an earlier edition and not counted.

    ``reliability`` says how far the skill estimates tell people apart, by conversation; ``None`` where too few played.
    """

    scenarios: tuple[PlayedScenario, ...]
    conversations: int
    older: int
    reliability: Estimate | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a point or an answer is called and says, as it was met last."""

    moments: dict[PointKey, tuple[Moment, Scenario]]
    answers: dict[str, tuple[str, str]]


def sentences_chosen(group: GroupEvidence) -> SentencesChosen:
    """What the first conversations of a group say of the sentences in them. Takes a while; not for the window's thread."""
    from simulator.analysis.items.choices import choices_of
    from simulator.analysis.items.item_analysis import item_analysis
    from simulator.analysis.items.rest_score import rest_scores

    told = _Told({}, {})
    meetings: list[Meeting[PointKey, str]] = []
    rests: list[Sequence[Rest]] = []
    for person in group.people:
        rests.append(rest_scores([one.evidence for one in person.first]))
        meetings += (_meeting(one, rest, told) for one, rest in zip(person.first, rests[-1], strict=True))
    choices = choices_of(meetings)
    figures = item_analysis(choices)
    first = [one for person in group.people for one in person.first]
    scenarios = tuple(_scenarios(group, first, choices, figures, told))
    older = sum(len(person.older) for person in group.people)
    return SentencesChosen(scenarios, len(first), older, _reliability(group))


def _meeting(one: FirstConversation, rest: Rest, told: _Told) -> Meeting[PointKey, str]:
    from simulator.analysis.items.choices import Meeting

    found = one.found
    exchanges = [exchange for exchange in found.transcript.exchanges if exchange.place is not None]
    started = found.stored.started
    points = [_point(started.scenario, started.difficulty, exchange) for exchange in exchanges]
    items = [tuple(_items(point, exchange, told)) for point, exchange in zip(points, exchanges, strict=True)]
    for point, exchange in zip(points, exchanges, strict=True):
        told.moments[point] = exchange.moment, found.scenario
    return Meeting((started.scenario, started.difficulty), one.evidence, points, items, rest)


def _point(scenario: str, level: int, exchange: Exchange) -> PointKey:
    moment = exchange.moment
    return PointKey(scenario, level, next(iter(moment.formerly), moment.id), str(exchange.before.reaction))


def _items(point: PointKey, exchange: Exchange, told: _Told) -> Iterator[str]:
    """Staying silent, then the responses, in the order of the columns; a sentence that was changed is another item."""
    from simulator.scenario.hashes import item_digest

    silent = f"silent/{point.scenario}/{point.moment}"
    told.answers[silent] = "", ""
    yield silent
    for response in exchange.moment.responses:
        digest = item_digest(exchange.moment, response)
        told.answers[digest] = response.id, response.say
        yield digest


def _scenarios(
    group: GroupEvidence,
    first: Sequence[FirstConversation],
    choices: Choices[PointKey, str],
    figures: Sequence[PointFigures],
    told: _Told,
) -> Iterator[PlayedScenario]:
    played: dict[tuple[str, int], list[FirstConversation]] = {}
    for one in sorted(first, key=lambda one: one.found.stored.started.day):
        started = one.found.stored.started
        played.setdefault((started.scenario, started.difficulty), []).append(one)
    for (scenario, level), some in sorted(played.items(), key=lambda item: (_title(item[1]).casefold(), item[0][1])):
        latest = some[-1].found
        learner = group.learner.get(played_in(latest), {})
        here = [one for one in figures if choices.points[one.point][:2] == (scenario, level)]
        order = {moment.id: number for number, moment in enumerate(latest.scenario.every_moment())}
        states = Counter(choices.points[one.point].moment for one in here)
        decisions = [_decision(choices, one, told, learner, states) for one in here]
        decisions.sort(key=lambda one: (order.get(one.moment, len(order)), one.key.state))
        paths = group_paths((one.found.transcript for one in some), learner)
        yield PlayedScenario(scenario, _title(some), level, len(some), tuple(decisions), paths)


def _title(some: Sequence[FirstConversation]) -> str:
    return some[-1].found.stored.started.title


def _decision(
    choices: Choices[PointKey, str],
    figures: PointFigures,
    told: _Told,
    learner: Mapping[str, float],
    states: Mapping[str, int],
) -> Decision:
    key = choices.points[figures.point]
    moment, _ = told.moments[key]
    items = [(choices.items[one.item], one) for one in figures.answers]
    answers = tuple(Answer(item, *told.answers[item], one) for item, one in items)
    first = moment.wordings[0]
    line = first.patient or " ".join(first.shows)
    expected = learner.get(moment.id) if states[key.moment] == 1 else None
    return Decision(key, moment.id, line, figures, answers, expected)


def _reliability(group: GroupEvidence) -> Estimate | None:
    """From each person's estimate and how sure it is: how far one conversation tells people apart."""
    from simulator.analysis.items.rest_score import skill_of
    from simulator.services.reliability import of_estimates

    several = [[one.evidence for one in person.first] for person in group.people if len(person.first) > 1]
    known = [skill_of(sessions) for sessions in several]
    return of_estimates([(one.mean, one.spread**2) for one in known], list(map(len, several)))
