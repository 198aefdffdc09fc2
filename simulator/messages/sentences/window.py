"""What the window itself says, beside its pages."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

STORE_BUSY: Final = Sentence(
    "window/store-busy",
    "Your conversations are being used by something else on this computer. Attune waits for them; nothing is lost.",
)
