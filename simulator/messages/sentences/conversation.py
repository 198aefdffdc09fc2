"""What the conversation says of itself, beside what the two people in it say."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

KEEPING: Final = Sentence("conversation/keeping", "Keeping your answer …")
PATIENT: Final = Sentence("conversation/patient", "Patient")
SO_FAR: Final = Sentence("conversation/so-far", "Conversation so far")
WHAT_YOU_CAN_DO: Final = Sentence("conversation/what-you-can-do", "What you can do")
YOU: Final = Sentence("conversation/you", "You")
TURN: Final = Sentence("conversation/turn", "turn {turn} of {turns}")
SILENCE: Final = Sentence("conversation/silence", "silence", note="Stands where the patient says nothing.")
YOU_STAY_SILENT: Final = Sentence("conversation/you-stay-silent", "you stay with the silence")
READ_ON: Final = Sentence(
    "conversation/read-on", "Read on", note="A button over the foot of a text that goes on below."
)
RESPONSES_WAIT: Final = Sentence("conversation/responses-wait", "The answers appear once you have said what you saw.")
KEY: Final = Sentence(
    "conversation/key", "{what} (key {key})", note="What a button does, and the key that does it too."
)

# The head of the page.

STEP_BACK: Final = Sentence("conversation/step-back", "Step back")
STEP_BACK_HINT: Final = Sentence(
    "conversation/step-back-hint",
    "Take your last answer back and say something else; what was said stays among your earlier conversations",
)
HELP: Final = Sentence("conversation/help", "Help: keys, words, and how this works (F1)")
SETTINGS: Final = Sentence("conversation/settings", "Settings; you come back to this place")
PAUSE: Final = Sentence("conversation/pause", "Pause")
PAUSE_HINT: Final = Sentence("conversation/pause-hint", "Stop for now, or leave (Esc)")

# The pause.

PAUSED: Final = Sentence("conversation/paused", "Paused")
NOTHING_LOST: Final = Sentence(
    "conversation/nothing-lost", "Nothing is lost: every step is already kept. Take the time you need."
)
ONE_SITTING: Final = Sentence(
    "conversation/one-sitting",
    "Take the time you need. This is one sitting: whoever leaves it, or closes the window, has ended it.",
)
GO_ON: Final = Sentence("conversation/go-on", "Go on")
LATER: Final = Sentence("conversation/later", "Come back later")
LATER_HINT: Final = Sentence("conversation/later-hint", "Leave; you can resume at this point")
END: Final = Sentence("conversation/end", "End here and debrief")
END_ASK: Final = Sentence(
    "conversation/end-ask", "End this conversation here? It is kept, and it cannot be gone on with afterwards."
)
HEARD_LINE: Final = Sentence(
    "conversation/heard-line",
    "{name}: {words}",
    note="Read out by a screen reader: who speaks, and what is seen and said.",
)
HEARD_QUESTION: Final = Sentence(
    "conversation/heard-question", "What did you just see? Once you have said so, the answers appear."
)
HEARD_RESPONSES: Final = Sentence(
    "conversation/heard-responses",
    "{count} answer. Its number chooses it, and Tab leads to it.",
    "{count} answers. Their numbers choose, and Tab leads to them.",
    count="count",
)
HEARD_STATE: Final = Sentence("conversation/heard-state", "{state}. {why}", note="Learn: the patient’s state, and why.")
TRANSCRIPT: Final = Sentence("conversation/transcript", "Conversation so far")
SHOW_PERSON: Final = Sentence("conversation/show-person", "Show {name}", note="Unfolds the panel with the portrait.")
HIDE_PERSON: Final = Sentence("conversation/hide-person", "Hide {name}")
END_YES: Final = Sentence("conversation/end-yes", "End it")
END_NO: Final = Sentence("conversation/end-no", "Do not end it")
KEYS: Final = Sentence("conversation/keys", "Keys: 1 to 5 choose, Esc pauses and goes on, F1 shows all the others.")

# The end.

OVER: Final = Sentence("conversation/over", "The conversation is over. Take a breath before you look back.")
LOOK_BACK: Final = Sentence("conversation/look-back", "Look back at it")

# Silence.

STAY_SILENT: Final = Sentence("conversation/stay-silent", "Stay silent")
STAY_WITH_IT: Final = Sentence("conversation/stay-with-it", "Stay with it")
STAY_HINT: Final = Sentence("conversation/stay-hint", "Remain silent, attentive")
MORE_TIME: Final = Sentence("conversation/more-time", "More time")
MORE_TIME_HINT: Final = Sentence(
    "conversation/more-time-hint", "The silence lasts {seconds} seconds longer before it leads on"
)
SILENCE_LASTS: Final = Sentence("conversation/silence-lasts", "Silence, {seconds} s")
SILENCE_OF: Final = Sentence("conversation/silence-of", "Silence, {seconds} of {lasts} s")

# The side.

BOND: Final = Sentence("conversation/bond", "Bond")
TASKS: Final = Sentence("conversation/tasks", "Agreement on tasks")
GOALS: Final = Sentence("conversation/goals", "Agreement on goals")
POINTS: Final = Sentence("conversation/points", "{points}", note="How far a gauge stands, of 100.")
GAUGES_WAIT: Final = Sentence(
    "conversation/gauges-wait", "How it feels to {name} stands here once you have said what you saw."
)

# What was seen.

WHAT_DID_YOU_SEE: Final = Sentence("conversation/what-did-you-see", "What did you just see?")
NOTHING: Final = Sentence("conversation/nothing", "Nothing")
WITHDREW: Final = Sentence("conversation/withdrew", "Withdrew")
DEFERRED: Final = Sentence("conversation/deferred", "Deferred")
CONFRONTED: Final = Sentence("conversation/confronted", "Confronted")
OPENED_UP: Final = Sentence("conversation/opened-up", "Opened up")
TAG_WAITS: Final = Sentence("conversation/tag-waits", "You are told at once what there was to see.")
TAG_CHANGES: Final = Sentence("conversation/tag-changes", "Until you answer, you can change it.")
