"""Check scenario files: every fault with its place, a sentence, and what to do about it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.cli.budgets import add_budget
from simulator.cli.opening import SHIPPED, examiner_of
from simulator.cli.progress import Progress
from simulator.scenario.checking import Checked, CheckedFile, Prover, check_each
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.duplicate_ids import check_ids
from simulator.scenario.source import Span

FORMAT: Final = "attune/check/1"
_USAGE: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all below it")
    parser.add_argument(
        "--quick", action="store_true", help="read and check only; do not try everything that can happen"
    )
    add_budget(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Check and print; 0 when there is nothing or only warnings, 1 with errors, 2 where a path does not exist."""
    missing = [path for path in arguments.paths if not path.exists()]
    for path in missing:
        print(f"There is no file or folder “{path}”.", file=sys.stderr)
    if missing:
        return _USAGE
    files: list[CheckedFile] = []
    try:
        checked = check_each(arguments.paths, SHIPPED, None if arguments.quick else _prover(arguments))
        for file in check_ids(checked, SHIPPED):
            files.append(file)
            if not arguments.json:
                for diagnostic in file.diagnostics:
                    print(one_line(diagnostic), flush=True)
    except KeyboardInterrupt:
        print(f"Stopped. Until then: {summary(files)}", file=sys.stderr)
        raise
    print(json.dumps(as_document(files), ensure_ascii=False, indent=2) if arguments.json else summary(files))
    return 1 if any(file.errors for file in files) else 0


def _prover(arguments: argparse.Namespace) -> Prover:
    """What else there is to say of a scenario once everything that can happen in it was tried."""
    examiner = examiner_of(arguments)

    def prove(checked: Checked) -> tuple[Diagnostic, ...]:
        assert checked.scenario is not None
        with Progress(f"Trying everything in “{checked.scenario.title}”") as progress:
            found = examiner.prove(checked, progress.solving)
        return found.diagnostics[len(checked.diagnostics) :]

    return prove


def one_line(diagnostic: Diagnostic) -> str:
    """A fault as ``FILE:LINE:COL: severity CODE message``, on one line whatever the names in it."""
    return "".join(letter if letter.isprintable() else " " for letter in str(diagnostic))


def summary(files: Sequence[CheckedFile]) -> str:
    """What it comes to, in a sentence."""
    if not files:
        return "There is no scenario, patient or reaction file (*.yaml) here."
    errors, warnings = sum(file.errors for file in files), sum(file.warnings for file in files)
    checked = f"{_count(sum(file.read for file in files), 'file')} checked"
    if not errors and not warnings:
        return f"{checked}, nothing to mend."
    told = " and ".join(_count(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n)
    return f"{checked}: {told}."


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
        "message": one.message,
        "fixes": [{"title": fix.title, **_span(fix.span), "replacement": fix.replacement} for fix in one.fixes],
    }


def _span(span: Span) -> dict[str, object]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
