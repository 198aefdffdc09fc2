"""The whole catalogue as a list: for translators, who get every sentence, and for tests, which read every one."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

from simulator.messages import sentences
from simulator.messages.message import Sentence


def all_sentences() -> tuple[Sentence, ...]:
    """Every sentence of the catalogue, by its id; ``ValueError`` if two have the same id."""
    names = [module.name for module in pkgutil.walk_packages(sentences.__path__, f"{sentences.__name__}.")]
    return sentences_in(*map(import_module, names))


def sentences_in(*modules: ModuleType) -> tuple[Sentence, ...]:
    """The sentences that modules hold as values, in their tables and in their tuples, by id."""
    found: dict[str, Sentence] = {}
    for module in modules:
        for sentence in _within(_values_of(module)):
            if found.setdefault(sentence.id, sentence) is not sentence:
                raise ValueError(f"Two sentences have the id {sentence.id}.")
    return tuple(found[name] for name in sorted(found))


def _values_of(module: ModuleType) -> list[object]:
    return [value for name, value in vars(module).items() if not name.startswith("__")]


def _within(value: object) -> Iterator[Sentence]:
    """The sentences in a value; what several modules or tables name comes several times."""
    match value:
        case Sentence():
            yield value
        case Mapping():
            yield from _within(list(value.values()))
        case tuple() | list():
            for inner in value:
                yield from _within(inner)
