"""From the empty Review desk to the sample group, which is played in the window, can be stopped, and says what it is."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from simulator.messages.message import Message
from simulator.messages.sentences.sample_group import MADE_BY_MODEL, NOT_OPENED, OPENED
from simulator.services.reviewing import Review
from simulator.services.sample_group import SampleGroup
from tests.services.test_sample_group import group
from tests.ui.reviewing import reviewing
from tests.ui.stage import Stage


def test_the_empty_desk_offers_a_second_window_with_a_sample(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    review = reviewing(stage)
    offer = review.shelf.sample
    assert offer.isVisible()
    answers = iter((True, False))
    review.open_sample = lambda: next(answers)
    for told in (OPENED, NOT_OPENED):
        offer.button.click()
        assert offer.told.text() == str(told())
    assert not review.sample_strip.isVisible()
    assert "sample" not in stage.window.windowTitle()


class _Patient(SampleGroup):
    """Plays for as long as somebody lets it."""

    def play_into(self, review: Review, tell: object) -> bool:
        del review
        assert callable(tell)
        while tell(_MORE):
            pass
        return False


_MORE: Message = MADE_BY_MODEL()


def test_playing_can_be_stopped_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    like = group()
    stage.window.show_sample(_Patient(like.shelf, like.examiner, like.last_day, like.attune))
    review = stage.window.review_desk
    assert review is not None
    review.before.button.click()
    qtbot.waitUntil(review.shelf.stop.isVisible)
    review.shelf.stop.click()
    qtbot.waitUntil(lambda: not review.working and not review.shelf.stop.isVisible())
    assert "Nothing was handed in yet" in review.shelf.told.text()
