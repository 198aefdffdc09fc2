"""What the page of a handed-in conversation says, for whoever handed it in and for the instructor who reads it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("handed-in/title", "{title} · {patient}")
WHO: Final = Sentence("handed-in/who", "Handed in by")
WORDS: Final = Sentence("handed-in/words", "Signed with the six words")
HOW: Final = Sentence("handed-in/how", "How it was held")
CAME_TO: Final = Sentence("handed-in/came-to", "What it came to")
BELIEVED: Final = Sentence("handed-in/believed", "How far it can be believed")
VERIFIED: Final = Sentence(
    "handed-in/verified",
    "Verified: the signature fits, and played again the patient answers as the file says.",
)
OTHER_EDITION: Final = Sentence(
    "handed-in/other-edition",
    "Signed, other edition: the signature fits, but the rules it was held by are gone. It is shown as it was recorded, and "
    "nobody can say whether the patient answered so.",
)
VERIFIED_SHORT: Final = Sentence("handed-in/verified-short", "verified")
OTHER_EDITION_SHORT: Final = Sentence("handed-in/other-edition-short", "signed, other edition")
GROUP: Final = Sentence("handed-in/group", "For use in the group")
GROUP_YES: Final = Sentence("handed-in/group-yes", "Moments of it may be used there, without the name")
GROUP_NO: Final = Sentence("handed-in/group-no", "No")
RUBRIC: Final = Sentence("handed-in/rubric", "Read by")
RUBRIC_EDITION: Final = Sentence("handed-in/rubric-edition", "Edition {rubric} of the rubric")
YOU_IS: Final = Sentence("handed-in/you-is", "Where the page says “you”, it means {name}, for whom it was written.")
NO_GRADES: Final = Sentence(
    "handed-in/no-grades",
    "These numbers are not validated for grades or fitness-to-practise decisions. If you also assess these people, tell them "
    "before you look.",
)
