"""What is said about the sample group: a group that the program has played itself."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

MADE_BY_MODEL: Final = Sentence(
    "sample-group/made-by-model",
    "A sample: made by the model that scores it. No person has held these conversations, and nothing about people can be "
    "learned from them.",
)
PLAYING: Final = Sentence("sample-group/playing", "The sample group is being played: {done} of {all} conversations …")
PREPARING: Final = Sentence("sample-group/preparing", "The sample group gets to know the scenarios: {done} of {all} …")
OPEN: Final = Sentence("sample-group/open", "See it with a sample group")
OPEN_HELP: Final = Sentence(
    "sample-group/open-help",
    "A second window with a group that the program plays itself. Your own data stay as they are, and the sample is gone when "
    "that window is closed.",
)
OPENED: Final = Sentence("sample-group/opened", "A second window opens; the group is played there.")
NOT_OPENED: Final = Sentence("sample-group/not-opened", "The second window could not be opened.")
INSTRUCTOR: Final = Sentence("sample-group/instructor", "Instructor", note="Stands where a person’s name would.")

COMMENT_SEEN: Final = Sentence(
    "sample-group/comment-seen", "What did you see here before you answered? Read the turn aloud and stop there."
)
COMMENT_WORDS: Final = Sentence(
    "sample-group/comment-words", "How would you say this in your own words? Bring one sentence to the next meeting."
)
COMMENT_PULL: Final = Sentence("sample-group/comment-pull", "What pulled at you in this moment?")
COMMENT_KEEP: Final = Sentence("sample-group/comment-keep", "I stopped at this one for a while. What made it possible?")
