"""What is asked and said when a scenario of one's own is published for trainees."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# How a scenario stands.

NOT_REVIEWED: Final = Sentence(
    "publishing/not-reviewed", "not reviewed", note="A scenario of one's own without a record."
)
DRAFT: Final = Sentence("publishing/draft", "draft", note="A scenario that trainees do not see yet.")
PUBLISHED: Final = Sentence("publishing/published", "published")
CHANGED: Final = Sentence("publishing/changed", "changed since it was published")

# The panel.

OPEN: Final = Sentence("publishing/open", "Publish", note="A button that shows some questions first.")
LEAD_DRAFT: Final = Sentence(
    "publishing/lead-draft", "This is a draft: it is not on the Practice shelf. Answer these to put it there."
)
LEAD_NOT_REVIEWED: Final = Sentence(
    "publishing/lead-not-reviewed",
    "This stands on the Practice shelf and was never reviewed. Your answers are kept beside it.",
)
LEAD_PUBLISHED: Final = Sentence(
    "publishing/lead-published", "This is published. These are the answers; you can give others."
)
LEAD_CHANGED: Final = Sentence(
    "publishing/lead-changed",
    "What happens in it has changed since it was published, so it is not on the Practice shelf. Are the answers still true?",
)
KEYS: Final = Sentence(
    "publishing/keys",
    "Keys: 1 is yes, 2 is no, Return goes on. Your answers stay here until it is published, also when you leave.",
)
BACK: Final = Sentence("publishing/back", "Back to writing")
DISCARD: Final = Sentence("publishing/discard", "Discard these answers")
CHANGE_NOTES: Final = Sentence("publishing/change-notes", "Change the content notes")
SEE_PROOF: Final = Sentence("publishing/see-proof", "Show it in the proof")
SEE_IT: Final = Sentence("publishing/see-it", "See it where trainees practise", note="A button, after publishing.")
NOTES_ARE: Final = Sentence("publishing/notes-are", "Content notes: {notes}. Do they warn of everything that needs it?")
NO_NOTES: Final = Sentence(
    "publishing/no-notes", "There are no content notes. Is it true that nobody needs to be warned of anything?"
)
ANYONE: Final = Sentence(
    "publishing/anyone",
    "Would the rupture still happen if this person were someone else? It should: who somebody is, is never its cause.",
)
RISK: Final = Sentence("publishing/risk", "Is there any hint of risk in it, such as suicide, abuse or violence?")
PROTOCOL: Final = Sentence("publishing/protocol", "In which moment is the risk looked after?")
SECOND: Final = Sentence("publishing/second", "A second person who answers for it")
READERS: Final = Sentence("publishing/readers", "Who has read it beside you? If nobody has, say so.")
BY: Final = Sentence("publishing/by", "Your name")
YES: Final = Sentence("publishing/yes", "yes")
NO: Final = Sentence("publishing/no", "no")
NOT_ANSWERED: Final = Sentence("publishing/not-answered", "not answered yet")
PUBLISH_NOW: Final = Sentence("publishing/publish-now", "Publish and save")
PUBLISHED_NOW: Final = Sentence(
    "publishing/published-now", "“{title}” is published: it is on the Practice shelf now.", note="Said after saving."
)
PUBLISHED_STEP: Final = Sentence("publishing/published-step", "publish", note="The name of a step that can be undone.")

# What keeps it from being published.

MEND_FIRST: Final = Sentence(
    "publishing/mend-first", "It cannot be played yet. Mend what the list below the text shows, then publish it."
)
MEND_THIS_FIRST: Final = Sentence(
    "publishing/mend-this-first",
    "It cannot be played yet. Mend this first, then publish it. {file}, line {line}: {what}",
    note="“what” is one sentence or more.",
)
STILL_AS: Final = Sentence(
    "publishing/still-as",
    "{name} still has from {other}: {what}. Trainees see and read that. Write what is {name}’s own on the Studio’s shelf, under people; or leave it so.",
    note="“name” and “other” are persons; “what” is a list, such as “the age and the work”.",
)
UNTOLD: Final = Sentence(
    "publishing/untold",
    "Of {name} this is not told yet: {what}. Trainees read it before they meet them. Write it on the Studio’s shelf, under people; or leave it so.",
    note="“name” is a person; “what” is a list, such as “the age and the work”.",
)
FACE: Final = Sentence("publishing/face", "the face")
AGE: Final = Sentence("publishing/age", "the age")
PRONOUNS: Final = Sentence("publishing/pronouns", "the pronouns")
WORK: Final = Sentence("publishing/work", "the work")
ABOUT: Final = Sentence("publishing/about", "who they are")
HISTORY: Final = Sentence("publishing/history", "the history")
SEEKS: Final = Sentence("publishing/seeks", "what they seek here")
LINES: Final = Sentence("publishing/lines", "what they say where no moment of yours fits")
WRITE_FIRST: Final = Sentence(
    "publishing/write-first",
    "One text is still to be written: where there are only dots and brackets. Write it first, then publish it.",
    "{count} texts are still to be written: where there are only dots and brackets. Write them first, then publish it.",
    "count",
)
NOT_PROVED: Final = Sentence(
    "publishing/not-proved", "Not everything in it has been tried yet. The proof is being worked out, and is told here."
)
MORE_DOUBTS: Final = Sentence(
    "publishing/more-doubts",
    "One more thing is told in the proof beside the text.",
    "{count} more things are told in the proof beside the text.",
    count="count",
)
ALL_THE_SAME: Final = Sentence("publishing/all-the-same", "Shall it be published all the same?")
ALL_THE_SAME_MISSING: Final = Sentence(
    "publishing/all-the-same-missing",
    "Read what the proof says, and say whether it is to be published all the same; or mend it first.",
)
NOTES_MISSING: Final = Sentence(
    "publishing/notes-missing",
    "Say that the content notes warn of everything that needs it, or add what is missing first: in the form, under “The scenario”.",
)
ANYONE_MISSING: Final = Sentence(
    "publishing/anyone-missing", "Say whether the rupture would still happen if this person were someone else."
)
IDENTITY_IS_NO_CAUSE: Final = Sentence(
    "publishing/identity-is-no-cause",
    "Who somebody is, is never the cause of a rupture: what the therapist did is. Change that first.",
)
RISK_MISSING: Final = Sentence("publishing/risk-missing", "Say whether there is any hint of risk in it.")
PROTOCOL_MISSING: Final = Sentence(
    "publishing/protocol-missing",
    "Where there is a hint of risk, some moment has to look after it. Repairing a rupture never stands in for that.",
)
SECOND_MISSING: Final = Sentence(
    "publishing/second-missing", "Where there is a hint of risk, a second person answers for it too. Give their name."
)
READERS_MISSING: Final = Sentence("publishing/readers-missing", "Say who has read it.")
BY_MISSING: Final = Sentence("publishing/by-missing", "Give your name.")
