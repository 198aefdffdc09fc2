"""Checks of the choice itself: right answers that give themselves away, and scripts that the graph contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message, Rounded
from simulator.messages.sentences.fault_reasons import OF_QUALITY
from simulator.messages.sentences.text import QUOTED
from simulator.patient.act import as_heard
from simulator.scenario.checks.naming import quoted
from simulator.scenario.checks.paths import HINDERING, states_of
from simulator.scenario.checks.story import Key, Moments, Story, strained
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Moment, Response
from simulator.scenario.to_write import lack_an_answer

_MUCH_LONGER: Final = 1.6
_LONGER_BY: Final = 40
"""A single moment is warned of where the best response is this many times, and letters, longer than every other."""

_A_LITTLE_LONGER: Final = 1.1
"""A difference in length below this ratio cannot be seen at a glance."""

_ENOUGH_MOMENTS: Final = 5
_LONGEST_SHARE: Final = 0.6
_FIRST_SHARE: Final = 0.7
_ABOVE_CHANCE: Final = 0.25
"""Where several responses are best, being longest or first is partly chance: the share must also lie this far above it."""


def graph_contradicts(story: Story) -> Iterator[Diagnostic]:
    """Scripted steps to a state that the reaction graph would never lead to, without a reason."""
    moments = story.scenario.moments
    for moment in story.asking:
        for response in moment.responses:
            if response.then is None or response.because:
                continue
            expected = _expected(story, moment, response.move, response.quality)
            target = moments[response.then]
            if expected and expected.isdisjoint(states_of(target.reaction)):
                yield STORY["509"].at(
                    story.response_value(moment, response, "then"),
                    response=response.id,
                    target=target.id,
                    reaction=target.reaction,
                    move=_with_quality(response),
                    expected=quoted(sorted(expected), any_of=True),
                )


def graph_contradicts_silence(story: Story) -> Iterator[Diagnostic]:
    """Silences that are scripted to a state to which the reaction graph would never lead, without a reason.

    One that leads back to itself is another mistake, and told as that.
    """
    for moment in story.asking:
        if moment.silent_then in (None, moment.id) or moment.silent_because:
            continue
        expected = _expected(story, moment, Move.HOLD_SILENCE)
        target = story.scenario.moments[moment.silent_then]
        if expected and expected.isdisjoint(states_of(target.reaction)):
            yield STORY["530"].at(
                story.spans.value("moments", moment.id, "silence", "then"),
                moment=moment.id,
                target=target.id,
                reaction=target.reaction,
                expected=quoted(sorted(expected), any_of=True),
            )


def length_gives_away(story: Story) -> Iterator[Diagnostic]:
    """Moments in which the best response is far longer than any other."""
    for key in story.keys:
        longest, other = key.longest_best, key.longest_other
        if lack_an_answer((key.moment,)):
            continue
        if other and longest >= _MUCH_LONGER * other and longest - other >= _LONGER_BY and key.others > 1:
            best = max(key.best, key=lambda response: len(response.say))
            place = story.response_value(key.moment, best, "say")
            times = Rounded(longest / other)
            yield STORY["510"].at(place, moment=key.moment.id, response=best.id, times=times)


def best_is_longest(story: Story) -> Iterator[Diagnostic]:
    """Scenarios in which picking the longest response is a good strategy."""
    keys = [key for key in story.keys if key.others > 1]
    if lack_an_answer(key.moment for key in keys):
        return
    hits = [key for key in keys if key.longest_best >= _A_LITTLE_LONGER * key.longest_other]
    if _too_often(len(hits), keys, _LONGEST_SHARE):
        hits.sort(key=lambda key: key.longest_other / key.longest_best)
        examples = quoted([key.moment.id for key in hits[:3]])
        yield STORY["511"].at(story.spans.key("moments"), count=len(hits), total=len(keys), examples=examples)


def best_is_first(story: Story) -> Iterator[Diagnostic]:
    """Scenarios in which the best response nearly always stands first in the file."""
    keys = [key for key in story.keys if key.others > 1]
    hits = [key for key in keys if key.best_is_first]
    if _too_often(len(hits), keys, _FIRST_SHARE):
        examples = quoted([key.moment.id for key in hits[:3]])
        yield STORY["512"].at(story.spans.key("moments"), count=len(hits), total=len(keys), examples=examples)


def lone_helper(story: Moments) -> Iterator[Diagnostic]:
    """Ruptures in which a single response helps, so that it stands out."""
    for moment in story.asking:
        if strained(moment) and len(moment.responses) > 2:
            helpful = _helpful(moment)
            if len(helpful) == 1:
                place = story.response_key(moment, helpful[0])
                yield STORY["513"].at(place, response=helpful[0].id, moment=moment.id)


def no_helper(story: Story) -> Iterator[Diagnostic]:
    """Moments in which whatever can be said makes it worse."""
    for moment in story.asking:
        for response in moment.responses:
            if response.move not in HINDERING:
                break
        else:
            yield STORY["514"].at(story.moment_key(moment), moment=moment.id)


def choice_without_difference(story: Story) -> Iterator[Diagnostic]:
    """Moments in which every response is scripted to the same next moment."""
    for moment in story.asking:
        first = moment.responses[0]
        if first.then is None or len(moment.responses) == 1:
            continue
        if all(r.then == first.then and not r.because for r in moment.responses):
            yield STORY["527"].at(story.moment_key(moment), moment=moment.id, target=first.then)


def _expected(story: Story, moment: Moment, move: Move, quality: int | None = None) -> set[ReactionState]:
    expected: set[ReactionState] = set()
    for state in states_of(moment.reaction):
        expected |= story.possible.after(state, move, quality)
    return expected


def _with_quality(response: Response) -> Message:
    if response.move is Move.OWN_CONTRIBUTION:
        return OF_QUALITY(move=response.move, quality=response.quality or 0)
    return QUOTED(words=response.move)


def _helpful(moment: Moment) -> list[Response]:
    return [r for r in moment.responses if as_heard(r.move, r.quality) not in HINDERING]


def _too_often(hits: int, keys: list[Key], share: float) -> bool:
    if len(keys) < _ENOUGH_MOMENTS or hits <= share * len(keys):
        return False
    chance = sum(len(key.best) / (len(key.best) + key.others) for key in keys)
    return hits >= chance + _ABOVE_CHANCE * len(keys)
