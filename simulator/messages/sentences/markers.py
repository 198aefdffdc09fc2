"""The signs of a rupture, each with what it is called, what it means, how it can sound, and why it is easily missed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from simulator.messages.sentences.terms import MarkerTerm, by_code, marker_term

MARKERS: Final[Mapping[str, MarkerTerm]] = by_code(
    marker_term(
        "wd_denial",
        "Denial",
        "Shuts the topic by denying an evident feeling.",
        "I wasn’t upset, why would I be?",
        "it is taken as an answer.",
    ),
    marker_term(
        "wd_minimal",
        "Minimal response",
        "Answers so thinly that an invitation dies, or is silent.",
        "Fine.",
        "it is seen as shy or tired.",
    ),
    marker_term(
        "wd_abstract",
        "Abstract communication",
        "Theory takes the place of feeling.",
        "Endings are generally hard for people.",
        "it sounds insightful.",
    ),
    marker_term(
        "wd_story",
        "Avoidant storytelling or topic shift",
        "Entertaining detail or a new subject leads away.",
        "That reminds me, my cousin’s move…",
        "it is rich material, and pleasant.",
    ),
    marker_term(
        "wd_defer",
        "Deferential, appeasing",
        "Agrees, praises or yields instead of disagreeing.",
        "You’re the expert, I’ll do that.",
        "it feels like a good session.",
    ),
    marker_term(
        "wd_split",
        "Content and affect split",
        "The words and the feeling do not match.",
        "(laughs) So that week was a disaster.",
        "humour is contagious.",
    ),
    marker_term(
        "wd_self",
        "Self-criticism, hopelessness",
        "Turns dissatisfaction against the self, or gives up.",
        "It’s me, I can’t even do therapy.",
        "it is treated as a symptom.",
    ),
    marker_term(
        "cf_therapist",
        "Complaint about the therapist",
        "Negative feeling about the person of the therapist.",
        "You looked bored just now.",
        "it is explained as transference.",
    ),
    marker_term(
        "cf_reject",
        "Rejects the intervention",
        "Refuses an idea or a question.",
        "No. That isn’t it at all.",
        "it is called resistance.",
    ),
    marker_term(
        "cf_task",
        "Complaint about activities",
        "Doubts the method.",
        "Writing lists won’t fix my marriage.",
        "it is answered with a rationale only.",
    ),
    marker_term(
        "cf_param",
        "Complaint about parameters",
        "Is unhappy with fee, time, room or schedule.",
        "Tuesdays at 8 never worked.",
        "it is handled as administration.",
    ),
    marker_term(
        "cf_progress",
        "Complaint about progress",
        "Says that nothing improves.",
        "Five months and I’m the same.",
        "it triggers reassurance.",
    ),
    marker_term(
        "cf_defend",
        "Defends self",
        "Justifies against felt criticism.",
        "I did try, I was on shift!",
        "the therapist did not hear the own blame.",
    ),
    marker_term(
        "cf_control",
        "Controls, pressures",
        "Makes demands, gives ultimatums, tests.",
        "Tell me what to do or I’m done.",
        "it is met with counter-control.",
    ),
)
"""By the word in scenario files."""
