"""What the checker says about the scenarios of a folder side by side (7xx)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import fault_library as say
from simulator.scenario.diagnostics.diagnostic import Rule, Severity

ONE_ID_TWICE: Final = Rule("701", Severity.ERROR, "Two scenarios with one id", say.D701)

NOT_READ: Final = Rule("702", Severity.WARNING, "A file that is not read", say.D702)

LIBRARY: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in (ONE_ID_TWICE, NOT_READ)})
"""Every rule about scenarios side by side, by code."""
