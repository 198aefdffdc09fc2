"""How the patient is with the therapist: the reaction states, each with what it is called and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.sentences.terms import Term, by_code, state_term

STATES: Final[Mapping[str, Term]] = by_code(
    state_term(
        "engaged",
        "Engaged",
        "Works with you; says what is on the mind, also when it is a no.",
    ),
    state_term(
        "minimal",
        "Says little",
        "Goes quiet, or answers so thinly that an invitation dies.",
    ),
    state_term(
        "avoiding",
        "Avoiding",
        "Leads away: a story, a theory, a laugh that does not fit.",
    ),
    state_term(
        "shut-down",
        "Shut down",
        "Denies that anything is wrong, or turns it against the self.",
    ),
    state_term(
        "complying",
        "Says yes without meaning it",
        "Says yes and does not mean it; agreement takes the place of work.",
    ),
    state_term(
        "appeasing",
        "Looks after you",
        "Looks after you: praises, thanks, soothes, to keep the peace.",
    ),
    state_term(
        "complaint",
        "Complaint",
        "Says that something about you or the work is wrong.",
    ),
    state_term(
        "rejecting",
        "Turns it down",
        "Refuses what you offer, or defends against felt blame.",
    ),
    state_term(
        "pressure",
        "Demands",
        "Demands, tests or gives an ultimatum.",
    ),
    state_term(
        "mixed",
        "Mixed",
        "Moves against and away at once: a barb in thanks, a complaint taken back.",
    ),
    state_term(
        "exploring",
        "Exploring",
        "Steps out of the struggle and looks with you at what just happened.",
    ),
    state_term(
        "qualified-assertion",
        "Half a complaint",
        "Hints at a complaint and takes half of it back.",
    ),
    state_term(
        "block",
        "Afraid to say it",
        "Speaks of the fear of speaking, or guards the need behind it.",
    ),
    state_term(
        "self-assertion",
        "Self-assertion",
        "Says plainly what is wanted or not wanted.",
    ),
    state_term(
        "hurt",
        "Hurt",
        "Shows the disappointment under the anger.",
    ),
    state_term(
        "vulnerability",
        "Vulnerability",
        "Lets the wish to be cared about be seen.",
    ),
    state_term(
        "repaired",
        "Works with you again",
        "What came between you no longer stands in the way. How deep the repair went shows at the end.",
    ),
    state_term(
        "transfer",
        "Agreed transfer",
        "You agree together on a therapist who fits better.",
    ),
    state_term(
        "left",
        "Left",
        "The patient leaves the treatment.",
    ),
)
"""By the word in scenario files."""
