"""The page for the next meeting of a group: who has handed in, and what could be talked about, each part with others to choose.

Names stand only in the list of who has handed in. Words are shown only of conversations that their people released for the group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Final, NamedTuple

from simulator.alliance.codes import Code
from simulator.alliance.reactions import family_of
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import personal_data, review
from simulator.messages.sentences import this_group as say
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.messages.sentences.text import one_after_another
from simulator.reports.document import Block, Bullets, Document, Paragraph, Section, Spoken, Text, Tone
from simulator.scoring.competency import Competency
from simulator.scoring.evidence_words import did, did_in
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.group_period import counted, day_of
from simulator.services.handed_in import HandedIn
from simulator.services.personal_words import disclaimers
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.who_met_what import COUNTED, Asked, CameUp, WhoMetWhat, cell, of_other_edition
from simulator.session.transcript import Exchange
from simulator.storage.handed_in_files import ReviewBook

MOMENTS: Final = 3
_MOST_WORDS: Final = 6
_TWO: Final = 2
_Dated = Callable[[Message], Message]
"""Makes a sentence that counts say since when it does."""
_MOST_LINES: Final = 4
"""Of an opening as many are shown: what the patient answers to stands in them."""


class Part(Code):
    """A part of the page."""

    STRENGTH = "strength"
    MOMENT = "moment"
    SIGN = "sign"
    QUESTION = "question"


TITLES: Final = {
    Part.STRENGTH: say.STRENGTH,
    Part.MOMENT: say.MOMENTS,
    Part.SIGN: say.SIGN,
    Part.QUESTION: say.QUESTION,
}
_ROOM: Final = {Part.STRENGTH: 1, Part.MOMENT: MOMENTS, Part.SIGN: 1, Part.QUESTION: 1}


@dataclass(frozen=True, slots=True)
class Course:
    """One way that a moment went: what was said, and what the patient did then. Nobody is named."""

    said: Text
    came: tuple[Spoken | Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """A moment to be shown to a group: what the hour is about, the last lines before the stop, and the courses it took, each once.

    ``opens`` where the hour begins with it.
    """

    lines: tuple[Spoken, ...]
    courses: tuple[Course, ...]
    opens: bool = False
    about: str = ""


class SaidThere(NamedTuple):
    """A sentence that somebody said in a moment, by a conversation and a turn of it in which it was said."""

    words: str
    found: HandedIn
    turn: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that could be talked about; ``key`` stays the same from day to day, ``others`` tells that there are more.

    ``scenario`` and ``family`` tell what a moment is of: the page shows moments of different ones where it can. ``said`` are
    the sentences that were said in it, each once.
    """

    part: Part
    key: str
    blocks: tuple[Block, ...]
    pinned: bool = False
    others: bool = False
    replay: Replay | None = None
    scenario: str = ""
    family: str = ""
    said: tuple[SaidThere, ...] = ()

    def section(self) -> Section:
        """The proposal under the title of its part."""
        return Section(TITLES[self.part](), self.blocks)


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """The page: who has handed in since a moment (UTC ms; 0: ever), in the order of the alphabet, and what is proposed.

    ``meeting_ms`` is when the group met last; of ``people`` only what they have handed in since then.
    """

    since_ms: int
    meeting_ms: int
    people: tuple[ReviewedPerson, ...]
    proposals: tuple[Proposal, ...]
    notes: tuple[Message, ...] = ()
    left_out: bool = False

    def document(self) -> Document:
        """The page to be printed or saved."""
        blocks: list[Block] = [Section(self.heading, self.list_of_people())]
        blocks += [proposal.section() for proposal in self.proposals]
        blocks += [Paragraph((note,), Tone.QUIET) for note in self.notes]
        return Document(say.TITLE(), tuple(blocks), personal_data.WHAT_THIS_IS(), disclaimers())

    @property
    def heading(self) -> Message:
        """What stands above the list of people."""
        return say.HANDED_IN(day=day_of(self.since_ms)) if self.since_ms else say.HANDED_IN_FIRST()

    def list_of_people(self) -> tuple[Block, ...]:
        """Who has handed in."""
        if not self.people:
            return (Paragraph((say.NOBODY(),)),)
        names = Listed(tuple(map(with_count, self.people)))
        several = any(len(person.sessions) > 1 for person in self.people)
        return (Paragraph((say.NAMES(names=names),)), *((Paragraph((say.BRACKETS(),), Tone.QUIET),) if several else ()))


def with_count(person: ReviewedPerson) -> str | Message:
    """A name, with how many conversations it stands for if that is more than one."""
    count = len(person.sessions)
    return say.SEVERAL(name=person.name, count=count) if count > 1 else person.name


def plan(shelf: Shelf, book: ReviewBook, counting: WhoMetWhat, since_ms: int | None = None) -> GroupPlan:
    """What is proposed for the next meeting, from what was handed in since the last one or another moment."""
    since = book.meeting_ms if since_ms is None else since_ms
    people = tuple(_since(shelf, book, since))
    turns = counting.count(people, Asked())
    dated = partial(counted, since_ms=since, meeting_ms=book.meeting_ms)
    signs = tuple(_signs(turns, dated))
    candidates = {
        Part.STRENGTH: list(_strengths(turns, len(people), dated)),
        Part.MOMENT: list(_moments(people, dated)),
        Part.SIGN: [proposal for proposal, _ in signs],
        Part.QUESTION: list(_questions([sign for _, sign in signs])) if people else [],
    }
    proposals = [one for part, found in candidates.items() for one in _chosen(part, found, book)]
    notes = (*((MADE_BY_MODEL(),) if shelf.sample else ()), *_notes(turns, candidates))
    left_out = bool(book.out or book.dropped)
    return GroupPlan(since, book.meeting_ms, people, tuple(proposals), notes, left_out)


def _notes(turns: Iterable[CameUp], candidates: Mapping[Part, list[Proposal]]) -> Iterator[Message]:
    if not candidates[Part.MOMENT] and candidates[Part.QUESTION]:
        yield say.NOTHING_RELEASED()
    others = of_other_edition(turns)
    if others:
        yield say.NOT_VERIFIED(count=others)


def _since(shelf: Shelf, book: ReviewBook, since_ms: int) -> Iterator[ReviewedPerson]:
    """People with what was taken in of them after a moment."""
    for person in shelf.people:
        new = tuple(one for one in person.sessions if not since_ms or book.taken.get(one.id, 0) > since_ms)
        if new:
            yield ReviewedPerson(person.key, person.name, new)


def _chosen(part: Part, found: list[Proposal], book: ReviewBook) -> Iterator[Proposal]:
    """What stays first, then the best that nobody has exchanged."""
    if part in book.dropped:
        return
    kept = [one for one in found if one.key in book.pinned]
    rest = [one for one in found if one.key not in book.pinned and one.key not in book.out]
    shown = _spread(kept, rest, _ROOM[part])
    others = len(kept) + len(rest) > len(shown)
    for one in shown:
        yield replace(one, pinned=one.key in book.pinned, others=others)


def _spread(kept: list[Proposal], rest: list[Proposal], room: int) -> list[Proposal]:
    """So many of them: each time the first of whose scenario, and among those of whose kind of rupture, there are fewest."""
    shown, left = kept[:room], list(rest)
    while left and len(shown) < room:
        scenarios = Counter(one.scenario for one in shown)
        families = Counter(one.family for one in shown)
        best = min(left, key=lambda one: (scenarios[one.scenario], families[one.family]))
        left.remove(best)
        shown.append(best)
    return shown


# What could be talked about, the best first.


def _strengths(turns: tuple[CameUp, ...], all_people: int, dated: _Dated) -> Iterator[Proposal]:
    found: list[tuple[int, float, Competency]] = []
    for competency in COUNTED:
        whole = cell(turns, competency, None)
        people = len({one.person.key for one in whole.turns if one.met})
        if people:
            found.append((people, whole.met / whole.came_up, competency))
    # The share that was met, of what half of the people have met: nearly everybody has met once what comes up in every hour.
    for people, _, strength in sorted(found, key=lambda one: (2 * one[0] < all_people, -one[1], -one[0])):
        whole = cell(turns, strength, None)
        said = say.STRENGTH_SAID(
            competency=COMPETENCIES[strength].label(),
            count=people,
            all=all_people,
            met=whole.met,
            came_up=whole.came_up,
        )
        examples = (one for one in whole.turns if one.met and one.found.group)
        blocks: tuple[Block, ...] = (
            Paragraph((dated(said),)),
            *(block for one in islice(examples, 1) for block in _both_voices(one.found, _exchange(one))),
        )
        yield Proposal(Part.STRENGTH, f"{Part.STRENGTH}/{strength}", blocks)


def _moments(people: Iterable[ReviewedPerson], dated: _Dated) -> Iterator[Proposal]:
    """The scenario's own moments that two people or more came to and released, those most came to first."""
    met: dict[tuple[str, str], dict[bytes, tuple[HandedIn, Exchange]]] = defaultdict(dict)
    for person in people:
        for found in person.sessions:
            for exchange in found.transcript.exchanges if found.group else ():
                if not exchange.moment.from_bank:
                    key = (found.stored.started.scenario, exchange.moment.id)
                    met[key].setdefault(person.key, (found, exchange))
    several = [(key, list(by.values())) for key, by in met.items() if len(by) >= _TWO]
    most: dict[str, int] = {}
    for (scenario, _), there in several:
        most[scenario] = max(most.get(scenario, 0), len(there))
    for (scenario, moment), there in sorted(several, key=lambda one: -_worth_talking(one[1])):
        found, first = there[0]
        told = say.MOMENT_OF(title=found.scenario.title, patient=found.scenario.patient.name, count=len(there))
        why = (say.MOST_CAME_HERE(),) if len(there) == most[scenario] else ()
        each = _each_once(there)
        heard = (Paragraph((say.SAID_THERE(),), Tone.QUIET), Bullets(tuple(islice(each, _MOST_WORDS))))
        blocks = (Paragraph((dated(told), *why)), _patient(found, first), *heard)
        name, family = f"{Part.MOMENT}/{scenario}/{moment}", str(family_of(first.before.reaction))
        said = tuple(one for one in each.values() if one is not None)
        yield Proposal(Part.MOMENT, name, blocks, replay=_replay(there), scenario=scenario, family=family, said=said)


def _each_once(there: Iterable[tuple[HandedIn, Exchange]]) -> dict[Text, SaidThere | None]:
    """What was said in a moment, each with one who said it; nothing can be looked into where somebody stayed silent."""
    each: dict[Text, SaidThere | None] = {}
    for found, exchange in there:
        said = SaidThere(exchange.words, found, exchange.turn) if exchange.words else None
        each.setdefault(exchange.words or say.STAYED_SILENT(), said)
    return each


def _replay(there: list[tuple[HandedIn, Exchange]]) -> Replay:
    found, first = there[0]
    before = [exchange for exchange in found.transcript.exchanges if exchange.turn < first.turn]
    earlier = (*_both_voices(found, before[-1]),) if before else tuple(_opening(found))
    courses = {
        exchange.words: Course(exchange.words or say.STAYED_SILENT(), _came(one, exchange)) for one, exchange in there
    }
    return Replay((*earlier, _patient(found, first)), tuple(courses.values()), not before, found.scenario.about)


def _opening(found: HandedIn) -> Iterator[Spoken]:
    """The lines before the first answer; the therapist’s part in them is the scenario’s, and everybody’s."""
    scenario = found.scenario
    for line in scenario.opening[-_MOST_LINES:]:
        who = say.ALL_OF_YOU() if line.you else scenario.patient.first_name
        yield Spoken(who, line.say, line.shows, you=line.you, language=scenario.language)


def _came(found: HandedIn, exchange: Exchange) -> tuple[Spoken | Paragraph, ...]:
    """What the patient did after an answer: the next line, or the last words."""
    following = next((one for one in found.transcript.exchanges if one.turn > exchange.turn), None)
    if following is not None:
        return (_patient(found, following),)
    closing = found.transcript.closing
    name, language = found.scenario.patient.first_name, found.scenario.language
    last = (Spoken(name, closing.says, language=language),) if closing is not None and closing.says else ()
    return (*last, Paragraph((did_in(found.transcript, exchange.appraisal.state.reaction),)))


def _worth_talking(there: list[tuple[HandedIn, Exchange]]) -> int:
    """More people first; among equals the moment in which they said more different things."""
    return 100 * len(there) + len({exchange.words for _, exchange in there})


def _signs(turns: Iterable[CameUp], dated: _Dated) -> Iterator[tuple[Proposal, Message]]:
    """What patients did when it was passed over, the most often first, each with its sentence."""
    passed: dict[str, list[CameUp]] = defaultdict(list)
    for one in turns:
        if one.competency is Competency.NOTICING and not one.met:
            passed[_sign(one).id].append(one)
    for sign, found in sorted(passed.items(), key=lambda item: -len(item[1])):
        people = review.PEOPLE(count=len({one.person.key for one in found}))
        told = one_after_another(tuple(dict.fromkeys(map(_sign, found))))
        said = say.SIGN_SAID(sign=told, count=len(found), people=people)
        lines = {(_exchange(one).moment.id, _exchange(one).telling.patient): one for one in found if one.found.group}
        examples = [
            block
            for called, one in zip((say.FOR_EXAMPLE(), say.AND_ELSEWHERE()), lines.values(), strict=False)
            for block in (Paragraph((called,), Tone.QUIET), *_both_voices(one.found, _exchange(one)))
        ]
        blocks: tuple[Block, ...] = (Paragraph((dated(said),)), *examples)
        yield Proposal(Part.SIGN, f"{Part.SIGN}/{sign}", blocks), told


def _sign(one: CameUp) -> Message:
    return did(one.found.transcript, _exchange(one))


def _questions(signs: list[Message]) -> Iterator[Proposal]:
    questions = [("sign", say.ASK_SIGN(sign=sign)) for sign in signs[:1]]
    questions += [("pull", say.ASK_PULL()), ("words", say.ASK_WORDS())]
    for key, question in questions:
        yield Proposal(Part.QUESTION, f"{Part.QUESTION}/{key}", (Paragraph((question,), Tone.LEAD),))


def _exchange(one: CameUp) -> Exchange:
    return next(exchange for exchange in one.found.transcript.exchanges if exchange.turn == one.turn)


def _both_voices(found: HandedIn, exchange: Exchange) -> tuple[Spoken, Spoken]:
    words = exchange.words or say.STAYED_SILENT()
    return _patient(found, exchange), Spoken(say.ONE_OF_YOU(), words, you=True, language=found.scenario.language)


def _patient(found: HandedIn, exchange: Exchange) -> Spoken:
    told, scenario = exchange.telling, found.scenario
    shows: tuple[Text, ...] = (*told.shows, *((exchange.sign,) if exchange.sign else ()))
    return Spoken(scenario.patient.first_name, told.patient or say.SAYS_NOTHING(), shows, language=scenario.language)
