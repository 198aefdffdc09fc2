"""The headline: what the session came to; and apart from it what went wrong and what was done with the own part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, family_of, is_rupture
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import headline as say
from simulator.patient.verdicts import Verdict
from simulator.scoring.evidence_words import name_of
from simulator.scoring.reading import after, under_pressure
from simulator.session.transcript import Exchange, Transcript

_CAME_TO: Final[Mapping[Verdict, Sentence]] = {
    Verdict.REPAIRED: say.REPAIRED,
    Verdict.PARTLY: say.PARTLY,
    Verdict.UNRESOLVED: say.UNRESOLVED,
    Verdict.QUIET_DROP_OUT: say.QUIET,
    Verdict.LEFT: say.LEFT,
    Verdict.TRANSFER: say.TRANSFER,
}
_HAPPENED: Final[Mapping[Family, Sentence]] = {
    Family.WITHDRAWAL: say.WITHDREW,
    Family.DEFERENCE: say.DEFERRED,
    Family.CONFRONTATION: say.CONFRONTED,
    Family.MIXED: say.BOTH_AT_ONCE,
}
_OWNED: Final = (say.DENIED, say.CONDITIONAL, say.IN_GENERAL, say.OWNED, say.OWNED)
"""By the quality of owning, 0 to 4."""


def headline(transcript: Transcript) -> Message:
    """What the session came to, in one sentence for the top of the debriefing; it explains nothing."""
    turns, closing = transcript.exchanges, transcript.closing
    if not turns:
        return say.NOTHING_SAID(name=name_of(transcript))
    if not _ruptured(transcript):
        return say.NO_RUPTURE(count=len(turns), name=name_of(transcript))
    if closing is None:
        return say.STILL_OPEN()
    if closing.stopped:
        return say.STOPPED(turn=turns[-1].turn)
    sentence = _CAME_TO[closing.verdict]
    values: dict[str, str | int] = {"name": name_of(transcript), "turn": turns[-1].turn}
    return sentence(**{name: value for name, value in values.items() if name in sentence.names})


def own_part(transcript: Transcript) -> tuple[Message, ...]:
    """What had gone wrong, and what was done with the own part in it; nothing where nothing went wrong."""
    if not _ruptured(transcript):
        return ()
    owned = [x for x in transcript.exchanges if x.move is Move.OWN_CONTRIBUTION and under_pressure(x)]
    if not owned:
        return (*_happened(transcript, transcript.exchanges[-1]), say.NOT_NAMED())
    # Specific ownership counts from the first time on; short of it, the best there was.
    best = max(owned, key=lambda exchange: (min(exchange.quality or 0, 3), -exchange.turn))
    return (*_happened(transcript, best), _OWNED[best.quality or 0](turn=best.turn))


def _ruptured(transcript: Transcript) -> bool:
    return any(under_pressure(exchange) for exchange in transcript.exchanges)


def _happened(transcript: Transcript, until: Exchange) -> tuple[Message, ...]:
    """The kind of rupture that had happened most often by then; the earliest where two are level."""
    families = [family_of(transcript.begin.reaction)] if is_rupture(transcript.begin.reaction) else []
    families += [family_of(after(x)) for x in transcript.exchanges if x.turn < until.turn and x.appraisal.rupture]
    seen: Counter[Family] = Counter(family for family in families if family in _HAPPENED)
    if not seen:
        return ()
    family, count = seen.most_common(1)[0]
    return (_HAPPENED[family](name=name_of(transcript), count=count),)
