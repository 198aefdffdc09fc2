"""One thing to practise goes along from one conversation to the next, and is the trainee's alone."""

from __future__ import annotations

import pytest

from simulator.messages.message import Sentence
from simulator.messages.sentences import practice_goal as say
from simulator.scoring import score
from simulator.services.goal_proposal import propose
from simulator.services.practice_goal import LONGEST_GOAL, Came, Goal, GoalMet
from simulator.session.actions import StaySilent, Stop
from simulator.session.ids import SessionId
from simulator.session.remarks import RemarkKind
from tests.services.desks import KIM, ROBIN, Desk
from tests.ui.looking_back import UPS_AND_DOWNS, WORST, session_of, worth_of


def talked(desk: Desk) -> SessionId:
    return desk.act(desk.begin(), StaySilent(), Stop()).id


def keep(desk: Desk, session: SessionId, words: str, *, proposed: bool = False) -> None:
    desk.practice.keep_goal(desk.store, session, words, proposed=proposed)


def standing(desk: Desk) -> Goal:
    found = desk.practice.standing_goal(desk.store)
    assert found is not None
    return found


def test_what_is_taken_along_stands_until_it_was_asked_about(desk: Desk) -> None:
    first, second = talked(desk), talked(desk)
    assert desk.practice.standing_goal(desk.store) is None
    keep(desk, first, "  I wait\n for the answer. ")
    goal = standing(desk)
    assert (goal.text, goal.session) == ("I wait for the answer.", first)
    desk.practice.tell_of_goal(desk.store, second, goal, Came.YES, " I waited. ")
    assert desk.practice.standing_goal(desk.store) is None
    there = desk.practice.goals_at(desk.store, second)
    assert there.met == GoalMet("I wait for the answer.", Came.YES, "I waited.")
    answer = desk.store.remarks(second, KIM.id)[-1]
    assert (answer.kind, answer.answers) == (RemarkKind.PRACTISED, goal.id)


def test_the_newest_stands_and_a_change_stays_in_the_chain(desk: Desk) -> None:
    first, second = talked(desk), talked(desk)
    keep(desk, first, "One.")
    keep(desk, second, "Two.", proposed=True)
    keep(desk, second, "Two, in my words.")
    assert standing(desk).text == "Two, in my words."
    chain = desk.store.remarks(second, KIM.id)
    assert [(r.values["text"], r.values["proposed"]) for r in chain] == [("Two.", True), ("Two, in my words.", False)]
    assert [r.previous for r in chain] == [None, chain[0].id]
    keep(desk, second, "Two, in my words.")
    assert len(desk.store.remarks(second, KIM.id)) == 2, "the same words again change nothing"


def test_what_was_dropped_stands_no_more(desk: Desk) -> None:
    session = talked(desk)
    keep(desk, session, "One.")
    keep(desk, session, "")
    assert desk.practice.standing_goal(desk.store) is None
    taken = desk.practice.goals_at(desk.store, session).taken
    assert taken is not None
    assert taken.text == ""


def test_the_end_of_a_conversation_tells_what_stands_from_another(desk: Desk) -> None:
    first, second = talked(desk), talked(desk)
    keep(desk, first, "One.")
    assert desk.practice.goals_at(desk.store, first).standing is None, "its own is not one that stands elsewhere"
    other = desk.practice.goals_at(desk.store, second).standing
    assert other is not None
    assert other.text == "One."


def test_nobody_else_sees_it(desk: Desk) -> None:
    session = talked(desk)
    keep(desk, session, "One.")
    desk.practice.tell_of_goal(desk.store, session, standing(desk), Came.NO, "")
    assert desk.store.remarks(session, ROBIN.id) == ()
    assert desk.of(ROBIN).standing_goal(desk.store) is None


def test_a_goal_has_an_end(desk: Desk) -> None:
    keep(desk, talked(desk), "x" * (LONGEST_GOAL + 9))
    assert len(standing(desk).text) == LONGEST_GOAL


# What is proposed


def test_it_is_proposed_from_the_turn_to_say_again() -> None:
    session, worth = session_of(*UPS_AND_DOWNS), worth_of(*UPS_AND_DOWNS)
    found = propose(session.transcript(), score(session.transcript()), worth)
    assert found.turn == WORST
    assert found.goal == say.WITHDRAWN_OWN(), "she had gone quiet, and owning it was the best answer"


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (("defend_justify",) * 3, say.OWN),
        (("own_contribution-4",) * 3, say.ASK),
    ],
    ids=["nothing was owned", "nothing was asked"],
)
def test_where_no_turn_is_known_to_have_cost_it_is_what_was_called_for_and_not_done(
    steps: tuple[str, ...], sentence: Sentence
) -> None:
    session = session_of(*steps, stop=True)
    found = propose(session.transcript(), score(session.transcript()), None)
    assert (found.turn, found.goal.id) == (None, sentence.id)


def test_something_is_proposed_after_every_kind_of_conversation() -> None:
    for steps in (
        (),
        ("hold_silence",),
        UPS_AND_DOWNS,
        ("own_contribution-4", "explore_experience", "support_assertion"),
    ):
        session = session_of(*steps, stop=len(steps) < 6)
        assert propose(session.transcript(), score(session.transcript()), None).goal.sentence.text.endswith(".")
