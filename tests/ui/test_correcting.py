"""An instructor corrects what a sentence is, for everybody who said it: dry run, second name, score, history, withdrawal."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.moves import Move
from simulator.messages.sentences import corrections as say
from simulator.scoring.competency import Competency
from simulator.scoring.corrections import SentenceCode
from simulator.services.correction_remarks import CorrectionState
from simulator.ui.review.desk import ReviewDesk
from tests.ui.crowding import crowded
from tests.ui.reviewing import files, take_in
from tests.ui.stage import Stage
from tests.ui.test_names_and_plain_text import nameless
from tests.ui.test_review_desk import terms

TURN = 1


def shown_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def open_session(stage: Stage, review: ReviewDesk, person: int = 0) -> None:
    review.shelf.cards[person].buttons[0].click()
    stage.qtbot.waitUntil(lambda: review.page is review.__dict__.get("session") and not review.working)


def to_the_sentence(stage: Stage, review: ReviewDesk) -> None:
    review.session.sentence_buttons[TURN].click()
    stage.qtbot.waitUntil(lambda: review.page is review.sentence and not review.working)


def looked_at(stage: Stage, page: QWidget) -> None:
    """Nothing is cut, nameless, or a term that nobody has to know."""
    assert terms(page) == []
    assert crowded(stage.settled()) == []
    assert nameless(stage.shown()) == []


@pytest.mark.slow
def test_a_sentence_is_corrected_for_everybody_and_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    review = take_in(stage, files(tmp_path / "inbox", first="explain-time"))
    open_session(stage, review)
    session = review.session
    assert "Edition" in shown_in(session._above)
    before = shown_in(session.competencies.cards[Competency.VALIDATING]).splitlines()[:2]
    # What each sentence changed is worked out behind.
    qtbot.waitUntil(lambda: session._shown is not None and session._shown.worth is not None)
    assert any(word in shown_in(session._turns[TURN]) for word in ("Cost ", "As good"))
    looked_at(stage, session)

    _propose(review)
    _agree(stage, review)
    # Old and new stand side by side, with who and when.
    shown = shown_in(session)
    assert "before the corrections" in shown
    assert "Dr. Oduya agreed" in shown_in(session._turns[TURN])
    assert "answered to the sentence as it was coded then" in shown
    assert "before the corrections" in str(session.document())
    looked_at(stage, session)
    _rate_by_hand(stage, review)
    _withdraw(stage, review)
    assert "before the corrections" not in shown_in(session)
    assert shown_in(session.competencies.cards[Competency.VALIDATING]).splitlines()[:2] == before
    _to_the_studio(stage, review)


def _propose(review: ReviewDesk) -> None:
    """Somebody has tried and proposed it, as the walk of the desk does it by hand."""
    found, correcting = review.session.session, review._review.correcting
    assert found is not None
    met = correcting.met(found, TURN)
    assert met is not None
    code = SentenceCode(Move.OWN_CONTRIBUTION, 4)
    correcting.propose(met, code, "It names what was done and what it did.", "Dr N.")


def _agree(stage: Stage, review: ReviewDesk) -> None:
    """The same name again is refused in words; a second one lets it take effect."""
    page, qtbot = review.sentence, stage.qtbot
    # Whoever is to agree finds it in the list of all.
    review.session.back.click()
    qtbot.waitUntil(lambda: review.page is review.shelf and not review.working)
    review.shelf.corrections.click()
    qtbot.waitUntil(lambda: review.page is review.corrections and not review.working)
    assert "1 waits for a second name" in review.corrections.told.text()
    assert "It names what was done and what it did." in shown_in(review.corrections)
    looked_at(stage, review.corrections)
    review.corrections.buttons[0].click()
    qtbot.waitUntil(lambda: review.page is page and not review.working)
    (card,) = page.cards
    assert card.correction.state is CorrectionState.PROPOSED
    assert "3 conversations of 3 people" in card.would.text()
    assert (card.agree.isEnabled(), card.why_not.text()) == (False, str(say.SECOND_MISSING()))
    card.second.setEditText("  dr  n. ")
    assert (card.agree.isEnabled(), card.why_not.text()) == (False, str(say.SAME_NAME(name="Dr N.")))
    assert card.why_not.isVisible()
    looked_at(stage, page)
    assert [card.second.itemText(number) for number in range(card.second.count())] == [], "only others are offered"
    assert page.new.name.findText("Dr N.") >= 0
    card.second.setEditText("Dr. Oduya")
    assert card.agree.isEnabled()
    assert not card.why_not.isVisible()
    card.agree.click()
    qtbot.waitUntil(lambda: page.cards[0].correction.state is CorrectionState.IN_FORCE and not review.working)
    assert "Dr. Oduya agreed" in shown_in(page.cards[0])
    looked_at(stage, page)
    page.back.click()
    qtbot.waitUntil(lambda: review.page is review.corrections and not review.working)
    assert "0 wait" in review.corrections.told.text()
    assert "Dr. Oduya agreed" in shown_in(review.corrections)
    review.corrections.back.click()
    qtbot.waitUntil(lambda: review.page is review.shelf and not review.working)
    open_session(stage, review)


def _withdraw(stage: Stage, review: ReviewDesk) -> None:
    """Everything is as it was, and the history stays."""
    page, qtbot = review.sentence, stage.qtbot
    to_the_sentence(stage, review)
    card = page.cards[0]
    card.withdrawing.set_open(True)
    card.who.setEditText("Dr N.")
    card.why.setPlainText("The scenario was right.")
    card.withdraw.click()
    qtbot.waitUntil(lambda: page.cards[0].correction.state is CorrectionState.WITHDRAWN and not review.working)
    assert "The scenario was right." in shown_in(page.cards[0])
    page.back.click()
    qtbot.waitUntil(lambda: review.page is review.session and not review.working)


def _to_the_studio(stage: Stage, review: ReviewDesk) -> None:
    """The author of the scenario finds the sentence where it is written."""
    to_the_sentence(stage, review)
    review.sentence.studio.click()
    studio = stage.window.studio_desk
    assert studio is not None
    assert studio.editor is not None
    assert studio.editor.file.place == ("moments", "quiet", "responses", "explain-time")
    assert "explain-time" in shown_in(studio.editor.form)
    studio._leave_editor()
    stage.window.review_button.click()
    assert review.page is review.sentence


def _rate_by_hand(stage: Stage, review: ReviewDesk) -> None:
    """One competency of this conversation, and taken back."""
    session = review.session
    fold = session.ratings[Competency.VALIDATING]
    fold.fold.set_open(True)
    assert not fold.keep.isEnabled()
    fold.numbers[5].click()
    fold.reason.setPlainText("Her tone says it.")
    fold.name.setEditText("Dr N.")
    fold.keep.click()
    stage.qtbot.waitUntil(lambda: session.ratings[Competency.VALIDATING] is not fold and not review.working)
    card = session.competencies.cards[Competency.VALIDATING]
    assert "5 of 5 (before the corrections:" in shown_in(card)
    assert "Her tone says it." in shown_in(card)
    assert terms(session) == []
    _in_the_list(stage, review)
    again = session.ratings[Competency.VALIDATING]
    again.name.setEditText("Dr N.")
    again.reason.setPlainText("No.")
    again.withdraw.click()
    stage.qtbot.waitUntil(lambda: session.ratings[Competency.VALIDATING] is not again and not review.working)
    assert "5 of 5 (" not in shown_in(session.competencies.cards[Competency.VALIDATING])


def _in_the_list(stage: Stage, review: ReviewDesk) -> None:
    """One person’s corrected number is in the list of all, with who, when and why, and the list leads to it and back."""
    review.show_corrections()
    qtbot, page = stage.qtbot, review.corrections
    qtbot.waitUntil(lambda: review.page is page and not review.working)
    told = shown_in(page)
    assert "Validating" in told
    assert "→ 5 of 5" in told
    assert "Dr N., " in told
    assert "Her tone says it." in told
    looked_at(stage, page)
    before = page.rating_buttons[0]
    before.click()
    qtbot.waitUntil(lambda: review.page is review.session and not review.working)
    assert review.session.back.text() == str(say.BACK_TO_ALL())
    review.session.back.click()
    qtbot.waitUntil(lambda: review.page is page and not review.working)
    assert page.rating_buttons[0] is not before, "read anew"
