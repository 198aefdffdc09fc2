"""A scenario on paper, as documents: a sheet by which two people play it, and the whole script to be read through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Final

from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS, Family, ReactionState
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import personal_data as pages
from simulator.messages.sentences import sheets as say
from simulator.messages.sentences.families import FAMILIES
from simulator.patient.verdicts import Verdict
from simulator.reports.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Section,
    Several,
    Spoken,
    Table,
    Text,
    Tone,
)
from simulator.scenario.document import BANK_PREFIX, Moment, Response, Scenario, Wording
from simulator.scenario.read import Reading
from simulator.scenario.story_graph import EdgeKind, StoryGraph, story_of
from simulator.services.personal_words import disclaimers
from simulator.services.verdict_words import VERDICT_WORDS
from simulator.session.errors import ServiceError

_MOST_WORDINGS: Final = 3
"""So many wordings of the person's own lines stand on a card of the sheet."""

_ENDINGS: Final[Mapping[str, Verdict]] = {verdict.value: verdict for verdict in Verdict}


def whole_script(reading: Reading) -> Document:
    """Everything that is said, in file order; raises ``ServiceError`` where the scenario cannot be played."""
    scenario = _scenario(reading)
    blocks: list[Block] = [*_head(scenario), *_opening(scenario)]
    conditions = {id_: card.condition for id_, card in story_of(reading).cards.items()}
    for moment in scenario.moments.values():
        blocks.append(_moment(moment, scenario, conditions.get(moment.id, "")))
    for moment in scenario.patient.lines.values():
        blocks.append(_moment(moment, scenario, ""))
    return _document(say.SCRIPT_TITLE(title=scenario.title), blocks)


def sheet_for_two(reading: Reading) -> Document:
    """The sheet by which two people play it; raises ``ServiceError`` where the scenario cannot be played."""
    scenario, graph = _scenario(reading), story_of(reading)
    cards = _cards(scenario, graph)
    numbers = {moment.id: number for number, moment in enumerate(cards, 1)}
    patient = scenario.patient
    blocks: list[Block] = [
        Heading(say.FOR_PERSON(name=patient.first_name)),
        Facts(tuple(_facts(scenario))),
        *([Paragraph((patient.about,))] if patient.about else []),
        Paragraph((say.HOW_TO_PLAY(first=numbers[scenario.start]),), Tone.QUIET),
        *_opening(scenario),
        *(_card(moment, scenario, graph, numbers) for moment in cards),
        Heading(say.FOR_THERAPIST()),
        Facts(tuple(_facts(scenario))),
        Paragraph((say.HOW_TO_ANSWER(),), Tone.QUIET),
        *_opening(scenario),
        *(Section(say.AT_CARD(number=numbers[one.id]), (_choices(one),)) for one in cards if one.responses),
        Heading(say.TOGETHER()),
        _debriefed(cards, numbers),
    ]
    return _document(say.SHEET_TITLE(title=scenario.title), blocks)


def _scenario(reading: Reading) -> Scenario:
    if reading.scenario is None:
        raise ServiceError(say.NOT_YET())
    return reading.scenario


def _document(title: Message, blocks: Sequence[Block]) -> Document:
    return Document(title, tuple(blocks), pages.WHAT_THIS_IS(), disclaimers())


def _facts(scenario: Scenario) -> Iterator[tuple[Text, Text]]:
    """What both may know before they begin."""
    patient = scenario.patient
    yield say.PERSON(), say.PERSON_IS(name=patient.name, age=patient.age, work=patient.work)
    yield say.ABOUT(), scenario.about
    if scenario.skill:
        yield say.PRACTISED(), scenario.skill
    if scenario.content_notes:
        yield say.NOTES(), Listed(scenario.content_notes)


def _head(scenario: Scenario) -> Iterator[Block]:
    yield Facts((*_facts(scenario), (say.LEVEL(), scenario.difficulty), (say.TURNS(), scenario.turns)))
    yield Bullets(scenario.objectives)


def _opening(scenario: Scenario) -> Iterator[Block]:
    if scenario.opening:
        lines = tuple(
            Spoken(
                say.THERAPIST() if line.you else scenario.patient.first_name,
                line.say or say.SILENT(),
                line.shows,
                line.you,
                scenario.language,
            )
            for line in scenario.opening
        )
        yield Section(say.BEGINS(), lines)


def _state(moment: Moment) -> Message:
    reaction = moment.reaction
    return REACTIONS[reaction].label() if isinstance(reaction, ReactionState) else _family(reaction)


def _family(family: Family) -> Message:
    return FAMILIES[family]()


def _said(wording: Wording, scenario: Scenario, who: Text) -> Spoken:
    return Spoken(who, wording.patient or say.SILENT(), wording.shows, language=scenario.language)


# The sheet for two.


def _cards(scenario: Scenario, graph: StoryGraph) -> list[Moment]:
    """The moments of the scenario, and then the person's own that can come."""
    lines = {f"{BANK_PREFIX}{state}": moment for state, moment in scenario.patient.lines.items()}
    own = [lines[id_] for id_ in graph.cards if id_ in lines]
    return [*scenario.moments.values(), *own]


def _card(moment: Moment, scenario: Scenario, graph: StoryGraph, numbers: Mapping[str, int]) -> Section:
    name = scenario.patient.first_name
    blocks: list[Block] = [_said(one, scenario, name) for one in moment.wordings[:_MOST_WORDINGS]]
    if thought := moment.first.thinks:
        blocks.append(Paragraph((say.THINKS(thought=thought),), Tone.QUIET))
    blocks += _how_it_ends(moment)
    if moment.responses:
        leads = _leads(moment, graph, numbers)
        rows: list[tuple[Text, Text]] = [
            (say.LETTERED(letter=letter, words=one.say), leads.get(one.id) or say.AS_FELT())
            for letter, one in _lettered(moment)
        ]
        rows.append((say.STAYING_SILENT(), leads.get("") or say.AS_FELT()))
        blocks.append(Table((say.IF_ANSWER(), say.GO_ON()), tuple(rows)))
    return Section(say.CARD(number=numbers[moment.id], state=_state(moment)), tuple(blocks))


def _how_it_ends(moment: Moment) -> Iterator[Block]:
    if moment.end is not None:
        yield Paragraph((say.IT_ENDS(how=VERDICT_WORDS[_ENDINGS[moment.end.value]]()),))
    if moment.afterwards:
        yield Paragraph((say.AFTERWARDS(what=moment.afterwards),), Tone.QUIET)


def _leads(moment: Moment, graph: StoryGraph, numbers: Mapping[str, int]) -> dict[str, str]:
    """The cards that can follow on each answer (empty: on the silence): that of the script, else those of the person."""
    script: dict[str, list[int]] = {}
    felt: dict[str, list[int]] = {}
    for edge in graph.after(moment.id):
        if edge.target in numbers:
            found = script if edge.kind is EdgeKind.SCRIPT else felt
            for answer in edge.answers:
                found.setdefault(answer.response, []).append(numbers[edge.target])
    both = {**felt, **script}
    return {id_: ", ".join(map(str, sorted(set(to)))) for id_, to in both.items()}


def _lettered(moment: Moment) -> Iterator[tuple[str, Response]]:
    return zip(ascii_lowercase, moment.responses, strict=False)


def _choices(moment: Moment) -> Bullets:
    return Bullets(tuple(say.LETTERED(letter=letter, words=one.say) for letter, one in _lettered(moment)))


def _debriefed(cards: Sequence[Moment], numbers: Mapping[str, int]) -> Table:
    rows = tuple(
        (say.NUMBER_AND_LETTER(number=numbers[moment.id], letter=letter), one.say, one.debrief)
        for moment in cards
        for letter, one in _lettered(moment)
        if one.debrief
    )
    return Table((say.CARD_AND_LETTER(), say.CHOSEN(), say.WHAT_IT_DID()), rows)


# The whole script.


def _moment(moment: Moment, scenario: Scenario, condition: str) -> Section:
    name = scenario.patient.first_name
    blocks: list[Block] = []
    if moment.id == scenario.start:
        blocks.append(Paragraph((say.STARTS_HERE(),), Tone.QUIET))
    if condition:
        blocks.append(Paragraph((say.ONLY_WHERE(condition=condition),), Tone.QUIET))
    for wording in moment.wordings:
        who = say.WORDING(name=name, wording=wording.id) if len(moment.wordings) > 1 else name
        blocks.append(_said(wording, scenario, who))
        if wording.thinks:
            blocks.append(Paragraph((say.THINKS(thought=wording.thinks),), Tone.QUIET))
    blocks += _how_it_ends(moment)
    if moment.responses:
        head = (say.ANSWER(), say.SAYS(), say.DOES(), say.LEADS(), say.DEBRIEFED())
        rows = [_row(one) for one in moment.responses]
        if moment.silent_then is not None:
            rows.append((say.STAYING_SILENT(), "", "", moment.silent_then, moment.silent_because))
        blocks.append(Table(head, tuple(rows)))
    if moment.from_bank:
        return Section(say.OWN_LINES(name=name, state=_state(moment)), tuple(blocks))
    return Section(say.MOMENT(id=moment.id, state=_state(moment)), tuple(blocks))


def _row(one: Response) -> tuple[Text | Several, ...]:
    move: Message = MOVES[one.move].label()
    done = move if one.quality is None else say.WITH_QUALITY(move=move, quality=one.quality)
    wordings = tuple(wording.say for wording in one.wordings)
    said = Several(wordings) if len(wordings) > 1 else one.say
    return one.id, said, done, one.then or say.THE_PERSON_CHOOSES(), one.debrief
