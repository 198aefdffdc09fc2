"""What the briefing says of conversations that were left open."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

STILL_OPEN: Final = Sentence(
    "briefing/still-open",
    "You have left a conversation here unfinished. If you begin a new one it stays as it is: on this scenario’s card, and "
    "under “Earlier conversations”.",
    "You have left {count} conversations here unfinished. If you begin a new one they stay as they are: on this scenario’s "
    "card, and under “Earlier conversations”.",
    count="count",
)
RESUME_IT: Final = Sentence("briefing/resume-it", "Resume it", note="The newest of the conversations left unfinished.")
