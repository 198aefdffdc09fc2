"""Compiling a translator's ``.po`` file, so that an entry which cannot be read costs no other."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

_UNREADABLE: Final = (PoFileError, ValueError, LookupError, AttributeError)
"""What Babel raises for files that a translator broke."""

_UNDECODED: Final = "\N{REPLACEMENT CHARACTER}"


def compile_po(source: bytes, besides: Mapping[tuple[str, str], str] | None = None) -> bytes:
    """The ``.mo`` file of a ``.po`` file; without the entries that cannot be read, and empty if its head cannot.

    ``besides`` are entries by context and id that no translator writes.
    """
    text = source.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    catalog = _parsed(text) or _parsed_by_entries(text)
    if catalog is None:
        return b""
    for message in list(catalog):
        if _UNDECODED in "".join(message.string or ""):
            catalog.delete(message.id, message.context)
    for (context, name), told in (besides or {}).items():
        catalog.delete(name, context)
        catalog.add(name, told, context=context)
    # The head may have named another encoding, which may lack our quotation marks.
    catalog.charset = "utf-8"
    target = io.BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def _parsed(text: str) -> Catalog | None:
    try:
        return read_po(text.split("\n"), abort_invalid=True)
    except _UNREADABLE:
        return None


def _parsed_by_entries(text: str) -> Catalog | None:
    """All entries that can be read on their own behind the head; entries are parted by empty lines."""
    head, *entries = text.split("\n\n")
    catalog = _parsed(head)
    if catalog is None:
        return None
    for entry in entries:
        alone = _parsed(f"{head}\n\n{entry}")
        for message in alone or ():
            if message.id:
                catalog[message.id] = message
    return catalog
