"""Wherever the program says a sentence, it gives the values that the sentence names, also where no test comes by."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from simulator.messages.message import Sentence

SOURCES = Path(__file__).parents[2] / "simulator"
CATALOGUE = "simulator.messages.sentences"


def sentences_known(tree: ast.Module) -> Mapping[str, Sentence]:
    """The sentences that a module imports, as it writes them: “ENDED”, or “texts.ENDED” where it imports their module."""
    known: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(CATALOGUE):
            for alias in node.names:
                name = alias.asname or alias.name
                if node.module == CATALOGUE:
                    inside = vars(import_module(f"{CATALOGUE}.{alias.name}"))
                    known |= {f"{name}.{inner}": value for inner, value in inside.items()}
                else:
                    known[name] = getattr(import_module(str(node.module)), alias.name)
    return {name: value for name, value in known.items() if isinstance(value, Sentence)}


def wrong_values(source: str) -> Iterator[str]:
    """Where a sentence is said with other values than its own."""
    tree = ast.parse(source)
    known = sentences_known(tree)
    for node in ast.walk(tree):
        sentence = known.get(ast.unparse(node.func)) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and sentence is not None:
            given = {keyword.arg for keyword in node.keywords}
            # Values that come as a whole, by “**”, cannot be seen here.
            if None not in given and given != sentence.names:
                yield f"line {node.lineno}: {sentence.id}"


def test_every_sentence_is_said_with_the_values_that_it_names() -> None:
    found = {
        str(path.relative_to(SOURCES)): wrong
        for path in SOURCES.rglob("*.py")
        if (wrong := list(wrong_values(path.read_text("utf-8"))))
    }
    assert found == {}


def test_other_values_are_found_however_the_sentence_was_imported() -> None:
    direct = f"from {CATALOGUE}.text import AS_WRITTEN as RAW\n"
    module = f"from {CATALOGUE} import text as t\n"
    assert list(wrong_values(f"{direct}RAW(words='a')\nRAW(word='a')\nRAW()")) == [
        "line 3: text/as-written",
        "line 4: text/as-written",
    ]
    assert list(wrong_values(f"{module}t.AS_WRITTEN(words='a', more=1)")) == ["line 2: text/as-written"]
    assert list(wrong_values(f"{module}t.AS_WRITTEN(**values)\nAS_WRITTEN()")) == []
