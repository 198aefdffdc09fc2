"""How sensitive the half-way learner of each shipped scenario must be, by level: what another scenario's is held against.

``python -m tests.analysis.shipped_sensitivities`` works the figures out anew and prints the table; a test says when they no
longer hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SHIPPED_SENSITIVITIES: Final[Mapping[int, Mapping[str, float]]] = MappingProxyType(
    {
        1: MappingProxyType({"concert-silence": 0.0314, "homework-load": 0.0346, "push-me": 0.0306}),
        2: MappingProxyType({"concert-silence": 0.037, "homework-load": 0.0412, "push-me": 0.0361}),
        3: MappingProxyType({"concert-silence": 0.0424, "homework-load": 0.0463, "push-me": 0.0443}),
    }
)
"""By level (1 to 3) and scenario: log-odds a point of repair value."""
