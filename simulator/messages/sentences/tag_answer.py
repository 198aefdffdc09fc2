"""What is answered in Learn to the first tag of a turn: whether it fits, and what there was to see."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

YES: Final = Sentence("tag-answer/yes", "Yes.")
HALF: Final = Sentence("tag-answer/half", "Half of it.")
NO: Final = Sentence("tag-answer/no", "Not this time.")
LET_BE: Final = Sentence("tag-answer/let-be", "Nothing went wrong here.")
NOTHING_TO_SEE: Final = Sentence("tag-answer/nothing-to-see", "Nothing was strained just now.")
WITHDREW: Final = Sentence("tag-answer/withdrew", "{name} withdrew.")
DEFERRED: Final = Sentence("tag-answer/deferred", "{name} deferred to you.")
CONFRONTED: Final = Sentence("tag-answer/confronted", "{name} confronted you.")
WITHDREW_AND_CONFRONTED: Final = Sentence(
    "tag-answer/withdrew-and-confronted", "{name} withdrew and confronted you at once."
)
DEFERRED_AND_CONFRONTED: Final = Sentence(
    "tag-answer/deferred-and-confronted", "{name} deferred to you and confronted you at once."
)
MOVED: Final = Sentence("tag-answer/moved", "{name} moved against you and away at once.")
OPENED_UP: Final = Sentence("tag-answer/opened-up", "{name} opened up.")
OPENED_UP_BY_HALF: Final = Sentence("tag-answer/opened-up-by-half", "{name} opened up, and took half of it back.")
