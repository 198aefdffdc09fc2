"""What the page of earlier conversations says."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("earlier/title", "Your earlier conversations")
REGION: Final = Sentence("earlier/region", "Earlier conversations")
LEAD: Final = Sentence(
    "earlier/lead",
    "The newest first, also of scenarios that are no longer in the library. The figure is the share of what could be "
    "reached from the start at that difficulty; it can be compared however differently the conversations went.",
)
NONE_YET: Final = Sentence(
    "earlier/none-yet", "There is no earlier conversation here yet. Each one that you begin is kept here."
)
TO_LIBRARY: Final = Sentence("earlier/to-library", "Choose somebody to sit with")
LOOKING: Final = Sentence("earlier/looking", "Looking …")
BACK: Final = Sentence("earlier/back", "Back to the library")
WHICH: Final = Sentence("earlier/which", "Scenario")
ALL: Final = Sentence("earlier/all", "All scenarios")
MORE: Final = Sentence("earlier/more", "Show more")
NOT_YET: Final = Sentence(
    "earlier/not-yet",
    "{count} figure is not yet worked out.",
    "{count} figures are not yet worked out.",
    count="count",
)
RESUME: Final = Sentence("earlier/resume", "Resume")
RESUME_NAMED: Final = Sentence("earlier/resume-named", "Resume {title} of {when}")
LOOK_BACK: Final = Sentence("earlier/look-back", "Look back")
LOOK_BACK_NAMED: Final = Sentence("earlier/look-back-named", "Look back at {title} of {when}")
DELETE: Final = Sentence("earlier/delete", "Delete")
DELETE_NAMED: Final = Sentence("earlier/delete-named", "Delete {title} of {when}")
DELETE_ASK: Final = Sentence(
    "earlier/delete-ask", "Delete this conversation for good, with your note on it? It stays in backups made before."
)
DELETE_YES: Final = Sentence("earlier/delete-yes", "Delete for good")
DELETE_NO: Final = Sentence("earlier/delete-no", "Keep it")
SHARE: Final = Sentence("earlier/share", "{share} %")
NO_SHARE: Final = Sentence("earlier/no-share", "–")
SHARE_TO_COME: Final = Sentence("earlier/share-to-come", "…")
HOW: Final = Sentence("earlier/how", "{when} · {mode}, difficulty {level}")
ANOTHER_TRY: Final = Sentence("earlier/another-try", "{when} · {mode}, difficulty {level} · another try")
ANOTHER_TRY_FROM: Final = Sentence(
    "earlier/another-try-from", "{when} · {mode}, difficulty {level} · another try from turn {turn}"
)
LEARN: Final = Sentence("earlier/learn", "Learn")
PRACTISE: Final = Sentence("earlier/practise", "Practise")
ASSESS: Final = Sentence("earlier/assess", "Assess")
UNSOUND: Final = Sentence(
    "earlier/unsound", "This line is not as it was stored. The library says what is damaged and what can be done."
)
STOPPED: Final = Sentence("earlier/stopped", "Stopped before the end")
INTERRUPTED: Final = Sentence("earlier/interrupted", "Interrupted by an update")
UNFINISHED: Final = Sentence("earlier/unfinished", "Unfinished")
