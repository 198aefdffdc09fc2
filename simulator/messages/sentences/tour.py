"""The tour of five steps through the window, for whoever is here for the first time."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

REGION: Final = Sentence("tour/region", "A look around")
STEP: Final = Sentence("tour/step", "{title} ({number} of {all})", note="The heading of one step of the tour.")
BACK: Final = Sentence("tour/back", "Back", note="To the step before.")
NEXT: Final = Sentence("tour/next", "Next", note="To the step after.")
LEAVE: Final = Sentence("tour/leave", "Leave the tour")
DONE: Final = Sentence("tour/done", "Done", note="After the last step.")
SHOW: Final = Sentence("tour/show", "Take the tour", note="A button in the help, and an action in the command palette.")

WHO: Final = Sentence("tour/who", "Who you sit with")
WHO_SAID: Final = Sentence(
    "tour/who-said",
    "Each card is one conversation that has just gone wrong. It says who comes, what is practised and how long it takes. "
    "What fits you next stands above.",
)
HELP: Final = Sentence("tour/help", "How much help")
HELP_SAID: Final = Sentence(
    "tour/help-said",
    "Before you begin you choose how much you are told. Learn says after each turn what there was to see; Practise says it "
    "afterwards. Level 1 forgives most.",
)
TALK: Final = Sentence("tour/talk", "In the conversation")
TALK_SAID: Final = Sentence(
    "tour/talk-said",
    "First say what you saw, then choose a sentence with 1 to 5, or stay silent. Esc pauses. This page of the help has every "
    "key; F1 brings it back.",
)
AFTERWARDS: Final = Sentence("tour/afterwards", "Afterwards")
AFTERWARDS_SAID: Final = Sentence(
    "tour/afterwards-said",
    "When it has ended you are told what it came to, what helped most, and the one turn to say again, from where you can try "
    "once more. Every conversation stays here.",
)
FIND: Final = Sentence("tour/find", "Finding your way")
FIND_SAID: Final = Sentence(
    "tour/find-said",
    "Ctrl+K finds every page and scenario by its name, this tour too. Ctrl+, opens the settings. The Studio is for those who "
    "write scenarios, and gives their answers away.",
)
