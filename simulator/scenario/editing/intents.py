"""What an author can intend with a file: a closed set of intents, each a value that says what shall stand where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.scenario.editing.written import Value
from simulator.scenario.nodes import Path
from simulator.scenario.references import Named


@dataclass(frozen=True, slots=True)
class SetValue:
    """A value at a path, where one stands or none; the groups around it are made where they are missing."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    """Nothing at a path any more; a group that has nothing else in it goes too."""

    path: Path


@dataclass(frozen=True, slots=True)
class Add:
    """A new entry by its id, such as a moment; behind the entry ``after``, or behind all others."""

    path: Path
    value: Value
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """The entry at a path once more, with its comments, under the id at the end of ``to``; right behind itself in its own group.

    The copy has none of the ids that the original had before.
    """

    path: Path
    to: Path


@dataclass(frozen=True, slots=True)
class Rename:
    """Another id for a moment, a response, a wording or a flag, wherever it is named.

    Responses and wordings belong to an ``owner``, such as ``moment`` or ``moment/response``. The old id is kept under
    ``formerly`` where the language has that.
    """

    named: Named
    old: str
    new: str
    owner: str = ""


Intent: TypeAlias = SetValue | Remove | Add | Copy | Rename


def connect(moment: str, response: str | None, target: str) -> SetValue:
    """Lets a moment follow on a response, or on the silence where the response is ``None``."""
    return SetValue(_then(moment, response), target)


def disconnect(moment: str, response: str | None) -> Remove:
    """Leaves it to the reaction graph what follows on a response, or on the silence."""
    return Remove(_then(moment, response))


def _then(moment: str, response: str | None) -> Path:
    if response is None:
        return "moments", moment, "silence", "then"
    return "moments", moment, "responses", response, "then"
