"""The vocabulary as a page for people: every move, marker, state and quality with what it means."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import MARKERS
from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS


def glossary() -> str:
    """The help page ``assets/help/vocabulary.md``, made from the tables so that the two cannot differ."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The words of a scenario"
    yield ""
    yield "What each move, marker and reaction state means. All wording and every example is ours and invented."
    yield from _section("Moves: what a sentence does")
    for move, entry in MOVES.items():
        yield f"- **`{move}`** {entry.label} ({entry.kind}). {entry.help} “{entry.example}” {entry.timing}"
    yield from _section("Quality of owning the contribution")
    for quality, grade in enumerate(OWN_CONTRIBUTION):
        yield f"- **{quality}** {grade.label}. {grade.help}"
    yield from _section("Markers: what can be seen")
    for marker, sign in MARKERS.items():
        yield (
            f"- **`{marker}`** {sign.label} ({sign.family}). {sign.help} “{sign.sounds_like}” "
            f"Easily missed: {sign.missed_because[0].lower()}{sign.missed_because[1:]}"
        )
    yield from _section("Reaction states: how the patient is with you")
    for state, reaction in REACTIONS.items():
        yield f"- **`{state}`** {reaction.label} ({reaction.family}). {reaction.help}"


def _section(title: str) -> tuple[str, ...]:
    return ("", f"## {title}", "")
