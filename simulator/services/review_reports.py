"""Reports of the Review desk as documents: of everything that somebody has handed in, and of the group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.handin.signing import six_words
from simulator.messages.message import Day, Message
from simulator.messages.sentences import exports as say
from simulator.messages.sentences import handed_in, looking_back, personal_data, review
from simulator.messages.sentences import who_met_what as met
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.reports.document import Block, Bullets, Document, Facts, Paragraph, Section, Table, Text, Tone
from simulator.scoring.rubric import COMPETENCIES, RUBRIC
from simulator.services.belief_words import in_short
from simulator.services.family_words import family_in_words
from simulator.services.handed_in import HandedIn
from simulator.services.personal_words import disclaimers
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.session_words import came_to, mode_in_words
from simulator.services.who_met_what import (
    COUNTED,
    FAMILIES,
    Asked,
    CameUp,
    Cell,
    WhoMetWhat,
    cell,
    of_other_edition,
    of_person,
)
from simulator.session.ids import SessionId

Comments = Mapping[SessionId, Mapping[int, str]]
"""What the instructor has said, by conversation and turn."""


def person_report(person: ReviewedPerson, counting: WhoMetWhat, comments: Comments) -> Document:
    """All that somebody has handed in: conversations, what came up and was met, and the comments."""
    turns = counting.count([person], Asked())
    blocks: list[Block] = [
        Facts(((handed_in.WHO(), person.name), (handed_in.WORDS(), six_words(person.key)), _rubric())),
        *_notices(person.sessions, turns),
        Section(say.CONVERSATIONS(), (_conversations(person.sessions),)),
        Section(met.TITLE(), (Paragraph((met.LEAD(),), Tone.QUIET), _by_family(turns))),
    ]
    said = tuple(_comments(person, comments))
    if said:
        blocks.append(Section(say.COMMENTS(), (Bullets(said),)))
    return _document(say.OF_PERSON(name=person.name), blocks)


def group_report(shelf: Shelf, counting: WhoMetWhat) -> Document:
    """What the group has handed in: how many, what came up and was met, and a row for each person. No ranks, no means."""
    turns = counting.count(shelf.people, Asked())
    sessions = [found for _, found in shelf.sessions()]
    people = review.PEOPLE(count=len(shelf.people))
    blocks: list[Block] = [
        Paragraph((met.COUNTED(count=len(sessions), people=people),), Tone.LEAD),
        Facts((_rubric(),)),
        *_notices(sessions, turns),
        Section(met.TITLE(), (Paragraph((met.LEAD(),), Tone.QUIET), _by_family(turns))),
        Section(met.BY_PERSON(), (Paragraph((met.BY_PERSON_LEAD(),), Tone.QUIET), _by_person(shelf.people, turns))),
    ]
    return _document(say.OF_GROUP(), blocks)


def _document(title: Message, blocks: Iterable[Block]) -> Document:
    return Document(title, tuple(blocks), personal_data.WHAT_THIS_IS(), disclaimers())


def _rubric() -> tuple[Text, Text]:
    return handed_in.RUBRIC(), handed_in.RUBRIC_EDITION(rubric=str(RUBRIC))


def _notices(sessions: Iterable[HandedIn], turns: Iterable[CameUp]) -> Iterator[Paragraph]:
    """What has to be known before any number is read."""
    yield Paragraph((handed_in.NO_GRADES(),), Tone.NOTICE)
    if any(found.sample for found in sessions):
        yield Paragraph((MADE_BY_MODEL(),), Tone.NOTICE)
    others = of_other_edition(turns)
    if others:
        yield Paragraph((met.OTHER_EDITION(count=others),), Tone.NOTICE)


def _conversations(sessions: Iterable[HandedIn]) -> Table:
    head = (say.DAY(), say.SCENARIO(), say.HELD(), say.CAME_TO(), handed_in.BELIEVED())
    return Table(head, tuple(map(_conversation, sessions)))


def _conversation(found: HandedIn) -> tuple[Text, ...]:
    started = found.stored.started
    run = looking_back.MET_BEFORE() if started.met else looking_back.FIRST_MEETING()
    held = looking_back.HELD(mode=mode_in_words(started.mode), level=started.difficulty, day=Day(started.day), run=run)
    return Day(started.day), started.title, held, came_to(found.stored.header), in_short(found.belief)


def _by_family(turns: tuple[CameUp, ...]) -> Table:
    columns = (*FAMILIES, None)
    head = (met.ABOUT(), *map(family_in_words, columns))
    rows = (
        (COMPETENCIES[competency].label(), *(_met_of(cell(turns, competency, family)) for family in columns))
        for competency in COUNTED
    )
    return Table(head, tuple(rows))


def _by_person(people: Iterable[ReviewedPerson], turns: tuple[CameUp, ...]) -> Table:
    head = (met.PERSON(), *(COMPETENCIES[competency].label() for competency in COUNTED))
    return Table(head, tuple((person.name, *_row(turns, person)) for person in people))


def _row(turns: tuple[CameUp, ...], person: ReviewedPerson) -> Iterator[Message]:
    mine = tuple(one for one in turns if one.person.key == person.key)
    for competency in COUNTED:
        yield _met_of(of_person(mine, person, competency))


def _met_of(found: Cell) -> Message:
    return met.MET_OF(met=found.met, came_up=found.came_up) if found.came_up else met.NEVER()


def _comments(person: ReviewedPerson, comments: Comments) -> Iterator[Text]:
    for found in person.sessions:
        started = found.stored.started
        for turn, words in sorted(comments.get(found.id, {}).items()):
            yield say.COMMENT_AT(title=started.title, day=Day(started.day), turn=turn, words=words)
