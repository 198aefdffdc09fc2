"""What sessions came to in today's opinion: worked out behind, kept beside the facts, and made anew when an opinion changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.analysis.fingerprint import PRICING
from simulator.scoring.rubric import RUBRIC
from simulator.session.edition import RULES
from simulator.session.errors import ServiceError
from simulator.session.store import MeasureKey, Measures

if TYPE_CHECKING:
    from simulator.analysis.session_value import SessionValue
    from simulator.services.examine import Examiner, PinnedScenarios
    from simulator.services.stored_sessions import Reopened
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.store import SessionStore
    from simulator.session.transcript import Transcript

TODAY: Final = MeasureKey(RUBRIC, f"{RULES}-{PRICING}")
"""By which opinion sessions are measured today: the rubric, and the rules with the prices that are worked out by them."""


_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """The next session without measures, its head, and how many there are; ``session`` is ``None`` where it is damaged."""

    left: int
    id: SessionId | None = None
    head: str = ""
    session: Reopened | None = None


def next_unmeasured(
    store: SessionStore, person: PersonId, passed: frozenset[SessionId], pinned: PinnedScenarios | None = None
) -> Unmeasured:
    """A person's newest session without measures of today, opened for measuring; ``passed`` could not be measured.

    ``pinned`` remembers the scenarios that were read. Called on the store's thread.
    """
    from simulator.services.stored_sessions import as_shown, scenario_of

    missing = [id_ for id_ in store.unmeasured(TODAY, person, _MOST) if id_ not in passed]
    if not missing:
        return Unmeasured(0)
    try:
        stored = store.load(missing[0])
        found = as_shown(stored, scenario_of(stored, pinned))
    except ServiceError:
        return Unmeasured(len(missing), missing[0])
    return Unmeasured(len(missing), missing[0], stored.header.head, found)


def measured(found: Reopened, examiner: Examiner) -> Measures:
    """The measures of a session; takes seconds where its scenario was not solved before. Touches no store."""
    if found.transcript is None:
        return Measures()
    worth = None
    if found.priced is not None:
        try:
            worth = examiner.worth(found.priced.session)
        except ServiceError:
            worth = None
    return measures(found.transcript, worth)


def measures(transcript: Transcript, worth: SessionValue | None) -> Measures:
    """The scores of a transcript, and its share and prices where they could be worked out exactly."""
    # Late: the library opens without the competencies.
    from simulator.scoring import score

    competencies = score(transcript).competencies
    scores = {str(name): found.score for name, found in competencies.items()}
    standings = {str(name): str(found.standing) for name, found in competencies.items()}
    if worth is None or not worth.exact:
        return Measures(None, scores, standings=standings)
    return Measures(worth.share, scores, {decision.turn: decision.price for decision in worth.decisions}, standings)
