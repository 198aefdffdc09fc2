"""What one can say to have seen, and how it feels to the patient: what those words mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.sentences import conversation
from simulator.messages.sentences.terms import Term, by_code, explained

_TAG: Final = "What the trainee says to have seen of the patient."
_GAUGE: Final = "A side of the alliance, shown as a bar."

SEEN: Final[Mapping[str, Term]] = by_code(
    explained(
        "nothing",
        conversation.NOTHING,
        "The patient works with you, or says a plain no; nothing between you is strained.",
        _TAG,
    ),
    explained(
        "withdrawal",
        conversation.WITHDREW,
        "The patient moved away from you: went quiet, denied, told a story, spoke in theory, laughed it off.",
        _TAG,
    ),
    explained(
        "deference",
        conversation.DEFERRED,
        "The patient went along with you without meaning it: agreed, praised, soothed.",
        _TAG,
    ),
    explained(
        "confrontation",
        conversation.CONFRONTED,
        "The patient moved against you: complained, refused, demanded, or justified themselves.",
        _TAG,
    ),
    explained(
        "opened-up",
        conversation.OPENED_UP,
        "The patient looks at it with you, half says it, says it plainly, shows the hurt, or speaks of the fear of "
        "saying it.",
        _TAG,
    ),
)
"""By the tag’s name."""

FELT: Final[Mapping[str, Term]] = by_code(
    explained(
        "bond",
        conversation.BOND,
        "How safe and liked the patient feels with you, of 100. What they say of it can be another matter.",
        _GAUGE,
    ),
    explained(
        "task",
        conversation.TASKS,
        "How far the patient feels that what you do together is the right thing to do, of 100.",
        _GAUGE,
    ),
    explained(
        "goal",
        conversation.GOALS,
        "How far the patient feels that you both want the same for them, of 100.",
        _GAUGE,
    ),
)
"""By the gauge’s name."""
