"""The page of a handed-in conversation: what its person sees before they hand it in, and what the instructor sees. One page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.handin.signing import six_words
from simulator.messages.sentences import handed_in as say
from simulator.messages.sentences import personal_data
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.reports.document import Block, Document, Facts, Paragraph, Section, Text, Tone
from simulator.scoring.competency import Competency, CompetencyScore
from simulator.scoring.rubric import RUBRIC
from simulator.services.conversation_blocks import came_before, parting, scores, told_turn
from simulator.services.debriefing import Account, Debriefing, debrief
from simulator.services.handed_in import Belief, HandedIn
from simulator.services.personal_words import disclaimers
from simulator.services.session_words import came_to


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a conversation once it was taken in.

    ``prices`` tells what each turn cost, where that is known; ``said`` what was said of a turn, below it; ``before`` how
    competencies stood that were corrected; ``closing`` what stands at the end.
    """

    prices: Mapping[int, int] = field(default_factory=dict)
    said: Mapping[int, tuple[Block, ...]] = field(default_factory=dict)
    before: Mapping[Competency, CompetencyScore] = field(default_factory=dict)
    closing: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedInPage:
    """The page in its parts: what stands above the conversation, each turn by its number, how it ended, what it showed."""

    title: Text
    above: tuple[Block, ...]
    turns: tuple[tuple[int, Section], ...]
    below: tuple[Block, ...]
    scored: tuple[Block, ...]
    told: Debriefing

    def document(self) -> Document:
        """The whole page, to be printed or saved."""
        blocks = (*self.above, *(section for _, section in self.turns), *self.below, *self.scored)
        return Document(self.title, blocks, personal_data.WHAT_THIS_IS(), disclaimers())


def page_of(found: HandedIn, name: str = "", beside: Beside | None = None) -> HandedInPage:
    """The page; ``name`` is what the instructor calls the person, else what stands in the file."""
    who, beside = name or found.name, beside or Beside()
    told = debrief(found.transcript, found.corrections)
    scenario = found.scenario
    turns = tuple((account.turn, _turn(account, found, who, beside)) for account in told.accounts)
    above: list[Block] = [_facts(found, told, who), Paragraph((say.NO_GRADES(),), Tone.NOTICE)]
    if found.sample:
        above.append(Paragraph((MADE_BY_MODEL(),), Tone.NOTICE))
    if found.belief is Belief.OTHER_EDITION:
        above.append(Paragraph((say.OTHER_EDITION(),), Tone.NOTICE))
    above += [_lead(told), Paragraph((say.YOU_IS(name=who),), Tone.QUIET), *came_before(scenario, who)]
    scored = (*(scores(told, beside.before) if told.accounts else ()), *beside.closing)
    title = say.TITLE(title=scenario.title, patient=scenario.patient.name)
    return HandedInPage(title, tuple(above), turns, tuple(parting(told, scenario)), scored, told)


def _turn(account: Account, found: HandedIn, who: str, beside: Beside) -> Section:
    section = told_turn(account, found.scenario, who, beside.prices.get(account.turn))
    return Section(section.title, (*section.blocks, *beside.said.get(account.turn, ())))


def _facts(found: HandedIn, told: Debriefing, who: str) -> Facts:
    believed = say.VERIFIED() if found.belief is Belief.VERIFIED else say.OTHER_EDITION_SHORT()
    return Facts(
        (
            (say.WHO(), who),
            (say.WORDS(), six_words(found.key)),
            (say.HOW(), told.held),
            (say.CAME_TO(), came_to(found.stored.header)),
            (say.BELIEVED(), believed),
            (say.GROUP(), say.GROUP_YES() if found.group else say.GROUP_NO()),
            (say.RUBRIC(), say.RUBRIC_EDITION(rubric=str(RUBRIC))),
        )
    )


def _lead(told: Debriefing) -> Paragraph:
    sign = (told.leaving,) if told.leaving else ()
    return Paragraph((told.headline, *sign, *told.score.own_part), Tone.LEAD)
