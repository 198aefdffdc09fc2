"""What the checker says of the scenarios of a folder side by side."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

D701: Final = Sentence("faults/701", "{problem}")
D702: Final = Sentence("faults/702", "{reason}")
