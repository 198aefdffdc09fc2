"""What the conversation says of itself, beside what the two people in it say."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

KEEPING: Final = Sentence("conversation/keeping", "Keeping your answer …")
