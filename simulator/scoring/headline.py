"""The headline: one sentence that says what the session came to, and what was done with the own part."""

from __future__ import annotations

from collections import Counter
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, family_of, is_rupture
from simulator.patient.verdicts import Verdict
from simulator.scoring.evidence_words import HAD_DONE, counted, name_of, times
from simulator.scoring.reading import after, under_pressure
from simulator.session.transcript import Exchange, Transcript

_SAID: Final = {
    Verdict.REPAIRED: "Repaired",
    Verdict.PARTLY: "Partly repaired",
    Verdict.UNRESOLVED: "Not resolved by the end of the hour",
    Verdict.QUIET_DROP_OUT: "{name} said a friendly goodbye and cancelled the next session",
    Verdict.LEFT: "{name} left at turn {turn}",
    Verdict.TRANSFER: "Parted with an agreed transfer",
}
_OWNED: Final = (
    "your part in it was denied at turn {turn}",
    "your apology at turn {turn} stayed conditional",
    "you owned your part in general terms at turn {turn}",
    "you owned your part at turn {turn}",
    "you owned your part at turn {turn}",
)


def headline(transcript: Transcript) -> str:
    """One sentence for the top of the debriefing."""
    turns = transcript.exchanges
    if not turns:
        return f"Nothing was said to {name_of(transcript)} yet."
    if not any(under_pressure(exchange) for exchange in turns):
        return f"No rupture came up in {counted(len(turns), 'turn', 'turns')} with {name_of(transcript)}."
    return f"{_came_to(transcript)}: {_own_part(transcript)}."


def _came_to(transcript: Transcript) -> str:
    last = transcript.exchanges[-1].turn
    closing = transcript.closing
    if closing is None:
        return "Still open"
    if closing.stopped:
        return f"You stopped after turn {last}"
    return _SAID[closing.verdict].format(name=name_of(transcript), turn=last)


def _own_part(transcript: Transcript) -> str:
    owned = [x for x in transcript.exchanges if x.move is Move.OWN_CONTRIBUTION and under_pressure(x)]
    if not owned:
        return f"your part in it was not named{_after(transcript, transcript.exchanges[-1], ', although ')}"
    # Specific ownership counts from the first time on; short of it, the best there was.
    best = max(owned, key=lambda exchange: (min(exchange.quality or 0, 3), -exchange.turn))
    said = _OWNED[best.quality or 0].format(turn=best.turn)
    return f"{said}{_after(transcript, best, ', after ')}"


def _after(transcript: Transcript, until: Exchange, joint: str) -> str:
    """The kind of rupture that had happened most often by then, as a clause; the earliest where two are level."""
    families = [family_of(transcript.begin.reaction)] if is_rupture(transcript.begin.reaction) else []
    families += [family_of(after(x)) for x in transcript.exchanges if x.turn < until.turn and x.appraisal.rupture]
    seen: Counter[Family] = Counter(family for family in families if family in HAD_DONE)
    if not seen:
        return ""
    family, count = seen.most_common(1)[0]
    often = f" {times(count)}" if count > 1 else ""
    return f"{joint}{name_of(transcript)} {HAD_DONE[family]}{often}"
