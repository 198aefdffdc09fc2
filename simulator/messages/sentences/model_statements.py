"""One thing that might be said in each reaction state, for turns in which nothing on offer would have helped much."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

ENGAGED: Final = Sentence("model-statement/engaged", "How is it for you, the way we are going about this?")
MINIMAL: Final = Sentence(
    "model-statement/minimal", "Something got quieter just now, and I wonder whether I had a part in that."
)
AVOIDING: Final = Sentence(
    "model-statement/avoiding", "A moment ago something changed between us. Could we stay with that before we go on?"
)
SHUT_DOWN: Final = Sentence(
    "model-statement/shut-down", "You don’t have to tell me anything now. I think I went wrong with you a moment ago."
)
COMPLYING: Final = Sentence(
    "model-statement/complying", "If part of you would rather say no to this, I would like to hear that part too."
)
APPEASING: Final = Sentence(
    "model-statement/appeasing", "You are being kind to me. I wonder what has no room beside that."
)
COMPLAINT: Final = Sentence(
    "model-statement/complaint", "I am glad you tell me. What has it been like for you, with me?"
)
REJECTING: Final = Sentence("model-statement/rejecting", "That did not fit. What did I miss?")
PRESSURE: Final = Sentence(
    "model-statement/pressure", "This matters too much for a quick answer. What have I not understood?"
)
MIXED: Final = Sentence(
    "model-statement/mixed",
    "I hear two things at once, and one of them is that something is wrong. Tell me about that one.",
)
EXPLORING: Final = Sentence("model-statement/exploring", "Which moment of it was the hardest for you?")
QUALIFIED_ASSERTION: Final = Sentence(
    "model-statement/qualified-assertion", "You began to say something just then. I would like to hear all of it."
)
BLOCK: Final = Sentence("model-statement/block", "What might happen between us if you said it?")
SELF_ASSERTION: Final = Sentence("model-statement/self-assertion", "That is clear. Let us see together what we change.")
HURT: Final = Sentence("model-statement/hurt", "It hurt, and I had a part in that. I am not going away from it.")
VULNERABILITY: Final = Sentence(
    "model-statement/vulnerability", "You let me see something that matters. We have time for it."
)
REPAIRED: Final = Sentence("model-statement/repaired", "What is still unsaid between us?")
