"""The rule by which all numbers on the card of a competency agree with each other: each is a count of turns that are listed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulator.messages.sentences import competencies as say
from simulator.messages.sentences import plan_changes
from simulator.scoring.competency import Competency, CompetencyScore, Counts, SessionScore, Standing

_OTHERWISE = (say.TAGGED_OTHERWISE, say.PASSED_UNTAGGED, say.TAKEN_FOR_OPENING)


def faults(score: SessionScore) -> list[str]:
    """What does not add up on any of the cards of a session."""
    return [f"{one.competency}: {fault}" for one in score.competencies.values() for fault in _faults(one)]


def _faults(found: CompetencyScore) -> Iterator[str]:
    said = {
        message.sentence: {name: value for name, value in message.values if isinstance(value, int)}
        for message in found.why
    }
    numbers = {sentence: values["count"] for sentence, values in said.items() if "count" in values}
    ways = Counter(found.turns.values())
    for_, against, neither = (ways[each] for each in (Counts.FOR, Counts.AGAINST, Counts.CONTEXT))

    def same(what: str, one: object, other: object) -> Iterator[str]:
        if one != other:
            yield f"{what}: {one} is not {other}"

    match found.competency:
        case Competency.NOTICING if say.TAGGED_RIGHT in said:
            assert found.signs is not None
            right, count = said[say.TAGGED_RIGHT]["right"], said[say.TAGGED_RIGHT]["count"]
            yield from same("the head and the rule", (found.signs.seen, found.signs.came), (right, count))
            yield from same("seen, and opening up", found.signs.seen, for_ - numbers.get(say.OPENINGS_SEEN, 0))
            wrong = sum(numbers.get(each, 0) for each in _OTHERWISE)
            yield from same("signs", found.signs.came, right + wrong)
            yield from same("not seen, and false alarms", against, wrong + numbers.get(say.FALSE_ALARMS, 0))
        case Competency.NOTICING if found.standing is Standing.COUNTED:
            assert found.signs is not None
            if found.signs.seen is None:
                yield from same("signs that came", found.signs.came, neither)
        case Competency.LATENCY if found.evidence:
            yield from same("ruptures", numbers[say.TAKEN_UP], len(found.turns))
        case Competency.EXPLORING if say.ASKED in said:
            yield from same("questions", numbers[say.ASKED], len(found.turns))
            yield from same("steps", numbers[say.OPENED], for_)
        case Competency.NON_DEFENSIVENESS if say.DEFENDED in said:
            exits, shown = numbers.get(say.OTHER_EXITS, 0), said.get(say.STAYED_OPEN, {"count": for_, "shown": for_})
            yield from same("slips", said[say.DEFENDED]["slips"], against)
            yield from same("other ways out", exits, neither)
            yield from same("shown", shown["shown"], for_)
            yield from same("all answers", numbers[say.DEFENDED], against + neither + shown["count"])
        case Competency.SECONDARY_RUPTURES if plan_changes.CAME_BACK_TO in said:
            told = said[plan_changes.CAME_BACK_TO]
            yield from same("ruptures", told["count"], len(found.turns))
            yield from same("come back to", told["returned"], for_ + neither)
