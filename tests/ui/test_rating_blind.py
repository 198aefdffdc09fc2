"""An instructor asks for blind ratings, two people give them, and the page Agreement says how far they agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.handin.signing import SigningKey
from simulator.messages.sentences import agreement as say
from simulator.scoring.competency import Competency
from simulator.services.handed_in import hand_in
from simulator.services.rating_task import Rating
from simulator.session.actions import Choose, GiveTag
from simulator.session.ids import SessionId
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.review.closer_links import Closer
from simulator.ui.review.desk import ReviewDesk
from tests.handin.kept import desk
from tests.ui.crowding import crowded
from tests.ui.reviewing import reviewing, take_in
from tests.ui.stage import Stage
from tests.ui.test_handing_in import words_of
from tests.ui.test_names_and_plain_text import nameless
from tests.ui.test_review_desk import terms

NAMES = ("Ada Lovelace", "Bo Diddley", "Cleo Laine", "Dag Solstad", "Eve Arnold")
COUNT = 17


def different_files(folder: Path) -> Path:
    """A folder with short conversations of five people, no two of which took the same course."""
    folder.mkdir()
    for number in range(COUNT):
        play = desk().begin("the-wait", Mode.PRACTISE)
        digits = number
        while not play.session.ended:
            offered = play.session.shown()
            desk().act(play, GiveTag(list(Tag)[digits % 5]), Choose(offered[digits % len(offered)].id))
            digits //= 5
        name = NAMES[number % len(NAMES)]
        stored = desk().store.load(SessionId(play.id))
        content = hand_in(stored, SigningKey(name[:1].encode() * 32), name=name, group=False)
        (folder / f"{number}.attune-session").write_bytes(content)
    return folder


def show_ratings(stage: Stage) -> ReviewDesk:
    """From the first page, folded under Research, to what can be rated."""
    review = reviewing(stage)
    review.shelf.research.button.click()
    review.shelf.research.links.buttons[Closer.RATING].click()
    wait(stage, review, review.rating.page)
    return review


def wait(stage: Stage, review: ReviewDesk, page: QWidget) -> None:
    stage.qtbot.waitUntil(lambda: review.page is page and not review.working)


BY_HAND = 3
"""So many conversations are rated with the mouse, and the others as the mouse would do it."""


def give_all(review: ReviewDesk, kinder: int) -> None:
    """Give every conversation of the task on the page something, the numbers of its competencies one after the other."""
    page, rating = review.rating.rate_page, review._review.rating
    assert page._task is not None
    task = page._task.task
    for at, one in enumerate(task.conversations):
        seen = sum(list(Tag).index(Tag(line.tag)) for line in one.lines if line.tag)
        for number, competency in enumerate(Competency):
            given = Rating(str(min(5, 1 + (seen + number) % 5 + (kinder if at % 4 == 0 else 0))))
            if at < BY_HAND:
                page.choices[competency].buttons[given].click()
            else:
                rating.note(task.task, one.name, competency, given)
        if at < BY_HAND:
            assert page.conversation is one
            page.next.click()
    rating.keep(task.task)
    page.pause.click()


@pytest.mark.slow
def test_two_rate_blind_and_the_page_says_how_far_they_agree(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    take_in(stage, different_files(tmp_path / "inbox"))
    review = show_ratings(stage)
    page, rate = review.rating.page, review.rating.rate_page
    assert "17 conversations, 17 distinct transcripts" in page.ask.would.text()
    assert not page.ask.rate_here.isEnabled()
    assert terms(page) == []
    assert nameless(stage.shown()) == []
    page.ask.name.setEditText("Bea")
    assert crowded(stage.settled()) == []
    page.ask.rate_here.click()
    wait(stage, review, rate)
    assert rate.title.text() == "Conversation 1 of 17"
    assert nameless(stage.shown()) == []
    assert crowded(stage.settled()) == []
    shown = "\n".join(words_of(rate))
    assert not [name for name in NAMES if name in shown or name.split()[0] in shown.split()]
    assert terms(rate) == []

    # Paused after three, and taken up where it was left; nothing of it is lost.
    for choice in list(rate.choices.values())[:3]:
        QTest.mouseClick(choice.anchors[Rating.TWO], Qt.MouseButton.LeftButton)
    rate.pause.click()
    wait(stage, review, page)
    assert "Rated here: 0 of 17 conversations." in words_of(page.cards[0])[1]
    page.cards[0].go_on.click()
    wait(stage, review, rate)
    given = [one.buttons[Rating.TWO].isChecked() for one in rate.choices.values()]
    assert given == [True] * 3 + [False] * 7
    assert "3 of 10 given" in rate.told.text()
    give_all(review, 0)
    wait(stage, review, page)
    page.cards[0].hand_in.click()
    wait(stage, review, page)
    assert "what Bea gave 17 conversations" in page.told.text()
    page.agreement.click()
    wait(stage, review, review.agreement.page)
    assert "Only Bea has rated so far" in review.agreement.page.told.text()

    _second_rater_elsewhere(stage, review, tmp_path)
    _look_at_agreement(stage, review, tmp_path)


def _second_rater_elsewhere(stage: Stage, review: ReviewDesk, folder: Path) -> None:
    """A task goes to another computer as a file, and ratings come back as one."""
    review.agreement.page.rate.click()
    page = review.rating.page
    wait(stage, review, page)
    task_file = folder / "task.attune-task"
    review.rating.ask_where = lambda *_asked: task_file
    page.ask.name.setEditText("Olu")
    page.ask.save.click()
    stage.qtbot.waitUntil(task_file.exists)
    wait(stage, review, page)
    away = Stage(stage.qtbot, folder / "away")
    away.show()
    theirs = reviewing(away)
    theirs.open_paths([task_file, folder / "no.attune-ratings"])
    wait(away, theirs, theirs.rating.page)
    assert "no.attune-ratings" in theirs.rating.page.told.text()
    assert "another computer" in words_of(theirs.rating.page.cards[0])[0]
    theirs.rating.page.cards[0].go_on.click()
    wait(away, theirs, theirs.rating.rate_page)
    give_all(theirs, 1)
    wait(away, theirs, theirs.rating.page)
    back = folder / "back.attune-ratings"
    theirs.rating.ask_where = lambda *_asked: back
    theirs.rating.page.cards[0].hand_in.click()
    stage.qtbot.waitUntil(back.exists)
    wait(away, theirs, theirs.rating.page)
    review.ask_files = lambda *_asked: (back,)
    page.open.click()
    stage.qtbot.waitUntil(lambda: "what Olu gave 17 conversations" in page.told.text())
    wait(stage, review, page)
    page.cards[1].delete.click()
    page.cards[1].sure.click()
    stage.qtbot.waitUntil(lambda: not review.working and len(page.cards) == 1)


def _look_at_agreement(stage: Stage, review: ReviewDesk, folder: Path) -> None:
    page = review.agreement.page
    review.rating.page.agreement.click()
    wait(stage, review, page)
    assert str(say.WHAT_IT_SHOWS()) in words_of(page)
    assert "17 conversations were rated, by Bea and Olu" in page.told.text()
    assert [page.who.itemText(number) for number in range(3)] == [
        "Raters with each other",
        "Bea with the program",
        "Olu with the program",
    ]
    rows = [[page.table.model().index(row, column).data() for column in range(7)] for row in range(len(Competency))]
    assert {row[1] for row in rows} == {"17 (17)"}
    assert all(" to " in row[2] for row in rows)
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []
    page.table.choose(0, 0)
    told = "\n".join(words_of(page.behind))
    assert "Compared: Bea and Olu." in told
    assert "17 conversations of 5 people, 17 distinct transcripts." in told
    page.who.setCurrentIndex(1)
    assert page.behind.isHidden()
    page.more.choose(0, 0)
    assert "first meetings" in "\n".join(words_of(page.behind_more))
    assert terms(page) == []
    target = folder / "agreement.html"
    page.export.ask_where = lambda *_asked: target
    page.export.page.click()
    saved = target.read_text("utf-8")
    assert "not that either measures skill" in saved
    assert not [name for name in NAMES if name in saved]
    page.back.click()
    wait(stage, review, review.shelf)
