"""How hard a scenario is, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.analysis.hardness import Hardness
from simulator.messages.message import Sentence
from simulator.messages.sentences import learning as say

HARDNESS_WORDS: Final[Mapping[Hardness | None, Sentence]] = MappingProxyType(
    {
        None: say.NO_DIFFERENCE,
        Hardness.CARELESS_PAYS: say.CARELESS_PAYS,
        Hardness.FAR_EASIER: say.FAR_EASIER,
        Hardness.EASIER: say.EASIER,
        Hardness.ALIKE: say.ALIKE,
        Hardness.HARDER: say.HARDER,
        Hardness.RARELY_REPAIRED: say.RARELY_REPAIRED,
        Hardness.FAR_HARDER: say.FAR_HARDER,
    }
)
"""What is said of each; ``None`` where nothing makes a difference."""
