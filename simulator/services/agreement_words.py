"""What is said of agreement: the cells of its tables, a row in sentences, and the page to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from simulator.analysis.agreement.figures import NoFigure
from simulator.analysis.agreement.intervals import FEWEST
from simulator.messages.message import Listed, Message, Rounded, Value
from simulator.messages.sentences import agreement as say
from simulator.messages.sentences import personal_data, rating, sentences_chosen
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.reports.document import Block, Document, Heading, Paragraph, Several, Table, Tone
from simulator.scoring.rubric import COMPETENCIES, RUBRIC
from simulator.services.agreement import LEAST_TRANSCRIPTS, Agreement, Compared, Estimate
from simulator.services.personal_words import disclaimers
from simulator.services.reliability import FOR_A_MEAN, FOR_RESEARCH, MoreConversations, Needed, how_many, more_raters

if TYPE_CHECKING:
    from simulator.scoring.competency import Competency

FIGURES: Final = (say.QUADRATIC, say.LINEAR, say.SINGLE, say.MEAN)
"""The headings of the four figures, in the order of ``figures_of``."""


def label(competency: Competency) -> Message:
    """What a competency is called."""
    return COMPETENCIES[competency].label()


def in_digits(value: float) -> Rounded:
    """A figure as it is written."""
    return Rounded(value, 2)


def figures_of(found: Compared) -> tuple[Value, ...]:
    """The four figures of a row, each with its interval."""
    return tuple(map(told, (found.quadratic, found.linear, found.single, found.mean)))


def told(estimate: Estimate) -> Value:
    """A figure with its interval, or that there is none."""
    value = estimate.figure.value
    if value is None:
        return say.NO_NUMBER()
    if estimate.interval is None:
        return in_digits(value)
    low, high = estimate.interval
    return say.WITH_INTERVAL(value=in_digits(value), low=in_digits(low), high=in_digits(high))


def counted(found: Compared) -> Message:
    """How many conversations, and how many distinct transcripts among them."""
    return say.N_DISTINCT(count=found.conversations, distinct=found.transcripts)


def left_out(found: Compared) -> int:
    """How many conversations are not counted."""
    return sum(found.left_out.values())


def lead() -> Message:
    """What is counted."""
    return say.LEAD(rubric=str(RUBRIC), least=LEAST_TRANSCRIPTS)


def who(found: Compared) -> Message:
    """Who is compared with whom."""
    return say.WITH_THE_PROGRAM(rater=found.raters[0]) if found.automatic else say.EACH_OTHER()


def row_in_words(found: Compared) -> tuple[Message, ...]:
    """What can be said of a row: who is compared, from how much, why there is no number, and what was left out."""
    return tuple(_row(found))


def _row(found: Compared) -> Iterator[Message]:
    compared: tuple[Value, ...] = (*found.raters, say.THE_PROGRAM()) if found.automatic else found.raters
    yield say.RATERS(raters=Listed(compared))
    distinct = rating.DISTINCT(count=found.transcripts)
    yield say.IN_ALL(count=found.conversations, people=say.PEOPLE(count=found.people), distinct=distinct)
    if not found.enough:
        yield say.TOO_FEW(distinct=distinct, least=LEAST_TRANSCRIPTS)
    elif found.quadratic.figure.why is NoFigure.ONE_CATEGORY:
        yield say.ONE_CATEGORY()
    elif found.people < FEWEST:
        yield say.FEW_PEOPLE(least=FEWEST)
    elif found.quadratic.interval is None:
        yield say.NO_INTERVAL()
    if not found.left_out:
        yield say.NOTHING_LEFT()
    for why, count in sorted(found.left_out.items()):
        yield say.LEFT_OUT[why](count=count)
    yield from raters_in_words(found)


def raters_in_words(found: Compared) -> Iterator[Message]:
    """What more raters would bring."""
    more = None if found.automatic else more_raters(found)
    if more is None:
        return
    target, one = in_digits(FOR_RESEARCH), in_digits(more.one)
    if more.needed is None:
        yield say.RATERS_NOT_CLEAR(one=one, target=target)
        return
    count, least, most = more.needed
    mean = in_digits(more.of_these)
    yield say.MORE_RATERS(one=one, raters=more.raters, mean=mean, count=count, least=least, most=most, target=target)


def raters_needed(found: Compared | None) -> Value:
    """How many raters it takes, in a cell."""
    more = None if found is None else more_raters(found)
    return say.NO_NUMBER() if more is None else _needed(more.needed)


def conversations_needed(found: MoreConversations, target: float) -> Value:
    """How many conversations it takes, in a cell."""
    return say.NO_NUMBER() if found.one.figure.value is None else _needed(found.to_reach(target))


def _needed(found: Needed | None) -> Value:
    if found is None:
        return say.NOT_CLEAR()
    count, least, most = found
    return count if least == most else say.WITH_RANGE(count=count, least=least, most=most)


def conversations_in_words(found: MoreConversations) -> Message:
    """How many more conversations each person would need."""
    value, mean, target = found.one.figure.value, found.of_these(), in_digits(FOR_RESEARCH)
    distinct = rating.DISTINCT(count=found.transcripts)
    if not found.enough:
        people = say.PEOPLE(count=found.people)
        return say.CONVERSATIONS_TOO_FEW(people=people, distinct=distinct, least_people=FEWEST, least=LEAST_TRANSCRIPTS)
    if value is None:
        return say.ONE_CATEGORY()
    takes = found.to_reach(FOR_RESEARCH)
    if takes is None or mean is None:
        return say.CONVERSATIONS_NOT_CLEAR(one=in_digits(value), target=target)
    count, least, most = takes
    values: dict[str, Value] = {"one": in_digits(value), "each": found.each, "mean": in_digits(mean), "target": target}
    if count <= found.each:
        return say.CONVERSATIONS_ENOUGH(**values, count=count, least=least, most=most)
    more = (max(0, number - found.each) for number in takes)
    return say.MORE_CONVERSATIONS(**values, **dict(zip(("count", "least", "most"), more, strict=True)))


def skill_told_apart(found: Estimate) -> Message:
    """How far one conversation tells apart how well people choose, and how many it takes to tell a mean."""
    one, enough, takes = told(found), in_digits(FOR_A_MEAN), how_many(found, FOR_A_MEAN)
    if takes is None:
        return sentences_chosen.RELIABILITY_NOT_SURE(one=one, enough=enough)
    return sentences_chosen.RELIABILITY(one=one, enough=enough, count=takes.number, least=takes.least, most=takes.most)


def more_lead() -> Message:
    """What reliability is, and from where on it is enough."""
    return say.MORE_LEAD(mean=in_digits(FOR_A_MEAN), research=in_digits(FOR_RESEARCH))


def document(
    found: Agreement, more: tuple[MoreConversations, ...], concluded: Iterable[Message] = (), *, sample: bool = False
) -> Document:
    """The page as it can be handed on: what may be concluded, everybody who is compared, and how many more would be enough."""
    made = (MADE_BY_MODEL(),) if sample else ()
    first = Paragraph((*made, say.WHAT_IT_SHOWS()), Tone.NOTICE)
    blocks: list[Block] = [first, Heading(say.MAY_CONCLUDE())]
    blocks += [Paragraph((one,)) for one in concluded]
    blocks.append(Paragraph((lead(), say.HOW_MADE())))
    groups = [some for some in (found.with_each_other, *found.with_the_program.values()) if some]
    for rows in groups:
        blocks += [Heading(who(rows[0])), _table(rows)]
    blocks += [Heading(say.MORE()), Paragraph((more_lead(), say.BETWEEN_SCENARIOS())), _table_of_more(found, more)]
    return Document(say.TITLE(), tuple(blocks), personal_data.WHAT_THIS_IS(), disclaimers())


def _table(rows: tuple[Compared, ...]) -> Table:
    head = (say.ABOUT(), say.COUNT(), *(each() for each in FIGURES), say.LEFT())
    return Table(
        head,
        tuple((label(one.competency), counted(one), *figures_of(one), Several(row_in_words(one))) for one in rows),
    )


def _table_of_more(found: Agreement, more: tuple[MoreConversations, ...]) -> Table:
    together = {one.competency: one for one in found.with_each_other}
    target = in_digits(FOR_RESEARCH)
    head = (say.ABOUT(), say.TO_REACH_RATERS(target=target), say.ONE_CONVERSATION_IS(), say.TO_REACH(target=target))
    rows = tuple(
        (
            label(one.competency),
            raters_needed(together.get(one.competency)),
            told(one.one),
            Several((conversations_in_words(one),)),
        )
        for one in more
    )
    return Table(head, rows)
