"""What a term of the field consists of in the catalogue, and how it is explained on the spot.

A translator meets a term with its definition as the note beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, TypeVar

from simulator.messages.message import Sentence

MEANING: Final = Sentence("terms/meaning", "{label}. {help}", note="A term with its definition, as a hint on it.")
MEANING_IN_FAMILY: Final = Sentence(
    "terms/meaning-in-family", "{label} ({family}). {help}", note="A reaction state with its family and definition."
)
MEANING_OF_MOVE: Final = Sentence(
    "terms/meaning-of-move",
    "{label} ({kind}). {help} “{example}” {timing}",
    note="A move with its kind, its definition, an example and when it works or backfires.",
)
MEANING_OF_MARKER: Final = Sentence(
    "terms/meaning-of-marker",
    "{label} ({family}). {help} “{example}” Easily missed: {missed}",
    note="A sign of a rupture; “missed” is a whole sentence that goes on after the colon.",
)


class Coded(Protocol):
    """A term that a scenario file or a table knows by a word."""

    @property
    def code(self) -> str:
        """That word."""


class Term(NamedTuple):
    """What something is called and what that means."""

    code: str
    label: Sentence
    help: Sentence


class MoveTerm(NamedTuple):
    """A move with an invented example, and when it works or backfires."""

    code: str
    label: Sentence
    help: Sentence
    example: Sentence
    timing: Sentence


class MarkerTerm(NamedTuple):
    """A sign of a rupture with how it can sound, and why it is easily missed (said after a colon)."""

    code: str
    label: Sentence
    help: Sentence
    sounds_like: Sentence
    missed_because: Sentence


class CompetencyTerm(NamedTuple):
    """A competency with what is said for each score, the weakest first."""

    code: str
    label: Sentence
    help: Sentence
    anchors: tuple[Sentence, ...]


_T = TypeVar("_T", bound=Coded)


def by_code(*terms: _T) -> Mapping[str, _T]:
    """Terms by the word that files and tables know them by."""
    return MappingProxyType({term.code: term for term in terms})


def move_term(code: str, label: str, help_: str, example: str, timing: str) -> MoveTerm:
    """A move: what a sentence of the therapist does."""
    known, of = _known("move", code), f"Of the move “{label}”:"
    return MoveTerm(
        code,
        Sentence(known, label, note=f"A move, what a sentence of the therapist does. {help_}"),
        Sentence(f"{known}-help", help_, note=f"{of} what it means."),
        Sentence(f"{known}-example", example, note=f"{of} an example, said by the therapist."),
        Sentence(f"{known}-timing", timing, note=f"{of} when it works or backfires."),
    )


def marker_term(code: str, label: str, help_: str, sounds_like: str, missed: str) -> MarkerTerm:
    """A marker: a sign of a rupture."""
    known, of = _known("marker", code), f"Of the sign “{label}”:"
    return MarkerTerm(
        code,
        Sentence(known, label, note=f"A sign of a rupture in the alliance. {help_}"),
        Sentence(f"{known}-help", help_, note=f"{of} what it means."),
        Sentence(f"{known}-sounds-like", sounds_like, note=f"{of} an example, said by the patient."),
        Sentence(f"{known}-missed", missed, note=f"{of} why it is easily missed, after a colon."),
    )


def state_term(code: str, label: str, help_: str) -> Term:
    """A reaction state: how the patient is with the therapist."""
    known = _known("state", code)
    return Term(
        code,
        Sentence(known, label, note=f"How the patient is with the therapist right now. {help_}"),
        Sentence(f"{known}-help", help_, note=f"What “{label}” means of a patient."),
    )


def quality_term(code: str, label: str, help_: str) -> Term:
    """A quality of owning one’s contribution, by its number."""
    known = _known("quality", code)
    return Term(
        code,
        Sentence(known, label, note=f"How far the therapist owns the own part, {code} of 4. {help_}"),
        Sentence(f"{known}-help", help_, note=f"What “{label}” means of owning one’s part."),
    )


def competency_term(code: str, label: str, help_: str, *anchors: str) -> CompetencyTerm:
    """A competency of the rubric with its anchors."""
    known = _known("competency", code)
    return CompetencyTerm(
        code,
        Sentence(known, label, note=f"One of the ten competencies. {help_}"),
        Sentence(f"{known}-help", help_, note=f"What is looked at under “{label}”."),
        tuple(
            Sentence(f"{known}-{score}", text, note=f"“{label}”: what the score {score} of 5 says.")
            for score, text in enumerate(anchors, 1)
        ),
    )


def explained(code: str, label: Sentence, help_: str, note: str) -> Term:
    """A term whose word is said elsewhere too, with what it means."""
    return Term(code, label, Sentence(f"{_known('meaning', code)}", help_, note=f"“{label.text}”. {note}"))


def _known(kind: str, code: str) -> str:
    return f"{kind}/{code.replace('_', '-')}"
