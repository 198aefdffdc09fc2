"""What is left to do in the file that is open in the Studio: in the writing, in texts still to be written, and in the proof."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NOTHING: Final = Sentence("what-is-left/nothing", "Nothing left to mend.")
WRITING: Final = Sentence(
    "what-is-left/writing", "One thing to mend in the writing.", "{count} things to mend in the writing.", count="count"
)
WRITING_NOTHING: Final = Sentence("what-is-left/writing-nothing", "Nothing to mend in the writing.")
TEXTS: Final = Sentence(
    "what-is-left/texts", "One text is still to be written.", "{count} texts are still to be written.", count="count"
)
PROOF: Final = Sentence(
    "what-is-left/proof", "The proof found one thing to mend.", "The proof found {count} things to mend.", count="count"
)
PROOF_NOTHING: Final = Sentence("what-is-left/proof-nothing", "The proof found nothing to mend.")
NOTHING_BEFORE: Final = Sentence(
    "what-is-left/nothing-before",
    "Nothing was left to mend before your last change.",
    note="The proof is worked out again.",
)
PROOF_BEFORE: Final = Sentence(
    "what-is-left/proof-before",
    "Before your last change the proof found one thing to mend.",
    "Before your last change the proof found {count} things to mend.",
    count="count",
)
PROOF_NOTHING_BEFORE: Final = Sentence(
    "what-is-left/proof-nothing-before", "Before your last change the proof found nothing to mend."
)
PROOF_WAITS: Final = Sentence("what-is-left/proof-waits", "What the proof finds is not known yet.")
PROOF_LATER: Final = Sentence("what-is-left/proof-later", "The proof comes once it can be played.")
