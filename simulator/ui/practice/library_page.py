"""The library: every scenario as a card, with what it practises and how far you have come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import choosing
from simulator.messages.sentences import shelf as say
from simulator.services.library_filter import NO_WISHES, Wishes, themes_of, wanted
from simulator.services.practice import Progress, Shelf, ShelfItem
from simulator.services.suggestion import suggested
from simulator.ui.look import Look
from simulator.ui.practice.next_card import NextCard
from simulator.ui.practice.scenario_card import ScenarioCard
from simulator.ui.practice.soundness_card import SoundnessCard
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.card_shelf import CardShelf
from simulator.ui.widgets.layouts import PANEL, clear, column, row, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.ui.practice.filter_bar import FilterBar

_CARD_WIDTH = 360
_GAP: Final = 20
_MOST_LEFT_OUT: Final = 8
_FEW: Final = 6
"""So many scenarios are seen at a glance."""


class LibraryPage(QWidget):
    """The shelf of scenarios."""

    chosen = Signal(ShelfItem)
    resumed = Signal(ShelfItem)
    earlier_wanted = Signal(str)
    """Earlier conversations of a scenario by its id; of all where it is empty."""
    folder_wanted = Signal()
    """Somebody wants to put scenarios into the folder of their own."""
    announced = Signal(str)
    """What changed by itself, in words to be read out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shelf = Shelf(())
        self._shown: tuple[ShelfItem, ...] = ()
        self._wishes = NO_WISHES
        self.filters: FilterBar | None = None
        self._here: tuple[Path, str] | None = None
        self._began_on: Button | None = None
        self._recent: tuple[str, ...] = ()
        self.folder = Path("scenarios")
        # The page before what is on it: whatever is put in later is dressed anew with all that is in it.
        inside = self._inside = QWidget()
        area = scrolling(inside, look.say(say.REGION()))
        column(self).addWidget(area)
        box = column(inside, margin=PANEL, spacing=6)
        box.setContentsMargins(40, 28, 40, 28)
        head = row(spacing=12)
        head.addWidget(text_label(look.say(say.QUESTION()), "title"), 1)
        self.earlier_button = Button(look.say(say.EARLIER()), "quiet")
        self.earlier_button.clicked.connect(lambda: self.earlier_wanted.emit(""))
        self.filter_button = Button(look.say(choosing.FILTER()), "quiet", hint=look.say(choosing.FILTER_HINT()))
        self.filter_button.clicked.connect(self._turn_filters)
        head.addWidget(self.filter_button)
        head.addWidget(self.earlier_button)
        box.addLayout(head)
        self._lead = text_label("", "quiet")
        box.addWidget(self._lead)
        box.addSpacing(4)
        self.soundness = SoundnessCard(look)
        self.soundness.changed.connect(self._tab_in_order)
        box.addWidget(self.soundness)
        self.next = NextCard(look)
        self.next.taken.connect(self._take_suggestion)
        box.addWidget(self.next)
        self._aside = column(spacing=4)
        box.addLayout(self._aside)
        self._filters_box = column()
        box.addLayout(self._filters_box)
        box.addSpacing(10)
        self.scenarios = CardShelf(self._card, gap=_GAP)
        self.scenarios.cards_changed.connect(self._tab_in_order)
        box.addWidget(self.scenarios)
        self._left_out = text_label("", "small")
        box.addSpacing(8)
        box.addWidget(self._left_out)
        box.addStretch(1)
        self.scenarios.watch(area)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the scenarios of the library, and what is on no shelf; a card whose scenario is as before stays."""
        if [item.card for item in self._shelf.items] != [item.card for item in shelf.items]:
            self._drop_filters()
        self._shelf = shelf
        self._lead.setText(self._look.say(say.LEAD()))
        self._lead.setVisible(bool(shelf.items))
        self._show_aside()
        self._show_wanted()
        self._show_left_out(shelf)

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how far the trainee has come in each of them; the keyboard stays where somebody has put it."""
        untouched = self._began_on is not None and self._began_on.hasFocus()
        self._shelf = self._shelf.with_progress(progress)
        self._show_wanted()
        if untouched:
            self._take_keyboard()
        self._began_on = None

    def _show_wanted(self) -> None:
        """Show the scenarios that are wanted; a card whose scenario is as before stays."""
        before, self._shown = self._shown, wanted(self._shelf.items, self._wishes)
        self.next.show_suggestion(suggested(self._shelf.items))
        self.filter_button.setVisible(len(self._shelf.items) > 1)
        if [item.card for item in before] == [item.card for item in self._shown]:
            self._show_progress_on_cards()
        else:
            shown = self._shown
            self.scenarios.show_cards(len(shown), lambda number: not shown[number].card.problems)
        if self.filters is not None:
            self.announced.emit(self.filters.show_count(len(self._shown), len(self._shelf.items)))

    def show_recent(self, ids: Sequence[str]) -> None:
        """Offer the scenarios that were opened last, by their ids, the last one first."""
        self._recent = tuple(ids)
        if self._shelf.items:
            self._show_aside()

    def _show_aside(self) -> None:
        """Above the cards: the way to those opened last, where there are many; or what to do where there are none."""
        clear(self._aside)
        items = self._shelf.items
        if not items:
            self._show_empty()
        elif len(items) > _FEW:
            self._show_recent([item for id_ in self._recent for item in items if item.card.id == id_])

    def _show_empty(self) -> None:
        from simulator.ui.widgets.empty_state import EmptyState

        words = self._look.say(say.EMPTY(folder=str(self.folder)))
        self.empty = EmptyState(words, self._look.say(say.OPEN_FOLDER()), self._look.scale)
        self.empty.button.clicked.connect(self.folder_wanted)
        self._aside.addWidget(self.empty)

    def _show_recent(self, items: Sequence[ShelfItem]) -> None:
        if not items:
            return
        line = row(spacing=8)
        line.addWidget(text_label(self._look.say(say.RECENT()), "small", wrap=False))
        for item in items:
            title = item.card.title
            button = Button(title, "link", name=self._look.say(say.OPEN_NAMED(title=title)))
            button.clicked.connect(lambda _on=False, one=item: self._go_to(one, self.chosen))
            line.addWidget(button)
        line.addStretch(1)
        self._aside.addLayout(line)

    def _show_progress_on_cards(self) -> None:
        for number, card in self.scenarios.made():
            if isinstance(card, ScenarioCard):
                card.show_progress(self._shown[number])
        self._tab_in_order()

    def _turn_filters(self) -> None:
        """Unfold the filters, or fold them away and show everything."""
        if self.filters is not None:
            self._drop_filters()
            self._show_wanted()
            self.filter_button.setFocus()
            return
        # Loaded when somebody filters: a start has no time for more kinds of widgets.
        from simulator.ui.practice.filter_bar import FilterBar

        self.filters = FilterBar(self._look, themes_of(self._shelf.items))
        self.filters.wished.connect(self._filter)
        self._filters_box.addWidget(self.filters)
        self._show_wanted()
        self._tab_in_order()
        self.filters.played.setFocus()

    def _drop_filters(self) -> None:
        self.filters = None
        self._wishes = NO_WISHES
        clear(self._filters_box)

    def _filter(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._show_wanted()

    def _take_suggestion(self, item: ShelfItem) -> None:
        open_ = item.progress is not None and item.progress.unfinished
        self._go_to(item, self.resumed if open_ else self.chosen)

    def _show_left_out(self, shelf: Shelf) -> None:
        left = shelf.left_out
        told = [say.LEFT_OUT_ONE(path=one.path, reason=one.reason) for one in left[:_MOST_LEFT_OUT]]
        if len(left) > _MOST_LEFT_OUT:
            told.append(say.AND_MORE(count=len(left) - _MOST_LEFT_OUT))
        self._left_out.setText("\n".join(map(self._look.say, (say.LEFT_OUT(count=len(left)), *told))) if left else "")
        self._left_out.setVisible(bool(left))

    def items(self) -> tuple[ShelfItem, ...]:
        """What is on the shelf, in the order in which it is shown."""
        return self._shown

    def every_item(self) -> tuple[ShelfItem, ...]:
        """Every scenario, also what the filters leave out."""
        return self._shelf.items

    def card(self, number: int) -> ScenarioCard:
        """The card of a number, brought into view; it is made if nobody has come to it yet."""
        card = self.scenarios.bring_into_view(number)
        assert isinstance(card, ScenarioCard)
        return card

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it was left, at first on the first scenario."""
        super().showEvent(event)
        self._take_keyboard()

    def come_to(self, scenario: str) -> None:
        """Bring a scenario into view by its id, with the keyboard on it, whatever the filters leave out."""
        item = next((item for item in self._shelf.items if item.card.id == scenario), None)
        if item is not None:
            self._drop_filters()
            self._here = _place(item)
            self._show_wanted()
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Put the keyboard on the scenario that somebody went to from here, or else on the first that can be played."""
        self._began_on = None
        places = {_place(item): number for number, item in enumerate(self._shown) if not item.card.problems}
        if self._here in places:
            self._begin_on(self.card(places[self._here]))
        elif places:
            first = self.scenarios.card(min(places.values()))
            assert isinstance(first, ScenarioCard)
            self._begin_on(first)

    def _begin_on(self, card: ScenarioCard) -> None:
        self._began_on = card.first_button
        self._began_on.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        wide = round(_CARD_WIDTH * (0.5 + 0.5 * self._look.scale))
        self.scenarios.set_columns(max(1, min(3, (self.width() - 80) // wide)))

    def _tab_in_order(self) -> None:
        tab_in_reading_order(self._inside)

    def _card(self, number: int) -> ScenarioCard:
        card = ScenarioCard(self._shown[number], self._look)
        card.chosen.connect(lambda item: self._go_to(item, self.chosen))
        card.resumed.connect(lambda item: self._go_to(item, self.resumed))
        card.earlier_wanted.connect(self._look_back_at)
        return card

    def _go_to(self, item: ShelfItem, way: SignalInstance) -> None:
        """Leave for a scenario; whoever comes back finds the keyboard there."""
        self._here = _place(item)
        way.emit(item)

    def _look_back_at(self, item: ShelfItem) -> None:
        self._here = _place(item)
        self.earlier_wanted.emit(item.card.id)


def _place(item: ShelfItem) -> tuple[Path, str]:
    return item.card.root, item.card.path
