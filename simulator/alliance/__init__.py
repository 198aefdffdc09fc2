"""The field's vocabulary as tables: markers, moves, reaction states, qualities, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.alliance.codes import Code, Entry
    from simulator.alliance.contribution import OWN_CONTRIBUTION
    from simulator.alliance.markers import MARKERS, Marker, MarkerEntry
    from simulator.alliance.moves import INVITATIONS, MOVES, Move, MoveEntry, MoveKind, is_hindering
    from simulator.alliance.reactions import (
        ORIGIN_FAMILIES,
        REACTIONS,
        RUPTURE_FAMILIES,
        Family,
        ReactionEntry,
        ReactionState,
        family_of,
        is_rupture,
    )
    from simulator.alliance.references import REFERENCES, Reference
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "codes": "Code Entry",
            "contribution": "OWN_CONTRIBUTION",
            "markers": "MARKERS Marker MarkerEntry",
            "moves": "INVITATIONS MOVES Move MoveEntry MoveKind is_hindering",
            "reactions": (
                "ORIGIN_FAMILIES REACTIONS RUPTURE_FAMILIES Family ReactionEntry ReactionState family_of is_rupture"
            ),
            "references": "REFERENCES Reference",
        },
    )

__all__ = [
    "INVITATIONS",
    "MARKERS",
    "MOVES",
    "ORIGIN_FAMILIES",
    "OWN_CONTRIBUTION",
    "REACTIONS",
    "REFERENCES",
    "RUPTURE_FAMILIES",
    "Code",
    "Entry",
    "Family",
    "Marker",
    "MarkerEntry",
    "Move",
    "MoveEntry",
    "MoveKind",
    "ReactionEntry",
    "ReactionState",
    "Reference",
    "family_of",
    "is_hindering",
    "is_rupture",
]
