"""What a session can come to: within a sentence, and as the heading of a row or a column."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_WITHIN: Final = "What a conversation can come to, within a sentence or a list."
_HEADS: Final = "What a conversation can come to, as a heading."

REPAIRED: Final = Sentence("verdicts/repaired", "repaired", note=_WITHIN)
PARTLY: Final = Sentence("verdicts/partly", "partly repaired", note=_WITHIN)
UNRESOLVED: Final = Sentence("verdicts/unresolved", "left open", note=_WITHIN)
QUIET_DROP_OUT: Final = Sentence("verdicts/quiet-drop-out", "a quiet goodbye", note=_WITHIN)
LEFT: Final = Sentence("verdicts/left", "the patient left", note=_WITHIN)
TRANSFER: Final = Sentence("verdicts/transfer", "an agreed transfer", note=_WITHIN)

REPAIRED_HEADING: Final = Sentence("verdicts/repaired-heading", "Repaired", note=_HEADS)
PARTLY_HEADING: Final = Sentence("verdicts/partly-heading", "Partly repaired", note=_HEADS)
UNRESOLVED_HEADING: Final = Sentence("verdicts/unresolved-heading", "Left open", note=_HEADS)
QUIET_DROP_OUT_HEADING: Final = Sentence("verdicts/quiet-drop-out-heading", "A quiet goodbye", note=_HEADS)
LEFT_HEADING: Final = Sentence("verdicts/left-heading", "The patient left", note=_HEADS)
TRANSFER_HEADING: Final = Sentence("verdicts/transfer-heading", "An agreed transfer", note=_HEADS)
