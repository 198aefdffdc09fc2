"""Reads what was typed behind a command; what its parser says by itself comes from the catalogue too."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from simulator.cli.exit_codes import USAGE as WRONG_USAGE
from simulator.cli.printable import tell, write_text
from simulator.cli.terminal_language import translated
from simulator.messages.message import Sentence, Value
from simulator.messages.sentences import command_words as say
from simulator.messages.sentences.command_line import OPTIONS, USAGE
from simulator.messages.sentences.terminal import WRONG_WORDS

_HEADS: Final = {head.text.removesuffix(":"): head for head in (say.POSITIONAL, OPTIONS)}
"""The heads of lists, by what argparse calls them: it puts the colon itself."""

_COMPLAINTS: Final = (
    say.REQUIRED,
    say.UNKNOWN,
    say.NO_CHOICE,
    say.ONE_EXPECTED,
    say.SOME_EXPECTED,
    say.NO_VALUE,
    say.ONE_OF_REQUIRED,
    say.NOT_BOTH,
    say.SEVERAL_MEANT,
    say.TAKES_NOTHING,
)
"""What argparse says of wrong words: the sentences have its English, by which they are known."""


class CommandParser(argparse.ArgumentParser):
    """Tells a wrong command line in a sentence, without the whole usage text; what was typed cannot drive the terminal."""

    def __init__(self, **given: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **given)
        self.add_argument("-h", "--help", action="help", help=translated(say.HELP()))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and how to find out more."""
        tell(WRONG_WORDS(program=self.prog, what=complaint(message)), sys.stderr)
        self.exit(WRONG_USAGE)

    def print_help(self, file: object = None) -> None:
        """Write the help of a command."""
        assert file is None, "help goes to standard output"
        write_text(self.format_help().rstrip("\n"), sys.stdout)


def complaint(english: str) -> Value:
    """What argparse complains of, as a message; what it has never said before is told as it stands."""
    of = _values(say.OF_ARGUMENT, english)
    if of is not None:
        return say.OF_ARGUMENT(argument=of["argument"], what=complaint(of["what"]))
    for sentence in _COMPLAINTS:
        values = _values(sentence, english)
        if values is not None:
            return sentence(**values)
    return english


def _values(sentence: Sentence, english: str) -> dict[str, str] | None:
    """The values with which a sentence says just this; ``None`` if it never does."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(sentence.text))
    found = re.fullmatch(pattern, english, re.DOTALL)
    return found.groupdict() if found else None


class _Help(argparse.HelpFormatter):
    """The help of a command under heads of the catalogue."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """How the command is typed."""
        super().add_usage(usage, actions, groups, translated(USAGE(typed="")) if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Head a list."""
        head = _HEADS.get(heading or "")
        # The colon is argparse's own.
        super().start_section(translated(head()).removesuffix(":") if head else heading)
