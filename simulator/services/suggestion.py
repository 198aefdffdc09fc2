"""What to practise next, and why: a suggestion from what was played, which gives nothing away that was not met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from simulator.messages.sentences import choosing as say
from simulator.patient.verdicts import Verdict

if TYPE_CHECKING:
    from simulator.messages.message import Message
    from simulator.services.practice import ShelfItem

_FOUND_AGAIN: Final = frozenset({str(Verdict.REPAIRED), str(Verdict.TRANSFER)})
_HARDEST: Final = 3
_OFTEN: Final = 3
"""Who has sat with somebody so often is not sent there again at once."""


class Suggestion(NamedTuple):
    """A scenario, and why it comes next."""

    item: ShelfItem
    why: Message


def suggested(items: Sequence[ShelfItem]) -> Suggestion | None:
    """What comes next: what was left open, what did not go well last time, who was not met, a harder level, the oldest."""
    playable = [item for item in items if not item.card.problems and item.progress is not None]
    if not playable:
        return None
    for item in playable:
        if item.progress is not None and item.progress.unfinished:
            return Suggestion(item, say.LEFT_OPEN())
    met = [item for item in playable if item.met]
    return _once_more(met) or _not_met(playable, met) or _harder(met) or _longest_ago(met)


def _once_more(met: Sequence[ShelfItem]) -> Suggestion | None:
    newest = max(met, key=_at, default=None)
    if newest is None or newest.progress is None or newest.progress.last is None:
        return None
    if newest.progress.last.verdict in _FOUND_AGAIN or newest.progress.ended >= _OFTEN:
        return None
    return Suggestion(newest, say.ONCE_MORE(name=_name(newest)))


def _not_met(playable: Sequence[ShelfItem], met: Sequence[ShelfItem]) -> Suggestion | None:
    """The easiest of those not met; of equals, without a word of it, one with another kind of rupture than before."""
    known = {family for item in met for family in item.card.families}
    unmet = [item for item in playable if not item.met]
    if not unmet:
        return None
    item = min(unmet, key=lambda one: (one.card.difficulty, bool(known & set(one.card.families[:1])), one.minutes))
    if not met:
        return Suggestion(item, say.A_BEGINNING(minutes=item.minutes))
    return Suggestion(item, say.NOT_MET(name=_name(item), title=item.card.title))


def _harder(met: Sequence[ShelfItem]) -> Suggestion | None:
    """The next level, where the lowest one was the last to go well."""
    found = [
        (last.level, _at(item), item)
        for item in met
        if item.progress is not None
        and (last := item.progress.last) is not None
        and last.verdict in _FOUND_AGAIN
        and last.level < _HARDEST
    ]
    if not found:
        return None
    level, _, item = min(found, key=lambda one: one[:2])
    return Suggestion(item, say.HARDER(name=_name(item), level=level, next=level + 1))


def _longest_ago(met: Sequence[ShelfItem]) -> Suggestion | None:
    oldest = min(met, key=_at, default=None)
    return None if oldest is None else Suggestion(oldest, say.LONGEST_AGO(name=_name(oldest)))


def _at(item: ShelfItem) -> int:
    last = item.progress.last if item.progress is not None else None
    return last.at_ms if last is not None else 0


def _name(item: ShelfItem) -> str:
    return item.card.patient_name.split(" ")[0]
