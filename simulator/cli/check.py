"""Check scenario files: every fault with its place, a sentence, and what to do about it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.cli.budgets import add_budget
from simulator.cli.exit_codes import USAGE
from simulator.cli.opening import all_there, examiner_of
from simulator.cli.printable import tell, tell_fault, write_json
from simulator.cli.progress import Progress
from simulator.cli.terminal_language import translated
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import terminal as say
from simulator.scenario.checking import Checked, CheckedFile, Prover, check_each
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.duplicate_ids import check_ids
from simulator.scenario.span import Span
from simulator.shipped_files import SCENARIOS

FORMAT: Final = "attune/check/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=translated(about.FILES()))
    parser.add_argument("--quick", action="store_true", help=translated(about.QUICK()))
    add_budget(parser)
    parser.add_argument("--strict", action="store_true", help=translated(about.STRICT()))
    parser.add_argument("--json", action="store_true", help=translated(about.AS_JSON()))


def run(arguments: argparse.Namespace) -> int:
    """Check and print; 0 when nothing is wrong, 1 with errors (or warnings, if strict), 2 where a path does not exist."""
    if not all_there(arguments.paths, say.NO_PATH):
        return USAGE
    files: list[CheckedFile] = []
    try:
        checked = check_each(arguments.paths, SCENARIOS, None if arguments.quick else _prover(arguments))
        for file in check_ids(checked, SCENARIOS):
            files.append(file)
            if not arguments.json:
                for diagnostic in file.diagnostics:
                    tell_fault(diagnostic, sys.stdout)
                sys.stdout.flush()
    except KeyboardInterrupt:
        tell(say.STOPPED_CHECKING(summary=summary(files)), sys.stderr)
        raise
    if arguments.json:
        write_json(as_document(files), sys.stdout)
    else:
        tell(summary(files), sys.stdout)
    return 1 if any(file.errors or (arguments.strict and file.warnings) for file in files) else 0


def _prover(arguments: argparse.Namespace) -> Prover:
    """What else there is to say of a scenario once everything that can happen in it was tried."""
    examiner = examiner_of(arguments)

    def prove(checked: Checked) -> tuple[Diagnostic, ...]:
        assert checked.scenario is not None
        with Progress(translated(say.TRYING_EVERYTHING(title=checked.scenario.title))) as progress:
            found = examiner.prove(checked, progress.solving)
        return found.diagnostics[len(checked.diagnostics) :]

    return prove


def summary(files: Sequence[CheckedFile]) -> Message:
    """What it comes to, in a sentence."""
    if not files:
        return say.NOTHING_TO_CHECK()
    errors, warnings = sum(file.errors for file in files), sum(file.warnings for file in files)
    read = sum(file.read for file in files)
    if not errors and not warnings:
        return say.NOTHING_TO_MEND(files=read)
    found = [kind(count=n) for n, kind in ((errors, say.ERRORS), (warnings, say.WARNINGS)) if n]
    return say.CHECKED(files=read, found=Listed(tuple(found)))


def as_document(files: Sequence[CheckedFile]) -> dict[str, object]:
    """The result as plain values, ready to be written as JSON; spans count from 1, their end is exclusive."""
    return {
        "format": FORMAT,
        "errors": sum(file.errors for file in files),
        "warnings": sum(file.warnings for file in files),
        "files": [
            {
                "path": file.path.as_posix(),
                "moments": file.moments,
                "diagnostics": [_diagnostic(one) for one in file.diagnostics],
            }
            for file in files
        ],
    }


def _diagnostic(one: Diagnostic) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity,
        **_span(one.span),
        "message": str(one.message),
        "fixes": [{"title": str(fix.title), **_span(fix.span), "replacement": fix.replacement} for fix in one.fixes],
    }


def _span(span: Span) -> dict[str, object]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
