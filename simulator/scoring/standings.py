"""How a competency can stand: findings with a number, or with one of the words that stand in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import corrections
from simulator.messages.sentences import score_rules as rules
from simulator.messages.sentences import scoring as say
from simulator.patient.verdicts import Verdict
from simulator.scoring.competency import CompetencyScore, Evidence, Finding, Said, Standing
from simulator.session.transcript import Exchange, Transcript

TURNS_TO_ANSWER: Final = 2
"""So many turns somebody has to have had before it is said that something was not done."""

_NOT_DONE: Final = 1
_EARLY: Final = 4
"""Whoever was left by this turn had no time for most of what a session can show."""


def scored(score: int, why: Said, evidence: tuple[Evidence, ...] = (), *, rule: Said) -> Finding:
    """A finding with a number from 1 to 5 for what was done, and the rule that gave it."""
    return Finding(Standing.SCORED, score, why, evidence, rule=rule)


def not_done(why: Said, evidence: tuple[Evidence, ...]) -> Finding:
    """It was called for and there was time for it: a 1."""
    return Finding(Standing.NOT_DONE, _NOT_DONE, why, evidence, rule=(rules.NOT_DONE(),))


def not_reached(why: Said, evidence: tuple[Evidence, ...] = ()) -> Finding:
    """It was called for, and the hour ended before there were two turns to answer."""
    return Finding(Standing.NOT_REACHED, None, why, evidence)


def did_not_come_up(why: Message, evidence: tuple[Evidence, ...] = ()) -> Finding:
    """Nothing called for it."""
    return Finding(Standing.DID_NOT_COME_UP, None, (why,), evidence)


def left(transcript: Transcript) -> bool:
    """Whether the patient has left: then nobody was kept from answering by the hour."""
    closing = transcript.closing
    return closing is not None and not closing.stopped and closing.verdict is Verdict.LEFT


def left_early(transcript: Transcript) -> bool:
    """Whether the patient had left by turn 4."""
    return left(transcript) and transcript.exchanges[-1].turn <= _EARLY


def had_time(transcript: Transcript, called: Sequence[Exchange]) -> bool:
    """Whether there were two turns to answer from the first of these on, or the patient left."""
    if not called:
        return False
    since = transcript.exchanges[-1].turn - called[0].turn + 1
    return since >= TURNS_TO_ANSWER or left(transcript)


def standing_in_words(score: CompetencyScore) -> Message:
    """A number of five, or the word in its place."""
    if score.score is not None:
        return (say.NOT_DONE if score.standing is Standing.NOT_DONE else say.OF_FIVE)(score=score.score)
    if score.signs is not None:
        came, seen = score.signs
        return say.SIGNS_CAME(count=came) if seen is None else say.SEEN_OF_SIGNS(seen=seen, count=came)
    return say.DID_NOT_COME_UP() if score.standing is Standing.DID_NOT_COME_UP else say.NOT_REACHED()


def standing_now(score: CompetencyScore, before: CompetencyScore | None) -> Message:
    """How a competency stands, with how it stood before it was corrected."""
    now = standing_in_words(score)
    return now if before is None else corrections.NOW_AND_BEFORE(now=now, before=standing_in_words(before))
