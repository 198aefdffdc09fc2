"""A new instructor in the window of the sample group: ways of a few clicks each, and the walk from the group to its page on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.moves import Move
from simulator.messages.sentences import agreement as agreement_words
from simulator.messages.sentences import corrections as say
from simulator.messages.sentences import looking_back
from simulator.messages.sentences import review as review_words
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.scoring.competency import Competency
from simulator.scoring.corrections import SentenceCode
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.competency_words import told_of_turn
from simulator.services.correction_remarks import CorrectionState
from simulator.ui.review.closer_links import Closer
from simulator.ui.review.desk import ReviewDesk
from simulator.ui.review.who_and_why import NameField
from simulator.ui.sample_strip import SampleStrip
from simulator.ui.widgets.buttons import Button
from tests.services.test_sample_group import group
from tests.ui.crowding import crowded
from tests.ui.stage import Stage
from tests.ui.test_correcting import looked_at, shown_in
from tests.ui.test_handing_in import words_of
from tests.ui.test_rating_blind import give_all

MOST = 5
NAMES = ("Ash", "Birch", "Clover", "Dill", "Elm", "Fern", "Gorse", "Hazel", "Ivy")


class Way:
    """A way from the desk's first page: every click is counted, typing is not."""

    def __init__(self, stage: Stage, review: ReviewDesk) -> None:
        self.stage, self.review = stage, review
        self.clicks = 0
        home(stage, review)

    def click(self, button: QAbstractButton | None, arrived: Callable[[], object] = lambda: True) -> None:
        """Press what can be seen and pressed, and wait until the page has answered."""
        assert button is not None
        self.stage.qtbot.waitUntil(button.isVisible)
        assert button.isEnabled()
        self.clicks += 1
        button.click()
        self.stage.qtbot.waitUntil(lambda: not self.review.working and bool(arrived()))


def home(stage: Stage, review: ReviewDesk) -> None:
    """To the desk's first page, as a click on *Review* leads there from the page of another desk."""
    review.show_group()
    stage.qtbot.waitUntil(lambda: review.page is review.group and not review.working)


def on(review: ReviewDesk, page: str) -> bool:
    """Whether a page of the desk is the one on the screen."""
    return review.page is getattr(review, page)


def in_view(widget: QWidget) -> bool:
    """Whether the beginning of something on a page that scrolls can be seen."""
    area = widget.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    return area.viewport().rect().contains(widget.mapTo(area.viewport(), QPoint(20, 20)))


def in_view_of(stage: Stage, widget: QWidget) -> bool:
    """The same once nothing moves any more."""
    stage.settled()
    return in_view(widget)


def fill(field: NameField | QPlainTextEdit, words: str) -> None:
    """Type into a field to which Tab leads."""
    field.setFocus()
    field.setEditText(words) if isinstance(field, NameField) else field.setPlainText(words)


@pytest.mark.slow
def test_from_the_demo_to_a_corrected_score_agreement_and_the_page_on_paper(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    stage.window.show_sample(replace(group(), names=NAMES))
    review = stage.window.review_desk
    assert review is not None
    review.before.button.click()
    qtbot.waitUntil(lambda: on(review, "group") and not review.working, timeout=60_000)
    assert [name.text().split(" (")[0] for name in review.group.names] == list(NAMES)
    _everything_says_what_made_it(stage)

    for way in (_run_one_moment, _who_needs_what, _why_this_number, _correct_it, *CORRECTING_FOR_EVERYBODY):
        taken = Way(stage, review)
        way(taken, tmp_path)
        assert 0 < taken.clicks <= MOST, way.__name__

    _look_closer(stage, review)
    _correct_for_everybody(stage, review)
    _rate_as_another(stage, review)
    _print(stage, review, tmp_path / "thursday.pdf")


def _everything_says_what_made_it(stage: Stage) -> None:
    """Whatever desk is shown; once, and not once more at the Review desk."""
    window = stage.window
    assert "a sample group" in window.windowTitle()
    for button in (window.practice_button, window.studio_button, window.help_button, window.review_button):
        button.click()
        stage.settled()
        seen = [strip for strip in window.findChildren(SampleStrip) if strip.isVisible()]
        assert [words_of(strip) for strip in seen] == [[str(MADE_BY_MODEL())]]
    assert crowded(stage.settled()) == []


# The four ways.


def _run_one_moment(way: Way, _folder: Path) -> None:
    """What the page proposes is prepared; one moment is run from the stop to another course."""
    review, window = way.review, way.stage.window
    card = next(card for card in review.group.cards if card.show_button is not None)
    way.click(card.show_button)
    page, replay = review.replay, card.proposal.replay
    assert replay is not None
    assert window.isFullScreen()
    assert not window.practice_button.isVisible()
    said = [page._look.words.value(course.said) for course in replay.courses]
    assert not set(said) & set(words_of(page))
    assert not [name for name in NAMES if name in "".join(words_of(page))]
    looked_at(way.stage, page)
    way.click(page.show_said)
    assert said[0] in words_of(page)
    assert f"This was said (1 of {len(said)})" in words_of(page)
    way.stage.qtbot.waitUntil(lambda: page.show_came.visibleRegion().contains(page.show_came.rect().center()))
    way.click(page.show_came)
    assert "This came of it" in words_of(page)
    way.click(page.another)
    assert said[1] in words_of(page)
    assert said[0] not in words_of(page)
    way.stage.qtbot.waitUntil(lambda: page.show_came.visibleRegion().boundingRect() == page.show_came.rect())
    way.click(page.back, lambda: on(review, "group"))
    assert not window.isFullScreen()
    assert window.practice_button.isVisible()


def _who_needs_what(way: Way, folder: Path) -> None:
    """What somebody has not met yet, and an assignment of the scenario that offers it."""
    review = way.review
    way.click(review.group.closer.buttons[Closer.NOT_YET], lambda: review.page is review.people.everybody)
    page = review.people.everybody
    told = "\n".join(words_of(page))
    assert "Confrontation: has not come up yet." in told
    assert "“You nod” offers it." in told
    assert told.count("To practise next: ") == len(NAMES), "nobody is left without a proposal"
    looked_at(way.stage, page)
    way.click(page.lines[0].button, lambda: review.page is review.assignments.page)
    asked: list[str] = []

    def where(_parent: object, _question: str, named: str, _kind: str) -> Path:
        asked.append(named)
        return folder / named

    assignments = review.assignments.page
    assignments.ask_where = where
    assert f"For {NAMES[0]}." in "\n".join(words_of(assignments))
    way.click(assignments.make)
    (name,) = asked
    assert name.endswith(f" - {NAMES[0]}.attune-assignment")
    assert NAMES[0] not in (folder / name).read_text(encoding="utf-8"), "it may be given to somebody under another name"
    assert any("To be practised: " in words and "You nod" in words for words in words_of(assignments))
    assert f"Made for {NAMES[0]}" in words_of(assignments)
    assert f"Give this file to {NAMES[0]}." in assignments.told.text()
    assert in_view_of(way.stage, assignments.told)
    assert (assignments.title.text(), any(tick.isChecked() for tick in assignments.scenarios.values())) == ("", False)


def _to_what_it_showed(way: Way) -> None:
    review = way.review
    way.click(review.group.names[0], lambda: review.people.page.not_yet)
    card = review.people.page.card
    assert card is not None
    way.click(card.scores_buttons[0], lambda: on(review, "session"))
    assert in_view_of(way.stage, review.session.competencies.cards[Competency.NOTICING])


def _why_this_number(way: Way, _folder: Path) -> None:
    """From a person to a competency with its rule, and to a turn that shows it."""
    _to_what_it_showed(way)
    page = way.review.session
    scores = page._shown.page.told.score.competencies if page._shown else {}
    scored = next(one for one in scores.values() if one.score is not None and one.evidence)
    told = shown_in(page.competencies.cards[scored.competency])
    assert scored.anchor is not None
    assert str(scored.anchor) in told
    assert all(str(why) in told for why in scored.why)
    # The rule with its threshold, and each turn with its words and which way they count.
    assert scored.rule
    assert all(str(rule) in told for rule in scored.rule)
    words = {account.turn: account.you for account in page._shown.page.told.accounts} if page._shown else {}
    assert all(f"“{words[one.turn]}”" in told for one in scored.evidence if words[one.turn])
    assert all(str(told_of_turn(one)) in told for one in scored.evidence)
    evidence = page.competencies.evidence[scored.competency]
    turn = scored.evidence[0].turn
    name = looking_back.TURN_LINK_NAMED(competency=COMPETENCIES[scored.competency].label(), turn=turn)
    way.click(next(link for link in evidence.findChildren(Button) if link.accessibleName() == str(name)))
    way.stage.qtbot.waitUntil(lambda: in_view(page._turns[turn]))


def _correct_it(way: Way, _folder: Path) -> None:
    """A rating of this one conversation, on its card."""
    _to_what_it_showed(way)
    page = way.review.session
    fold = page.ratings[Competency.VALIDATING]
    way.click(fold.fold.button)
    way.clicks += 1
    way.stage.settled()
    QTest.mouseClick(fold.numbers[5], Qt.MouseButton.LeftButton, pos=QPoint(8, fold.numbers[5].height() // 2))
    # The keyboard is in the reason by itself, and the button says what it does.
    assert fold.numbers[5].isChecked()
    assert way.stage.window.focusWidget() is fold.reason
    assert fold.keep.text() == str(say.CORRECT_TO(rating=say.OF_FIVE(score=5)))
    fill(fold.reason, "Her tone says it.")
    fill(fold.name, "Dr N.")
    way.click(fold.keep, lambda: page.ratings[Competency.VALIDATING] is not fold)
    card = page.competencies.cards[Competency.VALIDATING]
    told = shown_in(card)
    assert "5 of 5 (before the corrections:" in told
    assert "A person has corrected this by hand." in told
    way.stage.qtbot.waitUntil(lambda: page._shown is not None and page._shown.worth is not None)
    assert in_view_of(way.stage, card)
    assert page.ratings[Competency.NOTICING].name.currentText() == "Dr N."
    assert way.review.sentence.new.name.currentText() == "Dr N."


def _of_a_moment(way: Way, _folder: Path) -> None:
    """What was said in a moment of the page for the group is something else, for everybody; and back to that page."""
    review = way.review
    fold = next(card.said for card in review.group.cards if card.said is not None)
    way.click(fold.button)
    assert crowded(way.stage.settled()) == []
    way.click(fold.links[0], lambda: review.page is review.sentence)
    _let_take_effect(way, SentenceCode(Move.PRESS_ON))
    assert review.sentence.back.text() == str(review_words.BACK_TO_GROUP())
    review.sentence.back.click()
    way.stage.qtbot.waitUntil(lambda: on(review, "group") and not review.working)


def _of_what_it_showed(way: Way, _folder: Path) -> None:
    """A sentence that stands beside the number that it gave."""
    _to_what_it_showed(way)
    review = way.review
    named = "What the sentence of turn"
    shown = review.session.competencies.evidence[Competency.NOTICING].findChildren(Button)
    way.click(next(link for link in shown if named in link.accessibleName()), lambda: review.page is review.sentence)
    _let_take_effect(way, SentenceCode(Move.OWN_CONTRIBUTION, 1))
    # Back to the competency from which one came.
    label = COMPETENCIES[Competency.NOTICING].label()
    assert review.sentence.back.text() == str(say.BACK_TO_COMPETENCY(competency=label))
    review.sentence.back.click()
    way.stage.qtbot.waitUntil(lambda: on(review, "session") and not review.working)
    assert in_view_of(way.stage, review.session.competencies.cards[Competency.NOTICING])


CORRECTING_FOR_EVERYBODY = (_of_a_moment, _of_what_it_showed)


def _let_take_effect(way: Way, code: SentenceCode) -> None:
    """Choose what it is, look at what would change, and let it take effect under two names."""
    page = way.review.sentence
    # Nothing can be proposed of which nobody has seen what it would change.
    assert not page.new.propose.isEnabled()
    way.click(page.new.codes.buttons[code], lambda: "conversation" in page.new.would.told.text())
    assert " of " in page.new.would.told.text()
    assert not page.new.propose.isEnabled()
    fill(page.new.reason, "It is what it did.")
    fill(page.new.name, "Dr N.")
    fill(page.new.second, "dr  n.")
    assert (page.new.propose.isEnabled(), page.new.why_not.text()) == (False, str(say.TWO_PEOPLE()))
    fill(page.new.second, "Dr. Oduya")
    way.click(page.new.propose, lambda: bool(page.cards))
    assert page.cards[0].correction.state is CorrectionState.IN_FORCE
    assert page.cards[0].correction.after == code


# The walk.


def _look_closer(stage: Stage, review: ReviewDesk) -> None:
    """From a count to the very conversation, and what was made by the model says so there too."""
    home(stage, review)
    review.group.closer.buttons[Closer.MET].click()
    stage.qtbot.waitUntil(lambda: on(review, "met"))
    page = review.met
    assert page.back.text() == str(review_words.BACK_TO_GROUP())
    assert "of all that was handed in so far." in page.told.text()
    names = [page.people.model().index(row, 0).data() for row in range(page.people.model().rowCount())]
    assert names == list(NAMES)
    row = next(number for number in range(8) if "of" in page.table.model().index(number, 5).data())
    page.table.choose(row, 5)
    assert page.behind.isVisible()
    looked_at(stage, page)
    page.asked.first_only.setChecked(True)
    page.asked.scenario.setCurrentIndex(1)
    page.people.choose(0, 1 + row)
    assert in_view_of(stage, page.behind)
    page.read_buttons[0].click()
    stage.qtbot.waitUntil(lambda: on(review, "session") and not review.working)
    assert words_of(review.session).count(str(MADE_BY_MODEL())) == 1
    assert review.session.back.text() == str(review_words.BACK_TO_MET())
    review.session.to_scores.click()


def _correct_for_everybody(stage: Stage, review: ReviewDesk) -> None:
    """From the card to the sentence: dry run, a second name, another score, and a history that shows both."""
    qtbot, session = stage.qtbot, review.session
    before = shown_in(session.competencies.cards[Competency.OWN_ROLE]).splitlines()[1]
    turn = min(session.sentence_buttons)
    session.sentence_buttons[turn].click()
    qtbot.waitUntil(lambda: review.page is review.sentence and not review.working)
    page = review.sentence
    assert str(say.AS_CODED_THEN()) in words_of(page)
    assert page.new.would.told.text() == str(say.CHOOSE_OTHER())
    page.new.reason.setPlainText("It names what was done and what it did.")
    page.new.name.setEditText("Dr N.")
    assert not page.new.propose.isEnabled()
    page.new.codes.buttons[SentenceCode(Move.OWN_CONTRIBUTION, 4)].click()
    assert not page.new.propose.isEnabled()
    qtbot.waitUntil(page.new.propose.isEnabled)
    assert "conversations of" in page.new.would.told.text()
    assert "→" in shown_in(page.new.would)
    looked_at(stage, page)
    # Nothing can be proposed but what was tried as it is chosen now.
    page.new.codes.buttons[SentenceCode(Move.OWN_CONTRIBUTION, 3)].click()
    assert not page.new.propose.isEnabled()
    page.new.codes.buttons[SentenceCode(Move.OWN_CONTRIBUTION, 4)].click()
    qtbot.waitUntil(page.new.propose.isEnabled)
    before_cards = len(page.cards)
    page.new.propose.click()
    qtbot.waitUntil(lambda: len(page.cards) > before_cards and not review.working)
    card = page.cards[0]
    assert card.correction.state is CorrectionState.PROPOSED
    # It is in sight with the keyboard on it, and no empty form looks like loss.
    assert in_view_of(stage, card)
    assert card.second.isAncestorOf(stage.window.focusWidget()) or stage.window.focusWidget() is card.second
    assert not page.new.isVisible()
    looked_at(stage, page)
    page.other.click()
    assert page.new.isVisible()
    card.second.setEditText("Dr. Oduya")
    card.agree.click()
    qtbot.waitUntil(lambda: page.cards[0].correction.state is CorrectionState.IN_FORCE and not review.working)
    page.back.click()
    qtbot.waitUntil(lambda: on(review, "session") and not review.working)
    now = shown_in(session.competencies.cards[Competency.OWN_ROLE]).splitlines()[1]
    assert f"(before the corrections: {before.split(' ')[0]}" in now
    assert "Dr N., " in shown_in(session._turns[turn])
    assert "Dr. Oduya agreed" in shown_in(session._turns[turn])
    # The card names the correction that made it another number, and leads to it.
    assert "Dr. Oduya agreed" in shown_in(session.competencies.cards[Competency.OWN_ROLE])
    assert any(link.isVisible() for link in session.because_links)
    looked_at(stage, session)


def _rate_as_another(stage: Stage, review: ReviewDesk) -> None:
    """Somebody rates what others have rated before, and the page *Agreement* says how far they agree."""
    home(stage, review)
    research = review.group.research
    research.button.click()
    assert in_view_of(stage, research.links.buttons[Closer.AGREEMENT])
    research.links.buttons[Closer.RATING].click()
    stage.qtbot.waitUntil(lambda: review.page is review.rating.page and not review.working)
    page = review.rating.page
    page.ask.name.setEditText("Bea")
    page.ask.rate_here.click()
    stage.qtbot.waitUntil(lambda: review.page is review.rating.rate_page and not review.working)
    give_all(review, 0)
    stage.qtbot.waitUntil(lambda: review.page is page and not review.working)
    page.cards[-1].hand_in.click()
    stage.qtbot.waitUntil(lambda: "what Bea gave" in page.told.text() and not review.working)
    page.agreement.click()
    agreement = review.agreement.page
    stage.qtbot.waitUntil(lambda: review.page is agreement and not review.working)
    assert "Bea" in agreement.told.text()
    concluded = shown_in(agreement.concluded)
    assert "People may be compared in nothing yet" in concluded or "people may be compared by their means" in concluded
    assert str(agreement_words.TWO_QUESTIONS()) in concluded
    assert any(" to " in agreement.table.model().index(row, 2).data() for row in range(len(Competency)))
    assert crowded(stage.settled()) == []


def _print(stage: Stage, review: ReviewDesk, target: Path) -> None:
    """The page for the next meeting, on paper, with since when it counts and what made it."""
    home(stage, review)
    page = review.group
    page.export.ask_where = lambda *_asked: target
    page.export.pdf.click()
    assert target.read_bytes().startswith(b"%PDF")
    document = str(page.document())
    assert "counted-since" in document
    assert MADE_BY_MODEL.id in document
