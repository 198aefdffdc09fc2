"""Which sessions of a person tell how well they choose: the first with each scenario, before anything of it was known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.session.events import Started
from simulator.session.vocabulary import Mode


def first_meetings(begun: Iterable[Started]) -> Iterator[Started]:
    """The first meetings among one person's sessions, which are given in the order in which they began.

    A first meeting is a person's first session with a scenario, with little help: not in Learn, not as a fork, and not
    where the person had met anything of the scenario before (a session, a debriefing, the proof page, a replay in a
    group). Whatever was begun first, the others with that scenario are none any more, at whatever level. Raises
    ``ValueError`` where the sessions are of several people.
    """
    person, met = None, set[str]()
    for started in begun:
        if person not in (None, started.trainee):
            raise ValueError("First meetings are told for one person at a time.")
        person = started.trainee
        known = started.scenario in met or bool(started.met) or started.origin is not None
        if not known and started.mode is not Mode.LEARN:
            yield started
        met.add(started.scenario)
