"""What the conversation says of itself, beside what the two people in it say."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

KEEPING: Final = Sentence("conversation/keeping", "Keeping your answer …")
PATIENT: Final = Sentence("conversation/patient", "Patient")
YOU: Final = Sentence("conversation/you", "You")
TURN: Final = Sentence("conversation/turn", "turn {turn} of {turns}")
SILENCE: Final = Sentence("conversation/silence", "silence", note="Stands where the patient says nothing.")
YOU_STAY_SILENT: Final = Sentence("conversation/you-stay-silent", "you stay with the silence")
READ_ON: Final = Sentence(
    "conversation/read-on", "Read on", note="A button over the foot of a text that goes on below."
)
PAUSE: Final = Sentence("conversation/pause", "Pause")
PAUSE_HINT: Final = Sentence("conversation/pause-hint", "Stop for now, or leave (Esc)")
PAUSED: Final = Sentence("conversation/paused", "Paused")
NOTHING_LOST: Final = Sentence(
    "conversation/nothing-lost", "Nothing is lost: every step is already kept. Take the time you need."
)
GO_ON: Final = Sentence("conversation/go-on", "Go on")
LATER: Final = Sentence("conversation/later", "Come back later")
LATER_HINT: Final = Sentence("conversation/later-hint", "Leave; you can resume at this point")
END: Final = Sentence("conversation/end", "End here and debrief")
KEYS: Final = Sentence(
    "conversation/keys",
    "Keys: 1 to 5 choose, Space stays silent, W D C N say what you saw, Esc pauses and goes on.",
)
HEARD_LINE: Final = Sentence(
    "conversation/heard-line",
    "{name}: {words}",
    note="Read out by a screen reader: who speaks, and what is seen and said.",
)
HEARD_QUESTION: Final = Sentence(
    "conversation/heard-question", "What did you just see? Once you have said so, the responses appear."
)
HEARD_RESPONSES: Final = Sentence(
    "conversation/heard-responses",
    "{count} response. Its number chooses it, and Tab leads to it.",
    "{count} responses. Their numbers choose, and Tab leads to them.",
    count="count",
)
HEARD_STATE: Final = Sentence("conversation/heard-state", "{state}. {why}", note="Learn: the patient’s state, and why.")
TRANSCRIPT: Final = Sentence("conversation/transcript", "Conversation so far")
SHOW_PERSON: Final = Sentence("conversation/show-person", "Show {name}", note="Unfolds the panel with the portrait.")
HIDE_PERSON: Final = Sentence("conversation/hide-person", "Hide {name}")
