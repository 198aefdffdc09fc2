"""What may be concluded from agreement and reliability, in plain sentences: which people may be compared in what, and in what not yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.messages.message import Listed, Message
from simulator.messages.sentences import agreement as say
from simulator.services.agreement_words import in_digits, label
from simulator.services.reliability import FOR_A_MEAN

if TYPE_CHECKING:
    from simulator.services.agreement import Agreement
    from simulator.services.reliability import MoreConversations


def conclusions(found: Agreement, more: Sequence[MoreConversations]) -> Iterator[Message]:
    """In what people may be compared, in what not yet, and why this is another question than whether raters agree."""
    clear = [(one, takes) for one in more if (takes := one.to_reach(FOR_A_MEAN)) is not None]
    for one, takes in clear:
        yield say.MAY_COMPARE(competency=label(one.competency), count=takes.number, least=takes.least, most=takes.most)
    named = {one.competency for one, _ in clear}
    rest = tuple(label(one.competency) for one in more if one.competency not in named)
    if rest:
        yield say.IN_NO_OTHER(competencies=Listed(rest)) if clear else say.IN_NONE()
    yield say.TWO_QUESTIONS()
    yield from _example(found, more)


def _example(found: Agreement, more: Sequence[MoreConversations]) -> Iterator[Message]:
    """Where raters agree most and one conversation tells nothing of the next."""
    nothing = {
        one.competency: one.one.figure.value
        for one in more
        if one.one.figure.value is not None and one.one.figure.value <= 0
    }
    agreed = [
        (one.quadratic.figure.value, one.competency)
        for one in found.with_each_other
        if one.quadratic.figure.value is not None and one.competency in nothing
    ]
    if agreed:
        value, competency = max(agreed)
        one = in_digits(nothing[competency])
        yield say.FOR_EXAMPLE(competency=label(competency), raters=in_digits(value), one=one)


def meanings() -> tuple[Message, ...]:
    """What each kind of number on the page is."""
    return say.KAPPA_MEANS(), say.ICC_MEANS(), say.COUNT_MEANS()
