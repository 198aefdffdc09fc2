"""The page of one conversation in a personal export: both voices, what each sentence did and why, the notes, the scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.messages.message import Message, Sentence, When
from simulator.messages.sentences import debriefing as looked_back
from simulator.messages.sentences import handing_in, own_reading
from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences.practice import ANSWERS_NOT_RECORDED, PLAYED_BY_EARLIER_RULES
from simulator.reports.document import (
    Block,
    Document,
    Facts,
    Heading,
    Link,
    Paragraph,
    Section,
    Spoken,
    Text,
    Tone,
)
from simulator.scenario.document import Scenario
from simulator.services.conversation_blocks import came_before, parting, scores, told_turn
from simulator.services.correction_words import correction_told
from simulator.services.debriefing import Debriefing, debrief
from simulator.services.handing_in import handed_out
from simulator.services.own_reading import read_back, reading_in_words
from simulator.services.personal_collection import Told
from simulator.services.personal_words import INDEX, disclaimers, how_held, title_of
from simulator.services.session_words import came_to
from simulator.session.edition import EDITION, RULES
from simulator.session.remarks import Remark, RemarkKind
from simulator.session.store import INTERRUPTED, Person

_REMARKS: Final[Mapping[str, Sentence]] = {
    RemarkKind.OWN_NOTE: say.OWN_NOTE,
    RemarkKind.OWN_READING: own_reading.REMARK,
    RemarkKind.COMMENT: say.COMMENT,
    RemarkKind.CORRECTION: say.CORRECTION,
    RemarkKind.ANSWER: say.ANSWER,
    RemarkKind.WITHDRAWN: say.WITHDRAWN,
    RemarkKind.OWN_WORDS: say.OWN_WORDS,
    RemarkKind.TO_PRACTISE: say.TO_PRACTISE,
    RemarkKind.PRACTISED: say.PRACTISED,
    RemarkKind.HANDED_IN: handing_in.REMARK,
}

_EACH_STANDS: Final = (RemarkKind.CORRECTION, RemarkKind.ANSWER, RemarkKind.WITHDRAWN)
"""Kinds of which a later one takes the place of none before: it is about something else of the same conversation."""


def conversation_page(told: Told, person: Person) -> Document:
    """Everything of a conversation that can be read, on one page."""
    blocks: list[Block] = [_facts(told, person), *_warnings(told)]
    debriefing = None
    if told.transcript is not None and told.scenario is not None:
        debriefing = debrief(told.transcript)
        blocks += _in_words(told, told.scenario, debriefing)
    elif told.choices:
        blocks += _only_choices(told.choices)
    blocks += _remarks(told.session.remarks)
    if debriefing is not None and debriefing.accounts and told.session.stored.damage is None:
        # Of a conversation that was cut off, nobody can say what it showed.
        blocks += scores(debriefing)
    back = Link(say.BACK(), f"../{INDEX}")
    return Document(_title(told), tuple(blocks), say.WHAT_THIS_IS(), disclaimers(), back)


def _title(told: Told) -> Text:
    title = title_of(told.session.header)
    return title if told.scenario is None else say.PAGE_TITLE(title=title, patient=told.scenario.patient.name)


def _facts(told: Told, person: Person) -> Facts:
    header, measures = told.session.header, told.session.measures
    rows: list[tuple[Text, Text]] = [
        (say.TRAINEE(), person.name or person.id),
        (say.WHEN(), When(header.started_ms)),
        (say.HOW(), how_held(header)),
        (say.CAME_TO(), came_to(header)),
    ]
    if measures is not None and measures.share is not None:
        rows.append((say.SHARE(), say.PER_CENT(share=measures.share)))
    return Facts((*rows, (say.KEPT_UNDER(), header.id)))


def _warnings(told: Told) -> Iterator[Paragraph]:
    """What whoever reads the page has to know about it."""
    stored = told.session.stored
    if stored.damage is not None:
        steps = len(stored.events) - 1
        read = say.READ_SO_FAR(count=steps) if stored.events else say.NOTHING_READ()
        yield Paragraph((stored.damage, read), Tone.NOTICE)
    for notice in _notices(told):
        yield Paragraph((notice,), Tone.NOTICE)


def _notices(told: Told) -> Iterator[Message]:
    stored = told.session.stored
    if told.why_not is not None:
        yield say.WORDS_UNREADABLE(why=told.why_not)
    if stored.header.origin is not None:
        yield say.ANOTHER_TRY()
    if stored.header.verdict == INTERRUPTED:
        yield looked_back.INTERRUPTED()
    if stored.events and stored.started.outcome is None:
        yield ANSWERS_NOT_RECORDED()
    elif stored.events and (stored.started.edition, stored.started.rules) != (EDITION, RULES):
        yield PLAYED_BY_EARLIER_RULES()


# What was said.


def _in_words(told: Told, scenario: Scenario, debriefing: Debriefing) -> Iterator[Block]:
    prices = told.session.measures.prices if told.session.measures is not None else {}
    if told.session.stored.damage is None:
        sign = (debriefing.leaving,) if debriefing.leaving else ()
        yield Paragraph((debriefing.headline, *sign, *debriefing.score.own_part), Tone.LEAD)
    yield from came_before(scenario, say.YOU())
    for account in debriefing.accounts:
        yield told_turn(account, scenario, say.YOU(), prices.get(account.turn))
    yield from parting(debriefing, scenario)


def _only_choices(choices: tuple[str, ...]) -> Iterator[Block]:
    """What was said, where it is not known what was answered."""
    yield Heading(say.ONLY_CHOICES())
    for words in choices:
        yield Spoken(say.YOU(), words or say.SILENT(), you=True)


# What was said about it.


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[Block]:
    """The remarks on it, each in its last version."""
    replaced = {remark.previous for remark in remarks if remark.kind not in _EACH_STANDS}
    standing = [remark for remark in remarks if remark.id not in replaced and remark.values.get("text") != ""]
    if standing:
        yield Heading(say.NOTES())
    for remark in standing:
        sentence = _REMARKS.get(remark.kind, say.OTHER_REMARK)
        yield Section(sentence(when=When(remark.at_ms)), (Paragraph(_said(remark)),))


def _said(remark: Remark) -> tuple[Text, ...]:
    """The words of a remark; values of other kinds as they are kept."""
    if remark.kind == RemarkKind.OWN_READING:
        return reading_in_words(read_back(remark.values))
    if remark.kind == RemarkKind.HANDED_IN:
        return (handed_out(remark).in_words,)
    if remark.kind == RemarkKind.CORRECTION and (told := correction_told(remark)):
        return told
    text = remark.values.get("text")
    words = "\n".join(f"{name}: {value}" for name, value in remark.values.items())
    return (text if isinstance(text, str) else words,)
