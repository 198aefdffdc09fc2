"""What somebody wrote: the texts in a scenario, in a table, or in anything that is made of such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from simulator.alliance.codes import Code


def texts_in(thing: object) -> Iterator[str]:
    """Every text in something; words of closed vocabularies are none."""
    match thing:
        case Code():
            return
        case str():
            yield thing
        case Mapping():
            for key, value in thing.items():
                yield from (*texts_in(key), *texts_in(value))
        case tuple() | list() | frozenset():
            for one in thing:
                yield from texts_in(one)
        case _ if is_dataclass(thing):
            for field in fields(thing):
                yield from texts_in(getattr(thing, field.name))
        case _:
            return
