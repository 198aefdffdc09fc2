"""How long a conversation lasts for somebody who reads it: by its words, and by the turns in which an answer is weighed."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import mean
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.scenario.document import Moment, Scenario

WORDS_PER_MINUTE: Final = 200
"""Somewhat slower than silent reading of stories (260; Brysbaert, 2019, J. Memory and Language 109): every word is weighed."""

SECONDS_PER_TURN: Final = 20
"""Saying what was seen, and choosing: our estimate, until sessions of people tell."""


def words_in(texts: Iterable[str]) -> int:
    """How many words some texts have."""
    return sum(len(text.split()) for text in texts)


def minutes_for(words: int, turns: int) -> int:
    """Whole minutes for so many words and turns, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE + turns * SECONDS_PER_TURN / 60))


def opening_words(scenario: Scenario) -> int:
    """How many words are read before the first turn."""
    return sum(words_in((line.say, *line.shows)) for line in scenario.opening)


def estimated_minutes(scenario: Scenario) -> int:
    """How long a conversation lasts that uses all its turns in moments as long as these are on the whole.

    This stands on a card until the conversation was simulated (``analysis/play_length.py``).
    """
    turns = scenario.turns_at(scenario.difficulty)
    per_turn = mean(_words_of(moment) for moment in scenario.moments.values())
    return minutes_for(round(opening_words(scenario) + turns * per_turn), turns)


def _words_of(moment: Moment) -> float:
    """The words of a moment as it is met once: one of its wordings, and every response that is on offer."""
    told = mean(words_in((wording.patient, *wording.shows)) for wording in moment.wordings) if moment.wordings else 0
    return told + words_in(response.say for response in moment.responses)
