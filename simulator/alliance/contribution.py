"""The five qualities of owning one’s contribution, from denial to naming the effect on the patient."""

from __future__ import annotations

from typing import Final

from simulator.alliance.entry import Entry
from simulator.alliance.references import OUR_QUALITIES
from simulator.messages.sentences.owning import QUALITIES

OWN_CONTRIBUTION: Final[tuple[Entry, ...]] = tuple(Entry(said.label, said.help, OUR_QUALITIES) for said in QUALITIES)
"""Indexed by quality, 0 to 4."""
