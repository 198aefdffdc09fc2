"""What a trainee notes for themselves before an answer: the own pull, own words, how sure they are. Private, never scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from simulator.services.own_reading import Pull
from simulator.services.remark_chains import add_to_chain, last_in_chain
from simulator.session.events import answer_steps
from simulator.session.remarks import AboutSession, Remark, RemarkId, RemarkKind

if TYPE_CHECKING:
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.store import SessionStore

LONGEST_WORDS: Final = 1_000
SURE_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted before one answer; ``sure`` goes from 1, not at all, to 4, very."""

    pull: Pull | None = None
    words: str = ""
    sure: int | None = None

    def __bool__(self) -> bool:
        """Whether anything was noted."""
        return self != Noted()


def keep_noted(
    store: SessionStore,
    person: PersonId,
    session: SessionId,
    noted: Noted,
    *,
    step: int,
    new_id: Callable[[], str],
    now_ms: int,
) -> None:
    """Keep what was noted before the answer that will be this step; what is kept already is not kept twice."""
    for kind, values in _remarks(noted):
        kept = last_in_chain(store, person, session, kind, step)
        if kept is None or dict(kept.values) != values:
            id_ = RemarkId(new_id())
            add_to_chain(store, person, session, kind, values, id_=id_, now_ms=now_ms, step=step)


def noted_before(store: SessionStore, person: PersonId, session: SessionId) -> tuple[tuple[int, Noted], ...]:
    """What was noted before the answers of a session, by the turns in which they were given."""
    steps: dict[int, Noted] = {}
    for remark in store.remarks(session, person):
        step = remark.about.step if isinstance(remark.about, AboutSession) else None
        if step is not None and remark.person == person:
            steps[step] = _with(steps.get(step, Noted()), remark)
    if not steps:
        return ()
    turns = {step: turn for turn, step in enumerate(answer_steps(store.load(session).events), 1)}
    return tuple((turns[step], steps[step]) for step in sorted(steps) if step in turns and steps[step])


def _remarks(noted: Noted) -> Iterator[tuple[RemarkKind, dict[str, object]]]:
    if noted.pull is not None:
        yield RemarkKind.OWN_PULL, {"pull": str(noted.pull)}
    if noted.words.strip():
        yield RemarkKind.OWN_WORDS, {"text": noted.words.strip()[:LONGEST_WORDS]}
    if noted.sure is not None:
        yield RemarkKind.CONFIDENCE, {"sure": noted.sure}


def _with(noted: Noted, remark: Remark) -> Noted:
    """What was noted, with one remark more; what a newer program wrote in another way is passed over."""
    match remark.kind, remark.values:
        case RemarkKind.OWN_PULL, {"pull": str(pull)} if pull in list(Pull):
            return replace(noted, pull=Pull(pull))
        case RemarkKind.OWN_WORDS, {"text": str(words)}:
            return replace(noted, words=words)
        case RemarkKind.CONFIDENCE, {"sure": int(sure)} if 1 <= sure <= SURE_STEPS:
            return replace(noted, sure=sure)
        case _:
            return noted
