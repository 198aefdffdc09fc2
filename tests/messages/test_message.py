"""A message is a sentence with exactly the values that it names: made wrongly it fails where it is made."""

from __future__ import annotations

import pickle

import pytest

from simulator.messages.message import Day, Listed, Message, Sentence, Size, Value, When, names_in

GREETING = Sentence("test/greeting", "{who} says “{words}” to {whom}.")
TURNS = Sentence("test/turns", "One turn is left in {title}.", many="{count} turns are left in {title}.", count="count")
PLAIN = Sentence("test/plain", "Nothing to mend.")


@pytest.mark.parametrize(
    "values",
    [
        {"who": "Ines", "words": "yes"},
        {"who": "Ines", "words": "yes", "whom": "you", "when": "now"},
        {"who": "Ines", "words": "yes", "Whom": "you"},
        {},
    ],
)
def test_a_missing_or_superfluous_value_is_noticed_at_once(values: dict[str, Value]) -> None:
    with pytest.raises(TypeError, match="test/greeting takes who, whom, words, and was given"):
        GREETING(**values)


def test_a_sentence_without_values_takes_none() -> None:
    assert PLAIN().values == ()
    with pytest.raises(TypeError, match="test/plain takes nothing, and was given count"):
        PLAIN(count=1)


def test_a_sentence_that_counts_needs_its_number_although_its_words_for_one_leave_it_out() -> None:
    assert str(TURNS(count=1, title="The wait")) == "One turn is left in The wait."
    assert str(TURNS(count=2, title="The wait")) == "2 turns are left in The wait."
    with pytest.raises(TypeError, match="takes count, title"):
        TURNS(title="The wait")
    with pytest.raises(TypeError, match=r"counts count, which is no number\.$"):
        TURNS(count="2", title="The wait")


def test_a_value_may_have_any_name() -> None:
    assert str(Sentence("test/self", "{self} {text} {id_2}")(self="a", text="b", id_2="c")) == "a b c"


@pytest.mark.parametrize(
    "text", ["{", "}", "a {name", "{}", "{0}", "{name!r}", "{name:>9}", "{name.id}", "{a} }", "{Name}"]
)
def test_braces_that_hold_no_name_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^The braces in “.*” do not hold names\.$"):
        Sentence("test/broken", text)()


def test_a_brace_of_the_sentences_own_is_written_twice_and_is_no_name() -> None:
    assert names_in("Put “{{name}}” in {place}.") == {"place"}
    assert str(Sentence("test/braces", "Put “{{name}}” in {place}.")(place="{{x}}")) == "Put “{name}” in {{x}}."


def test_messages_are_equal_by_id_and_values_and_can_be_kept_in_sets() -> None:
    other_words = Sentence("test/greeting", "{who}, {words}", many="{whom}", count="whom", note="Reworded since.")
    message = GREETING(who="Ines", words="yes", whom=1)
    assert message == other_words(whom=1, words="yes", who="Ines")
    assert message != GREETING(who="Ines", words="no", whom=1)
    assert message != Sentence("test/other", GREETING.text)(who="Ines", words="yes", whom=1)
    held = Listed((message, When(0), Day("2026-11-26"), Size(1), 1, "1"))
    assert len({message, other_words(who="Ines", words="yes", whom=1), PLAIN(), TURNS(count=1, title=held)}) == 3


def test_a_message_cannot_be_changed_and_can_be_sent_between_programs() -> None:
    message = GREETING(who="Ines", words=Listed(("yes", PLAIN())), whom="you")
    with pytest.raises(AttributeError):
        message.values = ()  # type: ignore[misc]
    again = pickle.loads(pickle.dumps(message))
    assert isinstance(again, Message)
    assert (again, again.id, str(again)) == (message, "test/greeting", "Ines says “yes and Nothing to mend.” to you.")


@pytest.mark.parametrize(
    ("translation", "fits"),
    [
        ("Noch {count} Runden in {title}.", True),
        ("Noch eine Runde in {title}.", True),
        ("Noch {count} Runden.", False),
        ("Noch {count} Runden in {titel}.", False),
        ("Noch {count} Runden in {title} von {who}.", False),
        ("Noch {count} Runden in {title.", False),
        ("Noch {count!r} Runden in {title}.", False),
        ("", False),
    ],
)
def test_a_translation_must_name_the_same_values(translation: str, fits: bool) -> None:
    assert TURNS.is_said_by(translation) is fits


def test_a_sentence_without_a_count_can_leave_nothing_out() -> None:
    assert not GREETING.is_said_by("{who} sagt “{words}”.")
    assert not PLAIN.is_said_by("")
    assert PLAIN.is_said_by("Nichts zu richten.")
