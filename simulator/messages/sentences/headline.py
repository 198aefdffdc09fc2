"""The first sentences of a debriefing: what the session came to, what went wrong between the two, what was done with the own part."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

REPAIRED: Final = Sentence("headline/repaired", "Repaired.")
PARTLY: Final = Sentence("headline/partly", "Partly repaired.")
UNRESOLVED: Final = Sentence("headline/unresolved", "Not resolved by the end of the hour.")
QUIET: Final = Sentence("headline/quiet", "{name} said a friendly goodbye and cancelled the next session.")
LEFT: Final = Sentence("headline/left", "{name} left at turn {turn}.")
TRANSFER: Final = Sentence("headline/transfer", "Parted with an agreed transfer.")
STOPPED: Final = Sentence("headline/stopped", "You stopped after turn {turn}.")
STILL_OPEN: Final = Sentence("headline/still-open", "Still open.")
NOTHING_SAID: Final = Sentence("headline/nothing-said", "Nothing was said to {name} yet.")
NO_RUPTURE: Final = Sentence(
    "headline/no-rupture",
    "No rupture came up in {count} turn with {name}.",
    many="No rupture came up in {count} turns with {name}.",
    count="count",
)

# What went wrong between the two, before the own part was named or until the end.

WITHDREW: Final = Sentence(
    "headline/withdrew", "{name} withdrew.", many="{name} withdrew {count} times.", count="count"
)
DEFERRED: Final = Sentence(
    "headline/deferred",
    "{name} said yes without meaning it.",
    many="{name} said yes without meaning it {count} times.",
    count="count",
)
CONFRONTED: Final = Sentence(
    "headline/confronted", "{name} protested.", many="{name} protested {count} times.", count="count"
)
BOTH_AT_ONCE: Final = Sentence(
    "headline/both-at-once",
    "{name} moved against you and away at once.",
    many="{name} moved against you and away at once {count} times.",
    count="count",
)

# The own part in it.

NOT_NAMED: Final = Sentence("headline/not-named", "Your part in it was not named.")
DENIED: Final = Sentence("headline/denied", "Your part in it was denied at turn {turn}.")
CONDITIONAL: Final = Sentence("headline/conditional", "At turn {turn} you owned your part on a condition only.")
IN_GENERAL: Final = Sentence("headline/in-general", "You owned your part in general terms at turn {turn}.")
OWNED: Final = Sentence("headline/owned", "You owned your part at turn {turn}.")
