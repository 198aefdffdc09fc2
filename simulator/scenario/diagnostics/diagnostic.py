"""What the checker says about a file: a stable code, a place, a sentence, and where possible a mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.alliance.codes import Code
from simulator.messages.message import Message, Sentence, Value
from simulator.messages.sentences.text import one_after_another
from simulator.scenario.span import Span


class Severity(Code):
    """Whether a fault keeps the scenario from being played."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend the program can make: replace the text of a span; ``title`` says what it does."""

    title: Message
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault of a file, in a sentence that a supervisor understands.

    ``witness`` is a conversation that shows it, where there is one: answers by their ids, staying silent empty.
    """

    code: str
    severity: Severity
    span: Span
    message: Message
    fixes: tuple[Fix, ...] = ()
    witness: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The fault in English, for logs and tests."""
        return f"{self.span}: {self.severity} {self.code} {self.message}"


def errors_in(diagnostics: Iterable[Diagnostic]) -> int:
    """How many of some faults keep a scenario from being played."""
    return sum(1 for one in diagnostics if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the diagnostics table: what it says, and the ``title`` that heads its help page.

    Where ``suggests`` is set, what was probably meant follows its sentence; ``then`` comes last.
    """

    code: str
    severity: Severity
    title: str
    sentence: Sentence
    then: Sentence | None = None
    suggests: bool = False

    def at(self, span: Span, *fixes: Fix, **values: Value) -> Diagnostic:
        """The fault at a place; of the values those are taken that its sentences name."""
        return self.with_asides((), span, fixes, values)

    def with_asides(
        self, asides: tuple[Message, ...], span: Span, fixes: tuple[Fix, ...], values: Mapping[str, Value]
    ) -> Diagnostic:
        """The fault at a place, with what was probably meant, and what else is said beside it."""
        told = [_said(self.sentence, values), *(asides if self.suggests else ())]
        if self.then is not None:
            told.append(_said(self.then, values))
        return Diagnostic(self.code, self.severity, span, one_after_another(told), fixes)


def _said(sentence: Sentence, values: Mapping[str, Value]) -> Message:
    return sentence(**{name: values[name] for name in sentence.names})
