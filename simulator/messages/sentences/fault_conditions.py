"""What is said of a condition that cannot be read."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_NUMBER: Final = "Numbers are those of the language of scenarios, and stand as they are written there."

INSTEAD: Final = Sentence("fault-conditions/instead", "Write “{right}” instead of “{wrong}”.")
NO_PERCENT: Final = Sentence(
    "fault-conditions/no-percent", "Gauges go from 0 to 100 as they are shown. Write the number without “%”."
)
NO_FRACTION: Final = Sentence(
    "fault-conditions/no-fraction",
    "Conditions compare with whole numbers. Write the number without a fraction.",
)
LEAVE_OUT: Final = Sentence(
    "fault-conditions/leave-out", "Leave “{word}” out: what stands behind “when:” is the condition itself."
)
TOO_LONG: Final = Sentence(
    "fault-conditions/too-long", "A condition has at most {most} characters. Divide it with a flag."
)
TOO_MANY: Final = Sentence(
    "fault-conditions/too-many",
    "Up to here the conditions of this file have more than {most} characters. Use fewer.",
)
CLOSES_NONE: Final = Sentence(
    "fault-conditions/closes-none", "This bracket closes none. Remove it, or open one before."
)
NOT_CLOSED: Final = Sentence("fault-conditions/not-closed", "This bracket is not closed. Write “)” where it ends.")
COMPARES_NOTHING: Final = Sentence(
    "fault-conditions/compares-nothing",
    "“{sign}” compares nothing here. Write a gauge such as “bond” before it.",
)
NOT_JOINED: Final = Sentence(
    "fault-conditions/not-joined",
    "Before “{word}” something is missing: join conditions with “and” or “or”.",
    note="“and” and “or” are words of the language of scenarios.",
)
TOO_DEEP: Final = Sentence(
    "fault-conditions/too-deep",
    "Brackets and “not” are nested more than {most} deep here. Write it more simply.",
)
BREAKS_OFF: Final = Sentence(
    "fault-conditions/breaks-off",
    "Here the condition breaks off. Write what must hold, or remove the last word.",
)
CANNOT_STAND: Final = Sentence(
    "fault-conditions/cannot-stand",
    "“{word}” cannot stand here. A condition begins with a gauge, “seen”, a flag or “not”.",
)
FLAG_ALONE: Final = Sentence("fault-conditions/flag-alone", "A flag stands alone. Write “{right}”.")
NOT_COMPARED: Final = Sentence(
    "fault-conditions/not-compared", "“{word}” is not a number that can be compared. These are: {gauges}."
)
MOMENT_MISSING: Final = Sentence("fault-conditions/moment-missing", "After “{word}” the name of a moment is missing.")
SHOWN_NOT_SAID: Final = Sentence(
    "fault-conditions/shown-not-said",
    "“{word}” is shown by the patient and not said. It stands in “after:” and “opens:” only.",
)
CLASS_MISSING: Final = Sentence(
    "fault-conditions/class-missing", "After “just” stands the class of what was just said: {classes}."
)
REACTION_IS: Final = Sentence(
    "fault-conditions/reaction-is",
    "Write “reaction is” and a reaction state or family, such as “reaction is minimal”.",
)
NO_REACTION: Final = Sentence(
    "fault-conditions/no-reaction", "“{word}” is not a reaction state or family. They are: {states}."
)
ONE_EQUALS: Final = Sentence("fault-conditions/one-equals", "Equality is written with one sign: “=”.")
COMPARED_WITH_NUMBER: Final = Sentence(
    "fault-conditions/compared-with-number",
    "“{gauge}” is compared with a whole number, such as “{gauge} >= 2”.",
)
ABOVE_TOP: Final = Sentence(
    "fault-conditions/above-top",
    "“{gauge}” goes up to {top}, so comparing it with {number} says nothing.",
    note=_NUMBER,
)
