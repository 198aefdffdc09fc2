"""The canvas of an open file: one of its faces. It draws what the file reads as, and changes the file by intents only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.messages.sentences.editing import MOVED_CARDS
from simulator.scenario.nodes import Path
from simulator.scenario.story_graph import CardKind, EdgeKind, story_of
from simulator.scenario.story_layout import Spot
from simulator.services.canvas_acts import (
    MOMENTS,
    Act,
    as_text,
    duplicate,
    lead,
    new_moment,
    new_response,
    paste,
    take_away,
)
from simulator.services.canvas_places import CanvasPlaces
from simulator.services.group_paths import GroupPaths
from simulator.ui.announcer import Announcer
from simulator.ui.look import Look
from simulator.ui.studio.canvas.act_bar import ActBar
from simulator.ui.studio.canvas.canvas_keys import listen_to_keys
from simulator.ui.studio.canvas.canvas_scene import CanvasScene
from simulator.ui.studio.canvas.canvas_view import CanvasView
from simulator.ui.studio.canvas.find_bar import FindBar
from simulator.ui.studio.canvas.lead_bar import LeadBar
from simulator.ui.studio.canvas.met_painter import MetPainter
from simulator.ui.studio.canvas.minimap import Minimap
from simulator.ui.studio.canvas.more_tools import MoreTools
from simulator.ui.studio.canvas.outline import CardOutline
from simulator.ui.studio.canvas.play_panel import PlayPanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_MAP_AWAY: Final = 12
_MARGIN: Final = 12
_OUTLINE_FROM: Final = 1100
"""So wide the face is, in pixels at a text size of 100 %, before the outline stands beside the canvas unasked."""

_PLAY: Final = 420
"""How wide the panel of a play is at least, in pixels at a text size of 100 %, where there is room."""

_OWN: Final = (CardKind.MOMENT, CardKind.ENDING)


class CanvasFace(QWidget):
    """A scenario as a map of cards, with what can be sought and done in it."""

    begun = Signal(tuple)
    """A moment was made whose texts are still to be written, by its path."""

    opened = Signal(tuple)
    """A moment is to be opened in the form, by its path."""

    plan_wanted = Signal(str)
    """A play is to be kept as a planned path: its text."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file = file
        self._look = look
        self._places = CanvasPlaces(file.beside)
        self._stale = True
        self._fitted = False
        self._edge: int | None = None
        self._announcer = Announcer(self)
        self.scene = CanvasScene(look)
        self.view = CanvasView(self.scene)
        # It goes with the view, which still asks for it while the window is taken apart.
        self.scene.setParent(self.view)
        self.minimap = Minimap(self.view, self.view)
        self.met = MetPainter(self.scene)
        self.finder = FindBar(look)
        self.acts = ActBar(look)
        self.lead = LeadBar(look)
        self.tools = MoreTools(look)
        self.play = PlayPanel(look)
        self._walked: tuple[str, ...] = ()
        self._stood_on = ""
        self._group: GroupPaths | None = None
        self.outline = CardOutline(self.scene.style_of_cards)
        self._lay_out()
        self._listen()
        listen_to_keys(self, self.do, self.finder, self.view)

    def take_keyboard(self) -> None:
        """Put the keyboard on the canvas."""
        if not self.scene.here:
            self.scene.stand_on(self.scene.neighbour((0, 0)))
        self.view.setFocus()

    def settle(self) -> None:
        """Nothing is ever half done here."""

    def can_show(self, place: Path) -> bool:
        """Whether a moment has a card, and can be read."""
        return place[:1] == (MOMENTS,) and isinstance(self._file.written.node(place[:2]), dict) and len(place) > 1

    def show_place(self, place: Path) -> None:
        """Show the card of a moment."""
        self._place_changed(place)

    def show_group(self, paths: GroupPaths) -> None:
        """Paint the ways that a group took, until the file is changed."""
        self._group = paths
        if not self._stale:
            self.met.paint_group(paths)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._redraw()
        if not self._fitted:
            self._fitted = True
            QTimer.singleShot(0, self, self.view.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The small map stays in its corner; the outline folds where there is no room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._place_map)
        self.outline.setVisible(self.width() >= _OUTLINE_FROM * self._look.scale)
        self.tools.fit(self.width() - 2 * _MARGIN)

    def do(self, name: str) -> None:
        """Do something with the chosen cards, by its name in ``ACTS``."""
        here = self.scene.here
        match name:
            case "open" if self._own(here):
                self._file.go_to((MOMENTS, here))
                self.opened.emit((MOMENTS, here))
            case "play" if here:
                self._play(here)
            case "moment":
                beside = here if self._own(here) else ""
                scenario = self._file.reading.scenario
                act = new_moment(self._file.written, scenario, self._look.say(say.NEW_MOMENT()), beside)
                if self._make(act):
                    self.begun.emit((MOMENTS, *act.new))
            case "answer" if self._answerable(here):
                act, path = new_response(self._file.written, here, self._look.say(say.NEW_ANSWER()))
                if self._file.make(*act.intents):
                    self._file.go_to(path)
            case "lead" if self._answerable(here):
                self.ask_lead(here)
            case "duplicate" if chosen := self._chosen():
                self._make(duplicate(self._file.written, chosen), say.DUPLICATED(count=len(chosen)))
            case "delete":
                self._take_away()
            case "copy" if chosen := self._chosen():
                QGuiApplication.clipboard().setText(as_text(self._file.written, chosen))
            case "paste":
                self._paste()

    def ask_lead(self, moment: str, target: str = "") -> None:
        """Ask which moment follows on an answer."""
        cards = self.scene.graph.cards.values()
        targets = tuple(card.id for card in cards if card.kind in _OWN)
        found = self._file.reading.draft.moments.get(moment)
        if found is not None:
            self.acts.hide()
            self.lead.show()
            self.lead.ask(found, targets, target if self._own(target) else "")

    # How it is put together.

    def _lay_out(self) -> None:
        box = column(self, margin=_MARGIN, spacing=8)
        # What can be done stays where it is, above the map, which takes what room is left.
        box.addWidget(self.finder)
        self.finder.items.addWidget(self.tools)
        self.tools.add_bar(self.finder, self.finder.rare)
        self.tools.add_bar(self.acts, self.acts.rare)
        box.addWidget(self.acts)
        box.addWidget(self.lead)
        self._told = text_label("", "small-quiet")
        self._told.hide()
        box.addWidget(self._told)
        self.middle = QSplitter(Qt.Orientation.Horizontal)
        self.middle.addWidget(self.outline)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.play)
        self.play.hide()
        self.middle.setStretchFactor(1, 1)
        self.middle.setChildrenCollapsible(False)
        box.addWidget(self.middle, 1)
        box.addWidget(self.acts.words)
        self.lead.hide()

    def _listen(self) -> None:
        file, scene, view = self._file, self.scene, self.view
        file.reading_changed.connect(self._reading_changed)
        file.beside_changed.connect(self._beside_changed)
        file.place_changed.connect(self._place_changed)
        scene.here_changed.connect(self._here_changed)
        scene.edge_chosen.connect(self._edge_chosen)
        view.opened.connect(lambda _id: self.do("open"))
        view.linked.connect(self.ask_lead)
        view.cards_put.connect(self._put)
        view.looked_elsewhere.connect(self._place_map)
        self.outline.chosen.connect(self._come_to)
        self.outline.opened.connect(lambda _id: self.do("open"))
        self.acts.acted.connect(self.do)
        self.play.source_wanted.connect(self._show_source)
        self.play.walked.connect(self._paint_walk)
        self.play.plan_wanted.connect(self.plan_wanted)
        self.play.told.connect(self._announcer.announce)
        self.play.closed.connect(self._end_play)
        self.play.begin_wanted.connect(self._play)
        self.lead.led.connect(self._lead)
        self.lead.closed.connect(self._end_lead)
        finder = self.finder
        finder.met.toggled.connect(lambda on: self.met.paint(file.reading) if on else self.met.stop())
        self.met.ended.connect(lambda: finder.met.setChecked(False))
        self.met.ended.connect(self._tell_standing)
        self.met.told.connect(self._tell)
        finder.sought.connect(self._sift)
        finder.next_wanted.connect(self._next_match)
        for button, act in (
            (finder.smaller, view.smaller),
            (finder.larger, view.larger),
            (finder.whole, view.fit),
            (finder.anew, self._arrange_anew),
        ):
            button.clicked.connect(act)

    # What the file says.

    def _reading_changed(self) -> None:
        self._stale = True
        self._group = None
        self.met.stop()
        self.play.follow(self._file.reading)
        if self.isVisible():
            self._redraw()

    def _redraw(self) -> None:
        self._stale = False
        graph = story_of(self._file.reading)
        self.scene.show_map(graph, self._places.lay_out(graph))
        self.outline.show_map(graph)
        self.minimap.redraw()
        self._tell_standing()
        self._paint_walk(self._walked)
        self._place_changed(self._file.place)
        self._sift()
        if self._group is not None:
            self.met.paint_group(self._group)

    def _tell_standing(self) -> None:
        """Say what is to be known of the map as it is; nothing where all is well."""
        graph = self.scene.graph
        missing = say.NO_CARDS() if not graph.cards else None if graph.complete else say.NOT_COMPLETE()
        self._told.setVisible(missing is not None)
        self._told.setText("" if missing is None else self._look.say(missing))

    def _tell(self, message: Message) -> None:
        self._told.setText(self._look.say(message))
        self._told.show()
        self._announcer.announce(self._told.text())

    def _beside_changed(self) -> None:
        self._places.read(self._file.beside)
        if not self._stale:
            self.scene.put_cards(self._places.lay_out(self.scene.graph))
            self.minimap.redraw()

    def _place_changed(self, place: Path) -> None:
        self.play.stand_on(str(place[1]) if place[:1] == (MOMENTS,) and len(place) > 1 else "")
        if place[:1] == (MOMENTS,) and len(place) > 1 and not self._stale:
            self.scene.stand_on(str(place[1]))
            if self.isVisible():
                self.view.show_card(str(place[1]))

    # What is done on the canvas.

    def _here_changed(self, id_: str) -> None:
        self._edge = None
        self.outline.stand_on(id_)
        card = self.scene.graph.cards.get(id_)
        words = "" if card is None else self.scene.beside(id_)
        self.acts.show_card(card, words)
        self.view.setAccessibleDescription(words or self._look.say(say.CANVAS_KEYS()))
        if self.view.hasFocus():
            self._announcer.announce(words)
        if self._own(id_) and self._file.place[:2] != (MOMENTS, id_):
            self._file.go_to((MOMENTS, id_))

    def _edge_chosen(self, number: int) -> None:
        self._edge = number
        edge = self.scene.graph.edges[number]
        answers = ", ".join(answer.response or self._look.say(say.SILENCE()) for answer in edge.answers)
        how = self._look.say(say.BY_SCRIPT() if edge.kind is EdgeKind.SCRIPT else say.BY_GRAPH())
        told = say.EDGE_TOLD(source=edge.source, target=edge.target, answers=answers, how=how)
        self.acts.words.setText(self._look.say(told))

    def _come_to(self, id_: str) -> None:
        self.scene.clearSelection()
        self.scene.stand_on(id_)
        self.view.show_card(id_)

    def _put(self, spots: Mapping[str, Spot]) -> None:
        self._file.put_beside(MOVED_CARDS(), self._places.with_put(spots))

    def _arrange_anew(self) -> None:
        self.scene.put_cards(self._places.arrange_anew(self.scene.graph))
        self.minimap.redraw()
        self.view.fit()

    def _make(self, act: Act, name: Message | None = None) -> bool:
        """Carry out an act, and come to what is new; says whether it was done."""
        done = bool(act.intents) and self._file.make(*act.intents, name=name)
        if done and act.new:
            self._file.go_to((MOMENTS, act.new[0]))
            for id_, item in self.scene.cards.items():
                item.setSelected(len(act.new) > 1 and id_ in act.new)
        return done

    def _take_away(self) -> None:
        if self._edge is not None:
            edge = self.scene.graph.edges[self._edge]
            if edge.kind is EdgeKind.SCRIPT:
                freed = [lead(edge.source, answer.response, None).intents[0] for answer in edge.answers]
                self._file.make(*freed)
        elif chosen := self._chosen():
            self._make(take_away(self._file.written, chosen), say.TOOK_AWAY(count=len(chosen)))

    def _paste(self) -> None:
        act = paste(self._file.written, QGuiApplication.clipboard().text())
        if act is None:
            self._file.refused.emit(say.NOTHING_TO_PASTE())
        else:
            self._make(act, say.PASTED(count=len(act.new)))

    def _lead(self, moment: str, response: str, target: str | None) -> None:
        if self._file.make(*lead(moment, response, target).intents):
            self._end_lead()

    def _end_lead(self) -> None:
        self.lead.hide()
        self.acts.setVisible(self.play.isHidden())
        self.view.setFocus()

    def _chosen(self) -> tuple[str, ...]:
        """The chosen moments of the scenario; a sentence where only something else is chosen."""
        chosen = self.scene.chosen()
        own = tuple(id_ for id_ in chosen if self._own(id_))
        if chosen and not own:
            self._file.refused.emit(say.ONLY_MOMENTS())
        return own

    def _own(self, id_: str) -> bool:
        card = self.scene.graph.cards.get(id_)
        return card is not None and card.kind in _OWN

    def _answerable(self, id_: str) -> bool:
        card = self.scene.graph.cards.get(id_)
        return card is not None and card.kind is CardKind.MOMENT

    # A play.

    def _play(self, here: str) -> None:
        self._show_play(self.play.begin(self._file.reading, here))

    def show_conversation(self, steps: tuple[str, ...], title: Message) -> None:
        """Show a conversation of known answers beside the map."""
        self._show_play(self.play.show_conversation(self._file.reading, steps, title))

    def play_from(self, moment: str) -> None:
        """Play from a moment on, or from the beginning where none is named."""
        self._play(moment)

    def paint_uncovered(self, responses: Collection[tuple[str, str]]) -> None:
        """Dot the ways of responses that hardly anybody is offered, as moments and responses."""
        self.scene.paint_uncovered(responses)

    def _show_play(self, refused: Message | None) -> None:
        if refused is not None:
            self._file.refused.emit(refused)
            return
        self._stood_on = self.scene.here
        self._make_room_for_play(True)
        self.play.take_keyboard()
        # A map that is only now shown has its width a moment later.
        self._share_room()
        QTimer.singleShot(0, self, self._share_room)

    def _share_room(self) -> None:
        """The play has nearly half of what there is."""
        whole = self.middle.width()
        play = min(whole * 11 // 20, max(whole * 9 // 20, round(_PLAY * self._look.scale)))
        outline = self.outline.width() if self.outline.isVisible() else 0
        self.middle.setSizes([outline, whole - outline - play, play])

    def _make_room_for_play(self, playing: bool) -> None:
        """While somebody plays, what can be sought and done with cards gives way."""
        self.play.setVisible(playing)
        self.acts.setVisible(not playing)
        self.acts.words.setVisible(not playing)
        self.finder.setVisible(not playing)

    def _paint_walk(self, moments: tuple[str, ...]) -> None:
        self._walked = moments
        self.scene.edges.mark_played(list(pairwise(moments)))

    def _show_source(self, source: Path) -> None:
        self._file.go_to(source)
        if source[:1] == (MOMENTS,):
            self.view.show_card(str(source[1]), large=True)

    def _end_play(self) -> None:
        """The card that was chosen is so still, and can be played from again, also if the map was clicked meanwhile."""
        self._make_room_for_play(False)
        if self.scene.here not in self.scene.cards and self._stood_on in self.scene.cards:
            self.scene.stand_on(self._stood_on)
        self._here_changed(self.scene.here)
        self.view.setFocus()

    # What is sought.

    def _sift(self) -> None:
        wanted = self.finder.wanted()
        found = self.scene.sift(wanted)
        self.finder.show_count(len(found) if wanted is not None else None)

    def _next_match(self) -> None:
        found = self.scene.sift(self.finder.wanted())
        if found:
            after = found.index(self.scene.here) + 1 if self.scene.here in found else 0
            self._come_to(found[after % len(found)])

    def _place_map(self) -> None:
        room, size = self.view.viewport().size(), self.minimap.size()
        self.minimap.move(room.width() - size.width() - _MAP_AWAY, room.height() - size.height() - _MAP_AWAY)
        whole = self.view.visible_part().contains(self.scene.room_of(self.scene.cards))
        self.minimap.setVisible(not whole and room.width() > 3 * size.width() and room.height() > 2 * size.height())
