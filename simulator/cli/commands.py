"""The commands of Attune, one row each, and what happens around all of them: help, wrong words, broken pipes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol, TextIO, cast

from simulator import __version__
from simulator.cli.command_parser import CommandParser
from simulator.cli.exit_codes import INTERRUPTED, USAGE
from simulator.cli.printable import prepare_streams, tell, write_text
from simulator.cli.terminal_language import speak, translated
from simulator.messages.message import Listed, Sentence
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import terminal as say
from simulator.operating_system import THIS_SYSTEM
from simulator.started_as import SMOKE, program


@dataclass(frozen=True, slots=True)
class Command:
    """A word on the command line, what it is for in a sentence, and the module that does it."""

    purpose: Sentence
    module: str


COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        "check": Command(about.CHECK, "simulator.cli.check"),
        "play": Command(about.PLAY, "simulator.cli.play"),
        "plan": Command(about.PLAN, "simulator.cli.plan"),
        "analyse": Command(about.ANALYSE, "simulator.cli.analyse"),
        "simulate": Command(about.SIMULATE, "simulator.cli.simulate"),
        "demo": Command(about.DEMO, "simulator.demo"),
        "data": Command(about.DATA, "simulator.cli.data"),
        "convert": Command(about.CONVERT, "simulator.cli.convert"),
        "export": Command(about.EXPORT_COMMAND, "simulator.cli.export"),
        "import": Command(about.IMPORT, "simulator.cli.bring_in"),
        "schema": Command(about.SCHEMA, "simulator.cli.schema"),
        "language": Command(about.LANGUAGE, "simulator.cli.language"),
        "about": Command(about.ABOUT, "simulator.cli.about"),
    }
)
"""Every command, in the order of the help text."""


class _CommandModule(Protocol):
    """What a module of a command has: its options, and what it does; ``run`` returns the exit code."""

    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (2 where the command line was wrong)."""
    _have_streams()
    prepare_streams(sys.stdout, sys.stderr)
    speak(os.environ)
    words = list(sys.argv[1:] if argv is None else argv)
    name = words[0] if words else "--help"
    try:
        if name in COMMANDS:
            return _run(name, words[1:])
        return _about(name)
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else USAGE
    except BrokenPipeError:
        # Whoever reads our output has heard enough; nothing must be flushed into it at exit.
        THIS_SYSTEM.silence(sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _have_streams() -> None:
    """Let a program without a terminal, as ``attune-gui`` is on Windows, write to nowhere."""
    # Python gives such a program no streams at all, whatever its types say.
    given: tuple[TextIO | None, TextIO | None] = (sys.stdout, sys.stderr)
    nowhere = Path(os.devnull)
    sys.stdout = given[0] or nowhere.open("w", encoding="utf-8")
    sys.stderr = given[1] or nowhere.open("w", encoding="utf-8")


def _run(name: str, words: Sequence[str]) -> int:
    module = cast(_CommandModule, import_module(COMMANDS[name].module))
    parser = CommandParser(prog=f"{program()} {name}", description=translated(COMMANDS[name].purpose()))
    module.add_arguments(parser)
    code = module.run(parser.parse_args(words))
    # A reader that has gone away shows only when the last words are flushed: here, not at exit.
    sys.stdout.flush()
    return code


def _about(name: str) -> int:
    if name in ("-h", "--help"):
        write_text(_help(), sys.stdout)
        return 0
    if name == "--version":
        write_text(f"attune {__version__}", sys.stdout)
        return 0
    near = get_close_matches(name, COMMANDS, n=1)
    tell(
        say.NEAR_COMMAND(word=name, near=near[0])
        if near
        else say.NO_COMMAND(word=name, commands=Listed(tuple(COMMANDS))),
        sys.stderr,
    )
    return USAGE


def _help() -> str:
    commands = [(name, translated(command.purpose())) for name, command in COMMANDS.items()]
    options = [
        ("--help", translated(about.HELP_OPTION(command=f"{program()} COMMAND --help"))),
        ("--version", translated(about.VERSION_OPTION())),
        (SMOKE, translated(about.SMOKE_OPTION())),
    ]
    return "\n".join(
        [
            translated(about.USAGE(typed=f"{program()} COMMAND ...")),
            "",
            translated(about.PURPOSE(program=program())),
            "",
            translated(about.COMMANDS()),
            *(f"  {name:<10} {told}" for name, told in commands),
            "",
            translated(about.OPTIONS()),
            *(f"  {name:<10} {told}" for name, told in options),
        ]
    )
