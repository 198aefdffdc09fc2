"""The debriefing of a conversation as a document, to be printed or saved: without notes and without the trainee's own reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.analysis.session_value import SessionValue
from simulator.messages.sentences import debriefing as looked_back
from simulator.messages.sentences import looking_back as say
from simulator.messages.sentences import personal_data as pages
from simulator.messages.sentences import worth as in_points
from simulator.messages.sentences.text import one_after_another
from simulator.reports.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Section,
    Several,
    Spoken,
    Table,
    Text,
    Tone,
)
from simulator.scoring.competency import CompetencyScore
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_in_words
from simulator.services.debriefing import Account, Debriefing
from simulator.services.first_sentences import FirstSentences
from simulator.services.personal_words import disclaimers
from simulator.services.stored_sessions import Reopened
from simulator.services.what_was_possible import Possible
from simulator.services.worth_words import judged, played, share, share_of_what


def debriefing_document(
    told: Debriefing,
    found: Reopened,
    first: FirstSentences,
    worth: SessionValue | None,
    possible: Mapping[int, Possible],
) -> Document:
    """Everything that the debriefing says of a conversation, in the order of its page."""
    scenario = found.scenario
    title = say.DOCUMENT_TITLE(title=scenario.title, patient=scenario.patient.name)
    lead = [sentence for sentence in (first.came_to, first.helped, first.to_say_again) if sentence is not None]
    blocks: list[Block] = [Paragraph((told.held,), Tone.QUIET), Paragraph(tuple(lead), Tone.LEAD)]
    if found.note is not None:
        blocks.append(Paragraph((found.note,), Tone.NOTICE))
    went = (*((told.leaving,) if told.leaving else ()), *told.score.own_part)
    if went:
        blocks.append(Paragraph(went))
    language = scenario.language
    decisions = {} if worth is None else {decision.turn: judged(decision) for decision in worth.decisions}
    for account in told.accounts:
        inside = _account(account, told.name, language, decisions.get(account.turn), possible.get(account.turn))
        blocks.append(Section(say.TURN(turn=account.turn), tuple(inside)))
    blocks += _parting(told, language)
    blocks += _competencies(told)
    blocks += _worked_out(worth)
    return Document(title, tuple(blocks), pages.WHAT_THIS_IS(), disclaimers())


def _account(
    account: Account, name: str, language: str, worth: Text | None, possible: Possible | None
) -> Iterator[Block]:
    shows: tuple[Text, ...] = (*account.shows, *((account.sign,) if account.sign else ()))
    yield Spoken(name, account.says or say.SAYS_NOTHING(), shows, language=language)
    yield Spoken(say.YOU(), account.you or say.STAYED_SILENT(), you=True, language=language)
    if account.thinks:
        yield Paragraph((looked_back.THOUGHT(name=name, thought=account.thinks),), Tone.QUIET)
    seen = tuple(message for message in (account.seen, account.tag_and_answer) if message is not None)
    if seen:
        yield Paragraph(seen, Tone.QUIET)
    if account.note:
        yield Paragraph((account.note,))
    yield Paragraph((account.came, *account.felt, *account.why))
    no_model = possible is None or possible.model is None
    if worth is not None and no_model:
        yield Paragraph((worth,))
    if possible is not None:
        yield Paragraph((_possible(possible),))


def _possible(possible: Possible) -> Text:
    """One step only: a page on paper cannot fold the rest of the way."""
    if possible.model is not None:
        return say.NOTHING_POSSIBLE(words=possible.model)
    words = possible.steps[0].you
    return say.DOCUMENT_SEEN(words=words) if words else say.DOCUMENT_SILENCE()


def _parting(told: Debriefing, language: str) -> Iterator[Block]:
    blocks: list[Block] = []
    if told.parting:
        blocks.append(Spoken(told.name, told.parting, language=language))
    if told.parting_thinks:
        thought = looked_back.THOUGHT(name=told.name, thought=told.parting_thinks)
        blocks.append(Paragraph((thought,), Tone.QUIET))
    if told.afterwards:
        blocks.append(Paragraph((told.afterwards,)))
    if told.score.resolution is not None:
        blocks.append(Paragraph(told.score.resolution.sentence))
    if blocks:
        yield Section(looked_back.AT_THE_END(), tuple(blocks))


def _competencies(told: Debriefing) -> Iterator[Block]:
    if told.accounts:
        yield Heading(looked_back.COMPETENCIES())
        rows = tuple(map(_competency, told.score.competencies.values()))
        yield Table((pages.COMPETENCY(), pages.SCORE(), pages.WHY()), rows)


def _competency(found: CompetencyScore) -> tuple[Text, Text, Several]:
    evidence = (pages.EVIDENCE(turn=one.turn, says=one_after_another(one.says)) for one in found.evidence)
    anchor = (found.anchor,) if found.anchor else ()
    why = (one_after_another(found.why),) if found.why else ()
    return COMPETENCIES[found.competency].label(), standing_in_words(found), Several((*anchor, *why, *evidence))


def _worked_out(worth: SessionValue | None) -> Iterator[Block]:
    if worth is None:
        return
    figure, of, how = share(worth), share_of_what(worth), played(worth)
    line = of if figure is None else in_points.SHARE_LINE(share=figure, of=of)
    yield Heading(say.HOW_WORKED_OUT())
    yield Paragraph((line, *((how,) if how is not None else ())))
    yield Paragraph((say.ASSUMPTION(),), Tone.QUIET)
