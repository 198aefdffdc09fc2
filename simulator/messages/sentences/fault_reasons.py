"""Reasons and advice of the checks of a story: of what is reached, what conditions ask, and what suits."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_WHY: Final = "A reason; stands behind a colon, and a full stop follows."
_VERDICT: Final = "Of a condition; it stands before this, and a reason behind it."

NOT_NAMED: Final = Sentence(
    "fault-reasons/not-named",
    "no “then:” of a moment that is reached names it, and no path leads the patient to “{reaction}”",
    note=_WHY,
)
STANDS_BEFORE: Final = Sentence(
    "fault-reasons/stands-before",
    "{names} stands before it, also for “{reaction}”, and the first that fits is always taken. Give the earlier one a "
    "“when:” or “once: true”, or let a “then:” lead here",
    "{names} stand before it, also for “{reaction}”, and the first that fits is always taken. Give the earlier one a "
    "“when:” or “once: true”, or let a “then:” lead here",
    count="count",
    note=_WHY,
)
ALWAYS_TRUE: Final = Sentence("fault-reasons/always-true", "is always true", note=_VERDICT)
NEVER_TRUE: Final = Sentence("fault-reasons/never-true", "is never true", note=_VERDICT)
AT_EVERY_LEVEL: Final = Sentence("fault-reasons/at-every-level", "so it is at every level from 1 to 3", note=_WHY)
UNREACHABLE: Final = Sentence("fault-reasons/unreachable", "nobody can reach “{moment}”", note=_WHY)
LIES_BETWEEN: Final = Sentence("fault-reasons/lies-between", "“{gauge}” lies between {low} and {high}", note=_WHY)
ALWAYS_THERE: Final = Sentence(
    "fault-reasons/always-there", "in “{moment}” the patient is always “{reaction}”", note=_WHY
)
REPAIR_IS_REACHED: Final = Sentence(
    "fault-reasons/repair-is-reached",
    "A repair is reached with “reaction: repaired”; otherwise write “end: partly” or “end: unresolved”.",
)
STILL_OPEN: Final = Sentence("fault-reasons/still-open", "Where the rupture is still open, write “end: unresolved”.")
ENDING_OF_REACTION: Final = Sentence(
    "fault-reasons/ending-of-reaction",
    "Write the ending that belongs to this reaction, or choose another reaction.",
)
DOES_NOT_LEAVE: Final = Sentence(
    "fault-reasons/does-not-leave",
    "Who still works with the trainee does not leave: choose “reaction: left”, or another ending.",
)
TRANSFER_REACTION: Final = Sentence("fault-reasons/transfer-reaction", "An agreed transfer has “reaction: transfer”.")
REMOVE_MARKER: Final = Sentence(
    "fault-reasons/remove-marker", "Remove the marker, or choose the rupture state it shows."
)
FITTING_MARKERS: Final = Sentence("fault-reasons/fitting-markers", "Fitting markers: {markers}.")
OF_QUALITY: Final = Sentence(
    "fault-reasons/of-quality", "“{move}” of quality {quality}", note="How well an own part is owned, 0 to 4."
)
RUPTURE: Final = Sentence("fault-reasons/rupture", "rupture", note="In brackets, in place of a reaction state.")
