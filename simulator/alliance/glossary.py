"""The vocabulary as a page for people: every move, marker, state and quality with what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import Marker
from simulator.alliance.meanings import meaning_of
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences.what_was_seen import FELT, SEEN

_SECTIONS: Final[tuple[tuple[str, Iterable[str]], ...]] = (
    ("What you can say to have seen", SEEN),
    ("How it feels to the patient", FELT),
    ("Moves: what a sentence does", Move),
    ("Quality of owning the contribution", [str(quality) for quality in range(len(OWN_CONTRIBUTION))]),
    ("Markers: what can be seen", Marker),
    ("Reaction states: how the patient is with you", ReactionState),
)


def glossary() -> str:
    """The help page ``assets/help/vocabulary.md``, made from the tables so that the two cannot differ."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The words of a scenario"
    yield ""
    yield "What each move, marker and reaction state means. All wording and every example is ours and invented."
    for title, codes in _SECTIONS:
        yield from ("", f"## {title}", "")
        for code in codes:
            shown = code if code.isdecimal() else f"`{code}`"
            yield f"- **{shown}** {meaning_of(code)}"
