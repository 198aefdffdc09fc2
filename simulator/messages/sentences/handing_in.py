"""What is said where a trainee hands a conversation in, and of what they have handed in."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

HAND_IN: Final = Sentence("handing-in/hand-in", "Hand in …")
HAND_IN_NAMED: Final = Sentence("handing-in/hand-in-named", "Hand in {title} of {when}")
TITLE: Final = Sentence("handing-in/title", "Hand in “{title}”")
REGION: Final = Sentence("handing-in/region", "Handing in a conversation")
LEAD: Final = Sentence(
    "handing-in/lead",
    "You save this one conversation as a file and give it to your instructor yourself. Nothing is sent anywhere. Your notes, "
    "your own words and readings, what pulled at you, other tries, and when and how fast you answered are never in it.",
)
TO_WHOM: Final = Sentence("handing-in/to-whom", "To whom")
TO_WHOM_EXAMPLE: Final = Sentence("handing-in/to-whom-example", "Dr N.")
YOUR_INSTRUCTOR: Final = Sentence("handing-in/your-instructor", "your instructor")
NAME: Final = Sentence("handing-in/name", "Your name on it (another one if you have agreed on that)")
GROUP: Final = Sentence("handing-in/group", "Moments of it may be used in the group, without my name")
GROUP_HELP: Final = Sentence(
    "handing-in/group-help",
    "Without this, only {to} sees the conversation. You can change your mind and hand it in again.",
)
PREVIEW: Final = Sentence("handing-in/preview", "This is what {to} will see")
WORKED_OUT: Final = Sentence(
    "handing-in/worked-out",
    "From the same file Attune works out for {to} what it works out for you in the debriefing: the course of the hour, and what each "
    "sentence changed. {to} can comment on it and correct what was read from it, and give that back to you.",
)
MAKING: Final = Sentence("handing-in/making", "Making the page …")
SAVE: Final = Sentence("handing-in/save", "Save the file …")
BACK: Final = Sentence("handing-in/back", "Back to the list")
WHERE: Final = Sentence("handing-in/where", "Where to save the conversation")
KIND: Final = Sentence("handing-in/kind", "Handed-in conversation ({pattern})")
SAVED: Final = Sentence(
    "handing-in/saved",
    "Saved as {path}. Give this file to {to}. The first time, tell them your six words too, by voice and not in the same "
    "message: {words}.",
)
REMARK: Final = Sentence("handing-in/remark", "Handed in, {when}")
HANDED_IN_TITLE: Final = Sentence("handing-in/handed-in-title", "What you have handed in")
NOTHING_YET: Final = Sentence(
    "handing-in/nothing-yet",
    "Nothing yet. An instructor sees only what you hand in yourself, from the list of your earlier conversations.",
)
HANDED_IN: Final = Sentence("handing-in/handed-in", "“{title}” of {day}, handed in to {to}")
HANDED_IN_GROUP: Final = Sentence(
    "handing-in/handed-in-group", "“{title}” of {day}, handed in to {to}; moments of it may be used in the group"
)
AT: Final = Sentence("handing-in/at", "{when}: {what}")
