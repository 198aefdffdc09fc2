"""What the library says when the store is not as it should be."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("soundness/title", "Not everything is as it was stored")
IN_CONVERSATION: Final = Sentence("soundness/in-conversation", "“{title}”: {what}")
IN_SOME_CONVERSATION: Final = Sentence("soundness/in-some-conversation", "A conversation: {what}")
DO_CONVERSATION: Final = Sentence(
    "soundness/do-conversation",
    "An earlier backup may hold a damaged conversation whole. What can still be read of it is in an export of your data.",
)
TO_BACKUPS: Final = Sentence("soundness/to-backups", "See the backups")
TAKE_AS_IT_IS: Final = Sentence("soundness/take-as-it-is", "Take the store as it is")
LOOK_AT_REST: Final = Sentence("soundness/look-at-rest", "Look at what is left")
LOOK_AT_REST_NAMED: Final = Sentence("soundness/look-at-rest-named", "Look at what is left of {title}")
EMPTY_TITLE: Final = Sentence("soundness/empty-title", "Nothing is here that was here before")
UNREADABLE_TITLE: Final = Sentence("soundness/unreadable-title", "Your conversations cannot be read")
BEGIN_ANEW: Final = Sentence("soundness/begin-anew", "Begin anew")
AND_MORE: Final = Sentence(
    "soundness/and-more", "… and {count} more thing.", "… and {count} more things.", count="count"
)
ONLY_BEGINNING: Final = Sentence(
    "soundness/only-beginning",
    "This conversation is damaged. What can still be read of it is shown as it was recorded.",
)
