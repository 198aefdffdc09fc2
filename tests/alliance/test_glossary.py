"""The help page of the vocabulary says what the tables say."""

from __future__ import annotations

from pathlib import Path

from simulator.alliance.glossary import glossary

PAGE = Path(__file__).parents[2] / "assets" / "help" / "vocabulary.md"


def test_the_help_page_is_made_from_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == glossary()
