"""The page of one conversation in a personal export: both voices, what each sentence did and why, the notes, the scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.messages.message import Listed, Message, Sentence, When
from simulator.messages.sentences import debriefing as looked_back
from simulator.messages.sentences import own_reading
from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences.practice import ANSWERS_NOT_RECORDED, PLAYED_BY_EARLIER_RULES
from simulator.messages.sentences.text import one_after_another
from simulator.reports.document import (
    Block,
    Document,
    Facts,
    Heading,
    Link,
    Paragraph,
    Section,
    Several,
    Spoken,
    Table,
    Text,
    Tone,
)
from simulator.scenario.document import Scenario
from simulator.scoring.competency import CompetencyScore
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_in_words
from simulator.services.debriefing import Account, Debriefing, debrief
from simulator.services.judgement_words import cost_of
from simulator.services.own_reading import read_back, reading_in_words
from simulator.services.personal_collection import Told
from simulator.services.personal_words import INDEX, disclaimers, how_held, title_of
from simulator.services.session_words import came_to
from simulator.session.edition import EDITION, RULES
from simulator.session.remarks import Remark, RemarkKind
from simulator.session.store import INTERRUPTED, Person
from simulator.session.vocabulary import Tag

_TAGS: Final = {
    Tag.NOTHING: say.SAW_NOTHING,
    Tag.WITHDRAWAL: say.SAW_WITHDRAWAL,
    Tag.DEFERENCE: say.SAW_DEFERENCE,
    Tag.CONFRONTATION: say.SAW_CONFRONTATION,
    Tag.OPENED_UP: say.SAW_OPENING,
}
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
}


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
        blocks += _scores(debriefing)
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
    name, language = scenario.patient.first_name, scenario.language
    prices = told.session.measures.prices if told.session.measures is not None else {}
    if told.session.stored.damage is None:
        sign = (debriefing.leaving,) if debriefing.leaving else ()
        yield Paragraph((debriefing.headline, *sign, *debriefing.score.own_part), Tone.LEAD)
    if scenario.opening:
        lines = [
            Spoken(say.YOU() if line.you else name, line.say, line.shows, line.you, language)
            for line in scenario.opening
        ]
        yield Section(say.BEFORE(), tuple(lines))
    for account in debriefing.accounts:
        blocks = _account(account, name, language, prices.get(account.turn))
        yield Section(say.TURN(turn=account.turn), tuple(blocks))
    yield from _closing(debriefing, name, language)


def _account(account: Account, name: str, language: str, price: int | None) -> Iterator[Block]:
    shows: tuple[Text, ...] = (account.silence, *account.shows) if account.silence else account.shows
    shows = (*shows, account.sign) if account.sign else shows
    yield Spoken(name, account.says or say.PATIENT_SILENT(), shows, language=language)
    yield Spoken(say.YOU(), account.you or say.SILENT(), you=True, language=language)
    yield Paragraph(tuple(_seen(account)), Tone.QUIET)
    yield Paragraph(tuple(_done(account, price)))
    yield Paragraph((say.LED_TO(before=account.state, after=account.leads_to), *account.why))
    if account.thinks:
        yield Paragraph((say.THOUGHT(name=name, thought=account.thinks),), Tone.QUIET)


def _seen(account: Account) -> Iterator[Text]:
    """What the trainee said to have seen, and what there was to see."""
    if account.tag is not None:
        yield _TAGS[account.tag]()
        yield say.TAG_FITS() if account.tag_hit else say.TAG_DIFFERS()
    if account.tag_and_answer is not None:
        yield account.tag_and_answer
    if account.markers:
        yield say.MARKERS(markers=Listed(account.markers))


def _done(account: Account, price: int | None) -> Iterator[Text]:
    """What the sentence was, what the author says of it, and what it cost, as far as that is known."""
    quality = account.quality
    yield say.MOVE_OF_QUALITY(move=account.move, quality=quality) if quality else say.MOVE(move=account.move)
    if account.note:
        yield account.note
    if price is not None:
        yield cost_of(price)


def _closing(debriefing: Debriefing, name: str, language: str) -> Iterator[Block]:
    blocks: list[Block] = []
    if debriefing.parting:
        blocks.append(Spoken(name, debriefing.parting, language=language))
    if debriefing.parting_thinks:
        blocks.append(Paragraph((say.THOUGHT(name=name, thought=debriefing.parting_thinks),), Tone.QUIET))
    if debriefing.afterwards:
        blocks.append(Paragraph((debriefing.afterwards,)))
    if debriefing.score.resolution is not None:
        blocks.append(Paragraph(debriefing.score.resolution.sentence))
    if blocks:
        yield Section(say.CLOSING(), tuple(blocks))


def _only_choices(choices: tuple[str, ...]) -> Iterator[Block]:
    """What was said, where it is not known what was answered."""
    yield Heading(say.ONLY_CHOICES())
    for words in choices:
        yield Spoken(say.YOU(), words or say.SILENT(), you=True)


# What was said about it.


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[Block]:
    """The remarks on it, each in its last version."""
    replaced = {remark.previous for remark in remarks}
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
    text = remark.values.get("text")
    words = "\n".join(f"{name}: {value}" for name, value in remark.values.items())
    return (text if isinstance(text, str) else words,)


def _scores(debriefing: Debriefing) -> Iterator[Block]:
    yield Heading(say.SCORES())
    rows = tuple(map(_score, debriefing.score.competencies.values()))
    yield Table((say.COMPETENCY(), say.SCORE(), say.WHY()), rows)


def _score(found: CompetencyScore) -> tuple[Text, Text, Several]:
    evidence = (say.EVIDENCE(turn=one.turn, says=one_after_another(one.says)) for one in found.evidence)
    anchor = (found.anchor,) if found.anchor else ()
    told = Several((*anchor, one_after_another(found.why), *evidence))
    return COMPETENCIES[found.competency].label(), standing_in_words(found), told
