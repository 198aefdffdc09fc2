"""What the findings say of changing the plan, and of coming back after an attempt that failed. Whole sentences."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# Flexibility.

NOT_CALLED_FOR: Final = Sentence("plan-changes/not-called-for", "Nothing called for a change.")
NOT_CHANGED: Final = Sentence("plan-changes/not-changed", "Something called for a change, and nothing was changed.")
NOT_CHANGED_HERE: Final = Sentence("plan-changes/not-changed-here", "Your answer left the plan as it was.")
LOAD_CALLED: Final = Sentence(
    "plan-changes/load-called", "The load that had been put on {name} called for a change, here or later."
)
TASK_CALLED: Final = Sentence(
    "plan-changes/task-called", "A task that had not been made clear called for a change, here or later."
)
FRAME_CALLED: Final = Sentence("plan-changes/frame-called", "The frame called for a change, here or later.")
GOAL_CALLED: Final = Sentence(
    "plan-changes/goal-called", "A goal that was not {name}’s own called for a change, here or later."
)
INSISTED: Final = Sentence("plan-changes/insisted", "The plan went on past a no, and nothing was changed.")
INSISTED_TOO: Final = Sentence("plan-changes/insisted-too", "Elsewhere the plan went on past a no.")
INSISTED_HERE: Final = Sentence("plan-changes/insisted-here", "The plan went on.")
ONLY_YIELDED: Final = Sentence("plan-changes/only-yielded", "One change followed another, and none was asked about.")
GIVEN_BY_SILENCE: Final = Sentence("plan-changes/given-by-silence", "The change was given by silence.")
GAVE_IN: Final = Sentence("plan-changes/gave-in", "The frame was the matter here, and it was given up, not worked out.")

TOO_SOON: Final = Sentence("plan-changes/too-soon", "The change came before it was known what was needed.")
UNTIMELY: Final = Sentence("plan-changes/untimely", "The change came where something else was called for.")
TAKEN_BACK: Final = Sentence("plan-changes/taken-back", "The change was not wanted here, and did not hold.")
ON_COMPLAINT: Final = Sentence(
    "plan-changes/on-complaint", "The change followed on the complaint, once that had been heard."
)
UNEXPLORED: Final = Sentence("plan-changes/unexplored", "The change came before the need had been explored.")
EXPLORED: Final = Sentence("plan-changes/explored", "The change came once you had asked what was needed.")
FROM_NEED: Final = Sentence("plan-changes/from-need", "The change came from the need that had been explored.")

# Secondary ruptures.

NONE_CAME: Final = Sentence("plan-changes/none-came", "No attempt to repair strained things again.")
CAME_BACK_TO: Final = Sentence(
    "plan-changes/came-back-to",
    "When it strained again, you came back to it {returned} of {count} time.",
    many="When it strained again, you came back to it {returned} of {count} times.",
    count="count",
)
WENT_ROUND: Final = Sentence("plan-changes/went-round", "The same attempt led to the same strain a second time.")
STRAINED_AGAIN: Final = Sentence(
    "plan-changes/strained-again", "That followed on your answer at turn {turn}.", note="After what the patient did."
)
STRAINED_FURTHER: Final = Sentence("plan-changes/strained-further", "The next answers strained things further.")
NOT_COME_BACK: Final = Sentence("plan-changes/not-come-back", "The next answers did not come back to it.")
SAME_AGAIN: Final = Sentence("plan-changes/same-again", "The same was tried again.")
AFTER_DETOUR: Final = Sentence("plan-changes/after-detour", "You came back to it after a detour.")
AT_ONCE: Final = Sentence("plan-changes/at-once", "Your next words came back to it.")
OWNED_FAILURE: Final = Sentence("plan-changes/owned-failure", "You came back to it and owned the attempt that failed.")
