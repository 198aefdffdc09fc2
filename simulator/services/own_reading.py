"""How a trainee reads a conversation before its debriefing is shown: three answers, each of which may be left out; private."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from simulator.alliance.codes import Code
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import own_reading as say
from simulator.services.remark_chains import add_to_chain, last_in_chain
from simulator.session.remarks import RemarkKind

if TYPE_CHECKING:
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import RemarkId
    from simulator.session.store import SessionStore

LONGEST: Final = 1_000
"""Characters that a trainee's own words can have."""


class Pull(Code):
    """What somebody feels pulled to do across from a patient."""

    RESCUE = "rescue"
    EXPLAIN = "explain"
    PLEASE = "please"
    CORRECT = "correct"
    GET_AWAY = "get-away"


PULLS: Final[Mapping[Pull, Sentence]] = MappingProxyType(
    {
        Pull.RESCUE: say.RESCUE,
        Pull.EXPLAIN: say.EXPLAIN,
        Pull.PLEASE: say.PLEASE,
        Pull.CORRECT: say.CORRECT,
        Pull.GET_AWAY: say.GET_AWAY,
    }
)
"""What each pull is called."""


@dataclass(frozen=True, slots=True)
class OwnReading:
    """The turn in which the two lost each other, the one that helped most, and the pull there, named or in own words."""

    lost: int | None = None
    helped: int | None = None
    pull: Pull | None = None
    words: str = ""

    @property
    def empty(self) -> bool:
        """Whether every question was left out."""
        return self == OwnReading()


def own_reading(store: SessionStore, person: PersonId, session: SessionId) -> OwnReading | None:
    """The reading as it was kept; ``None`` where there is none."""
    found = last_in_chain(store, person, session, RemarkKind.OWN_READING)
    return read_back(found.values) if found else None


def read_back(values: Mapping[str, object]) -> OwnReading:
    """The reading in the values of a remark; what a newer program wrote otherwise is passed over."""
    pull, words = values.get("pull"), values.get("words")
    return OwnReading(
        _turn(values.get("lost")),
        _turn(values.get("helped")),
        Pull(pull) if isinstance(pull, str) and pull in list(Pull) else None,
        words if isinstance(words, str) else "",
    )


def keep_own_reading(
    store: SessionStore,
    person: PersonId,
    session: SessionId,
    reading: OwnReading,
    *,
    id_: RemarkId,
    now_ms: int,
) -> None:
    """Keep a reading; one in which every question was left out is none."""
    if reading.empty:
        return
    pull = None if reading.pull is None else reading.pull.value
    values = {"lost": reading.lost, "helped": reading.helped, "pull": pull, "words": reading.words.strip()[:LONGEST]}
    add_to_chain(store, person, session, RemarkKind.OWN_READING, values, id_=id_, now_ms=now_ms)


def pull_in_words(reading: OwnReading) -> Message | None:
    """The pull, named, in own words, or both; ``None`` where that was left out."""
    named = None if reading.pull is None else PULLS[reading.pull]()
    if not reading.words:
        return named
    return say.WORDS(words=reading.words) if named is None else say.PULL_AND_WORDS(pull=named, words=reading.words)


def reading_in_words(reading: OwnReading) -> tuple[Message, ...]:
    """The whole reading as sentences, for an export."""
    pull = pull_in_words(reading)
    told = (
        None if reading.lost is None else say.REMARK_LOST(turn=reading.lost),
        None if reading.helped is None else say.REMARK_HELPED(turn=reading.helped),
        None if pull is None else say.REMARK_PULL(pull=pull),
    )
    return tuple(message for message in told if message is not None)


def _turn(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
