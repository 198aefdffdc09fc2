"""Plans: paths through a scenario that must stay as they are, in words that an author can write (``NAME.plan``)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Listed, Message
from simulator.messages.sentences import plans as say
from simulator.scenario.document import Scenario
from simulator.scenario.former_ids import current_response
from simulator.scenario.quotation_marks import as_typed
from simulator.scoring import score
from simulator.scoring.competency import Competency, SessionScore
from simulator.session.actions import Action, Choose, GiveTag, StaySilent
from simulator.session.engine import Session, start
from simulator.session.errors import ServiceError
from simulator.session.script import Script
from simulator.session.vocabulary import Mode, Tag

_ALONE: Final = "stay"
_SETTINGS: Final = ("difficulty", "seed")
_COMPARE: Final[Mapping[str, Callable[[int, int], bool]]] = MappingProxyType(
    {">=": operator.ge, "<=": operator.le, "=": operator.eq}
)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One line of a plan: a word, and what stands behind it."""

    line: int
    word: str
    rest: str


@dataclass(frozen=True, slots=True)
class PlannedPath:
    """A path through a scenario: its name, the line it begins in, and its instructions."""

    name: str
    line: int
    instructions: tuple[Instruction, ...]


@dataclass(frozen=True, slots=True)
class PlanFault:
    """Where a plan cannot be read, or where it went otherwise than planned, and what is the matter."""

    line: int
    what: Message


def read_plan(text: str) -> tuple[tuple[PlannedPath, ...], tuple[PlanFault, ...]]:
    """The paths of a plan, and what in it is no instruction."""
    paths: list[tuple[str, int, list[Instruction]]] = []
    faults: list[PlanFault] = []
    for line, word, rest in _lines(text):
        fault = _fault(word, rest, began=bool(paths))
        if fault is not None:
            faults.append(PlanFault(line, fault))
        elif word == "path":
            paths.append((rest, line, []))
        else:
            paths[-1][2].append(Instruction(line, word, rest))
    return tuple(PlannedPath(name, line, tuple(found)) for name, line, found in paths), tuple(faults)


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    for number, raw in enumerate(text.splitlines(), 1):
        word, _, rest = raw.split("#", 1)[0].strip().partition(" ")
        if word:
            yield number, word, rest.strip()


def _fault(word: str, rest: str, *, began: bool) -> Message | None:
    """What is wrong with a line, before anything is played."""
    if word not in _KNOWN:
        return say.NO_INSTRUCTION(word=word, known=Listed(tuple(_KNOWN)))
    if word != "path" and not began:
        return say.NO_PATH_YET()
    if not rest and word != _ALONE:
        return say.NOTHING_BEHIND(word=word)
    if word == "score":
        return _score_fault(rest)
    known = _KNOWN[word]
    if known and rest not in known:
        return say.NO_VALUE(value=rest, word=word, known=Listed(known))
    if word == "seed" and not rest.isdecimal():
        return say.NO_VALUE(value=rest, word=word, known="0, 1, 2, …")
    return None


def _score_fault(rest: str) -> Message | None:
    name, *expected = rest.split()
    names = tuple(map(str, Competency))
    if name not in names:
        return say.NO_VALUE(value=name, word="score", known=Listed(names))
    number = expected[-1] if expected else ""
    relation = expected[0] if len(expected) == 2 else "="
    if number == "none" and len(expected) == 1:
        return None
    good = number.isdecimal() and relation in _COMPARE and len(expected) <= 2
    return None if good else say.NO_SCORE_ASKED()


class _Otherwise(Exception):
    """Something went otherwise than planned."""

    def __init__(self, what: Message) -> None:
        super().__init__(str(what))
        self.what = what


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of a path: the session as far as it went, and where it went otherwise than planned, if it did."""

    session: Session
    fault: PlanFault | None


def follow(path: PlannedPath, scenario: Scenario) -> Followed:
    """Play a path; it ends with its last instruction, or where something is not as planned."""
    settings = {one.word: int(one.rest) for one in path.instructions if one.word in _SETTINGS}
    script = Script(scenario, settings.get("difficulty", scenario.difficulty))
    session = Session(scenario, start(script, Mode.LEARN, settings.get("seed", 0)), script)
    scores: SessionScore | None = None
    for instruction in path.instructions:
        try:
            if instruction.word == "score":
                scores = scores or score(session.transcript())
                _look_at_score(instruction.rest, scores)
            elif instruction.word not in _SETTINGS:
                _STEPS[instruction.word](session, instruction.rest)
        except _Otherwise as otherwise:
            return Followed(session, PlanFault(instruction.line, otherwise.what))
    return Followed(session, None)


def _look_at_moment(session: Session, planned: str) -> None:
    if session.ended:
        raise _Otherwise(say.OVER())
    moment = session.place.moment
    if planned != moment.id and planned not in moment.formerly:
        raise _Otherwise(say.OTHER_MOMENT(planned=planned, found=moment.id))


def _listen(session: Session, planned: str) -> None:
    closing = session.standing.closing
    said = closing.says if closing else session.telling.patient
    if as_typed(planned) not in as_typed(said):
        raise _Otherwise(say.OTHER_WORDS(planned=planned, found=said))


def _look_at_offer(session: Session, planned: str) -> None:
    if session.ended:
        raise _Otherwise(say.OVER())
    responses = session.place.moment.responses
    offered = [responses[position].id for position in session.script.offered(session.place)]
    if offered != [_today(session, id_) for id_ in planned.split()]:
        raise _Otherwise(say.OTHER_OFFER(found=Listed(tuple(offered))))


def _today(session: Session, response: str) -> str:
    """The id of a response as it is now; one that was renamed is found by the id that it had before."""
    found = None if session.ended else current_response(session.place.moment, response)
    return response if found is None else found.id


def _act(session: Session, action: Action) -> None:
    try:
        session.act(action)
    except ServiceError as refusal:
        raise _Otherwise(refusal.message) from refusal


def _look_at_end(session: Session, planned: str) -> None:
    closing = session.standing.closing
    if closing is None:
        raise _Otherwise(say.GOES_ON(found=session.place.moment.id))
    if closing.verdict != planned:
        raise _Otherwise(say.OTHER_ENDING(found=str(closing.verdict)))


def _look_at_score(asked: str, scores: SessionScore) -> None:
    name, *expected = asked.split()
    found = scores.competencies[Competency(name)].score
    if found is None:
        if expected != ["none"]:
            raise _Otherwise(say.NO_SCORE(name=name))
    elif expected == ["none"] or not _COMPARE[expected[0] if len(expected) == 2 else "="](found, int(expected[-1])):
        raise _Otherwise(say.OTHER_SCORE(name=name, found=found))


_STEPS: Final[Mapping[str, Callable[[Session, str], None]]] = MappingProxyType(
    {
        "at": _look_at_moment,
        "says": _listen,
        "offers": _look_at_offer,
        "tag": lambda session, tag: _act(session, GiveTag(Tag(tag))),
        "pick": lambda session, response: _act(session, Choose(_today(session, response))),
        _ALONE: lambda session, _: _act(session, StaySilent()),
        "ends": _look_at_end,
    }
)
_ANY: Final = ()
_KNOWN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "path": _ANY,
        "difficulty": ("1", "2", "3"),
        "seed": _ANY,
        **dict.fromkeys(_STEPS, _ANY),
        "tag": tuple(map(str, Tag)),
        "score": _ANY,
    }
)
"""Every instruction, and what can stand behind it where that is one of a few words."""
