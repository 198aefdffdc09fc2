"""Words that are nobody's sentence but a file's or a person's own, so that they can stand where messages stand."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

AS_WRITTEN: Final = Sentence(
    "text/as-written", "{words}", note="Words from a file or of a person; never translated here."
)
