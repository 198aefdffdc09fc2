"""Patients and reaction graphs in the Studio: from the shelf into the editor and back, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Listed
from simulator.messages.sentences.text import QUOTED
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.nodes import Path as NodePath
from simulator.shipped_files import SCENARIOS
from simulator.ui.studio.editor.form_fields import ChoiceField, LineField
from simulator.ui.studio.editor.lines_face import LinesFace
from simulator.ui.studio.editor.page import EditorPage
from simulator.ui.studio.people_fold import PersonRow
from simulator.ui.studio.reactions.graph_face import GraphFace
from tests.ui.hands import Hands
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.studios import words
from tests.ui.test_studio_editor import changed_lines, chosen, opened

SHUT_DOWN = Listed((QUOTED(words=ReactionState.SHUT_DOWN),))
LIKE = "format: patient/2\nlike: patients/ines-carvalho.yaml\nid: ana # mine\nname: Ana Reis\n"


def studio(qtbot: QtBot, folder: Path, **files: str) -> Stage:
    stage = Stage(qtbot, folder, scenarios={"the-wait.yaml": WAIT, **files})
    stage.show()
    stage.window.studio_button.click()
    return stage


def person(stage: Stage, name: str) -> PersonRow:
    fold = stage.studio.shelf.people
    fold.set_open(True)
    return next(row for row in fold.rows if row.file.name == name)


def focus(hands: Hands) -> QWidget | None:
    return hands.focus


def here(face: GraphFace) -> ReactionState:
    """The state that is chosen in the picture."""
    return face.picture.here


def undone(page: EditorPage) -> bytes:
    while page.head.undo_button.isEnabled():
        page.head.undo_button.click()
    return page.file.source.to_bytes()


def assert_taken_over_is_shown(hands: Hands, page: EditorPage) -> None:
    """In an empty field stands what Ines has; typing takes its place, and emptying takes it over again."""
    age, style = page.form.form.fields["age",], page.form.form.fields["style",]
    assert isinstance(age, LineField)
    assert age.placeholderText() == "as Ines Carvalho: 34"
    assert age.accessibleDescription().startswith("as Ines Carvalho: 34")
    assert "(needed)" not in age.accessibleName()
    assert isinstance(style, ChoiceField)
    assert style.currentText().startswith("as Ines Carvalho: ")
    before = page.file.source.text
    age.setFocus()
    hands.type("51")
    style.setFocus()
    assert "age: 51" in page.file.source.text
    age.setFocus()
    age.clear()
    age.settle()
    assert page.file.source.text == before
    assert age.placeholderText() == "as Ines Carvalho: 34"
    lines = page.shared.lines if page.shared else None
    assert lines is not None
    lines.show_place(())
    assert lines.whole.text().startswith(
        "Nothing has to be written here: in every state this person speaks with the lines of Ines"
    )
    assert lines.list.model().index(0, 0).data().endswith("taken over from Ines Carvalho")


@pytest.mark.slow
def test_a_patient_is_written_in_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    stage = studio(qtbot, tmp_path, **{"patients/ana.yaml": LIKE})
    hands = Hands(qtbot, stage.window)
    hands.tab_to(stage.studio.shelf.people_button)
    hands.press(Qt.Key.Key_Return)
    assert stage.studio.shelf.people.rows[0].edit_button.hasFocus()
    hands.tab_to(person(stage, "Ana Reis").edit_button)
    hands.press(Qt.Key.Key_Return)
    page = opened(stage)
    assert not page.head.publish_button.isVisible()
    page.show_form()
    form = page.form
    assert form.title.text() == "The person"
    assert form.form.opening[form.form.fields["like",]].accessibleName() == "Open “patients/ines-carvalho.yaml”"
    assert_taken_over_is_shown(hands, page)
    form.outline.setFocus()
    while chosen(page) != ("reactions", "change"):
        hands.press(Qt.Key.Key_Down)
    assert form.title.text() == "Where this person reacts otherwise than others"
    move, state = form.adder.choices
    hands.tab_to(move)
    move.setCurrentIndex(move.findData("defend_justify"))
    state.setCurrentIndex(state.findData("minimal"))
    hands.tab_to(form.adder.button)
    hands.press(Qt.Key.Key_Return)
    at: NodePath = ("reactions", "change", "defend_justify", "minimal")
    assert chosen(page) == at
    hands.tab_to(form.form.fields[(*at, "because")])
    hands.type("She has heard it before.")
    leads_to = form.form.fields[(*at, "to")]
    assert isinstance(leads_to, LineField)
    hands.tab_to(leads_to)
    leads_to.clear()
    hands.type("shut-down")
    form.outline.setFocus()
    assert "Leads to: Shut down." in form.form._meanings[(*at, "to")].text()
    lines = changed_lines(LIKE, page.file.source.text)
    assert [line.strip("+ ") for line in lines] == [
        "reactions:",
        "change:",
        "defend_justify:",
        "minimal:",
        "to: shut-down",
        'because: "She has heard it before."',
    ]
    assert page.file.findings == ()

    page.file.go_to(("goodbyes",))
    partly = form.form.fields["goodbyes", "partly"]
    hands.tab_to(partly)
    hands.type("Till Thursday.")
    form.outline.setFocus()
    page.file.go_to(("goodbyes", "partly"))
    form.add_wording.click()
    assert list(page.file.written.keys(("goodbyes", "partly", "wordings"))) == ["first", "new-wording"]
    page.head.save_button.click()
    assert (tmp_path / "scenarios/patients/ana.yaml").read_text() == page.file.source.text
    assert undone(page) == LIKE.encode()


@pytest.mark.slow
def test_from_a_scenario_to_its_patient_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    used = WAIT.replace("use: patients/ines-carvalho.yaml", "use: patients/ana.yaml")
    stage = studio(qtbot, tmp_path, **{"patients/ana.yaml": LIKE, "the-wait.yaml": used})
    stage.row("The wait").edit_button.click()
    page = opened(stage)
    page.show_form()
    page.file.go_to(())
    field = page.form.form.fields["title",]
    field.setFocus()
    field.setPlainText("The long wait")  # type: ignore[union-attr]
    page.form.form.opening[page.form.form.fields["patient", "use"]].click()
    there = opened(stage)
    assert there.title == "Ana Reis"
    assert there.writing.shown is there.form, "who the person is, and no code"
    there.strip.buttons[0].click()
    assert (opened(stage).writing.shown, opened(stage).file.place) == (opened(stage).form, ()), "where one was"
    opened(stage).form.form.opening[opened(stage).form.form.fields["patient", "use"]].click()
    there = opened(stage)
    there.form.form.opening[there.form.form.fields["like",]].click()
    assert opened(stage).disk.path == "patients/own-ines-carvalho.yaml"
    stage.studio.show_shelf()
    stage.row("The wait").edit_button.click()
    opened(stage).show_form()
    opened(stage).form.form.opening[opened(stage).form.form.fields["patient", "use"]].click()
    opened(stage).strip.buttons[0].click()
    assert opened(stage).disk.path == "the-wait.yaml"
    assert opened(stage).title == "The long wait"
    page = opened(stage)
    page.show_map()
    page.file.go_to(("moments", "boxes"))
    page.show_finding(PROOFS["618"].at(page.file.written.spans.key(("moments",)), level=2, count=1, places=SHUT_DOWN))
    face = lines_of(opened(stage))
    assert face.writing.title.text() == "Shut down"
    assert (face.writing.next.says.hasFocus(), face.writing.next.when.currentText()) == (True, "just before going")
    opened(stage).strip.buttons[0].click()
    page = opened(stage)
    assert (page.writing.shown, page.file.place) == (page.canvas, ("moments", "boxes")), "where one was"


@pytest.mark.slow
def test_a_new_person_begins_from_another(qtbot: QtBot, tmp_path: Path) -> None:
    stage = studio(qtbot, tmp_path)
    hands = Hands(qtbot, stage.window)
    row = person(stage, "Ruth Adler")
    hands.tab_to(row.begin_button)
    hands.press(Qt.Key.Key_Return)
    hands.type("Eva Lind")
    hands.press(Qt.Key.Key_Return)
    page = opened(stage)
    assert page.file.source.text == (
        "format: patient/2\nlike: patients/ruth-adler.yaml\nid: eva-lind\nname: Eva Lind\n"
    )
    assert page.file.findings == ()
    page.head.save_button.click()
    page.head.close_button.click()
    assert person(stage, "Eva Lind").file.path == "patients/eva-lind.yaml"


def lines_of(page: EditorPage) -> LinesFace:
    assert page.shared is not None
    assert page.shared.lines is not None
    return page.shared.lines


def assert_what_is_typed_is_undone_alone(hands: Hands, page: EditorPage) -> None:
    """A line and its thought are one step, the same fields stay, and what is being typed is undone before any step."""
    place, minimal = lines_of(page).writing.next, ("lines", "minimal", "wordings")
    undo = (hands.window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(*undo)
    assert tuple(page.file.written.keys(minimal)) == ("nothing-really", "mm")
    assert place.thinks.isVisible()
    hands.type("Half a li")
    QTest.keyClick(*undo)
    assert (place.says.text(), len(page.file.written.keys(minimal))) == ("", 2)
    hands.press(Qt.Key.Key_Return)
    hands.type("Of nothing.")
    hands.press(Qt.Key.Key_Return)
    assert (hands.focus, place.thinks.text()) == (place.says, "Of nothing."), "a thought is no line"
    place.thinks.clear()


@pytest.mark.slow
def test_lines_are_written_where_most_are_lacking(qtbot: QtBot, tmp_path: Path) -> None:
    stage = studio(qtbot, tmp_path, **{"patients/ana.yaml": LIKE})
    person(stage, "Ana Reis").edit_button.click()
    page, hands = opened(stage), Hands(qtbot, stage.window)
    face = lines_of(page)
    page.head.face_button(face).click()
    assert "Nothing has to be written here" in face.whole.text()
    place = face.writing.next
    face.list.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert face.writing.title.text() == "Says little"
    assert focus(hands) is face.list, "arrow keys walk"
    assert "takes the place of all that Ines Carvalho says" in words(face.writing)
    hands.press(Qt.Key.Key_Return)
    for said, thought in (("Nothing, really.", "Not yet."), ("Mm.", "Go on."), ("It's fine.", "It isn't.")):
        assert focus(hands) is place.says
        hands.type(said)
        hands.press(Qt.Key.Key_Return)
        assert focus(hands) is place.thinks
        hands.type(thought)
        hands.press(Qt.Key.Key_Return)
    minimal = ("lines", "minimal", "wordings")
    assert tuple(page.file.written.keys(minimal)) == ("nothing-really", "mm", "its-fine")
    held = {"patient": "Nothing, really.", "thinks": "Not yet.", "marker": "wd_minimal"}
    assert page.file.written.node((*minimal, "nothing-really")) == held
    assert "3 of 4" in face.list.currentIndex().data()
    assert "18 states this person speaks with the lines of Ines" in face.whole.text()
    assert "With lines of their own: 1; enough to play: 1; finished: 0." in face.whole.text()
    assert "is still Ines Carvalho’s" in words(face.writing), "what is seen without words goes on standing"
    assert page.file.findings == ()
    assert_what_is_typed_is_undone_alone(hands, page)
    hands.type("It's all right.")
    hands.click(face.list.viewport(), face.list.visualRect(face.list.model().index(2, 0)).center())
    assert "its-all-right" in page.file.written.keys(minimal), "what was begun is not lost"
    assert face.writing.title.text() != "Says little"
    hands.type("No")
    assert place.says.text() == "No"
    place.says.clear()
    face.list.setFocus()
    hands.type("Leave it.")
    assert (focus(hands), place.says.text()) == (place.says, "Leave it."), "a sentence is not a search for a state"
    assert face.list.currentIndex().row() == 2
    place.says.clear()
    hands.press(Qt.Key.Key_F8)
    assert face.writing.title.text() == "Says little"
    hands.tab_to(place.seen)
    hands.type("looks at her shoes")
    hands.press(Qt.Key.Key_Return)
    assert page.file.written.node((*minimal, "looks-at-her-shoes", "wordless")) == "true"
    assert undone(page) == LIKE.encode()


@pytest.mark.slow
def test_visits_are_counted_in_a_scenario(qtbot: QtBot, tmp_path: Path) -> None:
    used = WAIT.replace("use: patients/ines-carvalho.yaml", "use: patients/ana.yaml")
    stage = studio(qtbot, tmp_path, **{"patients/ana.yaml": LIKE, "the-wait.yaml": used})
    person(stage, "Ana Reis").edit_button.click()
    page = opened(stage)
    face = lines_of(page)
    page.head.face_button(face).click()
    qtbot.waitUntil(face.count.button.isVisible)
    face.count.button.click()
    qtbot.waitUntil(lambda: "In “The wait”" in words(face.writing), timeout=30_000)


@pytest.mark.slow
def test_a_new_scenario_about_somebody_new(qtbot: QtBot, tmp_path: Path) -> None:
    stage = studio(qtbot, tmp_path)
    hands = Hands(qtbot, stage.window)
    stage.studio.shelf.new_button.click()
    questions = stage.studio.questions
    questions.person.setCurrentIndex(questions.person.findData("patients/ruth-adler.yaml"))
    questions.person.activated.emit(0)
    assert questions.faces.isHidden()
    hands.tab_to(questions.name)
    hands.type("Eva Lind")
    assert questions.faces.isVisible()
    assert questions.faces.chosen == "default"
    hands.click(questions.faces.faces["bald-head"].picture)
    questions.make_button.click()
    made = tmp_path / "scenarios/patients/eva-lind.yaml"
    assert "like: patients/anybody.yaml" in made.read_text()
    assert "name: Eva Lind\nportrait: bald-head\n" in made.read_text()
    assert opened(stage).file.written.node(("patient", "use")) == "patients/eva-lind.yaml"
    assert opened(stage).file.reading.scenario is not None


@pytest.mark.slow
def test_a_difference_is_made_in_the_graph_and_stepped_through(qtbot: QtBot, tmp_path: Path) -> None:
    stage = studio(qtbot, tmp_path, **{"patients/ana.yaml": LIKE})
    person(stage, "Ana Reis").edit_button.click()
    page, hands = opened(stage), Hands(qtbot, stage.window)
    assert page.shared is not None
    face = page.shared.graph
    page.head.face_button(face).click()
    assert focus(hands) is face.list
    hands.press(Qt.Key.Key_Down)
    assert here(face) is ReactionState.MINIMAL
    assert {edge.target for edge in face.picture.edges.edges} >= {ReactionState.EXPLORING, ReactionState.AVOIDING}
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Down)
    assert face.cell.title.text() == "Notice the shift, from Says little"
    hands.press(Qt.Key.Key_Return)
    assert focus(hands) is face.cell.to
    face.cell.to.selectAll()
    hands.type("shut-down")
    hands.tab_to(face.cell.because)
    hands.type("Seen is caught.")
    face.list.setFocus()
    assert page.file.written.node(("reactions", "change", "notice_shift", "minimal")) == {
        "to": "shut-down",
        "because": "Seen is caught.",
    }
    assert page.file.findings == ()
    assert "Others: If the way is open" in face.cell.told.text()
    assert face.list.currentIndex().data() == "≠ Notice the shift: shut-down"
    assert face.picture.cards[ReactionState.MINIMAL].differs == 1
    assert [edge.differs for edge in face.picture.edges.edges] == [True]

    what_if = face.what_if
    assert what_if.title.text() == "What would Ana do if …"
    hands.tab_to(what_if.then_button)
    hands.press(Qt.Key.Key_Return)
    assert "leads to “Shut down”" in words(what_if)
    assert "Seen is caught." in words(what_if)
    assert any(edge.walked for edge in face.picture.edges.edges)
    hands.tab_to(what_if.back_button)
    hands.press(Qt.Key.Key_Return)
    assert "Now: Says little" in what_if.now.text()

    face.list.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert not page.file.written.has(("reactions",))
    face.picture.setFocus()
    hands.press(Qt.Key.Key_Right)
    assert here(face) is ReactionState.COMPLYING
    assert undone(page) == LIKE.encode()


@pytest.mark.slow
def test_a_reaction_graph_of_ones_own_is_changed_in_its_cells(qtbot: QtBot, tmp_path: Path) -> None:
    base = (SCENARIOS / "reactions/alliance_base.yaml").read_text("utf-8")
    mine = base.replace("id: alliance_base", "id: mine")
    stage = studio(qtbot, tmp_path, **{"reactions/mine.yaml": mine})
    person(stage, "mine").edit_button.click()
    page, hands = opened(stage), Hands(qtbot, stage.window)
    assert page.shared is not None
    face = page.shared.graph
    page.head.face_button(face).click()
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    face.cell.to.selectAll()
    hands.type("minimal")
    face.list.setFocus()
    assert changed_lines(mine, page.file.source.text) == ["-    engaged: stay", "+    engaged: minimal"]
    assert not face.cell.because.isVisible()
    assert "≠" not in str(face.list.currentIndex().data())
    assert undone(page) == mine.encode()
