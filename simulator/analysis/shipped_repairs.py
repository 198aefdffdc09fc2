"""How often answering at random ends repaired in each shipped scenario, by level: what another scenario's chance is held against.

``python -m tests.analysis.shipped_sensitivities`` works the figures out anew and prints the table; a test says when they no
longer hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SHIPPED_REPAIRS: Final[Mapping[int, Mapping[str, float]]] = MappingProxyType(
    {
        1: MappingProxyType({"concert-silence": 0.1036, "homework-load": 0.0495, "push-me": 0.099}),
        2: MappingProxyType({"concert-silence": 0.0389, "homework-load": 0.0154, "push-me": 0.0383}),
        3: MappingProxyType({"concert-silence": 0.0161, "homework-load": 0.0077, "push-me": 0.0162}),
    }
)
"""By level (1 to 3) and scenario: the share (0-1) of the sessions that end wholly repaired."""
