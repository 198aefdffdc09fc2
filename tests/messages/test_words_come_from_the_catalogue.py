"""No module but those of the catalogue writes words for people: what is said has an id, and can be said in any language.

A text counts as words where two words stand side by side, an f-string where one stands by itself beside a value.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

SOURCES: Final = Path(__file__).parents[2] / "simulator"
CATALOGUE: Final = SOURCES / "messages"

_WORD: Final = r"[“(]?[^\W\d_]{2,}[”),.:;!?…]*"
_TWO_WORDS: Final = re.compile(rf"(?:^|\s){_WORD}\s{_WORD}(?=\s|$)")
_ONE_WORD: Final = re.compile(rf"(?:^|\s){_WORD}(?=\s|$)")
_FOR_PROGRAMS: Final = frozenset({"TypeVar", "compile", "TypeAlias", "namedtuple"})
"""What is called with text that is no sentence."""

LET_BE: Final = {
    "alliance/glossary.py": "headings of a help page, which is a document in English",
    "alliance/references.py": "works cited, which no page shows",
    "scenario/diagnostics": "titles of help pages, which are documents in English",
    "scenario/invisible_characters.py": "names that the tables of Unicode give",
    "scenario/yaml_complaints.py": "what the YAML parser says, to be told apart",
    "scenario/json_schema.py": "head of a file for editors",
    "scenario/canvas_sidecar.py": "head of a file beside a scenario",
    "services/planned_paths.py": "head of a file beside a scenario",
    "storage": "SQL and the program’s log; that refusals are messages is looked at by itself",
}
"""Where words may stand, and why."""

TYPED_OR_READ_BY_PROGRAMS: Final = frozenset(
    {
        "Source Sans 3",
        "Source Serif 4",
        "{} COMMAND --help",
        "{} COMMAND ...",
        "attune {}",
        "python {}",
        "{} (Python {})",
        "data restore {}",
        "{} language check {}",
        "{} language update {}",
        "pip install 'PySide6-Essentials<6.12'",
        ": cannot open shared object file",
        "version {}",
        "seen {}",
        "just {}",
        "reaction is {}",
        "not {}",
        "{} and {}",
        "{} or {}",
        "visits {}",
        "{} check {}",
        "format: {}",
        "language: {}",
        "    of: {}",
        "path {}",
        "difficulty {}",
        "pick {}",
        "at {}",
        "ends {}",
    }
)
"""Commands, conditions, keys of files and names that are typed or compared as they stand, in any language."""


def _told_to_programmers(tree: ast.Module) -> set[int]:
    """The nodes in what is raised, asserted, annotated, or only describes the code."""
    found: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Raise() | ast.Expr(value=ast.Constant() | ast.JoinedStr()):
                found.update(map(id, ast.walk(node)))
            case ast.Assert(msg=ast.expr() as said):
                found.update(map(id, ast.walk(said)))
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
                found.update(map(id, ast.walk(annotation)))
                if isinstance(node, ast.AnnAssign) and node.value and ast.unparse(annotation) in _FOR_PROGRAMS:
                    found.update(map(id, ast.walk(node.value)))
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _FOR_PROGRAMS:
                found.update(map(id, ast.walk(node)))
    return found


def words_for_people(source: str) -> Iterator[tuple[int, str]]:
    """The words that a module has in its code, with their lines; what stands in for a value is “{}”."""
    tree = ast.parse(source)
    passed_over = _told_to_programmers(tree)
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts.update(map(id, node.values))
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            if id(node) not in passed_over and _ONE_WORD.search(text):
                yield node.lineno, text
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in passed_over | parts:
            continue
        if _TWO_WORDS.search(node.value):
            yield node.lineno, node.value


def _found_in(path: Path) -> Iterator[str]:
    place = path.relative_to(SOURCES).as_posix()
    if CATALOGUE in path.parents or any(place == known or place.startswith(f"{known}/") for known in LET_BE):
        return
    for line, words in words_for_people(path.read_text("utf-8")):
        if words not in TYPED_OR_READ_BY_PROGRAMS:
            yield f"{place}:{line}: {words}"


def test_only_the_catalogue_has_words_for_people() -> None:
    assert [found for path in sorted(SOURCES.rglob("*.py")) for found in _found_in(path)] == []


def test_whatever_is_let_be_is_there() -> None:
    for place in LET_BE:
        files = [SOURCES / place] if place.endswith(".py") else list((SOURCES / place).glob("*.py"))
        assert any(list(words_for_people(file.read_text("utf-8"))) for file in files), place


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Not saved yet")',
        'told = f"{count} turns"',
        'hint = f"Open {title}"',
        'advice = {"a": "Write it again."}',
        'self.tr("Try again")',
        "def f(name: str = 'the patient') -> None: ...",
    ],
)
def test_words_for_people_are_found(source: str) -> None:
    assert len(list(words_for_people(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""What this is for."""',
        'x = 1\n"""What it is."""',
        'raise ValueError(f"{name} is not known.")',
        'assert known, "looked at before"',
        'icon = f"{name}.svg"',
        'PAIR: TypeAlias = "tuple[str, int]"',
        'key = "one-word"',
        'html = f"<li>{words}</li>"',
    ],
)
def test_what_people_do_not_read_is_let_be(source: str) -> None:
    assert list(words_for_people(source)) == []
