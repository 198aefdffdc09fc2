"""A condition told in words, for whoever reads a form and writes no conditions."""

from __future__ import annotations

from simulator.messages.message import Listed, Message, Value
from simulator.messages.sentences import first_evening as say
from simulator.scenario.conditions import Compare, Flag, Just, ReactionIs, Seen
from simulator.scenario.editing.condition_rows import Line, lines_of
from simulator.ui.studio.editor.condition_words import GAUGES, object_of, objects, subject_of, verb_of, verbs


def condition_told(text: str) -> Value:
    """What stands behind “only if”: each way in which the condition holds; as it is written where lines cannot show it."""
    lines = lines_of(text)
    if not lines:
        return say.AS_IT_IS_WRITTEN(text=" ".join(text.split()))
    ways: list[list[Line]] = []
    for line in lines:
        if line.other or not ways:
            ways.append([])
        ways[-1].append(line)
    *others, last = [Listed(tuple(map(_told, way))) for way in ways]
    told: Value = last
    for way in reversed(others):
        told = say.OR_IF(first=way, other=told)
    return told


def _told(line: Line) -> Message:
    question, negated = line.question, line.negated
    match question:
        case Flag(name):
            return (say.FLAG_NOT_SET if negated else say.FLAG_SET)(name=name)
        case Seen(moment):
            return (say.MOMENT_NOT_COME if negated else say.MOMENT_CAME)(name=moment)
        case Just():
            return (say.NOT_JUST_SAID if negated else say.JUST_SAID)(what=_thing(line))
        case ReactionIs():
            return (say.STATE_IS_NOT if negated else say.STATE_IS)(what=_thing(line))
        case Compare(gauge, _, number):
            how = dict(verbs(subject_of(question)))[verb_of(line)]
            return say.GAUGE_IS(what=GAUGES[gauge](), how=how, number=str(number))


def _thing(line: Line) -> Message:
    return dict(objects(subject_of(line.question), (), ()))[object_of(line.question)]
