"""On the canvas a scenario is arranged and changed, by keyboard and by mouse, and the file changes as meant and no more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from simulator.alliance.reactions import Family
from simulator.messages.sentences.editing import TYPED
from simulator.scenario.editing.intents import Remove, SetValue
from simulator.scenario.files import PinnedFiles
from simulator.scenario.source_text import Edit, SourceText
from simulator.services.edited_file import EditedFile
from simulator.ui.look import Look
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.theme import load_theme
from tests.scenario.texts import SHIPPED_TEXTS, SMALL

CONCERT = SHIPPED_TEXTS["concert-silence.yaml"]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The canvas of a file in a window of its own, and hands on it."""

    def __init__(self, qtbot: QtBot, text: str) -> None:
        source = SourceText.of_text(text)
        file = EditedFile(PinnedFiles(SHIPPED_TEXTS), "concert-silence.yaml", source, steady_ms=lambda: 0)
        self.file = OpenFile(file)
        self.face = CanvasFace(self.file, Look(load_theme("light"), reduced_motion=True))
        self.view, self.scene = self.face.view, self.face.scene
        self.said: list[str] = []
        self.file.refused.connect(lambda message: self.said.append(str(message)))
        qtbot.addWidget(self.face)
        self.face.resize(1280, 800)
        with qtbot.waitExposed(self.face):
            self.face.show()
        self.face.activateWindow()
        qtbot.waitUntil(self.face.isActiveWindow)
        self.face.take_keyboard()
        qtbot.waitUntil(self.view.hasFocus)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, to whatever has the keyboard."""
        QTest.keyClick(self.face.windowHandle(), key, modifier)

    def type(self, words: str) -> None:
        """Some letters, to whatever has the keyboard."""
        for letter in words:
            QTest.keyClick(self.face.windowHandle(), letter)  # type: ignore[call-overload]

    def point(self, id_: str, right: float = 0.5) -> QPoint:
        """Where a card is on the screen, at a share of its width."""
        item, (wide, high) = self.scene.cards[id_], self.scene.style_of_cards.card_size
        return self.view.mapFromScene(item.x() + wide * right, item.y() + high / 2)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press the mouse, move it, and let it go."""
        port = self.view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for step in (0.3, 0.7, 1.0):
            QTest.mouseMove(port, start + (end - start) * step)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)

    @property
    def place(self) -> str:
        """What is chosen in the file, by its path."""
        return "/".join(map(str, self.file.place))

    def row(self, number: int) -> QTreeWidgetItem:
        """A row of the outline, counted from the end where the number is below 0."""
        outline = self.face.outline
        found = outline.topLevelItem(number % outline.topLevelItemCount())
        assert found is not None
        return found

    @property
    def moments(self) -> list[str]:
        """The moments that the file has now."""
        return list(self.file.reading.draft.moments)

    def then(self, moment: str, answer: str) -> str | None:
        """Where an answer leads by script."""
        responses = self.file.reading.draft.moments[moment].responses
        return next(one.then for one in responses if one.id == answer)


@pytest.mark.slow
def test_a_scenario_is_changed_by_keyboard_alone_and_undone_to_the_same_bytes(qtbot: QtBot) -> None:
    desk = Desk(qtbot, CONCERT)
    assert desk.scene.here == "silence"
    desk.press(Qt.Key.Key_Right)
    assert any(edge.source == "silence" and edge.target == desk.scene.here for edge in desk.scene.graph.edges)
    beside = desk.scene.here
    assert desk.place == f"moments/{beside}"

    desk.press(Qt.Key.Key_Insert)
    assert desk.moments[desk.moments.index(beside) + 1] == "new-moment"
    assert desk.scene.here == "new-moment"
    assert desk.file.reading.diagnostics == ()
    desk.press(Qt.Key.Key_Insert, SHIFT)
    assert desk.place == "moments/new-moment/responses/new-answer"

    desk.press(Qt.Key.Key_L, CONTROL)
    assert desk.face.lead.target.hasFocus()
    desk.type("thinking")
    desk.press(Qt.Key.Key_Return)
    assert desk.then("new-moment", "ask") == "thinking"
    assert desk.view.hasFocus()
    desk.press(Qt.Key.Key_L, CONTROL)
    desk.face.lead.answer.setCurrentIndex(desk.face.lead.answer.findData("ask"))
    assert desk.face.lead.target.currentText() == "thinking"
    desk.face.lead.free.click()
    assert desk.then("new-moment", "ask") is None

    desk.press(Qt.Key.Key_D, CONTROL)
    assert desk.scene.here == "new-moment-2"
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.press(Qt.Key.Key_Delete)
    assert "new-moment-2" not in desk.moments
    desk.press(Qt.Key.Key_V, CONTROL)
    assert "new-moment-2" in desk.moments
    with qtbot.waitSignal(desk.face.opened) as opened:
        desk.press(Qt.Key.Key_Return)
    assert opened.args == [("moments", "new-moment-2")]

    while desk.file.file.undo_name is not None:
        desk.file.undo()
    assert desk.file.source.to_bytes() == CONCERT.encode()
    assert desk.said == []


def test_cards_are_dragged_and_connected_by_mouse(qtbot: QtBot) -> None:
    desk = Desk(qtbot, CONCERT)
    desk.view.show_card("boxes", large=True)
    before = {id_: item.spot for id_, item in desk.scene.cards.items()}
    desk.drag(desk.point("boxes"), desk.point("boxes") + QPoint(70, -45))
    moved = desk.scene.cards["boxes"].spot
    assert (moved.x - before["boxes"].x, moved.y - before["boxes"].y) == (70, -45)
    assert f"boxes: {moved.x}, {moved.y}" in desk.file.beside
    assert {id_: item.spot for id_, item in desk.scene.cards.items() if id_ != "boxes"} == {
        id_: spot for id_, spot in before.items() if id_ != "boxes"
    }
    desk.file.undo()
    assert desk.scene.cards["boxes"].spot == before["boxes"]

    desk.drag(desk.point("boxes", right=1.0) - QPoint(2, 0), desk.point("meadow"))
    assert desk.face.lead.target.currentText() == "meadow"
    answer = desk.face.lead.answer.currentData()
    desk.face.lead.done.click()
    assert desk.then("boxes", answer) == "meadow"
    number = next(
        n for n, edge in enumerate(desk.scene.graph.edges) if (edge.source, edge.target) == ("boxes", "meadow")
    )
    desk.scene.choose_edge(number)
    desk.press(Qt.Key.Key_Delete)
    assert desk.then("boxes", answer) is None

    desk.face.outline.setCurrentItem(desk.row(-1))
    assert desk.scene.here.startswith("~")
    desk.press(Qt.Key.Key_Delete)
    assert desk.said == ["This belongs to the patient and not to this scenario, so it cannot be changed on this map."]


def test_what_is_sought_stands_out_and_enter_leads_from_one_to_the_next(qtbot: QtBot) -> None:
    desk = Desk(qtbot, CONCERT)
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.type("concert")
    standing_out = [id_ for id_, item in desk.scene.cards.items() if item.opacity() == 1]
    assert 0 < len(standing_out) < len(desk.scene.cards)
    assert desk.face.finder.count.text() == f"{len(standing_out)} cards"
    pale, edges = desk.scene.edges.pale, desk.scene.graph.edges
    assert {n for n, edge in enumerate(edges) if not {edge.source, edge.target} & set(standing_out)} == pale
    desk.press(Qt.Key.Key_Return)
    first = desk.scene.here
    desk.press(Qt.Key.Key_Return)
    assert {first, desk.scene.here} <= set(standing_out)
    assert first != desk.scene.here
    desk.face.view.larger()
    desk.face.view.larger()
    desk.face.minimap.show()
    corner = desk.face.minimap.geometry().center() + QPoint(60, 40)
    desk.face.view.centerOn(
        desk.scene.cards[first].sceneBoundingRect().center()
        - (desk.face.view.mapToScene(corner) - desk.face.view.visible_part().center())
    )
    desk.face.view.show_card(first)
    shown_at = desk.face.view.mapFromScene(desk.scene.room_of([first])).boundingRect()
    assert not shown_at.intersects(desk.face.minimap.geometry()), "the small map hides nothing that is to be seen"
    desk.press(Qt.Key.Key_Escape)
    desk.face.finder.family.setCurrentIndex(desk.face.finder.family.findData(Family.MIXED))
    shown = {item.card.family for item in desk.scene.cards.values() if item.opacity() == 1}
    assert shown == {Family.MIXED}


def test_a_broken_block_is_marked_and_the_rest_lives(qtbot: QtBot) -> None:
    desk = Desk(qtbot, CONCERT.replace("    reaction: minimal", "    reaction minimal", 1))
    assert desk.scene.cards["silence"].card.broken
    places = {id_: item.spot for id_, item in desk.scene.cards.items() if not id_.startswith("~")}
    at = desk.file.source.text.index("reaction minimal") + len("reaction")
    desk.file.replace(TYPED(), Edit(at, at, ":"))
    assert not desk.scene.cards["silence"].card.broken
    assert {id_: desk.scene.cards[id_].spot for id_ in places} == places


def test_the_outline_says_what_the_canvas_shows(qtbot: QtBot) -> None:
    desk = Desk(qtbot, CONCERT)
    assert [desk.row(number).text(0).split(" · ")[0] for number in range(2)] == ["silence", "sure"]
    row = desk.row(0)
    assert row.data(0, Qt.ItemDataRole.AccessibleTextRole).endswith(" · quiet, 20 s")
    assert desk.scene.cards["silence"].toolTip() == "silence: quiet, 20 s"
    row.setExpanded(True)
    assert any(str(row.child(n).text(0)).endswith("→ meadow") for n in range(row.childCount()))  # type: ignore[union-attr]
    assert desk.row(-1).text(0).endswith(" · Ines’s own lines")
    assert desk.scene.heading.words == "Said by Ines where no moment of yours fits"
    assert desk.scene.heading.isVisible()
    own = next(id_ for id_ in desk.scene.cards if id_.startswith("~"))
    assert desk.scene.beside(own).startswith("Ines’s own lines: ")
    edges = desk.scene.edges
    desk.scene.stand_on("")
    assert {edges.edges[number].target.startswith("~") for number in edges.unseen} == {True}
    assert set(edges.of_card(own)) <= edges.unseen, "the way to them is drawn where somebody looks at one"
    desk.scene.stand_on(own)
    assert edges.unseen.isdisjoint(edges.of_card(own))
    desk.face.outline.setCurrentItem(desk.row(3))
    assert desk.scene.here == "news"
    assert "Ends: Avoiding" in desk.view.accessibleDescription()


@pytest.mark.parametrize("size", [0.1, 0.35, 1.0])
def test_the_map_is_drawn_at_every_size(qtbot: QtBot, size: float) -> None:
    desk = Desk(qtbot, CONCERT)
    picture = QPixmap(400, 300)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    room = desk.scene.cards["silence"].sceneBoundingRect()
    room.setSize(picture.size().toSizeF() / size)
    desk.scene.render(painter, source=room)
    painter.end()
    image = picture.toImage()
    assert len({image.pixel(x, y) for x in range(0, 400, 7) for y in range(0, 300, 7)}) > 3


def test_a_play_from_a_moment_goes_on_beside_the_map_and_follows_the_file(qtbot: QtBot) -> None:
    desk = Desk(qtbot, CONCERT)
    play = desk.face.play
    desk.face.outline.setCurrentItem(desk.row(7))
    assert desk.scene.here == "not-upset"
    desk.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: len(play.choices()) > 1 and play.choices()[0].hasFocus())
    assert play.play is None
    assert "Shut down" in play.choices()[0].sentence
    desk.press(Qt.Key.Key_Return)
    assert play.play is not None
    assert play.play.here == "not-upset"
    begun = len(play.lines.rows)
    qtbot.waitUntil(play.choices()[0].hasFocus)
    assert desk.scene.edges.played

    desk.press(Qt.Key.Key_9)
    assert len(play.lines.rows) == begun, "there is no ninth answer"
    desk.press(Qt.Key.Key_1)
    assert len(play.lines.rows) == begun + 2
    play.lines.rows[begun].click()
    assert desk.place == f"moments/not-upset/responses/{play.play.steps[-1]}"

    steps = play.play.steps
    say = ("moments", "not-upset", "responses", steps[-1], "say")
    assert desk.file.make(SetValue(say, "Quite other words, said at this place."))
    assert play.play.steps == steps
    assert play.lines.rows[begun].words == "You: Quite other words, said at this place."
    assert desk.file.make(Remove(("moments", "not-upset", "responses", steps[-1])))
    assert play.play.over
    assert steps[-1] in play.state.text()
    play.back.click()
    assert not play.play.over

    play.plan_name.setText("into the denial")
    with qtbot.waitSignal(desk.face.plan_wanted) as kept:
        play.keep.click()
    assert kept.args[0].startswith("path into the denial\nat silence\n")
    play.close_button.click()
    assert play.isHidden()
    assert not desk.scene.edges.played


def test_how_often_cards_are_met_is_painted_until_the_file_is_another(qtbot: QtBot) -> None:
    never = "  never:\n    copy: silence\n    when: turn > 20\n"
    desk = Desk(qtbot, SMALL.replace("difficulty: 1\n", "difficulty: 2\nturns: 6\n") + never)
    desk.face.finder.met.click()
    qtbot.waitUntil(lambda: desk.scene.cards["silence"].met is not None)
    cards = desk.scene.cards
    assert cards["silence"].met == pytest.approx(1, abs=0.9)
    assert "at random: 0" in cards["never"].note
    assert cards["never"].opacity() < cards["silence"].opacity() == 1
    assert any("Cost" in desk.scene.label_of(edge) for edge in desk.scene.graph.edges)
    assert desk.file.make(Remove(("moments", "never")))
    assert desk.scene.cards["silence"].met is None
    assert not desk.face.finder.met.isChecked()
