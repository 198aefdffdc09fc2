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

from simulator.scenario.diagnostics.diagnostic import Severity
from simulator.scenario.files import PinnedFiles
from simulator.scenario.json_schema import json_schema
from simulator.scenario.key_tables import FIRST_PATIENT, PATIENT, REACTIONS, SCENARIO
from simulator.scenario.legal_values import (
    ById,
    ByWord,
    Constant,
    Duration,
    Identifier,
    JustSaidNames,
    Kind,
    Language,
    Levels,
    Listing,
    Need,
    OldIds,
    Openings,
    Phrases,
    Points,
    PoseParts,
    Record,
    Table,
    Tellings,
    Whole,
    Word,
    Words,
    YesNo,
)
from simulator.scenario.read import read_any
from tests.editions.frozen import FROZEN, scenarios
from tests.scenario.texts import SHIPPED_TEXTS, SMALL

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
skill: finding each other again
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
    silence: {kind: disengaged, lasts: 20s, then: later, because: She cannot bear it.}
    asks: false
    wish: true
    opens: {question: No., stuck: Well.}
    pose: {hands: folded}
    hooks: [thank you]
    returns: told
    formerly: [began]
    wordings:
      quiet:
        silence: {kind: reflective, lasts: 10s}
        shows: [looks at her bag]
        thinks: Not now.
        marker: wd_minimal
        masked: true
        after: [silence, later/own, leaving]
        opens: {begins/any: Well.}
        pose: {gaze: floor, lean: back}
        again: true
        levels: [2, 3]
        formerly: [silent]
      nods:
        wordless: true
        shows: [a nod]
      says:
        patient: It is nothing, thank you.
        thinks: It is all wrong.
        after: defend_justify
    responses:
      own:
        after: silence
        formerly: [owned]
        wordings:
          shorter:
            say: I was short with you.
            after: question
            again: true
            formerly: [brief]
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
  parts:
    reaction: transfer
    patient: As I said.
    thinks: It is better so.
    end: transfer
    wished: true
"""


EVERY_PATIENT_KEY = """
  engaged:
    wordings:
      first:
        patient: Shall we go on?
        thinks: That is better.
    asks: false
    hooks: [go on]
    returns: anew
    beyond-repair: false
    responses:
      own:
        say: I sounded annoyed.
        move: own_contribution
        quality: 3
        also: [validate_feeling]
        debrief: Names it.
        after: silence
        wordings:
          shorter:
            say: I was short with you.
        formerly: [owned]
        when: bond >= 40
        effects: {bond: +5}
      stay:
        say: I am here.
        move: notice_shift
        debrief: A guess.
      leads:
        say: Back to your list.
        move: press_on
        debrief: Leads.
  repaired:
    wordings:
      first:
        patient: Thank you.
        thinks: That was good.
    afterwards: She comes again.
"""
"""States of a patient file that use every key."""


class EditorYaml(yaml.CSafeLoader):
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


def patient_with_every_key() -> Any:
    """The shipped patient, some of whose states and goodbyes use everything that a patient file can have."""
    made = copy.deepcopy(shipped("patients/ines-carvalho.yaml"))
    made["lines"] |= as_an_editor_sees_it(EVERY_PATIENT_KEY)
    made["goodbyes"]["partly"] = {"wordings": {"first": {"patient": "See you Thursday."}}}
    change = {"notice_shift": {"minimal": {"to": "shut-down / stay", "because": "She is used to being watched."}}}
    made["reactions"]["change"] = change
    return made


def sister() -> Any:
    """A patient who begins from another."""
    return {
        "format": "patient/2",
        "id": "sister",
        "like": "patients/ines-carvalho.yaml",
        "goodbyes": {"partly": "Bye."},
    }


def first_scenario() -> Any:
    return as_an_editor_sees_it(SMALL)


@cache
def first_patient() -> str:
    """A patient as the first edition of the program shipped her."""
    return scenarios(FROZEN)["concert-silence"].sources["patients/ines-carvalho.yaml"]


DOCUMENTS: dict[str, tuple[Table, str, Callable[[], Any]]] = {
    "scenario": (SCENARIO, "every-key.yaml", lambda: as_an_editor_sees_it(EVERY_KEY)),
    "first scenario": (SCENARIO, "small.yaml", first_scenario),
    "patient": (PATIENT, "patients/ines-carvalho.yaml", patient_with_every_key),
    "patient like another": (PATIENT, "patients/sister.yaml", sister),
    "first patient": (
        FIRST_PATIENT,
        "patients/ines-carvalho.yaml",
        lambda: as_an_editor_sees_it(first_patient()),
    ),
    "reactions": (REACTIONS, "reactions/alliance_base.yaml", lambda: shipped("reactions/alliance_base.yaml")),
}


SOME = "*"
"""Stands in a path for the first key that there is."""

OLDER = {"first scenario", "first patient"}


def reader_refuses(path: str, document: Any) -> bool:
    """Whether the reader finds errors in this document."""
    texts = {name: (SHIPPED / name).read_text("utf-8") for name in FILES} | {"every-key.yaml": EVERY_KEY}
    texts[path] = _text(document)
    found = read_any(PinnedFiles(texts), path).diagnostics
    return any(one.severity is Severity.ERROR for one in found)


def _text(document: Any) -> str:
    # The reader insists on the sign of a change, which a number does not keep.
    text = yaml.dump(document, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
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


@pytest.mark.parametrize("kind", ["scenario", "patient"])
def test_the_example_uses_every_key(kind: str) -> None:
    used: dict[str, set[str]] = {}
    tables: dict[str, Table] = {}
    top, _, load = DOCUMENTS[kind]
    for _, table, at in _tables(top, load(), ()):
        used.setdefault(str(table.name), set()).update(at)
        tables[str(table.name)] = table
    unused = {name: set(table.rows) - used[name] for name, table in tables.items()}
    elsewhere = {"task", "goal", "like"} | (set(tables["a wording"].rows) if kind == "patient" else set())
    assert {name: keys for name, keys in unused.items() if keys - elsewhere} == {}


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
        case Tellings(table) if isinstance(value, dict):
            for key, one in value["wordings"].items():
                yield from _tables(table, one, (*path, "wordings", key))
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
        case Phrases() | Levels() | OldIds():
            return {"not": "a list"}
        case JustSaidNames():
            return "shrugged"
        case Openings():
            return {"shrugged": "No."}
        case PoseParts():
            return {"hands": "on-fire"}
        case Record() | ById() | ByWord() | Listing():
            return "text"
        case _:
            return None


def faults() -> list[tuple[str, str, tuple[str | int, ...], str, Any]]:
    """One fault of every sort for every table: what it is, where, and what stands there instead."""
    found: dict[tuple[str, str], tuple[str, str, tuple[str | int, ...], str, Any]] = {}
    for kind, (top, _, load) in DOCUMENTS.items():
        for path, table, keys in _tables(top, load(), ()):
            name = str(table.name) if kind not in OLDER else f"{table.name!s} of the first form"
            found.setdefault((name, ""), (kind, f"{name}: unknown key", path, "surprise", "x"))
            for key in keys:
                row = table.rows[key]
                copies = "copy" in keys or ("like" in keys and key != "id")
                if row.need is Need.YES and not copies:
                    found.setdefault((name, f"-{key}"), (kind, f"{name}: no {key}", path, key, None))
                wrong = _wrong(row.kind)
                if wrong is not None:
                    found.setdefault((name, key), (kind, f"{name}: wrong {key}", path, key, wrong))
    return list(found.values())


@pytest.mark.parametrize(
    ("kind", "name", "path", "key", "value"), faults(), ids=lambda x: x if isinstance(x, str) and ":" in x else ""
)
def test_both_refuse_the_same_fault(kind: str, name: str, path: tuple[str | int, ...], key: str, value: Any) -> None:
    _, file, load = DOCUMENTS[kind]
    document = copy.deepcopy(load())
    place = document
    for step in path:
        place = place[next(iter(place)) if step == SOME else step]
    if value is None:
        del place[key]
    else:
        place[key] = value
    assert not validator().is_valid(document), "the schema accepts it"
    assert reader_refuses(file, document), "the reader accepts it"


CONDITIONAL: list[tuple[str, tuple[str | int, ...], str, Any]] = [
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
    ("a question that silence answers", ("moments", "begins"), "asks", True),
    ("wished without a transfer", ("moments", "ends"), "wished", True),
    ("wished without an end", ("moments", "begins"), "wished", True),
    ("a wish at the end", ("moments", "ends"), "wish", True),
    ("a response for who is leaving", ("moments", "begins", "responses", "own"), "after", "leaving"),
    ("a response for who is stuck", ("moments", "begins", "responses", "own", "wordings", "shorter"), "after", "stuck"),
    ("a wordless wording with words", ("moments", "begins", "wordings", "nods"), "patient", "Yes."),
    ("a wordless wording with nothing to see", ("moments", "begins", "wordings", "nods"), "shows", None),
    ("a wording that neither speaks nor is silent", ("moments", "begins", "wordings", "says"), "patient", None),
    ("a silent wording with nothing to see", ("moments", "begins", "wordings", "quiet"), "shows", None),
    ("a wording without a thought", ("moments", "begins", "wordings", "says"), "thinks", None),
    ("a moment's own words without a thought", ("moments", "begins"), "thinks", None),
    ("a key that the first form did not have", (), "format", "scenario/1"),
]


@pytest.mark.parametrize(("name", "path", "key", "value"), CONDITIONAL, ids=[row[0] for row in CONDITIONAL])
def test_both_know_when_a_key_is_needed(name: str, path: tuple[str | int, ...], key: str, value: Any) -> None:
    test_both_refuse_the_same_fault("scenario", name, path, key, value)


OF_PATIENTS: list[tuple[str, str, tuple[str | int, ...], str, Any]] = [
    ("patient", "a rupture without a marker", ("lines", "minimal", "wordings", SOME), "marker", None),
    ("patient", "a line that asks", ("lines", "engaged"), "asks", True),
    ("patient", "parting words without words", ("goodbyes", "partly", "wordings", "first"), "patient", None),
    ("patient", "no goodbye after a repair", ("goodbyes",), "repaired", None),
    ("patient", "reactions based on nothing", ("reactions",), "use", None),
    ("first patient", "no goodbye after a repair, in the first form", ("goodbyes",), "repaired", None),
    ("patient like another", "who begins from nobody", (), "like", None),
    ("first patient", "a line without words", ("lines", "engaged", SOME), "patient", None),
]


@pytest.mark.parametrize(("kind", "name", "path", "key", "value"), OF_PATIENTS, ids=[row[1] for row in OF_PATIENTS])
def test_both_know_what_a_patient_file_needs(
    kind: str, name: str, path: tuple[str | int, ...], key: str, value: Any
) -> None:
    test_both_refuse_the_same_fault(kind, name, path, key, value)


def only_wordings(markers: bool) -> Any:
    """The example, whose first moment is told in wordings alone and names no marker of its own."""
    document = as_an_editor_sees_it(EVERY_KEY)
    begins = document["moments"]["begins"]
    for key in ("patient", "shows", "thinks", "marker", "opens", "pose"):
        del begins[key]
    del begins["silence"]["kind"], begins["silence"]["lasts"]
    for wording in begins["wordings"].values():
        wording["marker"] = "wd_minimal"
    if not markers:
        del begins["wordings"]["says"]["marker"]
    # What copies this moment needs a marker of its own, which it has.
    return document


@pytest.mark.parametrize(
    ("key", "value"),
    [("shows", ["a thin smile"]), ("thinks", "No."), ("opens", {"question": "No."}), ("pose", {"hands": "folded"})],
)
def test_what_belongs_to_words_is_refused_where_there_are_none_and_not_lost(key: str, value: object) -> None:
    document = only_wordings(markers=True)
    document["moments"]["begins"][key] = value
    assert not validator().is_valid(document)
    assert reader_refuses("every-key.yaml", document)


def test_a_silence_beside_wordings_is_a_wording_too_or_only_leads_on() -> None:
    document = only_wordings(markers=True)
    begins = document["moments"]["begins"]
    begins["silence"]["kind"] = "reflective"
    assert not validator().is_valid(document), "it does not say how long"
    assert reader_refuses("every-key.yaml", document)
    begins["silence"]["lasts"] = "10s"
    begins |= {"shows": ["a thin smile"], "thinks": "No.", "marker": "wd_minimal"}
    assert [error.message for error in validator().iter_errors(document)] == []
    found = read_any(PinnedFiles({**SHIPPED_TEXTS, "every-key.yaml": _text(document)}), "every-key.yaml").scenario
    assert found is not None
    assert [w.id for w in found.moments["begins"].wordings] == ["first", "quiet", "nods", "says"]
    assert found.moments["begins"].first.silence is not None


def test_a_moment_told_in_wordings_alone_needs_no_words_of_its_own() -> None:
    document = only_wordings(markers=True)
    assert [error.message for error in validator().iter_errors(document)] == []
    assert not reader_refuses("every-key.yaml", document)


def test_each_of_its_wordings_needs_the_marker_that_the_moment_does_not_name() -> None:
    document = only_wordings(markers=False)
    assert not validator().is_valid(document)
    assert reader_refuses("every-key.yaml", document)
