"""What the page and the reports say of who met what: a cell of the group’s table, a person’s, and whether a mean may be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from simulator.messages.message import Listed, Message, Rounded
from simulator.messages.sentences import who_met_what as say
from simulator.scoring.rubric import COMPETENCIES

if TYPE_CHECKING:
    from simulator.analysis.turn_counts import Counted
    from simulator.services.met_table import Mean
    from simulator.services.reliability import MoreConversations


def of_everybody(found: Counted) -> Message:
    """How often something was met, in how many people’s conversations, and where the share likely lies."""
    if not found.came_up:
        return say.NEVER()
    told = say.WITH_PEOPLE(met_of=met_of(found.met, found.came_up), count=found.people)
    if found.between is None:
        return told
    low, high = (round(100 * end) for end in (found.between.low, found.between.high))
    return say.WITH_INTERVAL(with_people=told, low=low, high=high)


def of_one(met: int, came_up: int, mean: Mean | None) -> Message:
    """How often somebody met something, with the mean where it may be told."""
    if not came_up:
        return say.NEVER()
    told = met_of(met, came_up)
    if mean is None:
        return told
    sentence = say.WITH_MEAN_BEFORE if mean.corrected else say.WITH_MEAN
    return sentence(met_of=told, mean=Rounded(mean.value), count=mean.conversations)


def met_of(met: int, came_up: int) -> Message:
    """Met of came up."""
    return say.MET_OF(met=met, came_up=came_up)


def apart_lead() -> Message:
    """When a mean of somebody’s scores is shown, and what that stands on."""
    from simulator.services.reliability import FOR_A_MEAN

    return say.APART_LEAD(enough=Rounded(FOR_A_MEAN))


def may_be_told(more: Iterable[MoreConversations]) -> Iterator[Message]:
    """From how many first meetings on a mean is told, by competency; those of which none is for one reason stand together."""
    without: dict[Message, list[Message]] = {}
    for found in more:
        if found.one.figure.value is None:
            without.setdefault(_why_not(found), []).append(COMPETENCIES[found.competency].label())
        else:
            yield _from(found)
    for why, labels in without.items():
        yield say.APART_NO_NUMBER(competencies=Listed(tuple(labels)), why=why)


def _why_not(found: MoreConversations) -> Message:
    from simulator.services.agreement_words import conversations_in_words

    return conversations_in_words(found)


def _from(found: MoreConversations) -> Message:
    from simulator.services.agreement_words import told

    label = COMPETENCIES[found.competency].label()
    if found.mean_from is None:
        return say.APART_NOT_SURE(competency=label, one=told(found.one))
    return say.APART_LINE(competency=label, one=told(found.one), count=found.mean_from)
