"""Values in a sentence: text as it is, numbers, lists, times and sizes as the reader's language writes them."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.messages.message import ENGLISH, Catalogue, Day, Listed, Sentence, Size, Value, When

_ROOT = Path(__file__).parents[2]
_NBSP, _NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
SAID = Sentence("test/said", "{who}: “{words}”")
GONE = Sentence("test/gone", "One is gone.", many="{count} are gone.", count="count")
THREE = Listed(("a", "b", "c"))
NOON_MS = 1_795_694_400_000
"""Noon in Greenwich on 26 November 2026."""

WITHOUT_LANGUAGE_DATA = """
import sys
from simulator.messages.message import Listed, Sentence
small = Sentence("test/small", "One", many="{count} of {total} in {where}: {which}, {what}", count="count")
which = Listed((1, "two", Sentence("test/three", "three")()), any_of=True)
print(small(count=-2, total=999, where="{here}", which=Listed(("a", "b")), what=which))
print(sorted(name for name in sys.modules if name.partition(".")[0] == "babel"))
print(str(Sentence("test/large", "{n}")(n=1000)), "babel" in sys.modules)
"""


class Colour(StrEnum):
    RED = "red"


@given(st.text(), st.text())
def test_text_of_people_and_files_goes_in_untouched(who: str, words: str) -> None:
    assert ENGLISH.say(SAID(who=who, words=words)) == f"{who}: “{words}”"


def test_braces_in_a_value_are_not_filled_again() -> None:
    inner = SAID(who="{words}", words="{who} {0} {} {{x}} %s")
    assert str(SAID(who="{words}", words=inner)) == "{words}: “{words}: “{who} {0} {} {{x}} %s””"
    for language in ("en", "de", "ja"):
        assert "{0} {1}" in Catalogue(language).value(Listed(("{0} {1}", "{2}", "{x", "{1}")))


def test_a_word_of_a_closed_vocabulary_is_told_as_it_is_spelt() -> None:
    assert str(SAID(who=Colour.RED, words="")) == "red: “”"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567"), (-5, "−5"), (-1000, "−1,000")],
)
def test_numbers_have_groups_of_digits_and_a_true_minus_sign(number: int, words: str) -> None:
    assert ENGLISH.value(number) == words


@pytest.mark.parametrize(
    ("language", "words"), [("de", "−1.234.567"), ("fr", f"−1{_NARROW}234{_NARROW}567"), ("hi", "−12,34,567")]
)
def test_numbers_are_written_as_the_language_does(language: str, words: str) -> None:
    assert Catalogue(language).value(-1234567) == words


def test_a_count_picks_the_words_and_is_written_like_every_number() -> None:
    assert [str(GONE(count=n)) for n in (0, 1, 2, -1)] == ["0 are gone.", "One is gone.", "2 are gone.", "−1 are gone."]
    assert str(GONE(count=1001)) == "1,001 are gone."


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (Listed(()), ""),
        (Listed(("a",)), "a"),
        (Listed(("a", "b")), "a and b"),
        (THREE, "a, b and c"),
        (Listed(("a", "b", "c", "d"), any_of=True), "a, b, c or d"),
        (Listed((1500, GONE(count=1), Listed(("x", "y"), any_of=True))), "1,500, One is gone. and x or y"),
        (Listed(("", "")), " and "),
    ],
)
def test_lists_are_told_as_one_phrase(listed: Listed, words: str) -> None:
    assert ENGLISH.value(listed) == words


@pytest.mark.parametrize(
    ("language", "all_of", "any_of"),
    [("de", "a, b und c", "a, b oder c"), ("ja", "a、b、c", "a、b、またはc"), ("en_US", "a, b, and c", "a, b, or c")],
)
def test_lists_are_joined_as_the_language_does(language: str, all_of: str, any_of: str) -> None:
    catalogue = Catalogue(language)
    assert (catalogue.value(THREE), catalogue.value(Listed(THREE.items, any_of=True))) == (all_of, any_of)


@pytest.mark.parametrize("words", [(), ("a",), ("a", "b"), ("a", "b", "c"), ("a", "b", "c", "d")])
@pytest.mark.parametrize("any_of", [False, True])
def test_plain_english_lists_are_those_of_the_language_data(words: tuple[str, ...], any_of: bool) -> None:
    listed = Listed(words, any_of)
    assert ENGLISH.value(listed) == Catalogue("en_GB").value(listed)


@pytest.mark.parametrize(
    ("language", "hours", "words"),
    [
        ("en", 0, "26 Nov 2026, 12:00"),
        ("en", 14, "27 Nov 2026, 02:00"),
        ("de", 1, "26.11.2026, 13:00"),
        ("en_US", -5, f"Nov 26, 2026, 7:00{_NARROW}AM"),
    ],
)
def test_a_moment_is_told_in_the_readers_zone(language: str, hours: int, words: str) -> None:
    assert Catalogue(language, zone=timezone(timedelta(hours=hours))).value(When(NOON_MS)) == words


def test_a_moment_is_told_in_the_machines_zone_where_none_is_named() -> None:
    here = datetime.fromtimestamp(NOON_MS / 1000, UTC).astimezone().tzinfo
    assert ENGLISH.value(When(NOON_MS)) == Catalogue(zone=here).value(When(NOON_MS))


def test_moments_before_1970_are_told_too() -> None:
    assert Catalogue(zone=UTC).value(When(-1)) == "31 Dec 1969, 23:59"


@pytest.mark.parametrize(("language", "words"), [("en", "4 Jul 2026"), ("de", "04.07.2026"), ("fr", "4 juil. 2026")])
def test_a_date_is_written_as_the_language_does(language: str, words: str) -> None:
    assert Catalogue(language, zone=timezone(timedelta(hours=-12))).value(Day("2026-07-04")) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1234, "1.23 kB"),
        (15_500, "15.5 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (64_000_000, "64 MB"),
        (2_345_678_901, "2.35 GB"),
        (3 * 10**12, "3,000 GB"),
    ],
)
def test_sizes_are_told_in_the_largest_unit_by_three_digits(count: int, words: str) -> None:
    assert ENGLISH.value(Size(count)) == words


def test_sizes_have_the_units_of_the_language() -> None:
    assert Catalogue("fr").value(Size(1_500_000)) == f"1,5{_NARROW}Mo"
    assert Catalogue("de").value(Size(1)) == f"1{_NBSP}Byte"


@pytest.mark.parametrize("value", [1234567, THREE, When(NOON_MS), Day("2026-07-04"), Size(1500)])
@pytest.mark.parametrize("language", ["xx", "not a language", "qps_ploc", ""])
def test_a_language_that_nobody_has_data_of_writes_like_english(value: Value, language: str) -> None:
    assert Catalogue(language, zone=UTC).value(value) == Catalogue(zone=UTC).value(value)


def test_a_plain_message_is_said_without_the_data_of_languages() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WITHOUT_LANGUAGE_DATA],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    small, loaded, large = told.stdout.splitlines()
    assert small == "−2 of 999 in {here}: a and b, 1, two or three"
    assert loaded == "[]"
    assert large == "1,000 True"
