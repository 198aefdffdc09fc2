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
from simulator.services.met_table import MetFigures, MetTable
from simulator.services.met_words import apart_lead, may_be_told, of_everybody, of_one
from simulator.services.personal_words import disclaimers
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.session_words import came_to, mode_in_words
from simulator.services.who_met_what import COUNTED, FAMILIES, Asked
from simulator.session.ids import SessionId

Comments = Mapping[SessionId, Mapping[int, str]]
"""What the instructor has said, by conversation and turn."""


def person_report(table: MetTable, person: ReviewedPerson, comments: Comments) -> Document:
    """All that somebody has handed in: conversations, what came up and was met, and the comments; ``table`` is the group's."""
    found = table.asked(Asked(group=frozenset((person.key,))))
    blocks: list[Block] = [
        Facts(((handed_in.WHO(), person.name), (handed_in.WORDS(), six_words(person.key)), _rubric())),
        *_notices(person.sessions, found),
        Section(say.CONVERSATIONS(), (_conversations(person.sessions),)),
        Section(met.TITLE(), (Paragraph((met.LEAD(),), Tone.QUIET), _by_family(found))),
        Section(met.BY_PERSON(), (_by_person(found), *_apart(table))),
    ]
    said = tuple(_comments(person, comments))
    if said:
        blocks.append(Section(say.COMMENTS(), (Bullets(said),)))
    return _document(say.OF_PERSON(name=person.name), blocks)


def group_report(table: MetTable) -> Document:
    """What the group has handed in: how many, what came up and was met, and a row for each person. No ranks."""
    found, people = table.asked(Asked()), table.people
    counted = met.COUNTED(count=found.conversations, people=review.PEOPLE(count=len(people)))
    sessions = [one for person in people for one in person.sessions]
    blocks: list[Block] = [
        Paragraph((counted,), Tone.LEAD),
        Facts((_rubric(),)),
        *_notices(sessions, found),
        Section(met.TITLE(), (Paragraph((met.LEAD(),), Tone.QUIET), _by_family(found))),
        Section(met.BY_PERSON(), (Paragraph((met.BY_PERSON_LEAD(),), Tone.QUIET), _by_person(found), *_apart(table))),
    ]
    return _document(say.OF_GROUP(), blocks)


def _document(title: Message, blocks: Iterable[Block]) -> Document:
    return Document(title, tuple(blocks), personal_data.WHAT_THIS_IS(), disclaimers())


def _rubric() -> tuple[Text, Text]:
    return handed_in.RUBRIC(), handed_in.RUBRIC_EDITION(rubric=str(RUBRIC))


def _notices(sessions: Iterable[HandedIn], counted: MetFigures) -> Iterator[Paragraph]:
    """What has to be known before any number is read."""
    yield Paragraph((handed_in.NO_GRADES(),), Tone.NOTICE)
    if any(found.sample for found in sessions):
        yield Paragraph((MADE_BY_MODEL(),), Tone.NOTICE)
    others = counted.of_other_edition
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


def _by_family(found: MetFigures) -> Table:
    columns = (*FAMILIES, None)
    head = (met.ABOUT(), *map(family_in_words, columns))
    rows = (
        (COMPETENCIES[competency].label(), *(of_everybody(found.cell(competency, family)) for family in columns))
        for competency in COUNTED
    )
    return Table(head, tuple(rows))


def _by_person(found: MetFigures) -> Table:
    head = (met.PERSON(), *(COMPETENCIES[competency].label() for competency in COUNTED))
    means = {competency: found.means(competency) for competency in COUNTED}

    def row(person: ReviewedPerson) -> Iterator[Text]:
        yield person.name
        for each, mean in means.items():
            yield of_one(*found.of_person(person, each), mean.get(person.key))

    return Table(head, tuple(tuple(row(person)) for person in found.people))


def _apart(table: MetTable) -> Iterator[Block]:
    """Whether a mean of a person may be told."""
    yield Paragraph((apart_lead(),), Tone.QUIET)
    yield Bullets(tuple(may_be_told(table.more[each] for each in COUNTED)))


def _comments(person: ReviewedPerson, comments: Comments) -> Iterator[Text]:
    for found in person.sessions:
        started = found.stored.started
        for turn, words in sorted(comments.get(found.id, {}).items()):
            yield say.COMMENT_AT(title=started.title, day=Day(started.day), turn=turn, words=words)
