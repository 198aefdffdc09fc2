"""Which wordings of a moment can be counted on, whatever was said before, and which are for leaving only."""

from __future__ import annotations

from simulator.scenario.document import LEAVING, Moment, Returns, Wording


def at_level(moment: Moment, level: int) -> tuple[Wording, ...]:
    """The wordings among which the words of a moment are chosen at a level."""
    return tuple(w for w in moment.wordings if not w.levels or level in w.levels) or moment.wordings


def for_any_occasion(moment: Moment, level: int) -> tuple[Wording, ...]:
    """The wordings that can be counted on, one a visit: those that presuppose nothing and are not wordless.

    Where a moment comes back only in wordings with ``again``, one of the others is told, the first time.
    """
    found = [w for w in at_level(moment, level) if not w.after and not w.wordless]
    if moment.returns is Returns.TOLD:
        return (*[w for w in found if not w.again][:1], *[w for w in found if w.again])
    return tuple(found)


def says_leaving(wording: Wording) -> bool:
    """Whether a wording is a sign of leaving, by what it presupposes or by an opening."""
    return any(after == LEAVING for after in (*wording.after, *(after for after, _ in wording.opens)))
