"""What can be done from anywhere in the window: by keys, and by name in the command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut

from simulator.messages.sentences import command_palette as say
from simulator.messages.sentences import tour
from simulator.messages.sentences import window as places
from simulator.ui.dropping import Dropping

if TYPE_CHECKING:
    from simulator.messages.message import Sentence
    from simulator.services.practice import ShelfItem
    from simulator.ui.command_palette import Command, CommandPalette
    from simulator.ui.places import Places
    from simulator.ui.practice.desk import PracticeDesk


def listen(window: Places) -> None:
    """Let the window answer to its keys, of which one that is held down acts once, and to files dropped on it."""
    for keys, do in _KEYS:
        shortcut = QShortcut(QKeySequence(keys), window.window(), partial(do, window))
        shortcut.setAutoRepeat(False)
    Dropping(window)


def show_palette(window: Places) -> CommandPalette | None:
    """Show the palette, where something can be done at all."""
    # Loaded late: a start needs no palette.
    from simulator.ui.command_palette import CommandPalette

    if not window.can_turn:
        return None
    palette = CommandPalette(window.look, list(commands(window)), window.window())
    palette.open()
    return palette


def commands(window: Places) -> Iterator[Command]:
    """All that can be gone to or done now. In the middle of a conversation nothing leads away from it but what leads back."""
    from simulator.ui.command_palette import Command
    from simulator.ui.help_page import PAGES
    from simulator.ui.practice.desk import PracticeDesk

    words = window.look
    page, help_, action = (words.say(kind()) for kind in (say.PAGE, say.HELP, say.ACTION))
    desk = window.desk
    if desk is not None and not window.talking:
        yield Command(words.say(say.LIBRARY()), page, partial(at_practice, window, PracticeDesk.show_library))
        yield Command(words.say(places.AT_EARLIER()), page, partial(at_practice, window, PracticeDesk.show_earlier))
        yield Command(words.say(places.STUDIO()), page, window.show_studio)
        yield Command(words.say(places.REVIEW()), page, window.show_review)
    yield Command(words.say(places.SETTINGS()), page, window.show_settings)
    yield Command(words.say(say.BACKUPS()), page, window.show_backups)
    if desk is not None and not window.talking:
        for item, kind in _scenarios(desk, window.recent):
            yield Command(item.card.title, words.say(kind()), partial(at_practice, window, partial(brief, item)))
    for name, called in PAGES:
        yield Command(words.say(called()), help_, partial(window.show_help_page, name))
    if desk is not None and not window.talking:
        yield Command(words.say(tour.SHOW()), action, window.show_tour)
        # Late: a start needs no word of the Studio.
        from simulator.messages.sentences.first_evening import TOUR

        yield Command(words.say(TOUR()), action, window.show_studio_tour)
    yield Command(words.say(say.QUIT()), action, window.close)


def _scenarios(desk: PracticeDesk, recent: Sequence[str]) -> Iterator[tuple[ShelfItem, Sentence]]:
    """All that can be played, those opened last before the others."""
    playable = [item for item in desk.library.every_item() if not item.card.problems]
    last = [item for id_ in recent for item in playable if item.card.id == id_]
    yield from ((item, say.RECENT) for item in last)
    yield from ((item, say.SCENARIO) for item in playable if item not in last)


def at_practice(window: Places, do: Callable[[PracticeDesk], object]) -> None:
    """Go to the Practice desk, which may be made anew for that, and do something there."""
    window.show_practice()
    if window.desk is not None:
        do(window.desk)


def brief(item: ShelfItem, desk: PracticeDesk) -> None:
    """Show what is said before a scenario begins."""
    desk.library.chosen.emit(item)


_KEYS: Final[tuple[tuple[str, Callable[[Places], object]], ...]] = (
    ("F1", lambda window: window.show_help()),
    ("Ctrl+,", lambda window: window.show_settings()),
    ("Ctrl+K", show_palette),
    ("Ctrl+Q", lambda window: window.close()),
)
"""What a person at a desktop presses, and what it does. On a Mac, Ctrl is the command key."""
