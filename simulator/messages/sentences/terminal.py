"""What the commands in the terminal say of what was typed."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NO_SUCH_TAG: Final = Sentence("terminal/no-such-tag", "“{tag}:” is not a tag; use n:, w:, d: or c:.")
NOT_TEXT: Final = Sentence("terminal/not-text", "What was typed is not text in the encoding of this terminal.")
