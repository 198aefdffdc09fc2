"""Conditions: what the tiny grammar can say, and what it answers when somebody says something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.condition_syntax import ConditionFault, ParsedCondition, parse_condition
from simulator.scenario.conditions import And, Compare, Condition, Flag, Gauge, Not, Or, ReactionIs, Relation, Seen


def read(text: str) -> Condition:
    parsed = parse_condition(text)
    assert isinstance(parsed, ParsedCondition), parsed
    return parsed.condition


BOND = Compare(Gauge.BOND, Relation.AT_LEAST, 45)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("bond >= 45", BOND),
        ("bond>=45", BOND),
        ("seen silence", Seen("silence")),
        ("told", Flag("told")),
        ("reaction is shut-down", ReactionIs(ReactionState.SHUT_DOWN)),
        ("reaction is withdrawal", ReactionIs(Family.WITHDRAWAL)),
        ("not told", Not(Flag("told"))),
        ("a or b and c", Or(Flag("a"), And(Flag("b"), Flag("c")))),
        ("(a or b) and c", And(Or(Flag("a"), Flag("b")), Flag("c"))),
        ("not a and b", And(Not(Flag("a")), Flag("b"))),
        ("visits != 3", Compare(Gauge.VISITS, Relation.UNEQUAL, 3)),
        ("turn = 1 or owned < 4", Or(Compare(Gauge.TURN, Relation.EQUAL, 1), Compare(Gauge.OWNED, Relation.LESS, 4))),
    ],
)
def test_a_condition_means_what_it_says(text: str, meaning: Condition) -> None:
    assert read(text) == meaning


@pytest.mark.parametrize(
    ("text", "marked", "word"),
    [
        ("bond", "bond", "whole number"),
        ("bond == 3", "==", "one sign"),
        ("bond >= high", "bond", "whole number"),
        ("trust >= 3", "trust", "not a number"),
        ("bond >= 101", "101", "100"),
        ("seen", "seen", "name of a moment"),
        ("reaction = minimal", "reaction", "reaction is"),
        ("reaction is quiet", "quiet", "not a reaction state"),
        ("(told", "(", "not closed"),
        ("told)", ")", "closes none"),
        ("told untold", "untold", "and"),
        ("told and", "", "breaks off"),
        ("3 < bond", "3", "begins with"),
        ("told & untold", "&", "and"),
        ("bond >= 25%", "%", "without “%”"),
        ("if bond >= 25", "if", "Leave “if” out"),
        ("when: bond >= 25", "when:", "Leave “when:” out"),
        ("bond >= 25 and !told", "!", "“not”"),
        ("told = true", "told = true", "“told”"),
        ("told == no", "told == no", "“not told”"),
        ("told != true", "told != true", "“not told”"),
        ("bond ≤ 25", "≤", "“<=”"),
        ("bond => 25", "=>", "“>=”"),
        ("bond > 5 && told", "&&", "“and”"),
        ("told || untold", "||", "“or”"),
        ("bond > 2.5", ".", "whole numbers"),
        ("told = 3", "told", "not a number"),
        ("just leaving", "leaving", "shown by the patient"),
        ("told or just stuck", "stuck", "shown by the patient"),
        ("just told", "just", "question, owning"),
        ("(" * 40 + "told" + ")" * 40, "(", "nested"),
        ("told or " * 60 + "told", "told or " * 60 + "told", "300"),
    ],
)
def test_a_slip_is_marked_where_it_is_and_told_in_a_sentence(text: str, marked: str, word: str) -> None:
    fault = parse_condition(text)
    assert isinstance(fault, ConditionFault)
    assert text[fault.start : fault.end] == marked
    assert word in str(fault.message)
    assert str(fault.message).endswith(".")


def test_names_are_told_with_their_places() -> None:
    parsed = parse_condition("told and not seen silence")
    assert isinstance(parsed, ParsedCondition)
    assert [(name.name, name.is_flag, name.start, name.end) for name in parsed.names] == [
        ("told", True, 0, 4),
        ("silence", False, 18, 25),
    ]


WORDS = st.sampled_from(
    ["bond", "seen", "reaction", "is", "not", "and", "or", "(", ")", "<", ">=", "=", "3", "x", "€", "minimal"]
)


@given(st.lists(WORDS, max_size=20).map(" ".join) | st.text(max_size=60))
def test_any_text_is_a_condition_or_a_fault_inside_it(text: str) -> None:
    parsed = parse_condition(text)
    if isinstance(parsed, ConditionFault):
        assert 0 <= parsed.start <= parsed.end <= len(text)
