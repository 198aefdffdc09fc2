"""Names as people type them: “anna”, “ Anna ” and “Anna” are one person, and one spelling of each is kept."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize


def as_written(name: str) -> str:
    """A name with single blanks, and its letters put together in one way."""
    return " ".join(normalize("NFC", name).split())


def name_key(name: str) -> str:
    """The same for every spelling of a name, however large the letters and however far apart."""
    return normalize("NFC", as_written(name).casefold())


def same_name(one: str, other: str) -> bool:
    """Whether two people write themselves the same."""
    return name_key(one) == name_key(other)


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Every name in the spelling that came first, in the order of the alphabet."""
    found: dict[str, str] = {}
    for name in filter(None, map(as_written, names)):
        found.setdefault(name_key(name), name)
    return tuple(found[key] for key in sorted(found))
