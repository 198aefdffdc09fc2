"""Moments with the places of their words: those of a scenario, and those of a patient's line bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from simulator.alliance.reactions import ReactionState, family_of
from simulator.scenario.checks.story import Spans
from simulator.scenario.document import Moment, Patient, Response, Scenario, Wording
from simulator.scenario.span import Span

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment, the path at which it is written (for a line of a bank: at which its patient is), and all places.

    Places are found out only for a fault, because that is slow.
    """

    moment: Moment
    root: Path
    spans: Spans

    @property
    def told(self) -> Path:
        """The path below which its wordings stand."""
        return self._below("wordings")

    @property
    def answered(self) -> Path:
        """The path below which its responses stand."""
        return self._below("responses")

    @property
    def name(self) -> str:
        """How an author calls it: a moment by its id, a line of a patient's bank by its reaction state."""
        return self.moment.reaction if self.moment.from_bank else self.moment.id

    @property
    def key(self) -> Span:
        """Where its id stands, or the state that its wordings are written for."""
        return self.spans.key(*self.told)

    @property
    def of_the_first_form(self) -> bool:
        """Whether it is a line of a patient file of the first form of the language, which knew no wordings."""
        return self.moment.from_bank and self.spans.has(*self.root, "responses")

    @property
    def answers(self) -> Span:
        """Where its responses stand."""
        return self.spans.key(*self.answered, "responses")

    def wording(self, wording: Wording, *keys: str | int) -> Span:
        """Where one of the values of a wording stands; words written directly at the moment are its first wording."""
        path = (*self.told, "wordings", wording.id)
        return self.spans.value(*(path if self.spans.has(*path) else self.told), *keys)

    def wording_key(self, wording: Wording, *keys: str | int) -> Span:
        """Where the id of a wording stands, or one of its keys."""
        path = (*self.told, "wordings", wording.id)
        return self.spans.key(*(path if self.spans.has(*path) else self.told), *keys)

    def response(self, response: Response, *keys: str | int) -> Span:
        """Where one of the values of a response stands."""
        return self.spans.value(*self.answered, "responses", response.id, *keys)

    def copies(self, key: str) -> bool:
        """Whether what stands under a key is taken from the moment it copies, where it is told already."""
        return self.spans.has(*self.root, "copy") and not self.spans.has(*self.root, key)

    def _below(self, key: str) -> Path:
        """Where a key stands; one of a patient's bank stands at the state, or at its family."""
        if not isinstance(self.moment.reaction, ReactionState) or not self.moment.from_bank:
            return self.root
        state, family = ((*self.root, "lines", str(word)) for word in (self.name, family_of(self.moment.reaction)))
        return family if self.spans.has(*family, key) and not self.spans.has(*state, key) else state


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is told in a scenario, or by a patient: its moments with their places.

    ``known`` are all moments by id in which something can have been said, those of the patient's bank too.
    """

    moments: tuple[Placed, ...]
    known: Mapping[str, Moment]

    @property
    def of_the_first_form(self) -> bool:
        """Whether the moments are those of a patient file of the first form of the language, which knew no wordings."""
        return any(one.of_the_first_form for one in self.moments[:1])

    @property
    def tellings(self) -> Iterator[Placed]:
        """The moments, each with wordings of its own: states that share those of a family come once."""
        return _once(self.moments, lambda moment: moment.wordings)

    @property
    def answers(self) -> Iterator[Placed]:
        """The moments, each with responses of its own."""
        return _once(self.moments, lambda moment: moment.responses)


def words_of_scenario(scenario: Scenario, spans: Spans) -> Words:
    """The moments of a scenario."""
    moments = tuple(Placed(moment, ("moments", moment.id), spans) for moment in scenario.moments.values())
    return Words(moments, {moment.id: moment for moment in scenario.every_moment()})


def words_of_patient(patient: Patient, spans: Spans, root: Path = ()) -> Words:
    """The moments of a patient's bank; ``root`` is the path at which the patient file stands among the places."""
    moments = tuple(Placed(moment, root, spans) for moment in patient.lines.values())
    return Words(moments, {moment.id: moment for moment in patient.lines.values()})


def _once(moments: Iterable[Placed], part: Callable[[Moment], object]) -> Iterator[Placed]:
    """The moments without those of which a part is that of another: states take it from their family."""
    seen: set[int] = set()
    for one in moments:
        known = id(part(one.moment))
        if known not in seen or not one.moment.from_bank:
            seen.add(known)
            yield one
