"""What the commands in the terminal say: of what was typed, of files, and around a conversation that is played there."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NO_SUCH_TAG: Final = Sentence("terminal/no-such-tag", "“{tag}:” is not a tag; use n:, w:, d:, c: or o:.")
NOT_TEXT: Final = Sentence("terminal/not-text", "What was typed is not text in the encoding of this terminal.")

# The command line.

NO_COMMAND: Final = Sentence(
    "terminal/no-command", "“{word}” is not a command. There are: {commands}.", note="“commands” are words to be typed."
)
NEAR_COMMAND: Final = Sentence("terminal/near-command", "“{word}” is not a command. Did you mean “{near}”?")
WRONG_WORDS: Final = Sentence(
    "terminal/wrong-words", "{program}: {what}. Try “{program} --help”.", note="“what” says what is wrong."
)
ONE_AT_A_TIME: Final = Sentence("terminal/one-at-a-time", "--json takes one scenario at a time.")

# Files.

NO_PATH: Final = Sentence("terminal/no-path", "There is no file or folder “{path}”.")
NO_SCENARIO_FILE: Final = Sentence("terminal/no-scenario-file", "There is no scenario file “{path}”.")
TRYING_EVERYTHING: Final = Sentence("terminal/trying-everything", "Trying everything in “{title}”")
SOLVING: Final = Sentence(
    "terminal/solving", "turn {turn}, {states} state", many="turn {turn}, {states} states", count="states"
)

NO_PAIRS: Final = Sentence(
    "terminal/no-pairs",
    "How often something is said is known once everything was tried, and the budget ended before. Give it more with "
    "--budget-states and --budget-seconds.",
)

# What checking came to.

NOTHING_TO_CHECK: Final = Sentence(
    "terminal/nothing-to-check", "There is no scenario, patient or reaction file (*.yaml) here."
)
NOTHING_TO_MEND: Final = Sentence(
    "terminal/nothing-to-mend",
    "{files} file checked, nothing to mend.",
    many="{files} files checked, nothing to mend.",
    count="files",
)
CHECKED: Final = Sentence(
    "terminal/checked", "{files} file checked: {found}.", many="{files} files checked: {found}.", count="files"
)
ERRORS: Final = Sentence("terminal/errors", "{count} error", many="{count} errors", count="count")
WARNINGS: Final = Sentence("terminal/warnings", "{count} warning", many="{count} warnings", count="count")
STOPPED_CHECKING: Final = Sentence(
    "terminal/stopped-checking", "Stopped. Until then: {summary}", note="“summary” is a whole sentence."
)

# A conversation that is played.

TURN_REFUSED: Final = Sentence("terminal/turn-refused", "Turn {turn}: {why}", note="“why” is a whole sentence.")
ASK_ANSWER: Final = Sentence(
    "terminal/ask-answer",
    "number, s = stay silent, n/w/d/c/o = tag, q = stop >",
    note="The letters are typed as they are.",
)
NOT_UNDERSTOOD: Final = Sentence("terminal/not-understood", "Please answer with one of these.")
STAY_SILENT: Final = Sentence("terminal/stay-silent", "(stay silent)")
THOUGHT: Final = Sentence("terminal/thought", "{name} thought: {words}", note="What the patient did not say.")
AT_TURN: Final = Sentence("terminal/at-turn", "turn {turn}: {what}", note="“what” is whole sentences.")
