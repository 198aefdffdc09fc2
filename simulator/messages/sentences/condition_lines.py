"""The lines of a condition in the form: what is asked, how, and of what, in plain words."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_SUBJECT: Final = "Begins a line of a condition, as in “The moment … | has come before”."
_VERB: Final = "The middle of a line of a condition."

LINES: Final = Sentence("condition-lines/lines", "Lines of the condition", note="For screen readers.")
NONE_YET: Final = Sentence(
    "condition-lines/none-yet", "Nothing is asked: it always holds. Add a line to ask for something."
)
ADD: Final = Sentence("condition-lines/add", "Add a line")
REMOVE: Final = Sentence("condition-lines/remove", "Remove")
REMOVE_NAMED: Final = Sentence("condition-lines/remove-named", "Remove line {number}")
ONLY_TEXT: Final = Sentence(
    "condition-lines/only-text",
    "Lines cannot show this condition, because something stands in brackets. It stays as it is written below.",
)
NOT_READ: Final = Sentence(
    "condition-lines/not-read", "Lines cannot show this condition: {why}", note="“why” is a sentence."
)
AS_TEXT: Final = Sentence("condition-lines/as-text", "As it is written", note="Stands before the text of a condition.")
CLOSER: Final = Sentence(
    "condition-lines/closer", "Each “or” begins another way in which it holds; all lines of one way must hold."
)

# For screen readers: which part of which line.

JOIN_OF: Final = Sentence("condition-lines/join-of", "Line {number}: and, or")
SUBJECT_OF: Final = Sentence("condition-lines/subject-of", "Line {number}: what is asked about")
VERB_OF: Final = Sentence("condition-lines/verb-of", "Line {number}: how it is asked")
OBJECT_OF: Final = Sentence("condition-lines/object-of", "Line {number}: which one, or how much")

AND: Final = Sentence("condition-lines/and", "and", note="Joins two lines of a condition.")
OR: Final = Sentence("condition-lines/or", "or", note="Joins two lines of a condition.")

# What is asked about.

MOMENT: Final = Sentence("condition-lines/moment", "A moment", note=_SUBJECT)
STATE: Final = Sentence("condition-lines/state", "The patient’s state", note=_SUBJECT)
FLAG: Final = Sentence("condition-lines/flag", "A flag", note=_SUBJECT)
JUST: Final = Sentence("condition-lines/just", "What you just said", note=_SUBJECT)
BOND: Final = Sentence("condition-lines/bond", "Bond (0 to 100)", note=_SUBJECT)
TASK: Final = Sentence("condition-lines/task", "Task (0 to 100)", note=_SUBJECT)
GOAL: Final = Sentence("condition-lines/goal", "Goal (0 to 100)", note=_SUBJECT)
ALLIANCE: Final = Sentence("condition-lines/alliance", "Alliance (0 to 100)", note=_SUBJECT)
RUPTURES: Final = Sentence("condition-lines/ruptures", "Ruptures so far", note=_SUBJECT)
OWNED: Final = Sentence("condition-lines/owned", "Part owned (0 to 4)", note=_SUBJECT)
TURN: Final = Sentence("condition-lines/turn", "The turn", note=_SUBJECT)
VISITS: Final = Sentence("condition-lines/visits", "Visits here before", note=_SUBJECT)
LEVEL: Final = Sentence("condition-lines/level", "The level (1 to 3)", note=_SUBJECT)

# How it is asked.

HAS_COME: Final = Sentence("condition-lines/has-come", "has come before", note=_VERB)
HAS_NOT_COME: Final = Sentence("condition-lines/has-not-come", "has not come yet", note=_VERB)
IS: Final = Sentence("condition-lines/is", "is", note=_VERB)
IS_NOT: Final = Sentence("condition-lines/is-not", "is not", note=_VERB)
IS_SET: Final = Sentence("condition-lines/is-set", "is set", note=_VERB)
IS_NOT_SET: Final = Sentence("condition-lines/is-not-set", "is not set", note=_VERB)
WAS: Final = Sentence("condition-lines/was", "was", note=_VERB)
WAS_NOT: Final = Sentence("condition-lines/was-not", "was not", note=_VERB)
LESS: Final = Sentence("condition-lines/less", "is less than", note=_VERB)
AT_MOST: Final = Sentence("condition-lines/at-most", "is at most", note=_VERB)
MORE: Final = Sentence("condition-lines/more", "is more than", note=_VERB)
AT_LEAST: Final = Sentence("condition-lines/at-least", "is at least", note=_VERB)
EQUAL: Final = Sentence("condition-lines/equal", "is exactly", note=_VERB)
UNEQUAL: Final = Sentence("condition-lines/unequal", "is anything but", note=_VERB)

# What was just said.

QUESTION: Final = Sentence("condition-lines/question", "a question")
OWNING: Final = Sentence("condition-lines/owning", "owning your part, named")
APOLOGY: Final = Sentence("condition-lines/apology", "an apology")
UNDERSTANDING: Final = Sentence("condition-lines/understanding", "that you understand")
SILENCE: Final = Sentence("condition-lines/silence", "nothing: you stayed silent")
DEFENCE: Final = Sentence("condition-lines/defence", "a defence or an explanation")
LEADING: Final = Sentence("condition-lines/leading", "leading somewhere else")
AGREEMENT_SEEKING: Final = Sentence("condition-lines/agreement-seeking", "something that seeks agreement")
OFFER: Final = Sentence("condition-lines/offer", "an offer")
