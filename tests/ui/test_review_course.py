"""From a person to their course and the conversations behind it, and from the research links to the sentences and the Studio."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.messages.sentences.skill_course import BEHIND_LEAD
from simulator.services.group_paths import GroupPaths, StudioPlace
from simulator.services.review_shelf import ReviewedPerson
from simulator.ui.look import Look
from simulator.ui.review.closer_links import Closer
from simulator.ui.review.code_choice import CODES
from simulator.ui.review.course_page import CoursePage
from simulator.ui.review.interval_bar import IntervalBar
from simulator.ui.review.sentences_page import SentencesPage
from simulator.ui.theme import load_theme
from tests.plain_words import terms_in
from tests.services.played_group import learners, small_solutions
from tests.services.test_skill_course import choices, course, person
from tests.ui.played_review import Desk, desk_of
from tests.ui.stage import Stage
from tests.ui.test_handing_in import words_of
from tests.ui.test_plain_words import read_in

pytestmark = pytest.mark.slow


@cache
def people() -> tuple[ReviewedPerson, ...]:
    return learners(small_solutions(3), 24)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = desk_of(qtbot, tmp_path, people())
    yield made
    made.desk.stop()


def shown(desk: Desk) -> QWidget | None:
    """The page on the screen."""
    return desk.desk.page


def test_from_a_person_to_their_course_to_a_conversation_and_back(desk: Desk) -> None:
    review, qtbot = desk.desk, desk.qtbot
    assert shown(desk) is review.group
    review.group.closer.buttons[Closer.MET].click()
    desk.settle()
    page = review.met
    page.people.choose(3, 0)
    card = review.people.page.card
    assert shown(desk) is review.people.page
    assert card is not None
    assert len(card.buttons) == 3
    card.course_button.click()
    course = review.course.page
    assert shown(desk) is course
    assert course.stop.isVisible()
    desk.settle()
    qtbot.waitUntil(lambda: not course.stop.isVisible())
    assert "Not yet: 3 of 3" not in " ".join(words_of(course))
    assert "Not yet: " in " ".join(words_of(course))
    assert [(term, text) for text in read_in(course) if (term := terms_in(text))] == []
    course.read_buttons[1].click()
    qtbot.waitUntil(lambda: review.page is review.__dict__.get("session"))
    assert review.session.session is people()[3].sessions[1]
    review.session.back.click()
    assert shown(desk) is course
    course.back.click()
    assert shown(desk) is review.people.page
    review.people.page.back.click()
    assert shown(desk) is page

    # The newest question wins, and whoever stops it comes back to where they were.
    review.show_course(people()[1])
    review.show_course(people()[2])
    desk.settle()
    qtbot.waitUntil(lambda: not course.stop.isVisible())
    assert "Person 02" in words_of(course)[0]
    page.whose.set_open(True)
    page.whose.boxes[people()[0].key].setChecked(True)
    assert "3 conversations of 1 person" in page.told.text()


def test_what_the_bars_say_stands_where_there_are_bars(qtbot: QtBot) -> None:
    page = CoursePage(Look(load_theme("light")))
    qtbot.addWidget(page)
    lead = str(BEHIND_LEAD())
    several = [choices(8, 4, "ada"), choices(8, 3, "bo"), choices(7, 4, "cleo")]
    for sessions, bars in ((several[:2], 0), (several, 2)):
        page.show_course(course(person("Robin", *sessions)))
        assert len(page.findChildren(IntervalBar)) == bars
        assert (lead in words_of(page)) is bool(bars)


def test_from_the_group_to_the_sentences_and_to_a_place_at_the_studio(desk: Desk) -> None:
    review, qtbot = desk.desk, desk.qtbot
    review.group.research.set_open(True)
    review.group.research.links.buttons[Closer.SENTENCES].click()
    desk.settle()
    page = review.sentences.page
    qtbot.waitUntil(lambda: not page.working.isVisible())
    assert "72 first conversations." in page.told.text()
    played = page.shown
    assert played is not None
    assert page.table.model().rowCount() == len(played.decisions)
    told = [page.table.model().index(row, 2).data() for row in range(len(played.decisions))]
    assert any("too few (" in words for words in told)
    # What is to be looked at first is there without a click, and its sentences can be corrected from there.
    flagged = next((one for one in played.decisions if one.figures.flagged), played.decisions[0])
    assert page.card is not None
    assert page.card.decision is flagged
    _correct_from_there(desk, page)
    start = next(one for one in played.decisions if one.figures.came == 24)
    page.show_decision(start)
    assert "The answers, by what they cost here on average" in words_of(page.card)
    assert [(term, text) for text in read_in(page) if (term := terms_in(text))] == []
    asked: list[StudioPlace] = []
    review.studio_wanted.connect(asked.append)
    page.paint.click()
    assert asked[0].paths is not None
    assert asked[0].paths.meetings == 24
    page.only_marked.setChecked(True)
    assert page.table.model().rowCount() == sum(one.figures.flagged for one in played.decisions)
    page.scenario.setCurrentIndex(1)
    page.back.click()
    desk.settle()
    assert shown(desk) is review.group


def _correct_from_there(desk: Desk, page: SentencesPage) -> None:
    """From an answer to what its sentence is, with what correcting it would change, and back to the answers."""
    review, card = desk.desk, page.card
    assert card is not None
    link = card.sentence_links[0]
    link.click()
    desk.qtbot.waitUntil(lambda: review.page is review.sentence)
    sentence = review.sentence
    assert sentence.sentence is not None
    assert sentence.sentence.words in link.accessibleName()
    other = next(code for code in CODES if code != sentence.new.codes.code)
    sentence.new.codes.buttons[other].click()
    desk.qtbot.waitUntil(lambda: " of " in sentence.new.would.told.text())
    sentence.back.click()
    assert shown(desk) is page
    assert page.card is card


def test_at_twice_the_text_the_last_column_can_be_reached(qtbot: QtBot, tmp_path: Path) -> None:
    made = desk_of(qtbot, tmp_path, people(), scale=2.0)
    made.desk.show_met()
    made.settle()
    for table in (made.desk.met.table, made.desk.met.people):
        last = table.model().columnCount() - 1
        table.scrollTo(table.model().index(0, last))
        cell = table.visualRect(table.model().index(0, last))
        assert table.viewport().rect().contains(cell.center())
        assert table.height() < made.desk.height()
    made.desk.stop()


def test_a_place_and_the_ways_of_a_group_are_shown_at_the_studio(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.window.review_button.click()
    review = stage.window.review_desk
    assert review is not None
    review.studio_wanted.emit(StudioPlace("nowhere"))
    assert "not in your library" in stage.window._notice.said
    paths = GroupPaths(4, {"quiet": 3}, frozenset([("quiet", "boxes")]), {"quiet": 0.5})
    review.studio_wanted.emit(StudioPlace("the-wait", paths=paths))
    editor = stage.studio.editor
    assert editor is not None
    scene = editor.canvas.scene
    qtbot.waitUntil(lambda: bool(scene.cards) and scene.cards["quiet"].met == 0.75)
    assert {scene.graph.edges[number].target for number in scene.edges.played} == {"boxes"}
    assert str(paths.words("quiet")) == "3 of 4 came here (about 2 expected)"
    editor.canvas.met.stop()
    assert scene.cards["quiet"].met is None
    assert not scene.edges.played
    review.studio_wanted.emit(StudioPlace("the-wait", "boxes"))
    editor = stage.studio.editor
    assert editor is not None
    assert editor.file.place[:2] == ("moments", "boxes")
