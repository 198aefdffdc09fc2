"""What the checker says about a file: a stable code, a place, a sentence, and where possible a mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.alliance.codes import Code
from simulator.scenario.span import Span


class Severity(Code):
    """Whether a fault keeps the scenario from being played."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend the program can make: replace the text of a span; ``title`` says what it does."""

    title: str
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of a file, in words a supervisor understands."""

    code: str
    severity: Severity
    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()

    def __str__(self) -> str:
        return f"{self.span}: {self.severity} {self.code} {self.message}"


def errors_in(diagnostics: Iterable[Diagnostic]) -> int:
    """How many of some faults keep a scenario from being played."""
    return sum(1 for one in diagnostics if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the diagnostics table: ``message`` is a sentence with ``{named}`` places; ``title`` heads its help page."""

    code: str
    severity: Severity
    title: str
    message: str

    def at(self, span: Span, *fixes: Fix, **words: object) -> Diagnostic:
        """The fault at a place, with the words filled in."""
        return Diagnostic(self.code, self.severity, span, self.message.format(**words), fixes)
