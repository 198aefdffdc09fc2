"""Reads a condition such as ``alliance >= 45 and not seen silence``, and says precisely what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.reactions import Family, ReactionState
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.messages.message import Message
from simulator.messages.sentences import fault_conditions as say
from simulator.scenario.conditions import (
    And,
    Compare,
    Condition,
    Flag,
    Gauge,
    Just,
    Not,
    Or,
    ReactionIs,
    Relation,
    Seen,
)

RESERVED: Final = frozenset(
    {*(str(g) for g in Gauge), "and", "or", "not", "seen", "just", "reaction", "is", "true", "false"}
)
"""Words with a meaning of their own in conditions, which no flag can have as its name."""

_TOKEN: Final = re.compile(r"\s*(?:([a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)|([0-9]+)|(<=|>=|!=|==|<|>|=|\(|\))|(\S))", re.I)
_LONGEST: Final = 300
_DEEPEST: Final = 20
_GAUGES: Final = {str(gauge): gauge for gauge in Gauge}
_RELATIONS: Final = {str(relation): relation for relation in Relation}
_STATES: Final[dict[str, ReactionState | Family]] = {
    **{str(family): family for family in Family},
    **{str(state): state for state in ReactionState},
}
_SAID: Final = {str(said): said for said in SaidClass}
_SHOWN: Final = frozenset(map(str, ShownClass))
TOP_NUMBER: Final = {
    Gauge.BOND: 100,
    Gauge.TASK: 100,
    Gauge.GOAL: 100,
    Gauge.ALLIANCE: 100,
    Gauge.RUPTURES: 6,
    Gauge.OWNED: 4,
    Gauge.TURN: 40,
    Gauge.VISITS: 3,
    Gauge.LEVEL: 3,
}


_FOREIGN: Final = re.compile(r"≤|≥|≠|=<|=>|<>|&&?|\|\|?|!(?!=)|%|(?<=\d)[.,](?=\d)|^\s*(?:if|when)(?=[\s:]):?", re.I)
"""Signs and words that other languages write, and people who know them."""

_INSTEAD: Final = {
    "≤": "<=",
    "=<": "<=",
    "≥": ">=",
    "=>": ">=",
    "≠": "!=",
    "<>": "!=",
    "&": "and",
    "&&": "and",
    "|": "or",
    "||": "or",
    "!": "not",
}


def _foreign(sign: str) -> Message:
    """What to write instead of a sign or word that conditions do not have."""
    if sign in _INSTEAD:
        return say.INSTEAD(right=_INSTEAD[sign], wrong=sign)
    if sign == "%":
        return say.NO_PERCENT()
    if sign in (".", ","):
        return say.NO_FRACTION()
    return say.LEAVE_OUT(word=sign.strip())


@dataclass(frozen=True, slots=True)
class ConditionFault:
    """What is wrong with a condition, from which character to which."""

    message: Message
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A moment or flag that a condition names, and where."""

    name: str
    is_flag: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedCondition:
    """A condition and the names in it, which only the whole file can tell to exist."""

    condition: Condition
    names: tuple[Name, ...]


class _Kind(Code):
    NAME = "name"
    NUMBER = "number"
    SIGN = "sign"
    OTHER = "other"
    END = "end"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: _Kind
    text: str
    start: int
    end: int


class _Stop(Exception):
    """A way out of the recursion, never seen outside."""

    def __init__(self, fault: ConditionFault) -> None:
        super().__init__(fault.message.id)
        self.fault = fault


@lru_cache(maxsize=1024)
def parse_condition(text: str) -> ParsedCondition | ConditionFault:
    """Read a condition; on a fault, the characters it is about count from 0."""
    if len(text) > _LONGEST:
        return ConditionFault(say.TOO_LONG(most=_LONGEST), 0, len(text))
    foreign = _FOREIGN.search(text)
    if foreign is not None:
        return ConditionFault(_foreign(foreign[0]), *foreign.span())
    parser = _Parser(_tokens(text))
    try:
        condition = parser.either(0)
        parser.finish()
    except _Stop as stop:
        return stop.fault
    return ParsedCondition(condition, tuple(parser.names))


def _tokens(text: str) -> Iterator[_Token]:
    kinds = (_Kind.NAME, _Kind.NUMBER, _Kind.SIGN, _Kind.OTHER)
    for match in _TOKEN.finditer(text):
        group = match.lastindex
        if group:
            yield _Token(kinds[group - 1], match[group], *match.span(group))
    while True:
        yield _Token(_Kind.END, "", len(text), len(text))


class _Parser:
    """Recursive descent, one function for each level of the grammar: or, and, not, a single question."""

    def __init__(self, tokens: Iterator[_Token]) -> None:
        self.names: list[Name] = []
        self._tokens = tokens
        self._now = next(tokens)

    def either(self, depth: int) -> Condition:
        """One or more conditions joined by ``or``."""
        condition = self._both(depth)
        while self._skip("or"):
            condition = Or(condition, self._both(depth))
        return condition

    def finish(self) -> None:
        """Refuse whatever follows a complete condition."""
        token = self._now
        if token.kind is _Kind.END:
            return
        if token.text == ")":
            raise _stop(token, say.CLOSES_NONE())
        if token.kind is _Kind.SIGN:
            raise _stop(token, say.COMPARES_NOTHING(sign=token.text))
        raise _stop(token, say.NOT_JOINED(word=token.text))

    def _both(self, depth: int) -> Condition:
        condition = self._negated(depth)
        while self._skip("and"):
            condition = And(condition, self._negated(depth))
        return condition

    def _negated(self, depth: int) -> Condition:
        if depth >= _DEEPEST:
            raise _stop(self._now, say.TOO_DEEP(most=_DEEPEST))
        if self._skip("not"):
            return Not(self._negated(depth + 1))
        opened = self._now
        if self._skip("("):
            inner = self.either(depth + 1)
            if not self._skip(")"):
                raise _stop(opened, say.NOT_CLOSED())
            return inner
        return self._question()

    def _question(self) -> Condition:
        token = self._take()
        match token.kind:
            case _Kind.NAME if token.text == "seen":
                return Seen(self._moment(token))
            case _Kind.NAME if token.text == "just":
                return self._just(token)
            case _Kind.NAME if token.text == "reaction":
                return self._reaction(token)
            case _Kind.NAME if token.text in _GAUGES:
                return self._comparison(token, _GAUGES[token.text])
            case _Kind.NAME if token.text not in RESERVED:
                return self._flag(token)
            case _Kind.END:
                raise _stop(token, say.BREAKS_OFF())
        raise _stop(token, say.CANNOT_STAND(word=token.text))

    def _flag(self, token: _Token) -> Condition:
        if self._now.kind is _Kind.SIGN and self._now.text in ("=", "==", "!="):
            sign = self._take()
            value = self._take()
            if value.text.lower() in ("true", "false", "yes", "no", "1", "0"):
                negated = (value.text.lower() in ("true", "yes", "1")) is (sign.text == "!=")
                written = f"not {token.text}" if negated else token.text
                raise _Stop(ConditionFault(say.FLAG_ALONE(right=written), token.start, value.end))
            raise _stop(token, say.NOT_COMPARED(word=token.text, gauges=", ".join(_GAUGES)))
        if self._now.kind is _Kind.SIGN and self._now.text in ("<", "<=", ">", ">="):
            raise _stop(token, say.NOT_COMPARED(word=token.text, gauges=", ".join(_GAUGES)))
        self.names.append(Name(token.text, True, token.start, token.end))
        return Flag(token.text)

    def _moment(self, before: _Token) -> str:
        token = self._take()
        if token.kind is not _Kind.NAME or token.text in ("and", "or", "not"):
            raise _stop(before, say.MOMENT_MISSING(word=before.text))
        self.names.append(Name(token.text, False, token.start, token.end))
        return token.text

    def _just(self, before: _Token) -> Condition:
        token = self._take()
        said = _SAID.get(token.text)
        if token.text in _SHOWN:
            raise _stop(token, say.SHOWN_NOT_SAID(word=token.text))
        if said is None:
            raise _stop(before, say.CLASS_MISSING(classes=", ".join(_SAID)))
        return Just(said)

    def _reaction(self, before: _Token) -> Condition:
        if not self._skip("is"):
            raise _stop(before, say.REACTION_IS())
        token = self._take()
        state = _STATES.get(token.text)
        if state is None:
            raise _stop(token, say.NO_REACTION(word=token.text, states=", ".join(_STATES)))
        return ReactionIs(state)

    def _comparison(self, before: _Token, gauge: Gauge) -> Condition:
        sign, number = self._take(), None
        if sign.kind is _Kind.SIGN and sign.text == "==":
            raise _stop(sign, say.ONE_EQUALS())
        relation = _RELATIONS.get(sign.text)
        if relation is not None:
            number = self._take()
        if relation is None or number is None or number.kind is not _Kind.NUMBER:
            raise _stop(before, say.COMPARED_WITH_NUMBER(gauge=before.text))
        top = TOP_NUMBER[gauge]
        if len(number.text) > 4 or int(number.text) > top:
            raise _stop(number, say.ABOVE_TOP(gauge=before.text, top=top, number=number.text))
        return Compare(gauge, relation, int(number.text))

    def _take(self) -> _Token:
        token = self._now
        self._now = next(self._tokens)
        return token

    def _skip(self, text: str) -> bool:
        if self._now.text != text:
            return False
        self._now = next(self._tokens)
        return True


def _stop(token: _Token, message: Message) -> _Stop:
    """The way out at a token."""
    return _Stop(ConditionFault(message, token.start, token.end))
