"""The three sentences with which a debriefing begins: what it came to, what helped most, and the turn to say again."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.judgements import WORST_FROM
from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import looking_back as say
from simulator.services.debriefing import Debriefing


@dataclass(frozen=True, slots=True)
class FirstSentences:
    """Three sentences without a number beyond their turns; ``again`` is the turn to say again, if there is one."""

    came_to: Message
    helped: Message
    to_say_again: Message | None
    again: int | None = None


def while_working(told: Debriefing) -> FirstSentences:
    """What can be said before it is known what each sentence changed."""
    return FirstSentences(told.headline, say.WORKING(), None)


def without_worth(told: Debriefing, *, other_rules: bool) -> FirstSentences:
    """What can be said where that is not to be known."""
    return FirstSentences(told.headline, say.OTHER_RULES() if other_rules else say.NOT_WORKED_OUT(), None)


def first_sentences(told: Debriefing, worth: SessionValue) -> FirstSentences:
    """The three sentences once it is known what each sentence changed."""
    if not worth.exact:
        return FirstSentences(told.headline, say.BOUNDS(), None)
    if not worth.decisions:
        return FirstSentences(told.headline, say.NONE_HELPED(), None)
    worst = worth.worst
    again = worst.turn if worst is not None else None
    if stopping_cost(worth):
        return FirstSentences(told.headline, _helped(told, worth), say.STOPPING_COST(), again)
    if again is None:
        return FirstSentences(told.headline, _helped(told, worth), say.NONE_COST_MUCH())
    return FirstSentences(told.headline, _helped(told, worth), _quoted(told, again, say.AGAIN, say.AGAIN_SILENT), again)


def stopping_cost(worth: SessionValue) -> bool:
    """Whether stopping cost more than any single turn."""
    return worth.reached is not None and worth.stopping > (worth.worst.price if worth.worst else WORST_FROM)


def _helped(told: Debriefing, worth: SessionValue) -> Message:
    if worth.best is None:
        return say.NONE_HELPED()
    if told.ended_well:
        return _quoted(told, worth.best.turn, say.HELPED, say.HELPED_SILENT)
    return _quoted(told, worth.best.turn, say.NEAREST, say.NEAREST_SILENT)


def _quoted(told: Debriefing, turn: int, spoken: Sentence, silent: Sentence) -> Message:
    words = next((account.you for account in told.accounts if account.turn == turn), "")
    return spoken(turn=turn, words=words) if words else silent(turn=turn)
