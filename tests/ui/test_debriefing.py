"""The debriefing tells what each sentence was worth as soon as that is worked out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from simulator.analysis.judgements import Judgement
from simulator.messages.sentences import worth as say
from simulator.services.judgement_words import LABELS
from simulator.services.worth_words import heading, judged, otherwise, played, share_of_what, still_open
from simulator.session.actions import Choose
from simulator.storage.settings import Theme
from simulator.ui.practice.debriefing_page import DebriefingPage
from simulator.ui.practice.judgement_mark import judgement_pixmap
from tests.ui.crowding import crowded
from tests.ui.looking_back import (
    HELPED,
    JUDGED,
    LAST_CHANCE,
    OTHERWISE,
    UPS_AND_DOWNS,
    WORST,
    Held,
    LookingBack,
    Overwhelmed,
    pictures_in,
    words,
)
from tests.ui.stage import AT_HOME, Stage

WORKING = str(say.WORKING())


def worked_out(page: DebriefingPage) -> bool:
    return page.share.share.text() not in ("", WORKING)


def debriefed(qtbot: QtBot, tmp_path: Path, *responses: str) -> Stage:
    """A session of these responses, looked back at once everything is worked out."""
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    for response in responses:
        page._act(Choose(response))
    stage.debrief()
    qtbot.waitUntil(lambda: worked_out(stage.desk.debriefing))
    return stage


def test_a_costly_sentence_is_priced_and_the_better_words_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    page = debriefed(qtbot, tmp_path, "explain-time").desk.debriefing
    assert page.share.figure.text().endswith(" %")
    assert "points of repair value that could be reached" in page.share.share.text()
    told = words(page._cards[1])
    assert "Cost " in told
    assert "after the best answer here" in told
    assert "What was still possible here" in told
    assert "I looked at the clock when you came in" in told


def test_a_sentence_that_cost_nothing_is_not_corrected(qtbot: QtBot, tmp_path: Path) -> None:
    told = words(debriefed(qtbot, tmp_path, "own-clock").desk.debriefing._cards[1])
    assert "As good as any answer here" in told
    assert "Before it the hour was heading for" in told
    assert "What was still possible here" not in told
    assert "the best answer here" not in told


def test_every_sentence_of_a_shipped_scenario_is_judged(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.sit_down("The concert")
    stage.answer_until_debriefing(3)
    page = stage.desk.debriefing
    qtbot.waitUntil(lambda: worked_out(page))
    labels = tuple(str(label()) for label in LABELS.values())
    assert [turn for turn, card in page._cards.items() if not words(card.worth).startswith(labels)] == []
    assert page.share.figure.text().endswith(" %")


def test_looking_back_at_another_session_leaves_nothing_of_the_last(qtbot: QtBot, tmp_path: Path) -> None:
    stage = debriefed(qtbot, tmp_path, "explain-time")
    page = stage.desk.debriefing
    page.again_button.click()
    stage.desk.briefing.begin_button.click()
    stage.debrief()
    qtbot.waitUntil(lambda: page._cards == {})
    qtbot.waitUntil(lambda: worked_out(page))
    assert "Turn 1" not in page.chart.accessibleDescription()
    assert "Turn 1" not in words(page)


@pytest.mark.parametrize(("turn", "judgement"), list(enumerate(JUDGED, 1)))
def test_every_judgement_is_told_on_its_card_by_shape_and_word(
    qtbot: QtBot, tmp_path: Path, turn: int, judgement: Judgement
) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    decision = looking.learns().decisions[turn - 1]
    assert decision.judgement is judgement
    worth = looking.page._cards[turn].worth
    assert words(worth).startswith(str(LABELS[judgement]()))
    assert str(heading(decision)) in words(worth)
    assert str(still_open(decision)) in words(worth)
    look = looking.page._look
    shape = judgement_pixmap(judgement, look, 18, worth.devicePixelRatioF()).toImage()
    assert pictures_in(worth) == [shape]
    assert str(judged(decision)) in looking.page._cards[turn].accessibleName()


def test_the_story_walks_through_every_judgement() -> None:
    assert set(JUDGED) == set(Judgement)


def test_the_shortest_repair_still_open_is_told_sentence_by_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    worth = looking.learns()
    for decision in worth.decisions:
        aside = looking.page._cards[decision.turn].still_possible
        assert (aside is not None) == (decision.judgement is not Judgement.AS_GOOD)
        if aside is None or aside.way is None:
            assert decision.way == ()
            continue
        said = [f"“{step.response.say}”" if step.response else "Stay with the silence." for step in decision.way]
        numbered = [line for number, words_ in enumerate(said, 1) for line in (f"{number}.", words_)]
        assert words(aside.way.steps).split("\n") == numbered
    assert any(decision.way for decision in worth.decisions)


def test_the_way_from_the_turn_to_say_again_is_open_and_the_others_open_on_demand(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    opened = {}
    for turn, card in looking.page._cards.items():
        if card.still_possible is not None and card.still_possible.way is not None:
            opened[turn] = card.still_possible.way
    assert [turn for turn, way in opened.items() if way.steps.isVisibleTo(way)] == [WORST]
    other = next(way for turn, way in opened.items() if turn != WORST)
    assert other.button.accessibleName() == "Show: The shortest repair still open after your answer"
    other.button.click()
    assert other.steps.isVisibleTo(other)
    assert other.button.text() == "Hide"
    other.button.click()
    assert not other.steps.isVisibleTo(other)


def test_the_two_turns_that_matter_say_so_on_their_cards_and_no_other_does(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    cards = looking.page._cards
    assert [turn for turn, card in cards.items() if str(say.HERE_AGAIN()) in words(card)] == [WORST]
    assert [turn for turn, card in cards.items() if str(say.HERE_HELPED()) in words(card)] == [HELPED]


def test_what_could_not_be_reached_any_more_is_a_fact_beside_the_judgement(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    cards = looking.page._cards
    assert [turn for turn, card in cards.items() if "no repair could be reached any more" in words(card)] == [
        LAST_CHANCE
    ]
    aside = cards[LAST_CHANCE].still_possible
    assert aside is not None
    assert aside.way is None
    assert "No repair could be reached from here any more." in words(cards[LAST_CHANCE + 1])


def test_an_equal_answer_that_is_judged_otherwise_says_what_has_changed(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    decisions = looking.learns().decisions
    told = otherwise(decisions[OTHERWISE - 1])
    assert told is not None
    assert f"At turn {OTHERWISE - 1} the same answer was judged otherwise" in str(told)
    for turn, card in looking.page._cards.items():
        assert (str(told) in words(card.worth)) == (turn == OTHERWISE)


def test_the_head_of_the_page_tells_what_it_came_to_how_it_was_played_and_the_turns_that_matter(
    qtbot: QtBot, tmp_path: Path
) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    worth = looking.learns()
    share = looking.page.share
    assert share.figure.text() == f"{worth.share} %"
    assert share.share.text() == str(share_of_what(worth))
    assert share.played.text() == str(played(worth))
    assert share.turns.text() == f"The turn to say again: turn {WORST}, which cost a lot. Turn {HELPED} helped most."
    top = [looking.page._headline, share, looking.page._course, looking.page.competencies]
    places = [widget.mapTo(looking.page._inside, QPoint(0, 0)).y() for widget in top]
    assert places == sorted(places)


def test_stopping_is_told_where_it_cost_more_than_any_turn(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, "own_contribution-4", stop=True)
    worth = looking.learns()
    assert worth.stopping > 0
    assert looking.page.share.turns.text().startswith("Stopping there cost more than any turn: ")


def tops(looking: LookingBack) -> dict[str, int]:
    """Where everything begins that is on the page before the values are known."""
    page = looking.page
    parts = {"chart": page.chart, "line": page._course.line, "legend": page._course.legend}
    parts |= {"first exchange": page._cards[1]}
    if page._columns.direction() is QBoxLayout.Direction.LeftToRight:
        parts |= {"competencies": page.competencies}
    return {name: part.mapTo(page._inside, QPoint(0, 0)).y() for name, part in parts.items()}


def settle(looking: LookingBack) -> None:
    """Until nothing on the page moves any more."""
    seen: list[object] = []

    def still() -> bool:
        seen.append([w.geometry().getRect() for w in looking.stage.shown()])
        return len(seen) > 1 and seen[-1] == seen[-2]

    looking.stage.qtbot.waitUntil(still)


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1280, 800), 2.0), ((820, 560), 2.0)])
def test_nothing_jumps_when_the_values_arrive(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS, settings=replace(AT_HOME, text_scale=scale), size=size)
    settle(looking)
    assert WORKING in looking.page.share.share.text()
    before = tops(looking)
    looking.learns()
    settle(looking)
    assert tops(looking) == before


def test_what_is_being_read_stays_where_it_is_when_the_values_arrive(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    settle(looking)
    looking.page.show_turn(5)
    card = looking.page._cards[5]
    before, inside = card.mapTo(looking.page, QPoint(0, 0)), card.mapTo(looking.page._inside, QPoint(0, 0))
    looking.learns()
    settle(looking)
    assert card.mapTo(looking.page._inside, QPoint(0, 0)).y() > inside.y(), "nothing grew above it"
    assert card.mapTo(looking.page, QPoint(0, 0)) == before


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.HIGH_CONTRAST])
@pytest.mark.parametrize(("size", "scale"), [((1024, 700), 1.0), ((1280, 800), 2.0), ((820, 560), 2.0)])
def test_everything_has_room_with_the_values_and_the_legend_at_their_largest(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], scale: float, theme: Theme
) -> None:
    settings = replace(AT_HOME, text_scale=scale, theme=theme)
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS, settings=settings, size=size)
    looking.learns()
    settle(looking)
    assert crowded(looking.stage.shown()) == []


def test_bounds_are_told_as_bounds_and_nobody_is_judged_by_them(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    worth = looking.learns(states=100)
    assert not worth.exact
    page = looking.page
    assert page.share.figure.text() == f"At most {worth.share} %"
    assert "of at least" in page.share.share.text()
    assert page.share.turns.text() == str(say.BOUNDS())
    assert str(say.BOUNDS()) in page.chart.accessibleDescription()
    told = "\n".join(map(words, page._cards.values())) + page.chart.accessibleDescription()
    assert not [label for label in LABELS.values() if str(label()) in told]
    assert WORKING not in told
    assert "What was still possible here" not in told
    assert not page._course.legend.judgements.isVisible()


def test_what_cannot_be_worked_out_is_said_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, examiner=Overwhelmed())
    stage.show()
    stage.sit_down().choices.press(1)
    stage.debrief()
    page = stage.desk.debriefing
    qtbot.waitUntil(lambda: worked_out(page))
    assert page.share.share.text() == str(say.NO_WORTH())
    assert page.share.figure.isHidden()
    assert str(say.UNKNOWN()) in page.chart.accessibleDescription()
    assert WORKING not in words(page)
    assert not page._course.legend.judgements.isVisible()


def test_the_debriefing_is_there_while_the_values_are_still_worked_out(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held()
    stage = Stage(qtbot, tmp_path, examiner=held)
    stage.sit_down().choices.press(1)
    stage.debrief()
    page = stage.desk.debriefing
    assert page.share.share.text() == WORKING
    assert words(page._cards[1].worth) == WORKING
    assert WORKING in page.chart.accessibleDescription()
    held.may_answer.set()
    qtbot.waitUntil(lambda: worked_out(page))
    assert WORKING not in words(page)
    assert WORKING not in page.chart.accessibleDescription()
