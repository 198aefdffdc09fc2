"""Checks of what conditions ask: flags nobody sets or reads, and questions with only one answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import eq, ge, gt, le, lt, ne
from typing import Final, TypeAlias

from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences import fault_reasons as say
from simulator.scenario.checks.levels import LEVELS, asks_for_level, at_level
from simulator.scenario.checks.paths import states_of
from simulator.scenario.checks.story import Story
from simulator.scenario.conditions import (
    Compare,
    Condition,
    Flag,
    Gauge,
    ReactionIs,
    Relation,
    Seen,
    as_written,
    parts,
)
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Moment

_Path: TypeAlias = tuple[str, ...]

_LOWEST: Final[Mapping[Gauge, int]] = {Gauge.LEVEL: 1}
_HIGHEST: Final[Mapping[Gauge, int]] = {
    Gauge.LEVEL: 3,
    Gauge.BOND: 100,
    Gauge.TASK: 100,
    Gauge.GOAL: 100,
    Gauge.ALLIANCE: 100,
    Gauge.RUPTURES: 6,
    Gauge.OWNED: 4,
    Gauge.VISITS: 3,
}

_HOLDS: Final[Mapping[Relation, Callable[[int, int], bool]]] = {
    Relation.LESS: lt,
    Relation.AT_MOST: le,
    Relation.MORE: gt,
    Relation.AT_LEAST: ge,
    Relation.EQUAL: eq,
    Relation.UNEQUAL: ne,
}


def flag_never_set(story: Story) -> Iterator[Diagnostic]:
    """Flags that a condition asks for, but that no response sets."""
    if story.scenario.flags:
        asked = _asked(story)
        done = _set(story)
        for flag in story.scenario.flags:
            if flag in asked and flag not in done:
                yield STORY["521"].at(story.spans.value(*asked[flag]), flag=flag)


def flag_unused(story: Story) -> Iterator[Diagnostic]:
    """Flags that no condition asks for."""
    if story.scenario.flags:
        asked = _asked(story)
        for number, flag in enumerate(story.scenario.flags):
            if flag not in asked:
                yield STORY["522"].at(story.spans.value("flags", number), flag=flag)


def settled_condition(story: Story) -> Iterator[Diagnostic]:
    """Conditions that are always, or never, true."""
    for condition, moment, path in _conditions(story):
        for part in parts(condition):
            answer = _settled(part, moment, story)
            if answer is not None:
                yield _settled_told(story, part, path, *answer)
                break
        else:
            answers = {at_level(condition, level) for level in LEVELS} if asks_for_level(condition) else {None}
            if len(answers) == 1 and (same := answers.pop()) is not None:
                yield _settled_told(story, condition, path, same, say.AT_EVERY_LEVEL())


def _settled_told(story: Story, part: Condition, path: _Path, answer: bool, why: Message) -> Diagnostic:
    verdict = (say.ALWAYS_TRUE if answer else say.NEVER_TRUE)()
    return STORY["523"].at(story.spans.value(*path), key="when", condition=as_written(part), verdict=verdict, why=why)


def _conditions(story: Story) -> Iterator[tuple[Condition, Moment, _Path]]:
    """Every condition with its moment and its path; a place is looked up only for a fault, because that is slow."""
    for moment in story.scenario.moments.values():
        if moment.when is not None:
            yield moment.when, moment, ("moments", moment.id, "when")
        for response in moment.responses:
            if response.when is not None:
                yield response.when, moment, ("moments", moment.id, "responses", response.id, "when")


def _asked(story: Story) -> dict[str, _Path]:
    asked: dict[str, _Path] = {}
    for condition, _, path in _conditions(story):
        for part in parts(condition):
            if isinstance(part, Flag):
                asked.setdefault(part.name, path)
    return asked


def _set(story: Story) -> set[str]:
    return {flag for moment in story.scenario.every_moment() for response in moment.responses for flag in response.sets}


def _settled(part: Condition, moment: Moment, story: Story) -> tuple[bool, Message] | None:
    """The only answer a question can have in a moment, and why; None where both are possible."""
    match part:
        case Compare(gauge, relation, number):
            return _settled_number(gauge, relation, number, story.scenario.turns_at(1))
        case Seen(other) if other not in story.paths.reached:
            return False, say.UNREACHABLE(moment=other)
        case ReactionIs(asked):
            return _settled_reaction(asked, moment)
        case _:
            return None


def _settled_number(gauge: Gauge, relation: Relation, number: int, turns: int) -> tuple[bool, Message] | None:
    low, high = (1, turns + 1) if gauge is Gauge.TURN else (_LOWEST.get(gauge, 0), _HIGHEST[gauge])
    holds = _HOLDS[relation]
    answers = {holds(low, number), holds(high, number)}
    if low <= number <= high and relation in (Relation.EQUAL, Relation.UNEQUAL):
        return None
    return (answers.pop(), say.LIES_BETWEEN(gauge=gauge, low=low, high=high)) if len(answers) == 1 else None


def _settled_reaction(asked: ReactionState | Family, moment: Moment) -> tuple[bool, Message] | None:
    here, wanted = set(states_of(moment.reaction)), set(states_of(asked))
    if here & wanted and not here <= wanted:
        return None
    return here <= wanted, say.ALWAYS_THERE(moment=moment.id, reaction=moment.reaction)
