"""Messages for whoever writes in the form and on the map: words of the language, keys and places by their names in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import Listed, Message, Value
from simulator.messages.sentences import told_in_words as say
from simulator.messages.sentences.families import FAMILIES
from simulator.messages.sentences.key_labels import KEY_LABELS
from simulator.messages.sentences.said_words import SAID, SHOWN
from simulator.messages.sentences.studio_editor import NO, YES
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.nodes import Path

Say = Callable[[Message], str]

_KEY: Final = re.compile(r"“([a-z][a-z-]*):(?: ([a-z-]+))?”")
_ANSWERS: Final = {"true": YES, "false": NO}


def in_words(message: Message, say_: Say) -> str:
    """A message in words; for the text of a file, whose keys an author types there, it is said as it is."""

    def name(found: re.Match[str]) -> str:
        key, value = found.groups()
        if key not in KEY_LABELS:
            return found.group()
        label = KEY_LABELS[key]()
        if value is None:
            return say_(say.FIELD(label=label))
        return say_(say.FIELD_WITH(label=label, value=_value(value)))

    return _KEY.sub(name, say_(_named(message)))


def place_in_words(place: Path, told: str, say_: Say) -> str:
    """A message behind what its place is called; where it names its place itself, or it is about all of it, alone."""
    where = _place(place)
    if where is None or all(f"“{step}”" in told for step in place[1::2]):
        return told
    return say_(say.AT_PLACE(place=where, what=told))


def states_in(message: Message) -> Iterator[ReactionState]:
    """The reaction states that a message names."""
    for _, value in message.values:
        yield from _states(value)


def _states(value: Value) -> Iterator[ReactionState]:
    match value:
        case ReactionState():
            yield value
        case Message():
            yield from states_in(value)
        case Listed(items, _):
            for item in items:
                yield from _states(item)


def _named(message: Message) -> Message:
    return Message(message.sentence, tuple((name, _word(value, name)) for name, value in message.values))


def _word(value: Value, name: str = "") -> Value:
    """A value of a message in words; one that is called ``key`` is a key of the language."""
    match value:
        case str() if name == "key" and value in KEY_LABELS:
            return KEY_LABELS[value]()
        case Code():
            return _value(value)
        case Message():
            return _named(value)
        case Listed(items, any_of):
            return Listed(tuple(map(_word, items)), any_of)
        case _:
            return value


def _value(word: str) -> Value:
    """What people call a word of the language; the word itself where it has no other name."""
    sentence = LABELS.get(word) or _ANSWERS.get(word) or SAID.get(word) or SHOWN.get(word)
    if sentence is None and word in tuple(Family):
        sentence = FAMILIES[word]
    return sentence() if sentence is not None else str(word)


def _place(place: Path) -> Message | None:
    match place:
        case ("moments", moment):
            return say.MOMENT(moment=str(moment))
        case ("moments", moment, "responses", answer, *_):
            return say.ANSWER(answer=str(answer), moment=str(moment))
        case ("moments", moment, "wordings", wording):
            return say.WORDING(wording=str(wording), moment=str(moment))
        case ("lines", state):
            return say.LINES(state=_value(str(state)))
        case ("lines", state, "wordings", wording):
            return say.LINE(line=str(wording), state=_value(str(state)))
        case ("lines", state, "responses", answer, *_):
            return say.ANSWER_TO_LINES(answer=str(answer), state=_value(str(state)))
        case _:
            return None
