"""What people call the words of the language: moves, markers, reaction states."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.alliance.markers import MARKERS
from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Sentence

LABELS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        **{str(code): entry.label for code, entry in MOVES.items()},
        **{str(code): entry.label for code, entry in MARKERS.items()},
        **{str(code): entry.label for code, entry in REACTIONS.items()},
    }
)
