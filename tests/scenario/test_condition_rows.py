"""A condition as the lines of a form: what they show says the same as the text, and what they cannot show is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import SaidClass
from simulator.patient.gauges import Alliance
from simulator.scenario.condition_syntax import ParsedCondition, parse_condition
from simulator.scenario.conditions import Compare, Condition, Flag, Gauge, Just, ReactionIs, Relation, Seen, holds
from simulator.scenario.editing.condition_rows import Line, lines_of, text_of
from simulator.shipped_files import SCENARIOS


class Facts:
    """A session of which every question is answered by a switch."""

    def __init__(self, silence: bool, told: bool, low: bool) -> None:
        self._silence, self._told, self._low = silence, told, low

    @property
    def alliance(self) -> Alliance:
        return Alliance.of_points(40, 40, 40) if self._low else Alliance.of_points(60, 60, 60)

    reaction = ReactionState.MINIMAL
    ruptures = owned = visits = 0
    turn = level = 1
    just: frozenset[SaidClass] = frozenset()

    def seen(self, moment: str) -> bool:
        return self._silence and moment == "silence"

    def flag(self, name: str) -> bool:
        return self._told and name == "told"


def every_session() -> Iterator[Facts]:
    for switches in product((False, True), repeat=3):
        yield Facts(*switches)


def parsed(text: str) -> Condition:
    found = parse_condition(text)
    assert isinstance(found, ParsedCondition), found
    return found.condition


@pytest.mark.parametrize(
    "text",
    [
        "seen silence",
        "not seen silence",
        "seen silence and told",
        "seen silence or told",
        "seen silence and told or alliance < 50",
        "told or seen silence and not alliance >= 50",
        "not (alliance < 50) and not not told",
        "(seen silence and told) or (told and alliance < 50)",
        "told and (seen silence)",
    ],
)
def test_lines_say_what_the_text_says(text: str) -> None:
    lines = lines_of(text)
    assert lines is not None
    again = parsed(text_of(lines))
    for facts in every_session():
        assert holds(again, facts) is holds(parsed(text), facts)


def test_every_kind_of_question_is_a_line() -> None:
    text = "seen a and not just offer and reaction is minimal and flag-one or bond >= 45 and turn != 3"
    assert lines_of(text) == (
        Line(Seen("a")),
        Line(Just(SaidClass.OFFER), True),
        Line(ReactionIs(ReactionState.MINIMAL)),
        Line(Flag("flag-one")),
        Line(Compare(Gauge.BOND, Relation.AT_LEAST, 45), other=True),
        Line(Compare(Gauge.TURN, Relation.UNEQUAL, 3)),
    )
    found = lines_of(text)
    assert found is not None
    assert text_of(found) == text


@pytest.mark.parametrize(
    "text", ["told and (seen a or seen b)", "not (told or seen a)", "seen", "told ===", "3 < turn"]
)
def test_what_lines_cannot_show_is_left(text: str) -> None:
    assert lines_of(text) is None


def test_nothing_written_is_no_line() -> None:
    assert lines_of("  ") == ()
    assert text_of(()) == ""


def test_lines_show_the_conditions_of_the_shipped_scenarios_word_for_word() -> None:
    written = [
        text
        for path in sorted(SCENARIOS.glob("*.yaml"))
        for text in re.findall(r"^ +when: ([^#\n]+)$", path.read_text("utf-8"), re.M)
    ]
    shown = [(text, lines) for text in written if (lines := lines_of(text)) is not None]
    assert len(shown) > 0.8 * len(written) > 0
    for text, lines in shown:
        assert text_of(lines) == text.strip()
