"""Check scenario files: every fault with its place, a sentence, and what to do about it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.scenario.checking import CheckedFile, check_paths
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.source import Span

FORMAT: Final = "attune/check/1"
_SHIPPED: Final = Path(__file__).resolve().parents[2] / "scenarios"
_USAGE: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder with all below it")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Check and print; 0 when there is nothing or only warnings, 1 with errors, 2 where a path does not exist."""
    missing = [path for path in arguments.paths if not path.exists()]
    for path in missing:
        print(f"There is no file or folder “{path}”.", file=sys.stderr)
    if missing:
        return _USAGE
    files = check_paths(arguments.paths, _SHIPPED)
    if arguments.json:
        print(json.dumps(as_document(files), ensure_ascii=False, indent=2))
    else:
        for file in files:
            for diagnostic in file.diagnostics:
                print(one_line(diagnostic))
        print(summary(files))
    return 1 if any(file.errors for file in files) else 0


def one_line(diagnostic: Diagnostic) -> str:
    """A fault as ``FILE:LINE:COL: severity CODE message``, on one line whatever the names in it."""
    return "".join(letter if letter.isprintable() else " " for letter in str(diagnostic))


def summary(files: Sequence[CheckedFile]) -> str:
    """What it comes to, in a sentence."""
    if not files:
        return "There is no scenario, patient or reaction file (*.yaml) here."
    errors, warnings = sum(file.errors for file in files), sum(file.warnings for file in files)
    checked = f"{_count(len(files), 'file')} checked"
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
