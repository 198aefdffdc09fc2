"""However a name is typed, it is the same person: in corrections, for raters, and in the list of names used before."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from simulator.services.typed_names import as_written, each_once, same_name

ZOE = normalize("NFC", "Zoë Ångström")


@pytest.mark.parametrize("typed", ["anna b", " Anna  B ", "ANNA\tB", "Anna\u00a0B", "Anna B"])
def test_large_letters_and_blanks_make_no_other_person(typed: str) -> None:
    assert same_name(typed, "Anna B")
    assert not same_name(typed, "Anna")


def test_letters_put_together_in_another_way_make_no_other_person() -> None:
    apart = normalize("NFD", ZOE)
    assert apart != ZOE
    assert same_name(apart, ZOE)
    assert same_name(apart.upper(), ZOE)
    assert as_written(f"  {apart} ") == ZOE
    assert same_name("STRASSE", "straße")


def test_names_used_before_are_offered_once_in_the_order_of_the_alphabet() -> None:
    assert each_once(["bea", " Anna ", "anna", "", "  ", "Bea", normalize("NFD", ZOE), ZOE]) == ("Anna", "bea", ZOE)
