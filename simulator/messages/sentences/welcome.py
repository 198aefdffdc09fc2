"""What the welcome page says: the disclaimers, and the question who is there."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence
from simulator.messages.sentences.disclaimers import DISCLAIMERS

REGION: Final = Sentence("welcome/region", "Welcome")
TITLE: Final = Sentence("welcome/title", "Welcome to Attune")
LEAD: Final = Sentence(
    "welcome/lead",
    "Practise noticing when something has gone wrong between you and a patient, owning your part, and repairing it.",
)
POINTS: Final = (
    *DISCLAIMERS,
    Sentence("welcome/local", "Everything stays on this computer. There is no account, and nothing is sent anywhere."),
)
NAME: Final = Sentence("welcome/name", "Your name, or a pseudonym")
LANGUAGE: Final = Sentence("welcome/language", "Language")
LET_ME_IN: Final = Sentence("welcome/let-me-in", "I understand, let me in")
WHO: Final = Sentence("welcome/who", "Who is there?")
KNOWN: Final = Sentence("welcome/known", "{name}", note="Somebody who has practised here before.")
KNOWN_TWICE: Final = Sentence(
    "welcome/known-twice", "{name} ({id})", note="Two people have the same name; the id tells them apart."
)
SOMEBODY_NEW: Final = Sentence("welcome/somebody-new", "Somebody new")
