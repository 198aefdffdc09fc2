"""Items: the sentences that could be chosen in a session, by the digests under which they count as the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.scenario.document import Scenario
from simulator.scenario.hashes import item_digests
from simulator.session.engine import outcome_of
from simulator.session.events import Chose, Next, SessionEvent, StayedSilent


class Items:
    """The items of a scenario, as it stands in the texts that sessions were played with."""

    def __init__(self, scenario: Scenario) -> None:
        self._digests = item_digests(scenario)

    def digest(self, moment: str, response: str) -> str | None:
        """The digest of a sentence, by the ids of moment and response."""
        return self._digests.get((moment, response))

    def met(self, events: Iterable[SessionEvent]) -> frozenset[str]:
        """The digests of what a session met: every sentence that was on offer, and what was said."""
        return frozenset(self._digests[place] for place in _places(events) if place in self._digests)


def _places(events: Iterable[SessionEvent]) -> Iterator[tuple[str, str]]:
    """Each moment of a course with each response that was met there."""
    moment = ""
    for event in events:
        if isinstance(event, Chose | StayedSilent):
            yield from ((moment, response) for response, _ in event.offered)
        if isinstance(event, Chose):
            # The first edition did not log what else was on offer.
            yield moment, event.response
        outcome = outcome_of(event)
        if outcome is not None:
            moment = outcome.then.moment if isinstance(outcome.then, Next) else ""
