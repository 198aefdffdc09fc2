"""What an author types with straight marks is read as books set it, and nothing else of a text changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.hashes import item_digest
from simulator.scenario.quotation_marks import as_typed, set_in_type
from tests.scenario.texts import SMALL, read_text

SET = {
    "I don't know": "I don’t know",
    "two hours' notice": "two hours’ notice",
    "She said 'see me', and I'd gone.": "She said ‘see me’, and I’d gone.",
    "an 'if' and an 'I expect'": "an ‘if’ and an ‘I expect’",
    "I hear 'I'll ring her', I don't believe it": "I hear ‘I’ll ring her’, I don’t believe it",
    "'cause I said so": "’cause I said so",
    "'90s music": "’90s music",
    'You said "a bit", and ("only") that.': "You said “a bit”, and (“only”) that.",
    "\"'See me' at the top\"": "“‘See me’ at the top”",
    'One of them "misc".': "One of them “misc”.",
    'It is 5" tall': 'It is 5" tall',
    "„So“ « ainsi »": "„So“ « ainsi »",
    "nothing to set": "nothing to set",
}


@pytest.mark.parametrize("typed", SET)
def test_straight_marks_are_set_as_in_books(typed: str) -> None:
    assert set_in_type(typed) == SET[typed]


@given(st.text(alphabet="ab '\"(.,“’-\n5"))
def test_only_marks_change_and_what_is_set_stays(typed: str) -> None:
    once = set_in_type(typed)
    assert as_typed(once) == as_typed(typed)
    assert set_in_type(once) == once


def test_a_scenario_is_read_with_its_marks_set_and_counts_as_the_same_item() -> None:
    text = SMALL.replace("say: (waits)", "say: I don't mind")
    scenario = read_text(text).scenario
    assert scenario is not None
    moment = scenario.moments["silence"]
    response = moment.responses[2]
    assert response.say == "I don’t mind"
    assert item_digest(moment, response) == item_digest(moment, replace(response, say="I don't mind"))
