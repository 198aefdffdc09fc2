"""A patient goes as wished only where the wish was heard first, and the handover spoken of: on every way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.analysis.scenario_analysis import analyse
from simulator.analysis.solve import solve
from simulator.analysis.wished_endings import Heard, Unheard, unheard
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Ending, Moment, Response, Scenario
from simulator.session.script import Script
from tests.analysis.proving import message, proved
from tests.analysis.stories import DRIFT, ending, moment, says, story
from tests.scenario.story_building import PathSpans

GOES = replace(ending("goes", ReactionState.TRANSFER, Ending.TRANSFER), wished=True)
OTHERS = ("605", "606", "607", "610", "620", "621")

ASK = says("ask", "again", Move.EXPLORE_EXPERIENCE)
OWN = replace(says("own", "again", Move.OWN_CONTRIBUTION), quality=3)
SORRY = replace(says("sorry", "again", Move.OWN_CONTRIBUTION), quality=2)
PRESS = says("press", "again", Move.PRESS_ON)
HAND_OVER = says("hand-over", "goes", Move.DISCUSS_FIT)


def wishing(*heard: Response, then: tuple[Response, ...] = (HAND_OVER,), wish: str = "asks") -> Scenario:
    """The patient says the wish at once, hears one of these answers, and says it again."""
    moments: tuple[Moment, ...] = (
        moment("asks", ReactionState.COMPLAINT, *heard, silent="drift"),
        moment("again", ReactionState.COMPLAINT, *then, silent="drift"),
        DRIFT,
        GOES,
    )
    return story(*(replace(one, wish=one.id == wish) for one in moments))


def told(scenario: Scenario) -> list[Unheard]:
    return list(unheard(solve(Script(scenario))))


def way_of(found: Unheard) -> list[str]:
    return [step.name for step in found.way]


@pytest.mark.parametrize("answer", [ASK, OWN, replace(PRESS, also=(Move.EXPLORE_FEAR,))])
def test_a_wish_that_is_taken_up_and_handed_over_is_in_order(answer: Response) -> None:
    assert told(wishing(answer)) == []


@pytest.mark.parametrize("answer", [SORRY, PRESS])
def test_one_way_on_which_nobody_takes_it_up_is_told(answer: Response) -> None:
    (found,) = told(wishing(ASK, answer, OWN))
    assert (found.ending.id, found.heard, way_of(found)) == ("goes", Heard.SAID, [answer.id, "hand-over"])


def test_so_it_is_where_an_answer_that_takes_it_up_comes_to_the_same_place() -> None:
    (found,) = told(wishing(replace(PRESS, id="asked", also=(Move.EXPLORE_FEAR,)), PRESS))
    assert (found.heard, way_of(found)) == (Heard.SAID, ["press", "hand-over"])


def test_so_is_one_on_which_nothing_is_handed_over() -> None:
    (found,) = told(wishing(ASK, then=(HAND_OVER, says("thanks", "goes", Move.VALIDATE_FEELING))))
    assert (found.heard, way_of(found)) == (Heard.TAKEN_UP, ["ask", "thanks"])


def test_a_handover_before_the_wish_is_taken_up_counts_for_nothing() -> None:
    first = says("name", "again", Move.DISCUSS_FIT)
    (found,) = told(wishing(first, then=(says("why", "goes"),)))
    assert (found.heard, way_of(found)) == (Heard.TAKEN_UP, ["name", "why"])


def test_what_was_asked_before_the_wish_was_said_does_not_count() -> None:
    (found,) = told(wishing(ASK, wish="again"))
    assert (found.heard, way_of(found)) == (Heard.SAID, ["ask", "hand-over"])


def test_where_the_wish_is_never_said_that_is_told() -> None:
    (found,) = told(wishing(ASK, wish="nowhere"))
    assert (found.heard, way_of(found)) == (Heard.NOT_SAID, ["ask", "hand-over"])


def test_a_transfer_that_nobody_wished_asks_for_nothing() -> None:
    scenario = wishing(PRESS)
    agreed = replace(scenario, moments={**scenario.moments, "goes": replace(GOES, wished=False)})
    assert told(agreed) == []


def test_the_way_is_told_at_the_mark() -> None:
    scenario = wishing(ASK, PRESS)
    assert ("619", "key moments.goes.wished") in proved(scenario, *OTHERS)
    assert "nothing after the wish asks about it or owns a part in it: press, hand-over." in message(scenario, "619")


def test_what_reading_has_told_of_the_mark_already_is_not_told_again() -> None:
    scenario, spans = wishing(PRESS), PathSpans({})
    told = STORY["531"].at(spans.key("moments", "goes", "wished"), moment="goes")
    assert "619" not in {one.code for one in analyse(scenario, spans, (told,)).diagnostics}


def test_a_longer_way_is_told_step_by_step() -> None:
    round_again = replace(PRESS, id="round", then="asks")
    scenario = wishing(ASK, PRESS, then=(HAND_OVER, round_again))
    (found,) = told(scenario)
    assert way_of(found) == ["press", "hand-over"]
    after_asking = wishing(ASK, then=(round_again, HAND_OVER))
    assert told(after_asking) == []
