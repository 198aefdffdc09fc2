"""The scenario language: from a file to a scenario ready to be played, with every fault at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.scenario.document import (
        BANK_PREFIX,
        DEFAULT_TURNS,
        Ending,
        Goodbye,
        Moment,
        OpeningLine,
        Patient,
        Response,
        Scenario,
        Silence,
        SilenceKind,
    )
    from simulator.scenario.files import FileRefused, FolderFiles, PinnedFiles, ScenarioFiles, scenario_root
    from simulator.scenario.grids import GridReading
    from simulator.scenario.hashes import digest_of
    from simulator.scenario.people import PatientReading
    from simulator.scenario.read import Reading, read_any, read_patient, read_reactions, read_scenario
    from simulator.scenario.source import Span
    from simulator.scenario.spans import SpanMap
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "document": (
                "BANK_PREFIX DEFAULT_TURNS Ending Goodbye Moment OpeningLine Patient Response "
                "Scenario Silence SilenceKind"
            ),
            "files": "FileRefused FolderFiles PinnedFiles ScenarioFiles scenario_root",
            "grids": "GridReading",
            "people": "PatientReading",
            "hashes": "digest_of",
            "read": "Reading read_any read_patient read_reactions read_scenario",
            "source": "Span",
            "spans": "SpanMap",
        },
    )

__all__ = [
    "BANK_PREFIX",
    "DEFAULT_TURNS",
    "Ending",
    "FileRefused",
    "FolderFiles",
    "Goodbye",
    "GridReading",
    "Moment",
    "OpeningLine",
    "Patient",
    "PatientReading",
    "PinnedFiles",
    "Reading",
    "Response",
    "Scenario",
    "ScenarioFiles",
    "Silence",
    "SilenceKind",
    "Span",
    "SpanMap",
    "digest_of",
    "read_any",
    "read_patient",
    "read_reactions",
    "read_scenario",
    "scenario_root",
]
