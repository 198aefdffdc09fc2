"""The JSON Schema for editors says the same as the reader: what one refuses, the other refuses."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from simulator.scenario.diagnostics import Severity
from simulator.scenario.files import PinnedFiles
from simulator.scenario.json_schema import json_schema
from simulator.scenario.keys import PATIENT, REACTIONS, SCENARIO
from simulator.scenario.kinds import (
    ById,
    ByWord,
    Constant,
    Duration,
    Identifier,
    Kind,
    Language,
    Listing,
    Need,
    Phrases,
    Points,
    Record,
    Table,
    Whole,
    Word,
    Words,
    YesNo,
)
from simulator.scenario.read import read_scenario

SHIPPED = Path(__file__).parents[2] / "scenarios"
FILES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.yaml"))

EVERY_KEY = """
format: scenario/2
id: every-key
title: Every key
language: pt-BR
about: A scenario that uses every key.
objectives: [notice, own]
difficulty: 3
cause: unclear-task
content-notes: []
turns: 8
origin: withdrawal
flags: [named]
opening:
  - patient: I went to a concert.
    shows: [half a smile]
  - you: Our session, for a concert?
patient:
  use: patients/ines-carvalho.yaml
  with:
    alliance: {bond: 50, task: 55, goal: 55}
    fit: poor
    style: deference
start: begins
moments:
  begins:
    reaction: mixed
    patient: Oh, thank you for asking so kindly.
    shows: [a thin smile]
    thinks: It is not all right.
    marker: [cf_therapist, wd_defer]
    masked: true
    beyond-repair: true
    silence:
      kind: disengaged
      lasts: 20s
      then: later
      because: She has waited for this.
    responses:
      own:
        say: I sounded annoyed.
        move: own_contribution
        quality: 3
        also: [validate_feeling]
        debrief: Names it.
        effects: {bond: +5}
        sets: named
      policy:
        say: That is the rule.
        move: defend_justify
        debrief: Explains.
        then: later
        because: She waits.
      notice:
        say: It got quieter.
        move: notice_shift
        debrief: A guess.
        when: alliance >= 40 and not named
  later:
    copy: begins
    reaction: minimal
    marker: wd_minimal
    when: seen begins
    once: true
  ends:
    reaction: repaired
    patient: Thank you.
    thinks: That was good.
    end: repaired
    afterwards: She comes again.
"""


class EditorYaml(yaml.SafeLoader):
    """YAML as the language servers of editors read it: only true, false, null and numbers are not text."""


EditorYaml.yaml_implicit_resolvers = {}
EditorYaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
EditorYaml.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
EditorYaml.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:~|null|)$"), ["~", "n", ""])


def as_an_editor_sees_it(text: str) -> Any:
    return yaml.load(text, Loader=EditorYaml)


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


@cache
def shipped(path: str) -> Any:
    return as_an_editor_sees_it((SHIPPED / path).read_text("utf-8"))


DOCUMENTS: dict[str, tuple[Table, str, Callable[[], Any]]] = {
    "scenario": (SCENARIO, "every-key.yaml", lambda: as_an_editor_sees_it(EVERY_KEY)),
    "patient": (PATIENT, "patients/ines-carvalho.yaml", lambda: shipped("patients/ines-carvalho.yaml")),
    "reactions": (REACTIONS, "reactions/alliance_base.yaml", lambda: shipped("reactions/alliance_base.yaml")),
}


def reader_refuses(path: str, document: Any) -> bool:
    """Whether the reader finds errors when a scenario uses this document (or is it)."""
    texts = {name: (SHIPPED / name).read_text("utf-8") for name in FILES} | {"every-key.yaml": EVERY_KEY}
    texts[path] = _text(document)
    found = read_scenario(PinnedFiles(texts), "every-key.yaml").diagnostics
    return any(one.severity is Severity.ERROR for one in found)


def _text(document: Any) -> str:
    # The reader insists on the sign of a change, which a number does not keep.
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    return re.sub(r"(effects:\n\s+bond: )(\d)", r"\1+\2", text)


def test_the_schema_is_itself_a_valid_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", FILES)
def test_every_shipped_file_is_accepted(path: str) -> None:
    assert [error.message for error in validator().iter_errors(shipped(path))] == []


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_both_accept_a_document_with_every_key(kind: str) -> None:
    _, path, load = DOCUMENTS[kind]
    assert [error.message for error in validator().iter_errors(load())] == []
    assert not reader_refuses(path, load())


def test_the_example_uses_every_key_of_a_scenario() -> None:
    used: dict[str, set[str]] = {}
    tables: dict[str, Table] = {}
    for _, table, at in _tables(SCENARIO, as_an_editor_sees_it(EVERY_KEY), ()):
        used.setdefault(table.name, set()).update(at)
        tables[table.name] = table
    unused = {name: set(table.rows) - used[name] for name, table in tables.items()}
    assert {name: keys for name, keys in unused.items() if keys - {"task", "goal"}} == {}


def _tables(
    table: Table, document: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Table, list[str]]]:
    """Every group of keys in a document with its table."""
    yield path, table, list(document)
    for key, value in document.items():
        yield from _within(table.rows[key].kind, value, (*path, key))


def _within(
    kind: Kind, value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Table, list[str]]]:
    match kind:
        case Record(table):
            yield from _tables(table, value, path)
        case Listing(table):
            for number, one in enumerate(value):
                yield from _tables(table, one, (*path, number))
        case ById(table, _):
            for key, one in value.items():
                yield from _tables(table, one, (*path, key))
        case ByWord():
            for key, one in value.items():
                yield from _within(kind.value, one, (*path, key))
        case _:
            return


def _wrong(kind: Kind) -> Any:
    """A value that no kind like this can have; None where anything goes or only the reader can know."""
    match kind:
        case Constant() | Word() | Words() | YesNo():
            return "nonsense"
        case Whole(_, most):
            return most + 1
        case Points(_, most):
            return most + 5
        case Duration():
            return "20"
        case Identifier():
            return "Not An Id"
        case Language():
            return "English!"
        case Phrases():
            return {"not": "a list"}
        case Record() | ById() | ByWord():
            return "text"
        case Listing():
            return "text"
        case _:
            return None


def faults() -> list[tuple[str, str, tuple[str | int, ...], str, Any]]:
    """One fault of every sort for every table: what it is, where, and what stands there instead."""
    found: dict[tuple[str, str], tuple[str, str, tuple[str | int, ...], str, Any]] = {}
    for kind, (top, _, load) in DOCUMENTS.items():
        for path, table, keys in _tables(top, load(), ()):
            found.setdefault((table.name, ""), (kind, f"{table.name}: unknown key", path, "surprise", "x"))
            for key in keys:
                row = table.rows[key]
                copies = "copy" in keys
                if row.need is Need.YES and not copies:
                    found.setdefault((table.name, f"-{key}"), (kind, f"{table.name}: no {key}", path, key, None))
                wrong = _wrong(row.kind)
                if wrong is not None:
                    found.setdefault((table.name, key), (kind, f"{table.name}: wrong {key}", path, key, wrong))
    return list(found.values())


@pytest.mark.parametrize(
    ("kind", "name", "path", "key", "value"), faults(), ids=lambda x: x if isinstance(x, str) and ":" in x else ""
)
def test_both_refuse_the_same_fault(kind: str, name: str, path: tuple[str | int, ...], key: str, value: Any) -> None:
    _, file, load = DOCUMENTS[kind]
    document = copy.deepcopy(load())
    place = document
    for step in path:
        place = place[step]
    if value is None:
        del place[key]
    else:
        place[key] = value
    assert list(validator().iter_errors(document)), "the schema accepts it"
    assert reader_refuses(file, document), "the reader accepts it"


CONDITIONAL = [
    ("owning without its quality", ("moments", "begins", "responses", "own"), "quality", None),
    ("a quality where nothing is owned", ("moments", "begins", "responses", "policy"), "quality", 2),
    ("a rupture without a marker", ("moments", "begins"), "marker", None),
    (
        "responses after the end",
        ("moments", "ends"),
        "responses",
        {"a": {"say": "x", "move": "retreat", "debrief": "y"}},
    ),
    ("neither words nor silence", ("moments", "ends"), "patient", None),
    ("two speakers in one opening line", ("opening", 0), "you", "Yes?"),
    ("an opening line by nobody", ("opening", 1), "you", None),
]


@pytest.mark.parametrize(("name", "path", "key", "value"), CONDITIONAL, ids=[row[0] for row in CONDITIONAL])
def test_both_know_when_a_key_is_needed(name: str, path: tuple[str | int, ...], key: str, value: Any) -> None:
    test_both_refuse_the_same_fault("scenario", name, path, key, value)
