"""Every diagnostic of the scenario language, by code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix, Rule, Severity
from simulator.scenario.diagnostics.library import LIBRARY
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.diagnostics.reading import READING
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.diagnostics.translations import TRANSLATIONS
from simulator.scenario.diagnostics.wordings import WORDINGS

DIAGNOSTICS: Final[Mapping[str, Rule]] = MappingProxyType(
    {**READING, **STORY, **WORDINGS, **PROOFS, **LIBRARY, **TRANSLATIONS}
)
"""The reader's rules (1xx to 4xx), the story's and its wordings' (5xx), what is proved by trying everything (6xx), and scenarios side by side
and their translations (7xx)."""

__all__ = ["DIAGNOSTICS", "Diagnostic", "Fix", "Rule", "Severity"]
