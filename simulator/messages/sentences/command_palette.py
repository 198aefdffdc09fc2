"""The command palette, where everything the window can do is found by its name."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("palette/title", "Go to or do")
FIND: Final = Sentence("palette/find", "Type part of its name")
NOTHING: Final = Sentence("palette/nothing", "Nothing here is called that.")
PAGE: Final = Sentence("palette/page", "Page")
RECENT: Final = Sentence("palette/recent", "Scenario, opened last")
SCENARIO: Final = Sentence("palette/scenario", "Scenario")
HELP: Final = Sentence("palette/help", "Help")
ACTION: Final = Sentence("palette/action", "Action")
ROW: Final = Sentence(
    "palette/row", "{name} ({kind})", note="A row as it is read out: what it is called, and what kind of thing it is."
)
LIBRARY: Final = Sentence("palette/library", "Library")
BACKUPS: Final = Sentence("palette/backups", "Backups")
QUIT: Final = Sentence("palette/quit", "Quit Attune")
