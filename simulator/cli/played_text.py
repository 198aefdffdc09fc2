"""A played session for reading: the share of what was attainable, how it was played, every sentence and its price, the scores."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from simulator.cli.printable import READABLE
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import terminal
from simulator.messages.sentences import worth as say
from simulator.messages.sentences.conversation import YOU
from simulator.messages.sentences.terminal import STAY_SILENT
from simulator.messages.sentences.text import one_after_another
from simulator.scoring.competency import Said
from simulator.scoring.standings import standing_in_words
from simulator.services.debriefing import Account, Debriefing, debrief
from simulator.session.transcript import Transcript

if TYPE_CHECKING:
    from simulator.analysis.decision_values import DecisionValue
    from simulator.analysis.session_value import SessionValue

NOTHING_SAID: Final = ". . ."
"""Stands where the patient says nothing."""


def as_text(transcript: Transcript, value: SessionValue | None) -> str:
    """A session, and what its decisions were worth; ``None`` where that was not worked out.

    Of a session in which nothing was said no share is told: what is reached then is the patient's doing, not the learner's.
    """
    told, name = debrief(transcript), transcript.scenario.patient.first_name
    lines = ["", wrapped("", f"{transcript.scenario.title}: {transcript.scenario.patient.name}"), ""]
    lines.append(wrapped("", translated(told.headline)))
    if told.leaving is not None:
        lines.append(wrapped("", translated(told.leaving)))
    if value is not None and told.accounts:
        lines += [wrapped("", sentence) for sentence in _figure(value)]
    lines += [wrapped("", " ".join(map(translated, told.score.own_part))), ""]
    prices = {d.turn: _price(d) for d in value.decisions} if value is not None else {}
    for account in told.accounts:
        lines += [*_account(account, name), *prices.get(account.turn, ()), ""]
    lines += _parting(told)
    if value is not None:
        lines += _turns(value)
    return "\n".join([*lines, *_scores(told)])


def spoken(who: str, says: str, shows: tuple[str, ...], width: int = READABLE) -> str:
    """A line of the conversation."""
    stage = f"({', '.join(shows)}) " if shows else ""
    return wrapped(f"{who.upper():>10}  ", stage + says, width)


def seen(shows: tuple[str, ...], sign: Message | None) -> tuple[str, ...]:
    """What can be seen of the patient, with the sign of leaving where there are no words for it."""
    return (*shows, translated(sign)) if sign else shows


def wrapped(lead: str, text: str, width: int = READABLE) -> str:
    """A paragraph that begins with ``lead``, in lines of so many letters at most."""
    return textwrap.fill(text, width, initial_indent=lead, subsequent_indent=" " * len(lead))


def _figure(value: SessionValue) -> Iterator[str]:
    """What it came to, and how it was played."""
    from simulator.services.worth_words import played, share, share_of_what

    figure, how = share(value), played(value)
    yield translated(say.SHARE_LINE(share=figure, of=share_of_what(value)) if figure else share_of_what(value))
    if how is not None:
        yield translated(how)
    if not value.exact:
        yield translated(say.MORE_BUDGET())


def _account(account: Account, name: str) -> Iterator[str]:
    yield spoken(name, account.says or NOTHING_SAID, seen(account.shows, account.sign))
    yield spoken(translated(YOU()), account.you or translated(STAY_SILENT()), ())
    yield wrapped(
        "      ",
        f"[{translated(account.move)}{', ' + translated(account.quality) if account.quality else ''}] {account.note}",
    )
    yield wrapped(
        "      ",
        f"{translated(account.state)} -> {translated(account.leads_to)}: {' '.join(map(translated, account.why))}",
    )
    yield wrapped("      ", translated(terminal.THOUGHT(name=name, words=account.thinks)))
    if account.tag_and_answer is not None:
        yield wrapped("      ", translated(account.tag_and_answer))


def _price(decision: DecisionValue) -> Iterator[str]:
    """The judgement on a decision, where the hour was heading, and what was still possible in its place."""
    from simulator.services.worth_words import better_words, heading, judged, otherwise, still_open

    told = (judged(decision), heading(decision), still_open(decision), otherwise(decision))
    yield wrapped("      ", " ".join(translated(message) for message in told if message is not None))
    better = better_words(decision)
    if better is not None:
        yield wrapped("      ", translated(say.POSSIBLE_LINE(words=better)))


def _turns(value: SessionValue) -> Iterator[str]:
    """The turns that matter, and the answers that still led to a repair from the costliest."""
    from simulator.services.worth_words import quoted, turns_that_matter

    if not value.exact or not value.decisions:
        return
    yield wrapped("", " ".join(map(translated, turns_that_matter(value))))
    if value.worst is not None and value.worst.way:
        yield translated(say.SHORTEST_WAY_FROM(turn=value.worst.turn))
        for number, step in enumerate(value.worst.way, 1):
            said = quoted(step.response, step.response.say if step.response else "")
            yield wrapped(f"  {number}. ", translated(said))


def _parting(told: Debriefing) -> Iterator[str]:
    if told.parting:
        yield wrapped("  ", f"“{told.parting}” {told.afterwards}")
    if told.score.resolution:
        yield wrapped("", _in_words(told.score.resolution.sentence))


def _scores(told: Debriefing) -> Iterator[str]:
    for competency in told.score.competencies.values():
        score = translated(standing_in_words(competency))
        yield f"\n  {competency.competency:<20} {score}"
        yield wrapped("      ", translated(competency.anchor) if competency.anchor else _in_words(competency.why))
        for evidence in competency.evidence:
            yield wrapped(
                "      ", translated(terminal.AT_TURN(turn=evidence.turn, what=one_after_another(evidence.says)))
            )


def _in_words(says: Said) -> str:
    return translated(one_after_another(says))
