"""Since when the page for a group counts: its last meeting, some weeks ago, or everything."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from simulator.messages.message import Day, Message
from simulator.messages.sentences import this_group as say

EVERYTHING: Final = 0
_WEEKS: Final = (1, 2, 4, 8, 12)


class Period(NamedTuple):
    """What was taken in after a moment (UTC ms; 0: everything), and what that is called."""

    since_ms: int
    called: Message


def periods(meeting_ms: int, today: date) -> tuple[Period, ...]:
    """What can be chosen, the usual one first: since the last meeting if there was one, else everything."""
    everything = Period(EVERYTHING, say.EVERYTHING())
    weeks = tuple(_weeks_ago(count, today) for count in _WEEKS)
    if not meeting_ms:
        return (everything, *weeks)
    return (Period(meeting_ms, say.SINCE_MEETING(day=day_of(meeting_ms))), *weeks, everything)


def day_of(at_ms: int) -> Day:
    """The day of a moment, where this machine is."""
    return Day(datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().date().isoformat())


def counted(told: Message, since_ms: int, meeting_ms: int) -> Message:
    """A sentence that counts, with since when it does: a meeting was at an hour of its day, and not at its beginning."""
    if since_ms == EVERYTHING:
        return say.COUNTED_ALL(told=told)
    day = day_of(since_ms)
    return say.COUNTED_SINCE(told=told, when=say.SINCE_MEETING(day=day) if since_ms == meeting_ms else day)


def _weeks_ago(count: int, today: date) -> Period:
    day = today - timedelta(weeks=count)
    begins = datetime.combine(day, time()).astimezone()
    called = say.SINCE_WEEKS(count=count, day=Day(day.isoformat()))
    return Period(int(begins.timestamp() * 1000), called)
