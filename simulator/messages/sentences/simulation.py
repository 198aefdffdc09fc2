"""What is said of sessions that a way of playing went through: the figures of many, or whole conversations."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NO_SKILL: Final = Sentence("simulation/no-skill", "--skill is for the policy “{noisy}”; “{policy}” has none.")
WORDS_NOT_KNOWN: Final = Sentence(
    "simulation/words-not-known",
    "“{policy}” goes by words, and which words it would go by in the language “{language}” is not known.",
)
BUDGET_ENDED: Final = Sentence(
    "simulation/budget-ended",
    "“{policy}” looks ahead to every ending, and the budget ended before all were found. "
    "Give it more with --budget-states and --budget-seconds.",
)
PLAYING: Final = Sentence("simulation/playing", "Playing")
SO_FAR: Final = Sentence(
    "simulation/so-far", "{done} of {count} session", many="{done} of {count} sessions", count="count"
)
STOPPED: Final = Sentence("simulation/stopped", "stopped after {done} of {all}")

# The figures of many sessions.

FIGURES_OF: Final = Sentence(
    "simulation/figures-of",
    "{title}, difficulty {difficulty}: {count} session by “{policy}”",
    many="{title}, difficulty {difficulty}: {count} sessions by “{policy}”",
    count="count",
)
HOW_IT_PLAYS: Final = Sentence("simulation/how-it-plays", "({how})")
ENDING: Final = Sentence("simulation/ending", "ending", note="Heads a column.")
SESSIONS: Final = Sentence("simulation/sessions", "sessions", note="Heads a column of numbers.")
SHARE: Final = Sentence("simulation/share", "share", note="Heads a column of shares.")
INTERVAL: Final = Sentence("simulation/interval", "95 % interval", note="Heads a column.")
FROM_TO: Final = Sentence("simulation/from-to", "{low} to {high}")
MEAN_VALUE: Final = Sentence("simulation/mean-value", "mean repair value {mean} of 100 (95 % interval {low} to {high})")
MEAN_LENGTH: Final = Sentence("simulation/mean-length", "mean length {turns} turns")

# Whole conversations.

CONVERSATIONS_OF: Final = Sentence(
    "simulation/conversations-of",
    "{title}: {patient}, difficulty {difficulty}, {count} conversation by “{policy}”",
    many="{title}: {patient}, difficulty {difficulty}, {count} conversations by “{policy}”",
    count="count",
)
CONVERSATION: Final = Sentence("simulation/conversation", "Conversation {number} of {all} (seed {seed})")
CAME_TO: Final = Sentence(
    "simulation/came-to",
    "Ending: {verdict}. Repair value: {value} of 100. Length: {count} turn.",
    many="Ending: {verdict}. Repair value: {value} of 100. Length: {count} turns.",
    count="count",
)
AFTERWARDS: Final = Sentence("simulation/afterwards", "Afterwards: {what}")
