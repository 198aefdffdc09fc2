"""The commands of Attune, one row each, and what happens around all of them: help, wrong words, broken pipes."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
from typing import Final, NoReturn, Protocol, cast

USAGE: Final = 2
"""Exit code where the command line itself was wrong."""

_INTERRUPTED: Final = 130
_DESCRIPTION: Final = "Practise repairing alliance ruptures. Without a command, “python main.py” opens the window."


@dataclass(frozen=True, slots=True)
class Command:
    """A word on the command line, what it does in a sentence, and the module that does it."""

    help: str
    module: str


COMMANDS: Final[Mapping[str, Command]] = MappingProxyType(
    {
        "check": Command("say what should be mended in scenario files", "simulator.cli.check"),
        "play": Command("play a scenario in the terminal", "simulator.cli.play"),
        "plan": Command("play the paths of plan files and say whether they are as planned", "simulator.cli.plan"),
        "analyse": Command("prove what a scenario makes possible", "simulator.cli.analyse"),
        "simulate": Command("play a scenario many times by a policy", "simulator.cli.simulate"),
        "data": Command("export, delete, back up, restore or verify what is kept", "simulator.cli.data"),
        "convert": Command("bring files of an older form of the language to today's", "simulator.cli.convert"),
        "schema": Command("print the JSON Schema of the scenario language", "simulator.cli.schema"),
    }
)
"""Every command, in the order of the help text."""


class _CommandModule(Protocol):
    """What a module of a command has: its options, and what it does; ``run`` returns the exit code."""

    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Tells a wrong command line in a sentence, without the whole usage text."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}. Try “{self.prog} --help”.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (2 where the command line was wrong)."""
    words = list(sys.argv[1:] if argv is None else argv)
    name = words[0] if words else "--help"
    try:
        if name in COMMANDS:
            return _run(name, words[1:])
        return _about(name)
    except SystemExit as stopped:
        return stopped.code if isinstance(stopped.code, int) else USAGE
    except BrokenPipeError:
        # Whoever reads our output has heard enough; the descriptor is replaced so that nothing is flushed into it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED


def version() -> str:
    """The installed version, or that of the source tree where nothing is installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("attune")
    except PackageNotFoundError:
        return "(source tree)"


def _run(name: str, words: Sequence[str]) -> int:
    module = cast(_CommandModule, import_module(COMMANDS[name].module))
    parser = _Parser(prog=f"attune {name}", description=_sentence(COMMANDS[name].help))
    module.add_arguments(parser)
    code = module.run(parser.parse_args(words))
    # A reader that has gone away shows only when the last words are flushed: here, not at exit.
    sys.stdout.flush()
    return code


def _about(name: str) -> int:
    if name in ("-h", "--help"):
        print(_help())
        return 0
    if name == "--version":
        print(f"attune {version()}")
        return 0
    near = get_close_matches(name, COMMANDS, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(COMMANDS)}."
    print(f"“{name}” is not a command. {hint}", file=sys.stderr)
    return USAGE


def _help() -> str:
    rows = "\n".join(f"  {name:<10} {command.help}" for name, command in COMMANDS.items())
    return (
        f"usage: attune COMMAND ...\n\n{_DESCRIPTION}\n\ncommands:\n{rows}\n\noptions:\n"
        "  --help     show this text; “attune COMMAND --help” shows that of a command\n"
        "  --version  show the version"
    )


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
