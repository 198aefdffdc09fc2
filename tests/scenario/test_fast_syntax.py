"""The quick reader: whatever it accepts, it reads exactly as the full reader does."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.scenario.fast_syntax import parse_plain
from simulator.scenario.nodes import Lines, Node
from simulator.scenario.syntax import parse
from tests.scenario.texts import SHIPPED_TEXTS, SMALL


def full(text: str) -> Node:
    parsed = parse(Lines("x.yaml", text))
    assert parsed.faults == [], text
    return parsed.root


@pytest.mark.parametrize("name", sorted(SHIPPED_TEXTS))
def test_shipped_files_are_plain_enough_for_it(name: str) -> None:
    quick = parse_plain(SHIPPED_TEXTS[name])
    assert quick is not None
    assert quick == full(SHIPPED_TEXTS[name])


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("a: He said no, and left", "He said no, and left"),
        ("a: it's 12:30 #1", "it's 12:30"),
        ("a: no", "no"),
        ('a: "quoted: yes"', "quoted: yes"),
        ('a: "with \\"marks\\" inside"', 'with "marks" inside'),
        ("a: 'it''s'", "it's"),
        ("a: [x, y z, 'q']", ["x", "y z", "q"]),
        ('a: [don\'t, look "up"]', ["don't", 'look "up"']),
        ("a: {bond: +5, task: -10}", {"bond": "+5", "task": "-10"}),
        ("a: []", []),
        ("a: {}", {}),
        ("a: >-\n  folded\n  text", "folded text"),
        ("a: >-\n  folded\n\n  text", "folded\ntext"),
        ("a:\n  - x\n  - b: c\n    d: e\n  - f", ["x", {"b": "c", "d": "e"}, "f"]),
        ("a:\n- x", ["x"]),
        ("a: one\n  two", "one two"),
        ("a:", ""),
        ("# remark\na: b # remark", "b"),
        ("a: “Fine.”", "“Fine.”"),
    ],
)
def test_it_reads_a_value_as_the_full_reader_does_or_leaves_it_to_it(line: str, value: Node) -> None:
    assert full(line) == {"a": value}
    assert parse_plain(line) in ({"a": value}, None)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c",
        "a: &x b",
        "a: *x",
        "a: !x b",
        "a: b: c",
        "\ta: b",
        "a: [b",
        "a: {b, c}",
        "- a",
        "a: b\n---\nc: d",
        "%x\na: b",
    ],
)
def test_it_leaves_alone_what_is_not_plain(text: str) -> None:
    assert parse_plain(text) is None


BITS = st.sampled_from(
    ["a", "b", "say", "c d", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\n\n", " ", "#", " # x", "'", '"', "[", "]", "{", "}", ", ", ",",
     ">-", "|", ">", "?", "!", "&", "*", "é", "it's", "\\", "+5", "-5", "(x)", "%", "@", "`", "~", "<<", "=", "...", "---", "“x”", "0"]
)  # fmt: skip


STARTS = st.sampled_from(
    ["{}: ", "{}: ", "{}: ", "{}:", "  {}: ", "    {}: ", "- {}: ", "  - ", "  ", "- ", "# {}", ""]
)
LINES = st.lists(st.tuples(STARTS, st.lists(BITS, max_size=4).map("".join)), max_size=8)


def as_text(lines: list[tuple[str, str]]) -> str:
    """Lines that begin plainly and go on in any way, each with a key of its own."""
    return "\n".join(start.format(f"k{number}") + rest for number, (start, rest) in enumerate(lines))


@given(LINES.map(as_text))
@settings(max_examples=3000, deadline=None)
@example("a: [b?, c]")
@example("a: >-\n  x\n b")
@example("a: >-\n  x \n  y")
@example("a: >-\n  x\n   \n")
@example("a: >-\n  x\n  # y\n # z")
@example("a:\n  b: c\n # x\n  d: e")
def test_whatever_it_accepts_it_reads_as_the_full_reader_does(text: str) -> None:
    quick = parse_plain(text)
    assert quick is None or quick == full(text)


PROSE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" "), max_size=40)
VALUES = st.one_of(
    PROSE,
    PROSE.map(lambda text: f'"{text}"'),
    PROSE.map(lambda text: f"'{text}'"),
    st.lists(PROSE, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
    st.lists(st.tuples(st.sampled_from("abc"), PROSE), max_size=3).map(
        lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"
    ),
    st.lists(PROSE, min_size=1, max_size=3).map(
        lambda lines: ">-\n" + "\n".join(f"          {line}" for line in lines)
    ),
)


@given(st.sampled_from(SMALL.splitlines()), VALUES)
@settings(max_examples=1500, deadline=None)
def test_a_line_of_a_real_file_with_another_value_is_read_alike_by_both(line: str, value: str) -> None:
    key, colon, _ = line.partition(":")
    text = SMALL.replace(f"{line}\n", f"{key}{colon} {value}\n", 1)
    quick = parse_plain(text)
    assert quick is None or quick == full(text)
