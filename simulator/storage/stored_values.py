"""Values as they come out of the file: in a damaged one, any column can hold anything."""

from __future__ import annotations


def as_text(value: object) -> str:
    """A column that holds text and was read as bytes; letters that are none are shown as replaced."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def as_optional_text(value: object) -> str | None:
    """A column that holds text or nothing and was read as bytes."""
    return None if value is None else as_text(value)


def as_bytes(value: object) -> bytes:
    """A column that holds bytes."""
    return value if isinstance(value, bytes) else b""


def as_number(value: object) -> int:
    """A column that holds a whole number."""
    return value if isinstance(value, int) else 0
