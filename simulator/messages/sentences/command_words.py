"""What stands around every command: heads of its help, and what is wrong with how it was typed."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_WRONG: Final = "What is wrong with a command, within a sentence."

HELP: Final = Sentence("command-words/help", "show this help message and exit")
POSITIONAL: Final = Sentence("command-words/positional", "positional arguments:", note="Heads a list.")
OF_ARGUMENT: Final = Sentence(
    "command-words/of-argument", "argument {argument}: {what}", note="“what” says what is wrong with it."
)
REQUIRED: Final = Sentence("command-words/required", "the following arguments are required: {arguments}", note=_WRONG)
UNKNOWN: Final = Sentence("command-words/unknown", "unrecognized arguments: {arguments}", note=_WRONG)
NO_CHOICE: Final = Sentence("command-words/no-choice", "invalid choice: {value} (choose from {choices})", note=_WRONG)
ONE_EXPECTED: Final = Sentence("command-words/one-expected", "expected one argument", note=_WRONG)
SOME_EXPECTED: Final = Sentence("command-words/some-expected", "expected at least one argument", note=_WRONG)
NO_VALUE: Final = Sentence(
    "command-words/no-value", "invalid {kind} value: {value}", note=f"{_WRONG} “kind” is “int” or the like."
)
ONE_OF_REQUIRED: Final = Sentence(
    "command-words/one-of-required", "one of the arguments {arguments} is required", note=_WRONG
)
NOT_BOTH: Final = Sentence("command-words/not-both", "not allowed with argument {argument}", note=_WRONG)
SEVERAL_MEANT: Final = Sentence(
    "command-words/several-meant", "ambiguous option: {option} could match {options}", note=_WRONG
)
TAKES_NOTHING: Final = Sentence("command-words/takes-nothing", "ignored explicit argument {value}", note=_WRONG)
