"""From seven answers to a draft that is played, published, and then met on the Practice shelf."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.scenario.editing.intents import SetValue
from simulator.scenario.to_write import TOLD_AS, to_write
from simulator.services.publishing import NO, YES
from simulator.services.scenario_templates import Question
from simulator.ui.studio.editor.form_fields import ChoiceField, LinesField
from simulator.ui.studio.editor.page import EditorPage
from tests.ui.hands import Hands
from tests.ui.stage import AT_HOME, Stage
from tests.ui.studios import words

HELPS = "I sounded “annoyed” just then: that was mine, not yours. Größer als du."


def choose(field: ChoiceField, word: str) -> None:
    number = field.findData(word)
    field.setCurrentIndex(number)
    field.activated.emit(number)


def practised(stage: Stage) -> list[str]:
    """The titles on the Practice shelf."""
    stage.window.practice_button.click()
    return [item.card.title for item in stage.desk.library.items()]


def edited(stage: Stage) -> EditorPage:
    assert stage.studio.editor is not None
    return stage.studio.editor


def answered(stage: Stage) -> EditorPage:
    """The draft in the editor that some answers have made."""
    stage.studio.shelf.new_button.click()
    questions = stage.studio.questions
    assert stage.studio.page is questions
    assert questions.called.hasFocus()
    assert questions.person.currentText() == "Ines Carvalho"
    assert "sounded annoyed" in words(questions)
    questions.ways["nothing-changes"].setChecked(True)
    assert questions.person.currentText() == "Ruth Adler"
    assert "to a wall" not in words(questions)
    choose(questions.person, "patients/daniel-osei.yaml")
    questions.ways["gone-quiet"].setChecked(True)
    assert questions.person.currentText() == "Daniel Osei", "who was chosen stays"
    questions.fields[Question.HELPS].setPlainText(HELPS)
    questions.make_button.click()
    return edited(stage)


def keyboard_is_in(widget: QWidget) -> bool:
    """Whether what is pressed now goes to something in a widget."""
    here = QApplication.focusWidget()
    return here is not None and widget.isAncestorOf(here)


def in_sight(widget: QWidget | None) -> bool:
    """Whether all of a field can be seen."""
    return widget is not None and widget.visibleRegion().boundingRect() == widget.rect()


def begun(stage: Stage, hands: Hands) -> EditorPage:
    """A whole hour about somebody new in the editor, of which nothing is told but who it is."""
    stage.window.studio_button.click()
    stage.studio.shelf.new_button.click()
    questions = stage.studio.questions
    for answer in (
        "The wait",
        "Mara Lind",
        "41",
        "she/her",
        "runs a small nursery",
        "Mara sells trees.",
        "Hush.",
        "Peace.",
    ):
        hands.type(answer)
        hands.press(Qt.Key.Key_Return)
    questions.notes.setText("grief,  a death ")
    questions.lengths[True].setChecked(True)
    questions.make_button.click()
    return edited(stage)


def write_all_the_rest(page: EditorPage, hands: Hands, qtbot: QtBot) -> None:
    """All texts but one are written elsewhere, and the last by hand; Return leads to what comes next, and then plays it."""
    *others, last = to_write(page.file.written.root)
    page.file.make(*(SetValue(place, "Said.") for place in others))
    page.form.write_on.next_button.click()
    hands.type("At last.")
    hands.press(Qt.Key.Key_Return)
    assert page.file.written.node(last) == "At last."
    qtbot.waitUntil(lambda: in_sight(page.form.write_on.words))
    assert page.form.write_on.words.text().startswith("Every text is written.")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(page.canvas.play.isVisible)


def assert_what_is_remembered_leads_to_its_answer(stage: Stage, page: EditorPage) -> None:
    """From the moment that asks for it; the answer says so on its card."""
    stage.settled()
    assert page.form.remembered.isVisible()
    assert "Asks whether “owned-at-once” was remembered, by:" in words(page.form.remembered)
    (link,) = page.form.remembered.links
    link.click()
    helps = ("moments", "first-sign", "responses", "would-help")
    assert page.file.place == helps[:2]
    stage.settled()
    assert page.form.answers.fields[*helps, "say"].hasFocus()
    assert page.form.answers.remembers[helps].text() == "Remembers: “owned-at-once”"
    assert not page.form.remembered.isVisible(), "nothing is asked of the first"
    page.way.show_place(())
    assert [link.text() for link in page.form.remembered.links] == [
        "would-help in first-sign",
        "half-says-it",
        "says-a-little",
    ]
    page.form.remembered.links[1].click()
    assert page.file.place == ("moments", "half-says-it")


def assert_each_text_says_what_it_follows_on(page: EditorPage) -> None:
    """Over an answer the line that it answers, as it stands now; over a line its state, and on which condition it comes."""
    line = ("moments", "half-says-it", "patient")
    mends = (*line[:2], "responses", "mend-it-quickly")
    over, says = page.form.answers.answered[mends], page.form.answers.fields[*mends, "say"]
    assert "what you say to “… (you have owned it: they say half" in over.text()
    page.file.make(SetValue(line, "It’s fine. Really."))
    assert over.text() == "mend-it-quickly · what you say to “It’s fine. Really.”"
    assert says.accessibleName() == over.text()
    page.undo()
    assert "they say half of what it was like" in over.text()
    leads = page.form.answers.fields[*mends, "then"]
    assert isinstance(leads, ChoiceField)
    assert leads.currentText().startswith("Mara reacts: ")
    name = page.form.form.fields[line].accessibleName()
    assert name == "What the patient says · in the state “Half a complaint” · comes on a condition, which stands below"


def try_to_publish(page: EditorPage, stage: Stage, hands: Hands, left: int) -> None:
    """All is answered, and yet it is not published: texts are still to be written."""
    panel = page.publishing
    page.head.publish_button.click()
    assert not panel.likeness.isVisible(), "all of it was told, and what anybody could say is no one else’s"
    assert "grief" in panel.notes.words.text()
    assert f"{left} texts are still to be written" in panel.not_ready.text(), "before anything is answered"
    stage.settled()
    assert all(in_sight(question) for question in panel._questions() if question.isVisible()), "all at once"
    # One key for each question; the name is there, and the keyboard goes on by itself.
    for key in "112":
        hands.press(key)
    hands.type("Ruth")
    hands.press(Qt.Key.Key_Return)
    assert panel.by.answer == AT_HOME.name, "whoever writes here"
    assert keyboard_is_in(panel.doubts.anyway)
    hands.press("1")
    assert QApplication.focusWidget() is panel.publish_button
    hands.press(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert f"{left} texts are still to be written" in panel.not_ready.text()
    panel.mend_button.click()
    assert isinstance(QApplication.focusWidget(), LinesField), "at the first that is not written"
    assert not panel.isVisible()
    page.head.publish_button.click()
    assert (panel.notes.answer, panel.risk.answer, panel.readers.answer) == (YES, NO, "Ruth")
    panel.discard_button.click()
    assert (panel.notes.answer, panel.readers.answer, panel.by.answer) == ("", "", AT_HOME.name)
    panel.back_button.click()


@pytest.mark.slow
def test_a_whole_hour_about_somebody_new_is_written_by_return_alone(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={})
    stage.show(1280, 800)
    hands = Hands(qtbot, stage.window)
    page = begun(stage, hands)
    assert (page.title, page.disk.path) == ("The wait", "the-wait.yaml")
    assert page.file.place == ("moments", "first-sign"), "where the answers stand"
    written = page.file.written
    assert written.node(("flags",)) == ["owned-at-once"]
    assert written.node(("content-notes",)) == ["grief", "a death"]
    assert len(written.keys(("moments",))) == 11
    assert "19 texts are still to be written" in page.mend.left.text()
    qtbot.waitUntil(lambda: [one.code for one in page.mend.findings] == [TOLD_AS])
    assert page.mend.height() < page.height() // 3, "the room belongs to what is written"
    page.show_map()
    page.mend.list.clicked.emit(page.mend.list.currentIndex())
    assert page.writing.shown is page.form, "where it can be written"
    text = QApplication.focusWidget()
    assert isinstance(text, LinesField)
    assert text.toPlainText().startswith("… (what the therapist did")
    page.way.show_place(("moments", "half-says-it"))
    move = page.form.answers.fields["moments", "half-says-it", "responses", "mend-it-quickly", "move"]
    assert isinstance(move, ChoiceField)
    assert move.width() > move.fontMetrics().horizontalAdvance(move.currentText()), "what is chosen can be read whole"
    assert_each_text_says_what_it_follows_on(page)
    assert_what_is_remembered_leads_to_its_answer(stage, page)
    page.way.show_place(())
    page.form.write_on.next_button.click()
    count = len(list(to_write(written.root)))
    for number in range(9):
        qtbot.waitUntil(lambda: in_sight(QApplication.focusWidget()))
        hands.type(f"{number}.")
        hands.press(Qt.Key.Key_Return)
    written = page.file.written
    assert len(list(to_write(written.root))) == count - 9
    assert written.node(("about",)) == "0."
    assert written.node(("moments", "first-sign", "thinks")) == "1."
    assert page.strip.words == "", "what was told at first has made room"
    assert f"{count - 9} texts are still to be written" in page.form.write_on.words.text()
    try_to_publish(page, stage, hands, count - 9)
    write_all_the_rest(page, hands, qtbot)


def left_and_found_again(stage: Stage, page: EditorPage) -> EditorPage:
    """Whoever leaves the questions, also by another way or out of the editor, finds the answers again."""
    page.head.publish_button.click()
    page.head.close_button.click()
    stage.row("The missed hour").edit_button.click()
    page = edited(stage)
    page.head.publish_button.click()
    panel = page.publishing
    assert (panel.notes.answer, panel.risk.answer, panel.readers.answer) == (YES, YES, "Ruth: “twice”")
    page.show_form()
    assert page.form.isVisible()
    page.head.publish_button.click()
    assert not page.form.isVisible()
    return page


def led_to_the_practice_shelf(stage: Stage, page: EditorPage) -> None:
    """It is said that it is published, and one press leads to where trainees practise, at its card."""
    assert "is published" in page.strip.words
    assert any("is published" in told for told in stage.window.announcer.given)
    page.strip.buttons[0].click()
    assert stage.desk.page is stage.desk.library
    card = QApplication.focusWidget()
    assert card is not None
    assert "The missed hour" in card.accessibleName()
    assert "The missed hour" in practised(stage)
    # What is open before a conversation follows what the Studio saves meanwhile.
    stage.brief("The missed hour")
    stage.window.studio_button.click()
    file = stage.own.folder / "gone-quiet.yaml"
    file.write_text(file.read_text("utf-8").replace("\nabout: ", "\nabout: Told anew. "), "utf-8")
    stage.window.practice_button.click()
    assert stage.desk.briefing.isVisible()
    assert "Told anew." in words(stage.desk.briefing)


@pytest.mark.slow
def test_from_seven_answers_to_the_practice_shelf(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={})
    stage.show()
    stage.window.studio_button.click()
    page = answered(stage)
    assert "your draft, “gone-quiet.yaml”" in page.strip.words
    assert (page.title, page.mend.findings) == ("The missed hour", ())
    page.show_map()
    qtbot.waitUntil(page.canvas.view.hasFocus)
    page.canvas.scene.stand_on("first-sign")
    Hands(qtbot, stage.window).press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.canvas.play.play is not None)
    assert HELPS in [choice.sentence for choice in page.canvas.play.choices()]
    page.head.save_button.click()
    page.head.close_button.click()
    assert "draft · with " in words(stage.row("The missed hour"))
    assert "The missed hour" not in practised(stage)

    stage.window.studio_button.click()
    stage.row("The missed hour").edit_button.click()
    page = edited(stage)
    page.head.publish_button.click()
    panel = page.publishing
    assert "There are no content notes" in words(panel)
    assert not panel.notes.missing.text(), "nobody is told what is missing before it was asked for"
    panel.publish_button.click()
    assert "content notes warn" in panel.notes.missing.text()
    assert "Say who has read it" in panel.readers.missing.text(), "each beside its question, all at once"
    panel.notes.field.choices[YES].click()
    assert not panel.notes.missing.text()
    panel.anyone.field.choices[YES].click()
    panel.risk.field.choices[YES].click()
    assert panel.protocol.isVisible()
    assert "some moment has to look after it" in panel.protocol.missing.text()
    panel.readers.give("Ruth: “twice”")
    page = left_and_found_again(stage, page)
    panel = page.publishing
    panel.risk.field.choices[NO].click()
    assert not panel.protocol.isVisible()
    panel.publish_button.click()
    assert "say whether it is to be published all the same" in panel.doubts.anyway.missing.text()
    assert panel.doubts.words.text().startswith("Not everything in it has been tried yet.")
    panel.doubts.anyway.field.choices[YES].click()
    panel.publish_button.click()
    led_to_the_practice_shelf(stage, page)

    stage.window.studio_button.click()
    stage.studio.show_shelf()
    stage.row("The missed hour").edit_button.click()
    edited(stage).head.publish_button.click()
    assert (edited(stage).publishing.readers.answer, edited(stage).publishing.notes.answer) == ("Ruth: “twice”", YES)
    assert keyboard_is_in(edited(stage).publishing.doubts.anyway), "all else is answered still"
