"""What the checker says about the scenarios of a folder side by side (7xx)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule, Severity

ONE_ID_TWICE: Final = Rule("701", Severity.ERROR, "Two scenarios with one id", "{problem}")

LIBRARY: Final[Mapping[str, Rule]] = MappingProxyType({ONE_ID_TWICE.code: ONE_ID_TWICE})
"""Every rule about scenarios side by side, by code."""
