"""The debriefing tells what each sentence was worth as soon as that is worked out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from simulator.analysis.judgements import Judgement
from simulator.messages.sentences import looking_back as top
from simulator.messages.sentences import worth as say
from simulator.services.judgement_words import LABELS
from simulator.services.worth_words import heading, judged, otherwise, played, share_of_what, still_open
from simulator.session.actions import Choose
from simulator.storage.settings import Theme
from simulator.ui.looking_back.judgement_mark import judgement_pixmap
from simulator.ui.practice.debriefing_page import DebriefingPage
from tests.quick_and_slow import quick_and_slow
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
    words,
)
from tests.ui.stage import AT_HOME, Stage

WORKING = str(top.WORKING())


def worked_out(page: DebriefingPage) -> bool:
    return page.first.sentences.text() not in ("", WORKING)


def debriefed(qtbot: QtBot, tmp_path: Path, *responses: str) -> Stage:
    """A session of these responses, looked back at once everything is worked out."""
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    for response in responses:
        page._act(Choose(response))
    stage.debrief()
    qtbot.waitUntil(lambda: worked_out(stage.desk.debriefing))
    return stage


def test_a_costly_sentence_is_judged_in_words_and_what_was_possible_is_told_in_both_voices(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = debriefed(qtbot, tmp_path, "explain-time").desk.debriefing
    card = page._cards[1]
    told = words(card)
    assert "Cost " in told
    assert "What was possible here" in told
    assert "I looked at the clock when you came in" in told
    assert "points" not in words(page.first)
    assert "of 100" not in told
    assert card.possible is not None
    assert words(card.possible).count("You") == 1, "one step"
    card.how.button.click()
    assert "after the best answer here" in words(card)
    page.first.how.button.click()
    assert "points that could be reached" in words(page.first)


@pytest.mark.slow
def test_a_sentence_that_cost_nothing_is_not_corrected(qtbot: QtBot, tmp_path: Path) -> None:
    card = debriefed(qtbot, tmp_path, "own-clock").desk.debriefing._cards[1]
    card.how.button.click()
    told = words(card)
    assert "As good as any answer here" in told
    assert "Before it the hour was heading for" in told
    assert card.possible is None
    assert "the best answer here" not in told


@pytest.mark.slow
def test_every_sentence_of_a_shipped_scenario_is_judged_or_nothing_would_have_helped(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.sit_down("The concert")
    stage.answer_until_debriefing(3)
    page = stage.desk.debriefing
    qtbot.waitUntil(lambda: worked_out(page))
    labels = (*(str(label()) for label in LABELS.values()), str(say.ANOTHER_HELPS()))
    for card in page._cards.values():
        card.set_open(True)
        none_helped = "None of these answers would have helped much." in words(card)
        assert card.judged.text().startswith(labels) or none_helped


@pytest.mark.slow
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
    card = looking.page._cards[turn]
    assert card.judged.text() == str(judged(decision))
    shape = judgement_pixmap(judgement, looking.page._look, 18, card.devicePixelRatioF()).toImage()
    assert card.mark.pixmap().toImage() == shape
    assert str(judged(decision)) in card.accessibleName()
    card.set_open(True)
    assert str(heading(decision)) not in words(card), "points stand behind a button"
    card.how.button.click()
    assert str(heading(decision)) in words(card)
    assert str(still_open(decision)) in words(card)


def test_the_story_walks_through_every_judgement() -> None:
    assert set(JUDGED) == set(Judgement)


def test_only_the_turns_that_matter_are_open_and_the_others_open_on_demand(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    cards = looking.page._cards
    assert not any(card.opened for card in cards.values()), "before it is known which turns matter"
    looking.learns()
    assert [turn for turn, card in cards.items() if card.opened] == [WORST, HELPED]
    card = cards[OTHERWISE]
    assert card.fold_button.accessibleName() == f"Show turn {OTHERWISE}"
    assert "What came of it" not in words(card)
    card.fold_button.click()
    assert "What came of it" in words(card)
    assert card.fold_button.accessibleName() == f"Hide turn {OTHERWISE}"
    looking.page.unfold_button.click()
    assert all(card.opened for card in cards.values())
    looking.page.fold_button.click()
    assert not any(card.opened for card in cards.values())


def test_the_way_on_is_folded_and_says_that_it_gives_the_answer_away(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    worth = looking.learns()
    looking.page.unfold_button.click()
    told = 0
    for decision in worth.decisions:
        possible = looking.page._cards[decision.turn].possible
        assert (possible is not None) == (decision.advice is not None or decision.none_helped)
        if possible is None or possible.rest is None:
            continue
        told += 1
        assert decision.advice is not None
        rest = possible.rest
        assert rest.button.text() == "One way on from there (this gives the answer away)"
        assert not rest.inside.isVisibleTo(rest)
        rest.button.click()
        said = [line for line in words(rest.inside).split("\n") if line in (looking.page._told.name, "You")]  # type: ignore[union-attr]
        assert said == ["You", "Ines"] * len(decision.advice.way), "both voices"
    assert told


def test_another_try_is_asked_for_at_the_top_and_on_every_exchange(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    with qtbot.waitSignal(looking.page.another_try) as asked:
        looking.page.first.again_button.click()
    assert asked.args == [WORST]
    looking.page._cards[OTHERWISE].set_open(True)
    with qtbot.waitSignal(looking.page.another_try) as asked:
        looking.page._cards[OTHERWISE].again_button.click()
    assert asked.args == [OTHERWISE]


def test_what_was_said_can_be_selected_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    speech = [label for label in looking.page._cards[WORST].findChildren(QLabel) if label.property("type") == "speech"]
    assert speech
    for label in speech:
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
        assert label.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_two_turns_that_matter_say_so_on_their_cards_and_no_other_does(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    cards = looking.page._cards
    assert [turn for turn, card in cards.items() if str(say.HERE_AGAIN()) in words(card)] == [WORST]
    assert [turn for turn, card in cards.items() if str(say.HERE_HELPED()) in words(card)] == [HELPED]


def test_what_could_not_be_reached_any_more_is_a_fact_behind_the_button(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    looking.learns()
    told = {turn: card._figures.text() for turn, card in looking.page._cards.items()}
    assert [turn for turn, figures in told.items() if "no repair could be reached any more" in figures] == [LAST_CHANCE]
    assert "No repair could be reached from here any more." in told[LAST_CHANCE + 1]


def test_an_equal_answer_that_is_judged_otherwise_says_what_has_changed(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    decisions = looking.learns().decisions
    told = otherwise(decisions[OTHERWISE - 1])
    assert told is not None
    assert f"At turn {OTHERWISE - 1} the same answer was judged otherwise" in str(told)
    for turn, card in looking.page._cards.items():
        assert (str(told) in card._figures.text()) == (turn == OTHERWISE)


def test_three_sentences_come_first_quoted_and_without_points_and_the_figures_behind_a_button(
    qtbot: QtBot, tmp_path: Path
) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    worth = looking.learns()
    page = looking.page
    told = page.first.sentences.text().split("\n\n")
    accounts = {account.turn: account for account in page._told.accounts}  # type: ignore[union-attr]
    assert told == [
        f"What came nearest, at turn {HELPED}: “{accounts[HELPED].you}”",
        f"The turn to say again, turn {WORST}: “{accounts[WORST].you}”",
    ]
    page.first.how.button.click()
    assert f"{worth.share} %" in page.first.figures.text()
    assert str(share_of_what(worth)) in page.first.figures.text()
    assert str(played(worth)) in page.first.figures.text()
    parts = [page.first, page._course, page._cards[1], page.competencies, page.note, page.again_button, page.export]
    places = [widget.mapTo(page._inside, QPoint(0, 0)).y() for widget in parts]
    assert places == sorted(places)


def test_mode_level_date_and_run_are_named(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    assert looking.page._held.text() == "Learn · level 2 · 23 Nov 2026 · first meeting"


def test_stopping_is_told_where_it_cost_more_than_any_turn(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, "own_contribution-4", stop=True)
    worth = looking.learns()
    assert worth.stopping > 0
    assert "Stopping there cost more than any single turn." in looking.page.first.sentences.text()
    assert not looking.page.first.again_button.isVisible()


def tops(looking: LookingBack) -> dict[str, int]:
    """Where everything begins that is on the page before the values are known."""
    page = looking.page
    parts = {"chart": page.chart, "line": page._course.line, "legend": page._course.legend}
    parts |= {"first exchange": page._cards[1]}
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
    assert WORKING in looking.page.first.sentences.text()
    before = tops(looking)
    looking.learns()
    settle(looking)
    assert tops(looking) == before


@pytest.mark.slow
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


@pytest.mark.parametrize("theme", quick_and_slow([Theme.LIGHT], [Theme.HIGH_CONTRAST]))
@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1024, 700), 1.0),
        pytest.param((1280, 800), 2.0, marks=pytest.mark.slow),
        pytest.param((820, 560), 2.0, marks=pytest.mark.slow),
    ],
)
def test_everything_has_room_with_the_values_and_the_legend_at_their_largest(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], scale: float, theme: Theme
) -> None:
    settings = replace(AT_HOME, text_scale=scale, theme=theme)
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS, settings=settings, size=size)
    looking.learns()
    settle(looking)
    assert crowded(looking.stage.shown()) == []


@pytest.mark.slow
def test_bounds_are_told_as_bounds_and_nobody_is_judged_by_them(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)
    worth = looking.learns(states=100)
    assert not worth.exact
    page = looking.page
    assert page.first.sentences.text() == str(top.BOUNDS())
    assert f"At most {worth.share} %" in page.first.figures.text()
    assert "of at least" in page.first.figures.text()
    assert str(say.BOUNDS()) in page.chart.accessibleDescription()
    told = "\n".join(map(words, page._cards.values())) + page.chart.accessibleDescription()
    assert not [label for label in LABELS.values() if str(label()) in told]
    assert WORKING not in told
    assert "What was possible here" not in told
    assert not page._course.legend.judgements.isVisible()


def test_what_cannot_be_worked_out_is_said_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, examiner=Overwhelmed())
    stage.show()
    stage.sit_down().choices.press(1)
    stage.debrief()
    page = stage.desk.debriefing
    qtbot.waitUntil(lambda: worked_out(page))
    assert page.first.sentences.text() == str(top.NOT_WORKED_OUT())
    assert page.first.how.isHidden()
    assert str(say.UNKNOWN()) in page.chart.accessibleDescription()
    assert WORKING not in words(page)
    assert not page._course.legend.judgements.isVisible()


def test_the_debriefing_is_there_while_the_values_are_still_worked_out(qtbot: QtBot, tmp_path: Path) -> None:
    held = Held()
    stage = Stage(qtbot, tmp_path, examiner=held)
    stage.sit_down().choices.press(1)
    stage.debrief()
    page = stage.desk.debriefing
    assert page.first.sentences.text() == WORKING
    assert str(say.WORKING()) in page.chart.accessibleDescription()
    held.may_answer.set()
    qtbot.waitUntil(lambda: worked_out(page))
    assert WORKING not in words(page)
    assert str(say.WORKING()) not in page.chart.accessibleDescription()


@pytest.mark.parametrize("changed", [False, True])
def test_settings_opened_from_a_debriefing_lead_back_to_it(qtbot: QtBot, tmp_path: Path, changed: bool) -> None:
    stage = debriefed(qtbot, tmp_path, "explain-time")
    session = stage.newest().header.id
    stage.window.settings_button.click()
    settings = stage.window.settings_page
    assert settings is not None
    assert settings.done.text() == "Back to the debriefing"
    if changed:
        settings.motion.click()
    settings.done.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)
    looked_at = stage.desk.debriefing.session
    assert looked_at is not None
    assert looked_at.id == session
    assert list(stage.desk.debriefing._cards) == [1]
