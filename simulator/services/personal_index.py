"""The first page of a personal export: who it is about, every conversation with the way to its page, what else is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.messages.message import Listed, When
from simulator.messages.sentences import personal_data as say
from simulator.reports.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Facts,
    Heading,
    Link,
    Paragraph,
    Table,
    Text,
    Tone,
)
from simulator.services.personal_collection import PersonalData, PersonalSession
from simulator.services.personal_words import disclaimers, how_held, page_path, title_of
from simulator.services.session_words import came_to
from simulator.session.vocabulary import Met

_MET: Final = {
    Met.SESSION: say.MET_SESSION,
    Met.DEBRIEFING: say.MET_DEBRIEFING,
    Met.PROOF: say.MET_PROOF,
    Met.GROUP: say.MET_GROUP,
}


def index_page(data: PersonalData, made_ms: int) -> Document:
    """The page over everything that is kept of a person; ``made_ms`` is when the export was made (UTC)."""
    name = data.person.name
    blocks = (
        _who(data, made_ms),
        Heading(say.CONVERSATIONS()),
        *_conversations(data),
        *_had_opened(data),
        *_elsewhere(data),
        Paragraph((say.MACHINES(),), Tone.QUIET),
    )
    title = say.TITLE(name=name) if name else say.TITLE_UNNAMED()
    return Document(title, blocks, say.WHAT_THIS_IS(), disclaimers())


def _who(data: PersonalData, made_ms: int) -> Facts:
    person = data.person
    rows: list[tuple[Text, Text]] = [
        (say.NAME(), person.name),
        (say.PSEUDONYM(), person.pseudonym),
        (say.KEPT_AS(), person.id),
        (say.MADE(), When(made_ms)),
    ]
    return Facts(tuple(row for row in rows if row[1]))


def _conversations(data: PersonalData) -> Iterator[Block]:
    if not data.sessions:
        yield Paragraph((say.NO_CONVERSATIONS(),))
        return
    yield Paragraph((say.HOW_MANY(count=len(data.sessions)),), Tone.QUIET)
    if data.damaged:
        yield Paragraph((say.DAMAGED_COUNT(count=len(data.damaged)),), Tone.NOTICE)
    head = (say.SCENARIO(), say.WHEN(), say.HOW(), say.CAME_TO(), say.SHARE())
    yield Table(head, tuple(_row(number, session) for number, session in enumerate(data.sessions, 1)))


def _row(number: int, session: PersonalSession) -> tuple[Cell, ...]:
    header, measures = session.header, session.measures
    share = None if measures is None else measures.share
    return (
        Link(title_of(header), page_path(number)),
        When(header.started_ms),
        how_held(header),
        came_to(header),
        say.NO_SCORE() if share is None else say.PER_CENT(share=share),
    )


def _had_opened(data: PersonalData) -> Iterator[Block]:
    if data.met:
        yield Heading(say.MET_TITLE())
        yield Paragraph((say.MET_LEAD(),), Tone.QUIET)
        titles = {session.header.scenario: title_of(session.header) for session in data.sessions}
        yield Bullets(
            tuple(
                say.MET_OF(scenario=titles.get(name, name), what=Listed(tuple(_MET[what]() for what in told)))
                for name, told in data.met.items()
            )
        )


def _elsewhere(data: PersonalData) -> Iterator[Block]:
    if data.remarks_elsewhere:
        yield Paragraph((say.ELSEWHERE(count=len(data.remarks_elsewhere)),))
