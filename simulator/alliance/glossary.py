"""The vocabulary as a page for people: every move, marker, state and quality with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import MARKERS
from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS

SEEN: Final = (
    ("nothing", "Nothing", "The patient works with you, or says a plain no; nothing between you is strained."),
    (
        "withdrawal",
        "Withdrew",
        "The patient moved away from you: went quiet, denied, told a story, spoke in theory, laughed it off.",
    ),
    ("deference", "Deferred", "The patient went along with you without meaning it: agreed, praised, soothed."),
    (
        "confrontation",
        "Confronted",
        "The patient moved against you: complained, refused, demanded, or justified themselves.",
    ),
    (
        "opened-up",
        "Opened up",
        "The patient looks at it with you, half says it, says it plainly, shows the hurt, or speaks of the fear of saying it.",
    ),
)
"""What one can say to have seen: code, word, help."""

FELT: Final = (
    (
        "bond",
        "Bond",
        "How safe and liked the patient feels with you, of 100. What they say of it can be another matter.",
    ),
    (
        "task",
        "Agreement on tasks",
        "How far the patient feels that what you do together is the right thing to do, of 100.",
    ),
    ("goal", "Agreement on goals", "How far the patient feels that you both want the same for them, of 100."),
)
"""How it feels to the patient: code, word, help."""


def glossary() -> str:
    """The help page ``assets/help/vocabulary.md``, made from the tables so that the two cannot differ."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The words of a scenario"
    yield ""
    yield "What each move, marker and reaction state means. All wording and every example is ours and invented."
    yield from _section("What you can say to have seen")
    for code, word, help_ in SEEN:
        yield f"- **`{code}`** {word}. {help_}"
    yield from _section("How it feels to the patient")
    for code, word, help_ in FELT:
        yield f"- **`{code}`** {word}. {help_}"
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
