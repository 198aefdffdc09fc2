"""Messages for whoever does not write in the text of the file name nothing that is only written there."""

from __future__ import annotations

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import ENGLISH, Listed, Message, Sentence
from simulator.messages.sentences.fault_reading import D202
from simulator.messages.sentences.fault_wordings import D540, D545
from simulator.messages.sentences.text import QUOTED
from simulator.services.told_in_words import in_words, place_in_words, states_in

ANY = Sentence("test/any", "Say “{words}”.")
STATES = Listed((QUOTED(words=ReactionState.MINIMAL), QUOTED(words=ReactionState.SHUT_DOWN)))


def told(message: Message) -> str:
    return in_words(message, ENGLISH.say)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (Move.SEEK_AGREEMENT, "Say “Seek agreement”."),
        (Marker.MINIMAL, "Say “Minimal response”."),
        (Family.WITHDRAWAL, "Say “withdrawal”."),
        ("minimal", "Say “minimal”."),
    ],
)
def test_words_of_the_language_are_said_by_their_names_and_ids_as_they_are(code: str, words: str) -> None:
    assert told(ANY(words=code)) == words


def test_keys_are_said_as_the_fields_of_the_form_are_called() -> None:
    asks = told(D545(moment="boxes", wording="first"))
    assert "Write “Waits for an answer: yes” if" in asks
    assert "asks:" not in asks
    assert told(D202(key="reaction", thing="a moment", help="H.")).startswith("“Reaction” is missing")
    lacking = told(D540(states=STATES))
    assert "“Says little” and “Shut down”" in lacking
    assert "What is seen where no words are left" in lacking
    assert "wordless" not in lacking
    assert list(states_in(D540(states=STATES))) == [ReactionState.MINIMAL, ReactionState.SHUT_DOWN]


def test_a_message_says_its_place_unless_it_names_it() -> None:
    place = ("moments", "boxes", "responses", "own-it")
    assert place_in_words(place, "It is long.", ENGLISH.say) == "Answer “own-it” in “boxes” · It is long."
    assert place_in_words(place, "“own-it” in “boxes” is long.", ENGLISH.say) == "“own-it” in “boxes” is long."
    assert place_in_words((), "It has no title.", ENGLISH.say) == "It has no title."
    assert place_in_words(("lines", "minimal"), "Few.", ENGLISH.say) == "Lines for “Says little” · Few."
