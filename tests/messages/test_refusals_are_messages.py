"""Whoever refuses a request gives a message of the catalogue: no error is raised with words of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "simulator"
REFUSALS = {"ServiceError", "StoreError", "StoreInUse"}


def bare_words(source: str) -> Iterator[int]:
    """The lines in which a refusal is made from a text instead of a message."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in REFUSALS and any(map(_is_text, node.args)):
            yield node.lineno


def _name(function: ast.expr) -> str:
    """What is called: “StoreError” of ``StoreError(...)`` and of ``session.StoreError(...)``."""
    match function:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_text(argument: ast.expr) -> bool:
    return isinstance(argument, ast.JoinedStr) or (
        isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def test_every_refusal_is_a_message_of_the_catalogue() -> None:
    found = [
        f"{path.relative_to(SOURCES)}:{line}"
        for path in sorted(SOURCES.rglob("*.py"))
        for line in bare_words(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        'raise ServiceError("No.")',
        "raise StoreError(f'{path} is damaged.')",
        'raise session.StoreInUse("Another " "program.") from fault',
        'return StoreError("No.")',
    ],
)
def test_a_refusal_in_bare_words_is_found(source: str) -> None:
    assert list(bare_words(f"def refuse():\n    {source}")) == [2]


@pytest.mark.parametrize(
    "source", ["raise StoreError(DAMAGED(path=path))", 'raise ValueError("No.")', "raise StoreError"]
)
def test_other_errors_and_messages_are_let_be(source: str) -> None:
    assert list(bare_words(source)) == []
