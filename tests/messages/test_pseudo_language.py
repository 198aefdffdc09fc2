"""The language for tests: whatever it says can be told from what no catalogue said, and needs more room."""

from __future__ import annotations

import pytest

from simulator.messages.message import Listed, Sentence
from simulator.messages.sentence_list import all_sentences
from tests.pseudo_language import PSEUDO, pseudo, untranslated


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Settings", "‹Šëëťťîîñğš›"),
        ("{count} of “{name}”", "‹{count} ööf “{name}”›"),
        ("A brace {{}} of {name_2}", "‹Áá bŕááçëë {{}} ööf {name_2}›"),
        ("{words}", "{words}"),
        ("{a}, {b} …", "{a}, {b} …"),
        ("", ""),
    ],
)
def test_words_have_accents_and_brackets_and_values_stay(text: str, said: str) -> None:
    assert pseudo(text) == said


def test_plurals_are_those_of_english() -> None:
    turns = Sentence("test/turns", "One turn", many="{count} turns", count="count")
    assert [PSEUDO.say(turns(count=n)) for n in (1, 2)] == ["‹Ööñëë ťûûŕñ›", "‹2 ťûûŕñš›"]


def test_sentences_need_some_forty_percent_more_room() -> None:
    english = "".join(sentence.text for sentence in all_sentences() if len(sentence.text) > 20)
    longer = sum(len(pseudo(sentence.text)) for sentence in all_sentences() if len(sentence.text) > 20) / len(english)
    assert 1.3 < longer < 1.5


def test_what_the_catalogue_did_not_say_is_left_over() -> None:
    inner = Sentence("test/inner", "part of {whole}")
    outer = Sentence("test/outer", "This is {parts}.")
    words = PSEUDO.say(outer(parts=Listed((inner(whole="a"), "b", inner(whole="c")))))
    assert untranslated(words) == ""
    assert untranslated(f"{words} Close") == "Close"
    assert untranslated("Close ") == "Close"
