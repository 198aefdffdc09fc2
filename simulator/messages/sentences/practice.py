"""What the Practice desk says of scenarios and of conversations that are opened again."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

CANNOT_BE_PLAYED: Final = Sentence("practice/cannot-be-played", "“{path}” cannot be played: {file}, line {line}: {why}")
OTHER_TEXTS_KEPT: Final = Sentence(
    "practice/other-texts-kept", "The texts kept with this conversation are not the ones it was played with."
)
PLAYED_BY_EARLIER_RULES: Final = Sentence(
    "practice/played-by-earlier-rules",
    "This conversation was held under earlier rules of the patient. It is shown as it was recorded, and scored as "
    "conversations are scored today; what else was possible is not worked out.",
)
RULES_ANSWER_OTHERWISE: Final = Sentence(
    "practice/rules-answer-otherwise",
    "Played again, the patient of this program answers otherwise than is recorded. The conversation is shown as it was "
    "recorded; what else was possible is not worked out.",
)
ANSWERS_NOT_RECORDED: Final = Sentence(
    "practice/answers-not-recorded",
    "What the patient answered in this conversation was not recorded, so only what you chose can be shown.",
)
