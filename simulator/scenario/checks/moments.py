"""Checks of single moments: enough responses, markers that suit, a part to own, endings that fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.alliance.markers import MARKERS, Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, ReactionState
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import fault_reasons as why
from simulator.scenario.checks.naming import too_few
from simulator.scenario.checks.paths import states_of
from simulator.scenario.checks.story import HARDEST, Moments, Story, family_in, strained
from simulator.scenario.checks.text_comparison import bare, same_words
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Ending, Moment, Wording
from simulator.scenario.key_tables import FEWEST_RESPONSES
from simulator.scenario.span import Span
from simulator.scenario.to_write import is_to_write

_LEAST_OWNED: Final = 2
_COMPARED_LETTERS: Final = 24
_HIDDEN_DISSATISFACTION: Final = (Marker.SPLIT, Family.DEFERENCE)
_GONE: Final = {ReactionState.LEFT: Ending.LEFT, ReactionState.TRANSFER: Ending.TRANSFER}
_UNSTRAINED: Final = frozenset({Family.ENGAGED, Family.REPAIR, Family.END})


def too_few_responses(story: Moments) -> Iterator[Diagnostic]:
    """Moments with fewer than three responses."""
    for moment in story.asking:
        if len(moment.responses) < FEWEST_RESPONSES:
            count = too_few(len(moment.responses))
            yield STORY["505"].at(story.moment_key(moment), moment=moment.id, count=count)


def same_response_twice(story: Moments) -> Iterator[Diagnostic]:
    """Responses of one moment that differ in nothing but spelling."""
    for moment in story.asking:
        written = [response for response in moment.responses if not is_to_write(response.say)]
        starts = {response.say[:_COMPARED_LETTERS].casefold() for response in written}
        if len(starts) == len(written):
            continue
        first_to_say: dict[str, str] = {}
        for response in written:
            other = first_to_say.setdefault(bare(response.say), response.id)
            if other != response.id:
                place = story.response_value(moment, response, "say")
                yield STORY["507"].at(place, response=response.id, other=other)


def nothing_to_own(story: Moments) -> Iterator[Diagnostic]:
    """Ruptures in which the trainee cannot own a part, not even in general words."""
    for moment in story.asking:
        if strained(moment) and not any(
            r.move is Move.OWN_CONTRIBUTION and (r.quality or 0) >= _LEAST_OWNED for r in moment.responses
        ):
            yield STORY["508"].at(story.moment_key(moment), moment=moment.id, reaction=moment.reaction)


def thought_repeats_words(story: Moments) -> Iterator[Diagnostic]:
    """Moments in which the patient thinks exactly what was said aloud."""
    for moment in story.moments:
        for wording in moment.wordings:
            if is_to_write(wording.thinks):
                continue
            if wording.thinks and wording.patient and same_words(wording.thinks, wording.patient):
                yield STORY["526"].at(story.wording_value(moment, wording, "thinks"), moment=moment.id)


def still_to_write(story: Story) -> Iterator[Diagnostic]:
    """Texts of which there is nothing but the place where they will stand: told once for the file, at the first of them."""
    in_moments = (place for moment in story.moments for place in _places_to_write(story, moment))
    places = [*_told_before_the_moments(story), *in_moments]
    if places:
        yield STORY["533"].at(min(places), count=len(places))


def _told_before_the_moments(story: Story) -> Iterator[Span]:
    """Where something is still to be written of the scenario as a whole."""
    of_it, spans = story.scenario, story.spans
    for key, told in (("title", of_it.title), ("about", of_it.about), ("skill", of_it.skill)):
        if is_to_write(told):
            yield spans.value(key)
    yield from (spans.value("objectives", n) for n, told in enumerate(of_it.objectives) if is_to_write(told))


def _places_to_write(story: Moments, moment: Moment) -> Iterator[Span]:
    """Where something is still to be written in a moment, in the order in which it is told."""
    for wording in moment.wordings:
        texts = (("patient", (wording.patient,)), ("shows", wording.shows), ("thinks", (wording.thinks,)))
        yield from (
            story.wording_value(moment, wording, key) for key, told in texts for one in told if is_to_write(one)
        )
    if is_to_write(moment.afterwards):
        yield story.moment_value(moment, "afterwards")
    for response in moment.responses:
        texts_of = (("say", response.in_source), ("debrief", response.debrief), ("because", response.because))
        yield from (story.response_value(moment, response, key) for key, told in texts_of if is_to_write(told))


def gone_but_asked(story: Moments) -> Iterator[Diagnostic]:
    """Moments in which the patient has gone, but the session goes on."""
    for moment in story.asking:
        if family_in(moment) is Family.END:
            end = _GONE[states_of(moment.reaction)[0]]
            place = story.moment_value(moment, "reaction")
            yield STORY["516"].at(place, moment=moment.id, reaction=moment.reaction, end=end)


def ending_does_not_suit(story: Moments) -> Iterator[Diagnostic]:
    """Endings that claim another outcome than the patient's reaction shows."""
    for moment in story.moments:
        if moment.end is not None and not _suits(moment, moment.end):
            place = story.moment_value(moment, "end")
            advice = _ENDING_ADVICE[moment.end]()
            yield STORY["515"].at(place, moment=moment.id, end=moment.end, reaction=moment.reaction, advice=advice)


def wished_without_a_wish(story: Story) -> Iterator[Diagnostic]:
    """Transfers that repeat a wish which is said in no moment."""
    if not any(moment.wish for moment in story.moments):
        for moment in story.moments:
            if moment.wished:
                yield STORY["531"].at(story.spans.key("moments", moment.id, "wished"), moment=moment.id)


def marker_does_not_suit(story: Moments) -> Iterator[Diagnostic]:
    """Markers of another family than the moment's reaction."""
    for moment in story.moments:
        family = family_in(moment)
        for wording, marker in _markers(moment):
            if not _shows(marker, moment, family):
                place = story.wording_value(moment, wording, "marker")
                advice = _marker_advice(family)
                own = MARKERS[marker].family
                yield STORY["518"].at(
                    place, marker=marker, family=own, moment=moment.id, reaction=moment.reaction, advice=advice
                )


def masked_without_marker(story: Moments) -> Iterator[Diagnostic]:
    """Moments that are masked and show nothing that could be missed."""
    for moment in story.moments:
        for wording in moment.wordings:
            if wording.masked and not wording.markers:
                yield STORY["519"].at(story.wording_key(moment, wording, "masked"), moment=moment.id)
                break


def nothing_masked(story: Story) -> Iterator[Diagnostic]:
    """Scenarios of the highest difficulty whose markers are all easy to see."""
    if story.scenario.difficulty >= HARDEST and not any(
        w.masked and (not w.levels or HARDEST in w.levels) for m in story.moments for w in m.wordings
    ):
        yield STORY["520"].at(story.spans.value("difficulty"))


def _markers(moment: Moment) -> Iterator[tuple[Wording, Marker]]:
    """Every marker of a moment once, with the first wording that shows it."""
    seen: set[Marker] = set()
    for wording in moment.wordings:
        for marker in wording.markers:
            if marker not in seen:
                seen.add(marker)
                yield wording, marker


_ENDING_ADVICE: Final[Mapping[Ending, Sentence]] = {
    Ending.REPAIRED: why.REPAIR_IS_REACHED,
    Ending.PARTLY: why.STILL_OPEN,
    Ending.UNRESOLVED: why.ENDING_OF_REACTION,
    Ending.LEFT: why.DOES_NOT_LEAVE,
    Ending.TRANSFER: why.TRANSFER_REACTION,
}


def _suits(moment: Moment, end: Ending) -> bool:
    reaction = moment.reaction
    match end:
        case Ending.REPAIRED:
            return reaction is ReactionState.REPAIRED
        case Ending.PARTLY:
            return family_in(moment) in (Family.REPAIR, Family.ENGAGED)
        case Ending.UNRESOLVED:
            return reaction is not ReactionState.REPAIRED and family_in(moment) is not Family.END
        case Ending.LEFT:
            return family_in(moment) in RUPTURE_FAMILIES or reaction in (ReactionState.LEFT, Family.END)
        case Ending.TRANSFER:
            return reaction in (ReactionState.TRANSFER, Family.END)


def _shows(marker: Marker, moment: Moment, family: Family) -> bool:
    """Whether a marker can stand in a moment: hedged repair stages and mixed ruptures may show any."""
    if family in RUPTURE_FAMILIES and family is not Family.MIXED:
        return MARKERS[marker].family is family or (marker, family) == _HIDDEN_DISSATISFACTION
    return family is Family.MIXED or (family is Family.REPAIR and moment.reaction is not ReactionState.REPAIRED)


def _marker_advice(family: Family) -> Message:
    if family in _UNSTRAINED:
        return why.REMOVE_MARKER()
    fitting = ", ".join(marker for marker, entry in MARKERS.items() if entry.family is family)
    return why.FITTING_MARKERS(markers=fitting)
