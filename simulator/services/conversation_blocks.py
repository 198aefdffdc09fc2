"""A conversation as blocks of a page: both voices turn by turn, what each sentence did and why, the parting, the scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences.text import one_after_another
from simulator.reports.document import Block, Heading, Paragraph, Section, Several, Spoken, Table, Text, Tone
from simulator.scenario.document import Scenario
from simulator.scoring.competency import Competency, CompetencyScore
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_now
from simulator.services.competency_words import read_from
from simulator.services.debriefing import Account, Debriefing
from simulator.services.judgement_words import cost_of

_NONE: Final[Mapping[Competency, CompetencyScore]] = MappingProxyType({})


def came_before(scenario: Scenario, you: Text) -> Iterator[Section]:
    """What was said before the first turn; ``you`` is what the trainee is called."""
    name, language = scenario.patient.first_name, scenario.language
    if scenario.opening:
        lines = [
            Spoken(you if line.you else name, line.say, line.shows, line.you, language) for line in scenario.opening
        ]
        yield Section(say.BEFORE(), tuple(lines))


def told_turn(account: Account, scenario: Scenario, you: Text, price: int | None = None) -> Section:
    """One turn, with what it cost where that is known."""
    name, language = scenario.patient.first_name, scenario.language
    blocks = _account(account, name, language, you, price)
    return Section(say.TURN(turn=account.turn), tuple(blocks))


def _account(account: Account, name: str, language: str, you: Text, price: int | None) -> Iterator[Block]:
    shows: tuple[Text, ...] = (account.silence, *account.shows) if account.silence else account.shows
    shows = (*shows, account.sign) if account.sign else shows
    yield Spoken(name, account.says or say.PATIENT_SILENT(), shows, language=language)
    yield Spoken(you, account.you or say.SILENT(), you=True, language=language)
    seen = tuple(message for message in (account.seen, account.tag_and_answer) if message is not None)
    if seen:
        yield Paragraph(seen, Tone.QUIET)
    yield Paragraph(tuple(_done(account, price)))
    yield Paragraph((account.came, *account.felt, *account.why))
    if account.thinks:
        yield Paragraph((say.THOUGHT(name=name, thought=account.thinks),), Tone.QUIET)


def _done(account: Account, price: int | None) -> Iterator[Text]:
    """What the sentence was, what the author says of it, and what it cost, as far as that is known."""
    quality = account.quality
    yield say.MOVE_OF_QUALITY(move=account.move, quality=quality) if quality else say.MOVE(move=account.move)
    if account.note:
        yield account.note
    if price is not None:
        yield cost_of(price)


def parting(debriefing: Debriefing, scenario: Scenario) -> Iterator[Section]:
    """How it ended: the last words, what the patient thought, what became of it."""
    name, language = scenario.patient.first_name, scenario.language
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


def scores(debriefing: Debriefing, before: Mapping[Competency, CompetencyScore] = _NONE) -> Iterator[Block]:
    """Every competency with how it stands, its anchor, the rule that decided, and the turns that show it.

    ``before`` is how those stood that were corrected.
    """
    yield Heading(say.SCORES())
    found = debriefing.score.competencies.values()
    rows = tuple(_score(one, before.get(one.competency)) for one in found)
    yield Table((say.COMPETENCY(), say.SCORE(), say.WHY()), rows)


def _score(found: CompetencyScore, before: CompetencyScore | None) -> tuple[Text, Text, Several]:
    evidence = (say.EVIDENCE(turn=one.turn, says=one_after_another(one.says)) for one in found.evidence)
    anchor = (found.anchor,) if found.anchor else ()
    told = Several((*anchor, *read_from(found), *evidence))
    return COMPETENCIES[found.competency].label(), standing_now(found, before), told
