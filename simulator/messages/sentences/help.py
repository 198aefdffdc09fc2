"""What the help page says of itself; the pages themselves are texts under ``assets/help``."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("help/title", "Help")
CONVERSATION: Final = Sentence("help/conversation", "In a conversation")
WORDS: Final = Sentence("help/words", "Words")
RULES: Final = Sentence("help/rules", "How the patient reacts")
COMPETENCIES: Final = Sentence("help/competencies", "What is looked at")
PRICES: Final = Sentence("help/prices", "What a sentence was worth")
STUDIO: Final = Sentence("help/studio", "Writing a scenario", note="A page for supervisors who edit scenarios.")
DATA: Final = Sentence("help/data", "Privacy and your data")
REVIEW: Final = Sentence("help/review", "Handing in and review")
ACCESS: Final = Sentence(
    "help/access", "Accessibility", note="A page on how far the program can be used with disabilities."
)
CHANGES: Final = Sentence("help/changes", "What is new")
ABOUT: Final = Sentence("help/about", "About Attune")
FIND: Final = Sentence("help/find", "Find in the help")
NOT_FOUND: Final = Sentence("help/not-found", "Nowhere in the help.")
MISSING: Final = Sentence("help/missing", "This page of the help is missing from the installation.")
