"""Numbers, lists, dates and sizes as a language writes them, by the Unicode locale data that Babel brings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_datetime_format
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

_ENGLISH: Final = "en_GB"
"""The source is British: no comma before “and”, the day before the month."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_UNITS: Final = (("gigabyte", 10**9), ("megabyte", 10**6), ("kilobyte", 10**3))


def number(amount: int, language: str) -> str:
    """An amount with its digits in groups: “12,345”."""
    return format_decimal(amount, locale=_locale(language))


def rounded(amount: float, places: int, language: str) -> str:
    """A number with exactly so many digits behind the point: “1,234.50”."""
    digits = f".{'0' * places}" if places else ""
    return format_decimal(round(amount, places), f"#,##0{digits}", locale=_locale(language))


def listed(words: Sequence[str], any_of: bool, language: str) -> str:
    """Several words as one phrase, joined by “and” or “or”."""
    return format_list(words, "or" if any_of else "standard", locale=_locale(language))


def moment(at_ms: int, zone: tzinfo | None, language: str) -> str:
    """Date and time to the minute in a time zone, by default the machine's: “26 Nov 2026, 16:31”."""
    locale = _locale(language)
    at = (_EPOCH + timedelta(milliseconds=at_ms)).astimezone(zone)
    # The pattern quotes its own words, as in “{1} 'um' {0}”.
    pattern = str(get_datetime_format("medium", locale=locale)).replace("'", "")
    return pattern.format(format_time(at, "short", locale=locale), format_date(at, "medium", locale=locale))


def day(iso: str, language: str) -> str:
    """A date: “26 Nov 2026”."""
    return format_date(date.fromisoformat(iso), "medium", locale=_locale(language))


def size(count: int, language: str) -> str:
    """A number of bytes in the largest unit that it fills, by three digits: “1.23 MB”."""
    locale = _locale(language)
    rounded = float(f"{count:.3g}")
    for unit, worth in _UNITS:
        if rounded >= worth:
            return format_unit(rounded / worth, f"digital-{unit}", "short", locale=locale)
    return format_unit(count, "digital-byte", "long", locale=locale)


def name_of_language(code: str) -> str:
    """What a language calls itself (“Deutsch”), with a capital; its code where nothing is known of it."""
    try:
        name = Locale.parse(code).get_display_name(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return name[:1].upper() + name[1:] if name else code


@cache
def _locale(language: str) -> Locale:
    """The data of a language; of English where none are known, as for a language that somebody made up."""
    try:
        return Locale.parse(_ENGLISH if language == "en" else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_ENGLISH)
