"""The one thing to practise: taken along from a conversation, shown before the next, asked about after it. Private."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.alliance.codes import Code
from simulator.services.remark_chains import add_to_chain, last_in_chain
from simulator.session.remarks import AboutSession, RemarkKind

if TYPE_CHECKING:
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import Remark, RemarkId
    from simulator.session.store import SessionStore

LONGEST_GOAL: Final = 300
LONGEST_ANSWER: Final = 2_000


class Came(Code):
    """Whether the moment to practise something came, as the trainee saw it."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing to practise, and the conversation from which it was taken along."""

    id: RemarkId
    session: SessionId
    text: str


@dataclass(frozen=True, slots=True)
class GoalMet:
    """What somebody told after the next conversation: whether the moment came, and what they said."""

    goal: str
    came: Came
    said: str


@dataclass(frozen=True, slots=True)
class GoalsAt:
    """What can be said at the end of a conversation.

    ``taken`` is what was taken along from it, ``met`` what was told after it of what had been to practise in it, and
    ``standing`` what stands from another one, not asked about yet.
    """

    taken: Goal | None
    met: GoalMet | None
    standing: Goal | None


def goals_at(store: SessionStore, person: PersonId, session: SessionId) -> GoalsAt:
    """What the end of a conversation says of things to practise."""
    standing = standing_goal(store, person)
    elsewhere = standing if standing is not None and standing.session != session else None
    return GoalsAt(goal_of(store, person, session), told_of_goal(store, person, session), elsewhere)


def goal_of(store: SessionStore, person: PersonId, session: SessionId) -> Goal | None:
    """What was taken along from a conversation; empty where it was dropped again, ``None`` where nothing ever was."""
    found = last_in_chain(store, person, session, RemarkKind.TO_PRACTISE)
    return None if found is None else _goal(found, session)


def keep_goal(
    store: SessionStore, person: PersonId, session: SessionId, text: str, *, proposed: bool, id_: RemarkId, now_ms: int
) -> None:
    """Take a sentence along from a conversation, in place of the one before; the same again changes nothing.

    ``proposed`` tells that it stands as the program proposed it.
    """
    words = " ".join(text.split())[:LONGEST_GOAL]
    before = goal_of(store, person, session)
    if words == (before.text if before else ""):
        return
    values = {"text": words, "proposed": proposed}
    add_to_chain(store, person, session, RemarkKind.TO_PRACTISE, values, id_=id_, now_ms=now_ms)


def standing_goal(store: SessionStore, person: PersonId) -> Goal | None:
    """What somebody wants to practise now: taken along last, and not asked about since."""
    newest, asked = None, set[str]()
    for remark in store.remarks_by(person):
        if remark.kind == RemarkKind.TO_PRACTISE:
            newest = remark
        elif remark.kind == RemarkKind.PRACTISED:
            asked.add(str(remark.answers))
    if newest is None or newest.id in asked or not isinstance(newest.about, AboutSession):
        return None
    goal = _goal(newest, newest.about.session)
    return goal if goal.text else None


def tell_of_goal(
    store: SessionStore,
    person: PersonId,
    session: SessionId,
    goal: Goal,
    came: Came,
    said: str,
    *,
    id_: RemarkId,
    now_ms: int,
) -> None:
    """Keep whether the moment came in a conversation, and what was said then; the goal was met with, and stands no more."""
    values = {"goal": goal.text, "came": str(came), "said": said.strip()[:LONGEST_ANSWER]}
    add_to_chain(store, person, session, RemarkKind.PRACTISED, values, id_=id_, now_ms=now_ms, answers=goal.id)


def told_of_goal(store: SessionStore, person: PersonId, session: SessionId) -> GoalMet | None:
    """What somebody told after a conversation of what they had wanted to practise in it."""
    found = last_in_chain(store, person, session, RemarkKind.PRACTISED)
    if found is None:
        return None
    values = found.values
    came = next((each for each in Came if each == values.get("came")), Came.UNSURE)
    return GoalMet(str(values.get("goal", "")), came, str(values.get("said", "")))


def _goal(remark: Remark, session: SessionId) -> Goal:
    return Goal(remark.id, session, str(remark.values.get("text", "")))
