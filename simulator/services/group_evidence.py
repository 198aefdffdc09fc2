"""What the first conversations of a group say of how well people choose: everything that could be chosen there is tried once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from simulator.services.examine import Examiner
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.kept_results import Kept
from simulator.session.ids import PersonId

if TYPE_CHECKING:
    from simulator.analysis.choice_evidence import ChoiceEvidence
    from simulator.analysis.evidence_archive import KnownPlaces
    from simulator.services.review_shelf import ReviewedPerson
    from simulator.session.script import Script

Telling: TypeAlias = Callable[[int, int], bool]
"""Hears how many scenarios were tried of how many, and says whether to go on."""

Played: TypeAlias = tuple[str, int]
"""A scenario by the digest of its texts, and a level."""

_NOT_TRIED: Final[Mapping[str, float]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FirstConversation:
    """A first conversation with what its choices say."""

    found: HandedIn
    evidence: ChoiceEvidence


@dataclass(frozen=True, slots=True)
class PersonEvidence:
    """Somebody's first conversations by day; ``older`` are of an earlier edition, ``untried`` could not be worked out.

    ``others`` says how many conversations were no first ones.
    """

    person: ReviewedPerson
    first: tuple[FirstConversation, ...]
    older: tuple[HandedIn, ...]
    untried: tuple[HandedIn, ...]
    others: int


@dataclass(frozen=True, slots=True)
class GroupEvidence:
    """Everybody’s evidence, and how likely the half-way learner comes to each moment, by texts and level of what was played."""

    people: tuple[PersonEvidence, ...]
    learner: Mapping[Played, Mapping[str, float]]

    def of(self, key: bytes) -> PersonEvidence | None:
        """What is known of somebody, by their key."""
        return next((one for one in self.people if one.person.key == key), None)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What was found when a scenario was tried for some conversations."""

    of: Mapping[str, ChoiceEvidence]
    reach: Mapping[str, float]


class EvidenceReader:
    """Tries each scenario once for all conversations that were held with it; takes seconds a scenario the first time.

    What was worked out of places is ``kept``, so that the next start of the program need not try it again.
    """

    def __init__(self, examiner: Examiner, kept: Kept | None = None) -> None:
        self._examiner = examiner
        self._kept = kept
        self._tried: dict[Played, _Tried] = {}

    def read(self, people: Iterable[ReviewedPerson], tell: Telling = lambda _done, _all: True) -> GroupEvidence:
        """What all of them chose in first conversations; raises ``Interrupted`` if ``tell`` answers false."""
        everybody = tuple(people)
        firsts = {person.key: tuple(_first(person)) for person in everybody}
        played = _by_scenario(found for all_of in firsts.values() for found in all_of)
        left = {key: some for key, some in played.items() if not self._knows(key, some)}
        for done, (key, some) in enumerate(left.items()):
            self._tried[key] = self._try(some, partial(tell, done, len(left)))
        told = tuple(self._person(person, firsts[person.key]) for person in everybody)
        return GroupEvidence(told, {key: self._tried[key].reach for key in played})

    def _knows(self, key: Played, some: Iterable[HandedIn]) -> bool:
        known = self._tried.get(key)
        return known is not None and (not known.reach or all(_name(found) in known.of for found in some))

    def _try(self, some: tuple[HandedIn, ...], wanted: Callable[[], bool]) -> _Tried:
        from simulator.analysis.budget import Interrupted
        from simulator.analysis.choice_evidence import evidence_of
        from simulator.analysis.evidence_archive import KnownPlaces
        from simulator.analysis.likely_visits import chances_of_coming
        from simulator.session.script import Script

        def beat() -> None:
            if not wanted():
                raise Interrupted

        beat()
        script, transcripts = (
            Script(some[0].scenario, some[0].stored.started.difficulty),
            [one.transcript for one in some],
        )
        known = self._find(script)
        told = None if known is None else known.evidence(script, transcripts)
        if known is not None and told is not None:
            return _Tried(dict(zip(map(_name, some), told, strict=True)), known.reach)
        solution = self._examiner.solve(script, lambda _turn, _states: wanted())
        if solution.halfway is None:
            return _Tried({}, _NOT_TRIED)
        told = evidence_of(solution, transcripts, beat).sessions
        reach = chances_of_coming(solution, beat)
        self._keep(script, KnownPlaces({} if known is None else known.places, reach).with_more(transcripts, told))
        return _Tried(dict(zip(map(_name, some), told, strict=True)), reach)

    def _find(self, script: Script) -> KnownPlaces | None:
        """What was kept of a scenario at a level; ``None`` where nothing was, or nothing that can be read."""
        from simulator.analysis.evidence_archive import unpacked

        data = None if self._kept is None else self._kept.get(_kept_as(script))
        return None if data is None else unpacked(script, data)

    def _keep(self, script: Script, known: KnownPlaces) -> None:
        from simulator.analysis.evidence_archive import packed

        if self._kept is not None:
            self._kept.put(_kept_as(script), packed(known))

    def _person(self, person: ReviewedPerson, firsts: tuple[HandedIn, ...]) -> PersonEvidence:
        older = tuple(found for found in firsts if found.belief is Belief.OTHER_EDITION)
        first: list[FirstConversation] = []
        untried: list[HandedIn] = []
        for found in firsts:
            if found.belief is Belief.OTHER_EDITION:
                continue
            evidence = self._tried[played_in(found)].of.get(_name(found))
            if evidence is None:
                untried.append(found)
            elif len(evidence):
                first.append(FirstConversation(found, evidence))
        return PersonEvidence(person, tuple(first), older, tuple(untried), len(person.sessions) - len(firsts))


def _first(person: ReviewedPerson) -> Iterator[HandedIn]:
    """Somebody's first conversations by day; within a day those come first before which nothing was met."""
    from simulator.analysis.first_meetings import first_meetings

    ordered = sorted(person.sessions, key=lambda found: (found.stored.started.day, bool(found.stored.started.met)))
    by_id = {found.stored.started.session: found for found in ordered}
    # A key is one person here, whatever the installations were called that it has signed on.
    one = PersonId(person.key.hex())
    for started in first_meetings(replace(found.stored.started, trainee=one) for found in ordered):
        yield by_id[started.session]


def _by_scenario(found: Iterable[HandedIn]) -> dict[Played, tuple[HandedIn, ...]]:
    some: dict[Played, list[HandedIn]] = {}
    for one in found:
        if one.belief is not Belief.OTHER_EDITION:
            some.setdefault(played_in(one), []).append(one)
    return {key: tuple(those) for key, those in some.items()}


def played_in(found: HandedIn) -> Played:
    """What was played in a conversation."""
    return found.stored.started.texts, found.stored.started.difficulty


def _kept_as(script: Script) -> str:
    """A name that changes with the story, the level, the rules and the prices."""
    from simulator.analysis.fingerprint import prices_fingerprint

    return f"e1-{script.story}-{script.disposition.difficulty}-{prices_fingerprint()}"


def _name(found: HandedIn) -> str:
    return f"{found.id}/{found.stored.header.head}"
