"""The vocabulary is complete, and every word of it can be explained."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from simulator.alliance.codes import Code
from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.entry import Entry
from simulator.alliance.markers import MARKERS, Marker
from simulator.alliance.moves import MOVES, Move, MoveKind, is_hindering
from simulator.alliance.reactions import REACTIONS, Family, ReactionState, family_of, is_rupture
from simulator.alliance.references import REFERENCES


@pytest.mark.parametrize(
    ("table", "vocabulary", "size"), [(MARKERS, Marker, 14), (MOVES, Move, 24), (REACTIONS, ReactionState, 19)]
)
def test_every_word_has_a_row(table: Mapping[Code, Entry], vocabulary: type[Code], size: int) -> None:
    assert set(table) == set(vocabulary)
    assert len(table) == size


@pytest.mark.parametrize("entry", [*MARKERS.values(), *MOVES.values(), *REACTIONS.values(), *OWN_CONTRIBUTION])
def test_every_row_has_a_label_a_sentence_and_a_source(entry: Entry) -> None:
    assert entry.label.text
    assert entry.help.text.endswith(".")
    assert len(entry.source) > 5
    assert entry.help.text in entry.label.note, "translators meet a term with its definition"


def test_own_contribution_has_five_qualities() -> None:
    assert [entry.label.text for entry in OWN_CONTRIBUTION] == [
        "No ownership",
        "Conditional",
        "General",
        "Specific",
        "Specific, with its effect",
    ]


def test_seven_moves_stand_in_the_way() -> None:
    assert sum(is_hindering(move) for move in Move) == 7
    assert all((MOVES[m].kind is MoveKind.HINDERING) == is_hindering(m) for m in Move)


def test_families_hold_the_states_of_the_clinical_reference() -> None:
    codes = {family: "".join(e.code for e in REACTIONS.values() if e.family is family) for family in Family}
    assert codes == {
        Family.ENGAGED: "EN",
        Family.WITHDRAWAL: "W1W2W3",
        Family.DEFERENCE: "D1D2",
        Family.CONFRONTATION: "C1C2C3",
        Family.MIXED: "MX",
        Family.REPAIR: "EXQABLSAHUVURP",
        Family.END: "FTLV",
    }


def test_repair_stages_are_no_ruptures() -> None:
    assert is_rupture(ReactionState.MIXED)
    assert not is_rupture(ReactionState.BLOCK)
    assert family_of(ReactionState.BLOCK) is Family.REPAIR


def test_no_reference_holds_a_sentence_of_an_instrument() -> None:
    assert len(REFERENCES) >= 12
    assert all(len(reference.gives) < 120 for reference in REFERENCES.values())
