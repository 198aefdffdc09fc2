"""Edits as many authors would make them in any order: drawn at random, over a whole file."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

from simulator.scenario.editing.intents import Copy, Intent, Remove, Rename, SetValue, connect, disconnect
from simulator.scenario.editing.making import new_id
from simulator.scenario.editing.written import Written
from simulator.scenario.nodes import Node, Path
from simulator.scenario.references import Named

WORDS = [
    "No: it is nothing",
    "He said #1 to me",
    "- not a list",
    'It\'s "late", I know',
    "[looks away]",
    "yes",
    "한국어로 말해요, 네?",
    "A longer thought, of the kind that fills more than one line of the file, and goes on until it has to be folded by whoever writes it.",
]


def comments(text: str) -> Counter[str]:
    """Every remark on a line of its own, and every one behind a word that a test has put there, and how often."""
    alone = [line.strip() for line in text.split("\n") if line.strip().startswith("#")]
    return Counter([*alone, *re.findall(r"(?<=  )# remark \d+$", text, re.MULTILINE)])


def leaves(node: Node, path: Path = ()) -> Iterator[Path]:
    """The path of every text."""
    match node:
        case dict():
            for key, one in node.items():
                yield from leaves(one, (*path, key))
        case list():
            for number, one in enumerate(node):
                yield from leaves(one, (*path, number))
        case _:
            yield path


def any_intent(written: Written, chance: random.Random) -> Intent:
    """Something that an author could do here."""
    moments = list(written.keys(("moments",)))
    moment = chance.choice(moments)
    responses = list(written.keys(("moments", moment, "responses")))
    match chance.randrange(8):
        case 7 if responses:
            move = ("moments", moment, "responses", chance.choice(responses), "move")
            return SetValue(move, chance.choice(["retreat", "own_contribution", "explore_fear"]))
        case 0 | 1:
            prose = [at for at in leaves(written.root) if at[-1] in ("say", "patient", "thinks", "debrief", "about")]
            return SetValue(chance.choice(prose), chance.choice(WORDS))
        case 2 if responses:
            return connect(moment, chance.choice(responses), chance.choice(moments))
        case 3 if led := [one for one in responses if written.has(("moments", moment, "responses", one, "then"))]:
            return disconnect(moment, chance.choice(led))
        case 4 if responses:
            response = chance.choice(responses)
            return Rename(Named.RESPONSE, response, new_id("renamed", responses), moment)
        case 5:
            return Rename(Named.MOMENT, moment, new_id("renamed", moments))
        case 6:
            return Copy(("moments", moment), ("moments", new_id(moment, moments)))
        case _:
            return Remove(chance.choice([at for at in leaves(written.keys(("moments",)), ("moments",)) if len(at) > 3]))


def kept(before: str, after: str) -> bool:
    """Whether every remark of a text is still in another."""
    return not comments(before) - comments(after)


def has_no_tab(text: str) -> bool:
    """Whether nothing was indented by a tab."""
    return not re.search(r"(?m)^\t", text)
