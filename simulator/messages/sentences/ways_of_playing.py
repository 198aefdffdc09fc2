"""Ways of playing: within a line after a colon, and as a sentence or heading of its own."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_WITHIN: Final = "How somebody plays, after a colon or in a line."

RANDOM: Final = Sentence("ways-of-playing/random", "any answer, each with the same chance", note=_WITHIN)
LONGEST: Final = Sentence("ways-of-playing/longest", "always the longest answer", note=_WITHIN)
FIRST: Final = Sentence("ways-of-playing/first", "always the first answer in the file", note=_WITHIN)
WARMEST: Final = Sentence("ways-of-playing/warmest", "always the answer with the most warm words", note=_WITHIN)
APOLOGISE: Final = Sentence("ways-of-playing/apologise", "always an apology, the more the better", note=_WITHIN)
DEFEND: Final = Sentence("ways-of-playing/defend", "always a defence", note=_WITHIN)
AGREE: Final = Sentence("ways-of-playing/agree", "agrees and reassures", note=_WITHIN)
SILENT: Final = Sentence("ways-of-playing/silent", "never says a word", note=_WITHIN)
HELPFUL: Final = Sentence("ways-of-playing/helpful", "any answer that is not hindering", note=_WITHIN)
EXPERT: Final = Sentence("ways-of-playing/expert", "always the best that is attainable", note=_WITHIN)
NOISY_EXPERT: Final = Sentence(
    "ways-of-playing/noisy-expert", "mostly what is best; small losses are not noticed", note=_WITHIN
)
QUARTER: Final = Sentence(
    "ways-of-playing/quarter",
    "someone who chooses well about a quarter of the time (our assumption)",
    note=_WITHIN,
)
HALF: Final = Sentence(
    "ways-of-playing/half", "someone who chooses well about half of the time (our assumption)", note=_WITHIN
)
THREE_QUARTERS: Final = Sentence(
    "ways-of-playing/three-quarters",
    "someone who chooses well about three quarters of the time (our assumption)",
    note=_WITHIN,
)

RANDOM_TITLE: Final = Sentence("ways-of-playing/random-title", "Any answer, each with the same chance")
LONGEST_TITLE: Final = Sentence("ways-of-playing/longest-title", "Always the longest answer")
FIRST_TITLE: Final = Sentence("ways-of-playing/first-title", "Always the first answer in the file")
WARMEST_TITLE: Final = Sentence("ways-of-playing/warmest-title", "Always the answer with the most warm words")
APOLOGISE_TITLE: Final = Sentence("ways-of-playing/apologise-title", "Always an apology, the more the better")
DEFEND_TITLE: Final = Sentence("ways-of-playing/defend-title", "Always a defence")
AGREE_TITLE: Final = Sentence("ways-of-playing/agree-title", "Agrees and reassures")
SILENT_TITLE: Final = Sentence("ways-of-playing/silent-title", "Never says a word")
HELPFUL_TITLE: Final = Sentence("ways-of-playing/helpful-title", "Any answer that is not hindering")
EXPERT_TITLE: Final = Sentence("ways-of-playing/expert-title", "Always the best that is attainable")
NOISY_EXPERT_TITLE: Final = Sentence(
    "ways-of-playing/noisy-expert-title", "Mostly what is best; small losses are not noticed"
)
QUARTER_TITLE: Final = Sentence(
    "ways-of-playing/quarter-title", "Someone who chooses well about a quarter of the time (our assumption)"
)
HALF_TITLE: Final = Sentence(
    "ways-of-playing/half-title", "Someone who chooses well about half of the time (our assumption)"
)
THREE_QUARTERS_TITLE: Final = Sentence(
    "ways-of-playing/three-quarters-title",
    "Someone who chooses well about three quarters of the time (our assumption)",
)
