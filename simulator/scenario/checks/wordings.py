"""Checks of wordings side by side: words that come twice, hooks that are missing, one that asks and one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import asks
from simulator.messages.sentences.fault_parts import ASKS, ASKS_NOT
from simulator.scenario.checks.paths import ENDING_STATES
from simulator.scenario.checks.placed import Placed
from simulator.scenario.checks.text_comparison import ends_asking, has_words, in_small_words, phrases
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.document import LEAVING, Moment, Patient, Response, ResponseWording, Wording

_REMEMBERED: Final = 8_192
"""Moments whose words were compared already: after an edit only one has to be compared anew."""


def nothing_wordless(patient: Patient) -> Iterator[ReactionState]:
    """The reaction states for which nothing wordless fits any occasion; those that end the session come only once."""
    for state, moment in patient.lines.items():
        if state not in ENDING_STATES and not any(w.wordless and not w.after for w in moment.wordings):
            yield state


def same_words(placed: Placed) -> Iterator[Diagnostic]:
    """Wordings of one moment that share a stage direction, or five words running."""
    wordings = placed.moment.wordings
    if len(wordings) > 1:
        for number, earlier, shared in _repeated(tuple([(w.patient, w.shows) for w in wordings])):
            wording, other = wordings[number], wordings[earlier]
            place = placed.wording_key(wording)
            yield WORDINGS["541"].at(place, wording=wording.id, other=other.id, words=shared, moment=placed.name)


def missing_hook(placed: Placed) -> Iterator[Diagnostic]:
    """Words that the responses hang on, and that a wording does not have.

    What is wordless comes after all the others, except a sign of leaving, which comes before them.
    """
    for hook in placed.moment.hooks:
        for wording in placed.moment.wordings:
            late = wording.wordless and LEAVING not in wording.after
            if not late and not any(has_words(text, hook) for text in (wording.patient, *wording.shows)):
                place = placed.wording_key(wording)
                yield WORDINGS["542"].at(place, moment=placed.name, hook=hook, wording=wording.id)


def response_asks_otherwise(placed: Placed) -> Iterator[Diagnostic]:
    """Wordings of one response of which one has a question mark and another has none."""
    for response in placed.moment.responses:
        if response.others:
            first = asks(response.say)
            for wording in response.others:
                if asks(wording.say) is not first:
                    yield _asks_otherwise(placed, response, wording, first)


def says_whether_it_asks(placed: Placed) -> Iterator[Diagnostic]:
    """Moments in which some words end with a question mark, and that do not say whether the patient asks."""
    moment = placed.moment
    if moment.asks is None and _can_ask(moment) and not placed.of_the_first_form:
        asking = next(filter(_asking, _spoken(moment)), None)
        if asking is not None:
            rule = WORDINGS["549" if moment.from_bank else "545"]
            yield rule.at(placed.wording(asking, "patient"), moment=placed.name, wording=asking.id)


def one_asks(placed: Placed) -> Iterator[Diagnostic]:
    """Moments that ask, and of which one wording ends with a question mark and another does not."""
    moment = placed.moment
    if moment.asks and _can_ask(moment):
        spoken = _spoken(moment)
        asking = next(filter(_asking, spoken), None)
        other = next((wording for wording in spoken if not _asking(wording)), None)
        if asking is not None and other is not None:
            later = max(asking, other, key=moment.wordings.index)
            place = placed.wording(later, "patient")
            yield WORDINGS["546"].at(place, moment=placed.name, asking=asking.id, other=other.id)


def _asks_otherwise(placed: Placed, response: Response, wording: ResponseWording, first: bool) -> Diagnostic:
    place = placed.response(response, "wordings", wording.id, "say")
    return WORDINGS["544"].at(
        place, wording=wording.id, response=response.id, difference=(ASKS_NOT if first else ASKS)()
    )


def _can_ask(moment: Moment) -> bool:
    """Whether the trainee answers, and some wording could end with a question mark: most are seen at a glance."""
    return moment.end is None and any(asks(wording.patient) for wording in moment.wordings)


def _asking(wording: Wording) -> bool:
    return ends_asking(wording.patient)


def _spoken(moment: Moment) -> list[Wording]:
    return [wording for wording in moment.wordings if wording.patient]


@lru_cache(maxsize=_REMEMBERED)
def _repeated(texts: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[int, int, str], ...]:
    """Each of some texts (said, shown) that has words of an earlier one, with that one and the first words they share."""
    first: dict[str, int] = {}
    found = []
    for number, (said, shows) in enumerate(texts):
        told = [phrase for text in (said, *shows) for phrase in phrases(text)]
        told += [f"({in_small_words(seen)})" for seen in shows]
        shared = next((phrase for phrase in told if first.get(phrase, number) != number), None)
        if shared is not None:
            found.append((number, first[shared], shared.strip("()")))
        for phrase in told:
            first.setdefault(phrase, number)
    return tuple(found)
