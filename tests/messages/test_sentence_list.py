"""Every sentence of the catalogue is found and well made: an id, names in braces, the marks of good typography."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from simulator.messages.message import ENGLISH, Catalogue, Message, Sentence, Value, names_in
from simulator.messages.sentence_list import all_sentences, sentences_in
from simulator.messages.sentences.reasons import RULES
from simulator.patient.reasons import Why
from tests.pseudo_language import PSEUDO, untranslated

SOURCES = Path(__file__).parents[2] / "simulator"
CATALOGUE = SOURCES / "messages" / "sentences"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
_QUOTED = re.compile(r"“[^”]*”")
"""What stands in quotation marks is told as it stands in a file or on a keyboard."""

_POOR_MARKS = {
    "two spaces": re.compile(r"  "),
    "space at an edge": re.compile(r"^\s|\s$"),
    "straight quote": re.compile(r"\""),
    "straight apostrophe": re.compile(r"'"),
    "three dots": re.compile(r"\.\.\."),
    "hyphen for a dash": re.compile(r" - "),
    "hyphen for a minus": re.compile(r"(?<![\w-])-[\d{]"),
    "plural in brackets": re.compile(r"\w\(e?s\)"),
}


def faults_of(sentence: Sentence) -> Iterator[str]:
    """What is wrong with a sentence of the catalogue."""
    if not _ID.fullmatch(sentence.id):
        yield "id"
    # Both forms may be the same words in English: “and {count} more” has two forms in other languages.
    if bool(sentence.many) != bool(sentence.count):
        yield "both forms and a count"
    try:
        one, many = names_in(sentence.text), names_in(sentence.many)
    except ValueError:
        yield "braces"
        return
    if sentence.many and (one ^ many) - {sentence.count}:
        yield "both forms with the same values"
    for text in filter(None, (sentence.text, sentence.many)):
        yield from (fault for fault, mark in _POOR_MARKS.items() if mark.search(_QUOTED.sub("“”", text)))


def example(sentence: Sentence, count: int) -> Message:
    """A sentence with values that can be told from everything else."""
    values: dict[str, Value] = {name: f"<{name} {{0}}>" for name in sentence.names}
    return sentence(**(values | ({sentence.count: count} if sentence.count else {})))


def lost_values(sentence: Sentence, catalogue: Catalogue) -> list[str]:
    """The values that a catalogue does not show, of one and of several."""
    told = {count: catalogue.say(example(sentence, count)) for count in (1, 2)}
    named = sentence.names - {sentence.count}
    return [words for words in told.values() if any(f"<{name} {{0}}>" not in words for name in named)]


def sentences_written(path: Path) -> Iterator[ast.Call]:
    """Where a module makes a sentence."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Sentence":
            yield node


def test_every_sentence_is_well_made() -> None:
    assert {s.id: told for s in all_sentences() if (told := list(faults_of(s)))} == {}


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("id", Sentence("ended", "It ended.")),
        ("id", Sentence("session/Has ended", "It ended.")),
        ("id", Sentence("session/is/ended", "It ended.")),
        ("both forms and a count", Sentence("a/b", "One.", many="Many.")),
        ("both forms and a count", Sentence("a/b", "One.", count="n")),
        ("both forms with the same values", Sentence("a/b", "One in {x}.", many="{n} in {y}.", count="n")),
        ("braces", Sentence("a/b", "{x!r}")),
        ("braces", Sentence("a/b", "One.", many="{}", count="n")),
        ("two spaces", Sentence("a/b", "One.  Two.")),
        ("space at an edge", Sentence("a/b", "One. ")),
        ("straight quote", Sentence("a/b", 'The "one".')),
        ("straight apostrophe", Sentence("a/b", "It is “one”, isn't it?")),
        ("straight apostrophe", Sentence("a/b", "One.", many="{n} aren't.", count="n")),
        ("three dots", Sentence("a/b", "Wait ...")),
        ("hyphen for a dash", Sentence("a/b", "One - or two.")),
        ("hyphen for a minus", Sentence("a/b", "bond -{points}")),
        ("plural in brackets", Sentence("a/b", "{n} turn(s)")),
    ],
)
def test_a_sentence_that_is_not_is_found(fault: str, sentence: Sentence) -> None:
    assert list(faults_of(sentence)) == [fault]


def test_a_well_made_sentence_may_quote_and_name_options() -> None:
    good = Sentence("a/b", "One “isn't” in “{x}” …", many="{n} “---” in “{x}” – with --quick it’s quick", count="n")
    assert list(faults_of(good)) == []
    assert list(faults_of(Sentence("a/b", "and {n} more", many="and {n} more", count="n"))) == []


def test_every_sentence_shows_all_its_values_in_every_language() -> None:
    for catalogue in (ENGLISH, PSEUDO):
        assert {s.id: told for s in all_sentences() if (told := lost_values(s, catalogue))} == {}


def test_every_sentence_is_said_in_the_pseudo_language() -> None:
    with_words = [s for s in all_sentences() if any(map(str.isalpha, re.sub(r"\{\w+\}", "", s.text)))]
    told = {s.id: PSEUDO.say(example(s, 2)) for s in with_words}
    assert {name: words for name, words in told.items() if untranslated(words)} == {}


def test_no_sentence_that_is_written_is_missed() -> None:
    written = {
        call.args[0].value
        for path in CATALOGUE.rglob("*.py")
        for call in sentences_written(path)
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert len(written) > 20
    assert written - {s.id for s in all_sentences()} == set()


def test_sentences_are_written_in_the_catalogue_and_nowhere_else() -> None:
    elsewhere = [
        f"{path.relative_to(SOURCES)}:{call.lineno}"
        for path in SOURCES.rglob("*.py")
        if not path.is_relative_to(CATALOGUE)
        for call in sentences_written(path)
    ]
    assert elsewhere == []


def module_with(**values: object) -> ModuleType:
    """A module of the catalogue."""
    module = ModuleType("sentences")
    vars(module).update(values)
    return module


def test_sentences_are_found_in_tables_and_once_each() -> None:
    a, b, c, z = (Sentence(f"a/{name}", name) for name in "abcz")
    table = {1: b, 2: (a, [c])}
    first, second = module_with(Z=z, NUMBER=1), module_with(TABLE=table, _OWN=(z, table), Z=z)
    assert sentences_in(first, second) == (a, b, c, z)


def test_two_sentences_with_one_id_are_refused() -> None:
    one, twin = Sentence("a/b", "One."), Sentence("a/b", "One.")
    with pytest.raises(ValueError, match="Two sentences have the id a/b"):
        sentences_in(module_with(ONE=one), module_with(TWIN=twin))


def test_every_rule_of_the_reaction_graph_has_its_sentence() -> None:
    assert {code: rule.id for code, rule in RULES.items()} == {why.value: f"reason/{why.value}" for why in Why}
