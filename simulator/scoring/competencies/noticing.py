"""Noticing: how well the tags fit the markers; false alarms cost as much as misses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import Listed, Message, Sentence
from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import score_rules as rules
from simulator.scoring.competency import Counts, Evidence, Finding, Said, Signs, Standing
from simulator.scoring.evidence_words import did, name_of
from simulator.scoring.possible import PossibleTurn
from simulator.scoring.reading import families_shown, speaks, under_pressure
from simulator.scoring.standings import did_not_come_up
from simulator.scoring.tag_reading import OPENINGS, TagFit, is_sign, tag_fit
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Mode, Tag

_BANDS: Final = (25, 50, 70, 85)
"""The F1 of tags against markers, in per cent, from which the next score begins."""

_CALM_TURNS_TO_TELL: Final = 2
"""One false alarm can happen; two calm moments tagged without a single "nothing" is tagging everything."""

_SIGNS_TO_TELL: Final = 5
"""With fewer signs there is no number."""

_SKIPS: Final = 1
"""So many moments can pass without a tag; who skips more is told which signs came, and gets no number."""

_TAGGED: Final[Mapping[Tag, Sentence]] = {
    Tag.NOTHING: say.TAGGED_NOTHING,
    Tag.WITHDRAWAL: say.TAGGED_WITHDRAWAL,
    Tag.DEFERENCE: say.TAGGED_DEFERENCE,
    Tag.CONFRONTATION: say.TAGGED_CONFRONTATION,
    Tag.OPENED_UP: say.TAGGED_OPENED_UP,
}
_FAMILIES: Final[Mapping[Family, Sentence]] = {
    Family.WITHDRAWAL: say.WITHDRAWAL,
    Family.DEFERENCE: say.DEFERENCE,
    Family.CONFRONTATION: say.CONFRONTATION,
}


@dataclass(frozen=True, slots=True)
class _Tally:
    """The tagged turns, by how the tag fits what was shown."""

    turns: Mapping[TagFit, list[Exchange]]

    def count(self, *fits: TagFit) -> int:
        return sum(len(self.turns[fit]) for fit in fits)

    @property
    def shown(self) -> int:
        """Signs that were tagged in whatever way, and openings that were seen."""
        return self.count(TagFit.RIGHT, TagFit.OTHER_FAMILY, TagFit.HALF, TagFit.MISSED, TagFit.MISTAKEN)

    @property
    def f1(self) -> int:
        """Two times the hits over what was shown and what was tagged, in per cent; family beside family is half a hit."""
        halves = self.count(TagFit.OTHER_FAMILY, TagFit.HALF)
        tagged = self.count(TagFit.RIGHT, TagFit.MISTAKEN, TagFit.ALARM) + halves
        return 100 * (2 * self.count(TagFit.RIGHT) + halves) // (self.shown + tagged)

    @property
    def tags_everything(self) -> bool:
        """Whether every moment was taken for a rupture, those too in which there was none."""
        told_apart = [x for fit in TagFit for x in self.turns[fit] if x.tag in (Tag.NOTHING, Tag.OPENED_UP)]
        none_there = self.count(TagFit.ALARM, TagFit.HALF)
        return bool(self.turns[TagFit.ALARM]) and none_there >= _CALM_TURNS_TO_TELL and not told_apart


def noticing(transcript: Transcript) -> Finding:
    """How well the trainee's tags fit what the patient showed; without a number where too few signs were tagged."""
    signs = [exchange for exchange in transcript.exchanges if is_sign(exchange)]
    tagged = tuple(_evidence(transcript, exchange) for exchange in transcript.exchanges if exchange.tag)
    if not signs:
        return did_not_come_up(say.NO_MARKER(), tagged)
    skipped = sum(_skips(transcript, exchange) for exchange in transcript.exchanges)
    if skipped > _SKIPS:
        came = tuple(speaks(x, Counts.CONTEXT, did(transcript, x), *_masked(x)) for x in signs)
        return Finding(Standing.COUNTED, None, (say.SKIPPED(count=skipped),), came, Signs(len(signs), None))
    tally = _tally(transcript)
    seen = [x for x in tally.turns[TagFit.RIGHT] if is_sign(x)]
    came_tagged = [x for x in signs if x.tag is not None]
    counted = Signs(len(came_tagged), len(seen))
    if tally.shown < _SIGNS_TO_TELL:
        told = (say.TOO_FEW(seen=counted.seen or 0, count=counted.came),)
        return Finding(Standing.COUNTED, None, told, tagged, counted)
    by_share, (most, cap) = bisect_right(_BANDS, tally.f1) + 1, _most(tally)
    rule = (rules.NOTICING(share=tally.f1), *((cap(),) if cap is not None and most < by_share else ()))
    score = min(by_share, most)
    return Finding(Standing.SCORED, score, _why(transcript, tally, counted), tagged, counted, rule)


def highest(turns: Sequence[PossibleTurn]) -> int | None:
    """The highest score wherever signs enough can come: nothing keeps a trainee from tagging every turn rightly."""
    signs = [turn for turn in turns if turn.markers and turn.exchange.before.reaction not in OPENINGS]
    if not signs:
        return None
    elsewhere = any(not under_pressure(turn.exchange) for turn in signs)
    # Where signs come under pressure only, there are no more of them than turns since the first.
    longest = max(turn.pressed_since[1] for turn in turns) + 1
    return len(_BANDS) + 1 if elsewhere or longest >= _SIGNS_TO_TELL else None


def _skips(transcript: Transcript, exchange: Exchange) -> bool:
    """Whether the question for the tag was passed over; in Practise only silence goes without one."""
    return exchange.tag is None and (transcript.started.mode is Mode.LEARN or exchange.response is not None)


def _tally(transcript: Transcript) -> _Tally:
    turns: dict[TagFit, list[Exchange]] = {fit: [] for fit in TagFit}
    for exchange in transcript.exchanges:
        fit = tag_fit(exchange)
        if fit is not None:
            turns[fit].append(exchange)
    return _Tally(turns)


def _most(tally: _Tally) -> tuple[int, Sentence | None]:
    """The best score that the anchors leave open (calm moments, families and masked markers), and which of them is why."""
    if tally.tags_everything:
        return 2, rules.TAGS_EVERYTHING
    unseen = [*tally.turns[TagFit.MISSED], *tally.turns[TagFit.MISTAKEN]]
    shown = [*tally.turns[TagFit.RIGHT], *tally.turns[TagFit.OTHER_FAMILY], *unseen]
    masked = sum(exchange.telling.masked for exchange in shown)
    missed = sum(exchange.telling.masked for exchange in unseen)
    if masked and missed == masked:
        return 3, rules.MASKED_UNSEEN
    if 3 * tally.count(TagFit.OTHER_FAMILY) > tally.count(TagFit.RIGHT):
        return 3, rules.OTHER_KINDS
    return (4, rules.SOME_MASKED_UNSEEN) if missed else (5, None)


def _why(transcript: Transcript, tally: _Tally, signs: Signs) -> Said:
    said = [say.TAGGED_RIGHT(right=signs.seen or 0, count=signs.came)]
    for sentence, fit in (
        (say.TAGGED_OTHERWISE, TagFit.OTHER_FAMILY),
        (say.PASSED_UNTAGGED, TagFit.MISSED),
        (say.TAKEN_FOR_OPENING, TagFit.MISTAKEN),
        (say.FALSE_ALARMS, TagFit.ALARM),
    ):
        if tally.count(fit):
            said.append(sentence(count=tally.count(fit)))
    openings = sum(exchange.tag is Tag.OPENED_UP for exchange in tally.turns[TagFit.RIGHT])
    if openings:
        said.append(say.OPENINGS_SEEN(name=name_of(transcript), count=openings))
    return tuple(said)


def _masked(exchange: Exchange) -> Said:
    return (say.BEHIND_A_MASK(),) if exchange.telling.masked else ()


def _evidence(transcript: Transcript, exchange: Exchange) -> Evidence:
    fit = tag_fit(exchange)
    happened = (did(transcript, exchange), *_masked(exchange))
    match fit:
        case TagFit.CALM:
            return speaks(exchange, Counts.CONTEXT, say.CALM())
        case TagFit.LET_BE:
            return speaks(exchange, Counts.CONTEXT, did(transcript, exchange), say.LET_OPENING_BE())
        case TagFit.ALARM:
            return speaks(exchange, Counts.AGAINST, say.NONE_SHOWN(), _tag_said(transcript, exchange))
        case TagFit.HALF:
            told = (did(transcript, exchange), _tag_said(transcript, exchange), say.HALF_TAKEN_BACK())
            return speaks(exchange, Counts.CONTEXT, *told)
        case TagFit.RIGHT:
            return speaks(exchange, Counts.FOR, *happened, _seen(transcript, exchange))
        case TagFit.OTHER_FAMILY:
            return speaks(exchange, Counts.AGAINST, *happened, _tag_said(transcript, exchange), say.OTHER_KIND())
        case _:
            return speaks(exchange, Counts.AGAINST, *happened, _tag_said(transcript, exchange))


def _tag_said(transcript: Transcript, exchange: Exchange) -> Message:
    sentence = _TAGGED[exchange.tag or Tag.NOTHING]
    return sentence(name=name_of(transcript)) if sentence.names else sentence()


def _seen(transcript: Transcript, exchange: Exchange) -> Message:
    """That it was seen; in a mixed rupture with both of what was there."""
    if exchange.tag is Tag.OPENED_UP:
        return say.SAW_OPENING(name=name_of(transcript))
    if exchange.before.reaction is not ReactionState.MIXED:
        return say.SAW_IT()
    both = Listed(tuple(_FAMILIES[family]() for family in sorted(families_shown(exchange))))
    return say.SAW_ONE_OF_BOTH(families=both)
