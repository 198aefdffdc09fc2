"""What is left to do in the file that is open in the Studio: in the writing, in texts still to be written, and in the proof."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NOTHING: Final = Sentence("what-is-left/nothing", "Nothing left to mend.")
WRITING: Final = Sentence(
    "what-is-left/writing", "Writing: one thing to mend.", "Writing: {count} things to mend.", count="count"
)
WRITING_NOTHING: Final = Sentence("what-is-left/writing-nothing", "Writing: nothing.", note="Nothing is to be mended.")
TEXTS: Final = Sentence(
    "what-is-left/texts", "Texts still to be written: one.", "Texts still to be written: {count}.", count="count"
)
PROOF: Final = Sentence(
    "what-is-left/proof", "Proof: one thing to mend.", "Proof: {count} things to mend.", count="count"
)
PROOF_NOTHING: Final = Sentence("what-is-left/proof-nothing", "Proof: nothing.", note="Nothing is to be mended.")
NOTHING_BEFORE: Final = Sentence(
    "what-is-left/nothing-before",
    "Nothing left to mend, as of before your last change.",
    note="The proof is worked out again.",
)
PROOF_BEFORE: Final = Sentence(
    "what-is-left/proof-before",
    "Proof, before your last change: one thing to mend.",
    "Proof, before your last change: {count} things to mend.",
    count="count",
)
PROOF_NOTHING_BEFORE: Final = Sentence("what-is-left/proof-nothing-before", "Proof, before your last change: nothing.")
PROOF_WAITS: Final = Sentence("what-is-left/proof-waits", "Proof: not known yet.")
PROOF_LATER: Final = Sentence("what-is-left/proof-later", "Proof: once it can be played.")
