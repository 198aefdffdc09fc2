"""What stands inside the sentences of the checker: reasons, advice, what something is called; and the titles of mends."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_MEND: Final = "On a button: what the program puts right."
_FOUND: Final = "What stands where something else is expected: “here is …”."
_WHY: Final = "A reason; stands behind a colon, and a full stop follows."
_WORDS: Final = "Says which words never come; “… never comes” follows."

# Mends.

WRITE: Final = Sentence("fault-parts/write", "Write “{word}”", note=_MEND)
QUOTES: Final = Sentence("fault-parts/quotes", "Put quotes around it", note=_MEND)
QUOTES_AROUND_WHOLE: Final = Sentence("fault-parts/quotes-around-whole", "Put quotes around the whole", note=_MEND)
DELETE: Final = Sentence("fault-parts/delete", "Delete it", note=_MEND)
SPACES: Final = Sentence("fault-parts/spaces", "Indent with spaces", note=_MEND)
LIKE_NEIGHBOURS: Final = Sentence("fault-parts/like-neighbours", "Indent it like its neighbours", note=_MEND)
ORDINARY: Final = Sentence("fault-parts/ordinary", "Write it with ordinary characters", note=_MEND)
CLOSE_AT_LINE_END: Final = Sentence("fault-parts/close-at-line-end", "Close it at the end of the line", note=_MEND)
CLOSE_WITH: Final = Sentence("fault-parts/close-with", "Close it with {closer}", note=_MEND)
SPACE_AFTER_COLON: Final = Sentence("fault-parts/space-after-colon", "Put a space behind the colon", note=_MEND)
WRITE_A_COLON: Final = Sentence("fault-parts/write-a-colon", "Write a colon", note=_MEND)
REMOVE_DASH: Final = Sentence("fault-parts/remove-dash", "Remove the dash", note=_MEND)

# Advice on the writing.

DELETE_THAT: Final = Sentence("fault-parts/delete-that", "Delete it.")
ORDINARY_COLON: Final = Sentence("fault-parts/ordinary-colon", "Write an ordinary colon instead.")
ORDINARY_COLON_AND_SPACE: Final = Sentence(
    "fault-parts/ordinary-colon-and-space", "Write an ordinary colon and a space instead."
)
ORDINARY_SPACE: Final = Sentence("fault-parts/ordinary-space", "Write an ordinary space instead.")
WRITE_A_KEY: Final = Sentence("fault-parts/write-a-key", "Write a key, a colon and a space before the text.")
WRITE_A_KEY_OR_INDENT: Final = Sentence(
    "fault-parts/write-a-key-or-indent",
    "Write a key, a colon and a space before the text, or indent the line further than the key it belongs to.",
)
NO_SPACE_AFTER_COLON: Final = Sentence("fault-parts/no-space-after-colon", "Behind the colon a space is missing.")
COLON_FOR_EQUALS: Final = Sentence("fault-parts/colon-for-equals", "Write a colon and a space instead of “=”.")
NO_LIST_HERE: Final = Sentence(
    "fault-parts/no-list-here",
    "It begins with a dash, as the entries of a list do, and here is none. Remove the dash.",
)
BELOW_ITS_LINE: Final = Sentence("fault-parts/below-its-line", "Begin it exactly below the line it goes with.")
SPACES_BEFORE: Final = Sentence(
    "fault-parts/spaces-before",
    "Spaces before it: {found}; before the lines it goes with: {wanted}. Write {wanted}.",
)
A_TAB: Final = Sentence("fault-parts/a-tab", "a tab", note="A character that cannot begin a value.")

# What was probably meant.

DID_YOU_MEAN: Final = Sentence("fault-parts/did-you-mean", "Did you mean “{word}”?")
PLACES: Final = Sentence("fault-parts/places", "Places that name it: {count}.")
SEEN_INSTEAD: Final = Sentence(
    "fault-parts/seen-instead",
    "There is a moment of this name: write “seen {moment}” to ask whether it was played.",
)

# What was found.

THE_FILE: Final = Sentence("fault-parts/the-file", "the file", note="Stands in quotation marks in place of a key.")
TEXT: Final = Sentence("fault-parts/text", "text", note=_FOUND)
A_LIST: Final = Sentence("fault-parts/a-list", "a list", note=_FOUND)
A_GROUP: Final = Sentence(
    "fault-parts/a-group",
    "a group of keys (a comma or colon in the text may have made it one; then use quotes)",
    note=_FOUND,
)
BOTH: Final = Sentence("fault-parts/both", "both", note="An opening line has both “patient:” and “you:”.")
NEITHER: Final = Sentence("fault-parts/neither", "neither", note="An opening line has neither “patient:” nor “you:”.")
NOTHING: Final = Sentence("fault-parts/nothing", "nothing", note="“… the trainee has nothing to choose from”.")
THE_LINE: Final = Sentence("fault-parts/the-line", "the line “{line}”", note="A line of a patient file.")
A_SCENARIO: Final = Sentence("fault-parts/a-scenario", "a scenario")
A_PATIENT_FILE: Final = Sentence("fault-parts/a-patient-file", "a patient file")
A_REACTION_FILE: Final = Sentence("fault-parts/a-reaction-file", "a reaction file")

# Files that cannot be used.

NOT_KEPT: Final = Sentence("fault-parts/not-kept", "The file “{path}” was not kept with this session.")
IS_OUTSIDE: Final = Sentence("fault-parts/is-outside", "“{path}” leads outside the scenario folder.")
NO_TEXT_FILE: Final = Sentence("fault-parts/no-text-file", "“{path}” is not a file with text in it.")
CANNOT_BE_READ: Final = Sentence(
    "fault-parts/cannot-be-read", "“{path}” cannot be read: {why}.", note="“why” comes from the system."
)
LINK_IN_A_CIRCLE: Final = Sentence("fault-parts/link-in-a-circle", "a link that leads in a circle", note=_WHY)
NOT_BELOW: Final = Sentence("fault-parts/not-below", "There is no file “{path}” below the scenario folder.")

# Cells of a reaction file.

TWO_TARGETS: Final = Sentence(
    "fault-parts/two-targets", "“{cell}” has more than two targets; a cell has one, or two joined by “{hinge}”."
)
NO_TARGET: Final = Sentence("fault-parts/no-target", "“{word}” is neither a reaction state nor one of {courses}.")

# Wordings and what they presuppose.

NO_MOMENT: Final = Sentence("fault-parts/no-moment", "there is no moment “{moment}”", note=_WHY)
NO_MOMENT_NEAR: Final = Sentence(
    "fault-parts/no-moment-near", "there is no moment “{moment}” (perhaps “{near}”)", note=_WHY
)
ENDS_THERE: Final = Sentence(
    "fault-parts/ends-there", "“{moment}” ends the session, so nothing is said there", note=_WHY
)
NO_RESPONSE: Final = Sentence("fault-parts/no-response", "there is no answer “{response}” in “{moment}”", note=_WHY)
NO_RESPONSE_NEAR: Final = Sentence(
    "fault-parts/no-response-near", "there is no answer “{response}” in “{moment}” (perhaps “{near}”)", note=_WHY
)
NEVER_LEADS: Final = Sentence("fault-parts/never-leads", "“{after}” never leads to “{moment}”", note=_WHY)
NEVER_BEFORE: Final = Sentence("fault-parts/never-before", "what leads to “{moment}” is never “{after}”", note=_WHY)
NEVER_AGAIN: Final = Sentence(
    "fault-parts/never-again",
    "it is written for coming back, and “{moment}” never comes so often that it is needed",
    note=_WHY,
)
WORDING_OF: Final = Sentence("fault-parts/wording-of", "The wording “{wording}” of “{moment}”", note=_WORDS)
OPENING_OF: Final = Sentence(
    "fault-parts/opening-of", "The opening “{opening}” of the wording “{wording}” of “{moment}”", note=_WORDS
)
FIRST_OF_RESPONSE: Final = Sentence(
    "fault-parts/first-of-response", "The first wording of the answer “{response}”", note=_WORDS
)
WORDING_OF_RESPONSE: Final = Sentence(
    "fault-parts/wording-of-response", "The wording “{wording}” of the answer “{response}”", note=_WORDS
)
ASKS: Final = Sentence(
    "fault-parts/asks", "asks, and its first wording does not", note="Of a wording of an answer; no sentence alone."
)
ASKS_NOT: Final = Sentence(
    "fault-parts/asks-not",
    "does not, and its first wording asks",
    note="Of a wording of an answer; no sentence alone.",
)
NO_RESPONSES: Final = Sentence("fault-parts/no-responses", "no answers", note="“… offers no answers”.")
ONE_RESPONSE: Final = Sentence("fault-parts/one-response", "one answer", note="“… offers one answer”.")
TWO_RESPONSES: Final = Sentence("fault-parts/two-responses", "two answers", note="“… offers two answers”.")
OF_NEEDED: Final = Sentence(
    "fault-parts/of-needed", "“{state}” {there} of {needed}", note="A reaction state: lines there are, lines needed."
)
