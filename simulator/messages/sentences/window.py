"""What the window itself says, beside its pages."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

STORE_BUSY: Final = Sentence(
    "window/store-busy",
    "Your conversations are being used by something else on this computer. Attune waits for them; nothing is lost.",
)
PRACTICE: Final = Sentence("window/practice", "Practice", note="The trainees’ desk.")
STUDIO: Final = Sentence("window/studio", "Studio", note="The desk of supervisors who write scenarios.")
REVIEW: Final = Sentence("window/review", "Review", note="The desk of instructors, who read what was handed in.")
SETTINGS: Final = Sentence("window/settings", "Settings")
CLOSE: Final = Sentence("window/close", "Close")
CLOSE_MESSAGE: Final = Sentence("window/close-message", "Close this message")
AT_THIS_DESK: Final = Sentence("window/at-this-desk", "You are at this desk.")
BACK_TO_DEBRIEFING: Final = Sentence("window/back-to-debriefing", "Back to the debriefing")
HELP: Final = Sentence("window/help", "Help")
HELP_HINT: Final = Sentence("window/help-hint", "Keys, words, and how this works (F1)")
BACK: Final = Sentence("window/back", "Back", note="To the page one was on before the settings or the help.")
BACK_TO_LIBRARY: Final = Sentence("window/back-to-library", "Back to the library")
BACK_TO_CONVERSATION: Final = Sentence("window/back-to-conversation", "Back to the conversation")
BACK_TO_STUDIO: Final = Sentence("window/back-to-studio", "Back to the Studio")
BACK_TO_REVIEW: Final = Sentence("window/back-to-review", "Back to what was handed in")
PROGRAM_FAULT: Final = Sentence(
    "window/program-fault",
    "This could not be done because of a mistake in the program. Everything that was kept before is safe.",
)
AT: Final = Sentence("window/at", "{place} – Attune", note="The window’s title: where one is.")
AT_IN_SAMPLE: Final = Sentence(
    "window/at-in-sample",
    "{place} – Attune: a sample group",
    note="The window’s title while it shows the sample group.",
)
AT_LIBRARY: Final = Sentence("window/at-library", "Library")
AT_BRIEFING: Final = Sentence("window/at-briefing", "Briefing: {title}")
AT_CONVERSATION: Final = Sentence("window/at-conversation", "{title}: conversation with {name}")
AT_DEBRIEFING: Final = Sentence("window/at-debriefing", "Looking back: {title}")
AT_EARLIER: Final = Sentence("window/at-earlier", "Earlier conversations")
AT_HAND_IN: Final = Sentence("window/at-hand-in", "Handing in: {title}")
AT_STUDIO: Final = Sentence("window/at-studio", "Studio")
AT_SETTINGS: Final = Sentence("window/at-settings", "Settings")
AT_WELCOME: Final = Sentence("window/at-welcome", "Welcome")
NOT_AT_STUDIO: Final = Sentence(
    "window/not-at-studio",
    "This scenario is not in your library, so it cannot be opened at the Studio. Put its file into your folder of scenarios first.",
)
