"""What sentences were worth, in sentences: for the top of the debriefing, its chart and its exchanges."""

from __future__ import annotations

from typing import Final

from simulator.analysis.regret import LABELS, NOISE, DecisionValue, Judgement, SessionValue

WORKING: Final = "Working out what was still possible …"
UNKNOWN: Final = "What was still possible could not be worked out."
BOUNDS: Final = (
    "This scenario is too large to be worked out completely. The values are bounds, and no sentence is judged by them."
)
NO_WORTH: Final = f"{UNKNOWN} So there is no share of it and no sentence is judged; all the rest holds without it."
SILENCE: Final = "Stay with the silence."


def judged(decision: DecisionValue) -> str:
    """What a decision was and what it gave away: “missed opportunity, 12 of 90 points lost, the repair 2 turns further away”."""
    if decision.judgement is None:
        return f"at least {_points(decision.after_chosen)} still attainable after it"
    label = LABELS[decision.judgement].lower()
    if not decision.gave_away:
        return f"{label}, {_points(decision.after_chosen)} still attainable"
    lost = f"{decision.cost} of {_points(decision.before)} lost" if decision.cost > NOISE else ""
    further = f"the repair {_turns(decision.detour)} further away" if decision.detour else ""
    return ", ".join(part for part in (label, lost, further) if part)


def still_open(decision: DecisionValue) -> str:
    """How far away a repair was after a decision."""
    if decision.turns_to_repair is None:
        closed_off = decision.judgement is Judgement.CLOSED_OFF
        return (
            "After it no repair was within reach any more." if closed_off else "No repair was within reach from here."
        )
    if decision.turns_to_whole is None:
        if not decision.turns_to_repair:
            return "With it the session ended partly repaired."
        return f"After it only a partial repair was left, {_turns(decision.turns_to_repair)} away."
    if not decision.turns_to_whole:
        return "With it the session came to a good end."
    return f"After it the shortest whole repair was {_turns(decision.turns_to_whole)} away."


def capitalised(words: str) -> str:
    """Words as the beginning of a sentence."""
    return f"{words[:1].upper()}{words[1:]}"


def figure(worth: SessionValue) -> str:
    """The headline figure: the share of what was attainable; none while the session goes on."""
    if worth.share is None:
        return ""
    return f"{worth.share} %" if worth.exact else f"At most {worth.share} %"


def share_in_words(worth: SessionValue) -> str:
    """What the figure is a share of."""
    if worth.reached is None:
        return f"The session goes on; {_points(worth.attainable)} of repair value are attainable."
    attainable = str(worth.attainable) if worth.exact else f"at least {max(worth.attainable, worth.reached)}"
    return (
        f"of what was attainable: {worth.reached} of {attainable} points of repair value "
        "(how it ended, the felt alliance, what you owned, how far you came)."
    )


def where_it_turned(worth: SessionValue) -> str:
    """The sentence that cost most, in words; where none did, what else became of the attainable."""
    if not worth.exact:
        return BOUNDS
    turn = worth.turning_point
    if worth.stopping > (turn.cost if turn else 0):
        return f"Stopping there gave away {_points(worth.stopping)} that were still attainable."
    if turn is not None:
        lost = sum(decision.detour for decision in worth.decisions if decision.turn < turn.turn)
        before = f" Before that, {_turns(lost)} had been lost on the way." if lost > 1 else ""
        return f"It turned at turn {turn.turn}: {judged(turn)}.{before}"
    if not any(decision.gave_away for decision in worth.decisions):
        return "Every sentence kept the best repair within reach."
    return "No single sentence gave much away."


def _turns(count: int) -> str:
    return "one turn" if count == 1 else f"{count} turns"


def _points(count: int) -> str:
    return f"{count} point" if count == 1 else f"{count} points"
