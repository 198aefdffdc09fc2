"""What the lines of a condition offer: what can be asked about, how, and of what, each with the words a person reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from simulator.alliance.reactions import Family, ReactionState
from simulator.alliance.said_classes import SaidClass
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import condition_lines as say
from simulator.messages.sentences.families import FAMILIES
from simulator.messages.sentences.said_words import SAID
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.scenario.conditions import Compare, Flag, Gauge, Just, ReactionIs, Relation, Seen
from simulator.scenario.editing.condition_rows import Line, Question
from simulator.scenario.editing.word_labels import LABELS

MOMENT: Final = "seen"
STATE: Final = "reaction"
FLAG: Final = "flag"
JUST: Final = "just"

GAUGES: Final[Mapping[Gauge, Sentence]] = MappingProxyType(
    {
        Gauge.BOND: say.BOND,
        Gauge.TASK: say.TASK,
        Gauge.GOAL: say.GOAL,
        Gauge.ALLIANCE: say.ALLIANCE,
        Gauge.RUPTURES: say.RUPTURES,
        Gauge.OWNED: say.OWNED,
        Gauge.TURN: say.TURN,
        Gauge.VISITS: say.VISITS,
        Gauge.LEVEL: say.LEVEL,
    }
)
_OTHERS: Final = ((MOMENT, say.MOMENT), (STATE, say.STATE), (JUST, say.JUST), (FLAG, say.FLAG))
_RELATIONS: Final = (
    (Relation.AT_LEAST, say.AT_LEAST),
    (Relation.MORE, say.MORE),
    (Relation.AT_MOST, say.AT_MOST),
    (Relation.LESS, say.LESS),
    (Relation.EQUAL, say.EQUAL),
    (Relation.UNEQUAL, say.UNEQUAL),
)
_VERBS: Final = {
    MOMENT: (say.HAS_COME, say.HAS_NOT_COME),
    STATE: (say.IS, say.IS_NOT),
    FLAG: (say.IS_SET, say.IS_NOT_SET),
    JUST: (say.WAS, say.WAS_NOT),
}
_FIRST: Final = {Gauge.TURN: 2, Gauge.RUPTURES: 1, Gauge.OWNED: 2, Gauge.VISITS: 1, Gauge.LEVEL: 2}
_HALF: Final = 50

Offered = Sequence[tuple[str, Message]]
"""Words of the language, each with what a person reads for it."""


def subjects(moments: Sequence[str], flags: Sequence[str]) -> Offered:
    """What can be asked about in a file with these moments and flags."""
    missing = {name for name, some in ((MOMENT, moments), (FLAG, flags)) if not some}
    others = [(name, words()) for name, words in _OTHERS if name not in missing]
    return (*others, *((str(gauge), words()) for gauge, words in GAUGES.items()))


def subject_of(question: Question) -> str:
    """What a question asks about."""
    match question:
        case Compare(gauge):
            return str(gauge)
        case Seen():
            return MOMENT
        case Just():
            return JUST
        case ReactionIs():
            return STATE
        case Flag():
            return FLAG


def verbs(subject: str) -> Offered:
    """How something can be asked about: the relations of a gauge, else yes or no."""
    if subject in _VERBS:
        yes, no = _VERBS[subject]
        return (("", yes()), ("not", no()))
    return tuple((str(relation), words()) for relation, words in _RELATIONS)


def verb_of(line: Line) -> str:
    """How a line asks."""
    return str(line.question.relation) if isinstance(line.question, Compare) else "not" if line.negated else ""


def objects(subject: str, moments: Sequence[str], flags: Sequence[str]) -> Offered:
    """Of what something can be asked; nothing for a gauge, which is compared with a number."""
    match subject:
        case "seen":
            return tuple((one, AS_WRITTEN(words=one)) for one in moments)
        case "flag":
            return tuple((one, AS_WRITTEN(words=one)) for one in flags)
        case "just":
            return tuple((str(said), words()) for said, words in SAID.items())
        case "reaction":
            states = [(str(one), LABELS[str(one)]()) for one in ReactionState]
            families = [(str(one), FAMILIES[str(one)]()) for one in Family if str(one) not in dict(states)]
            return (*families, *states)
        case _:
            return ()


def object_of(question: Question) -> str:
    """Of what a question asks."""
    match question:
        case Compare(_, _, number):
            return str(number)
        case Seen(moment):
            return moment
        case Just(said):
            return str(said)
        case ReactionIs(reaction):
            return str(reaction)
        case Flag(name):
            return name


def first_object(subject: str, moments: Sequence[str], flags: Sequence[str]) -> str:
    """Of what is asked until somebody says otherwise."""
    offered = objects(subject, moments, flags)
    return offered[0][0] if offered else str(_FIRST.get(Gauge(subject), _HALF))


def line_of(subject: str, verb: str, thing: str, *, other: bool) -> Line:
    """The line that was put together from its parts."""
    negated = verb == "not"
    match subject:
        case "seen":
            return Line(Seen(thing), negated, other)
        case "flag":
            return Line(Flag(thing), negated, other)
        case "just":
            return Line(Just(SaidClass(thing)), negated, other)
        case "reaction":
            states = {str(one): one for one in (*Family, *ReactionState)}
            return Line(ReactionIs(states[thing]), negated, other)
        case _:
            relation = Relation(verb) if verb in set(map(str, Relation)) else Relation.AT_LEAST
            return Line(Compare(Gauge(subject), relation, int(thing)), False, other)
