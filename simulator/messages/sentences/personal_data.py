"""What is said of a person's own data: the pages of an export, and deleting a conversation or everything of a person."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

WHAT_THIS_IS: Final = Sentence("personal-data/what-this-is", "What this is, and what it is not")

# The first page.

TITLE: Final = Sentence("personal-data/title", "Everything that Attune keeps of {name}")
TITLE_UNNAMED: Final = Sentence("personal-data/title-unnamed", "Everything that Attune keeps of you")
NAME: Final = Sentence("personal-data/name", "Name")
PSEUDONYM: Final = Sentence("personal-data/pseudonym", "Pseudonym")
KEPT_AS: Final = Sentence(
    "personal-data/kept-as", "Kept as", note="A label; beside it stands the long id that stands for a person."
)
MADE: Final = Sentence("personal-data/made", "Made on", note="A label; beside it stand date and time of the export.")
CONVERSATIONS: Final = Sentence("personal-data/conversations", "Your conversations")
HOW_MANY: Final = Sentence(
    "personal-data/how-many",
    "{count} conversation, the earliest first.",
    "{count} conversations, the earliest first.",
    count="count",
)
NO_CONVERSATIONS: Final = Sentence("personal-data/no-conversations", "No conversation is kept of you.")
DAMAGED_COUNT: Final = Sentence(
    "personal-data/damaged-count",
    "{count} of them is not as it was stored; its page says what could still be read.",
    "{count} of them are not as they were stored; their pages say what could still be read.",
    count="count",
)
WHEN: Final = Sentence("personal-data/when", "When")
SCENARIO: Final = Sentence("personal-data/scenario", "Scenario")
HOW: Final = Sentence("personal-data/how", "How it was held")
CAME_TO: Final = Sentence("personal-data/came-to", "What it came to")
SHARE: Final = Sentence("personal-data/share", "How much of the way that was open you came")
PER_CENT: Final = Sentence("personal-data/per-cent", "{share} %")
MODE_AND_LEVEL: Final = Sentence("personal-data/mode-and-level", "{mode}, difficulty {level}")
MET_TITLE: Final = Sentence("personal-data/met-title", "What you have opened")
MET_LEAD: Final = Sentence(
    "personal-data/met-lead",
    "Attune remembers what of a scenario you had seen, so that a later conversation is not taken for a first meeting.",
)
MET_OF: Final = Sentence("personal-data/met-of", "{scenario}: {what}")
MET_SESSION: Final = Sentence("personal-data/met-session", "a conversation")
MET_DEBRIEFING: Final = Sentence("personal-data/met-debriefing", "a debriefing")
MET_PROOF: Final = Sentence("personal-data/met-proof", "what the Studio found out by trying everything")
MET_GROUP: Final = Sentence("personal-data/met-group", "a session in a group")
ELSEWHERE: Final = Sentence(
    "personal-data/elsewhere",
    "You have also made {count} remark on other people’s conversations. It is in “data.json”.",
    "You have also made {count} remarks on other people’s conversations. They are in “data.json”.",
    count="count",
)
MACHINES: Final = Sentence(
    "personal-data/machines",
    "The file “data.json” holds the same for programs, and more: every step as it was kept, with its times, every remark "
    "with its earlier versions, and the figures that were worked out.",
)
README: Final = Sentence(
    "personal-data/readme",
    "Open “index.html” in a browser. Everything is in this folder; nothing is loaded from elsewhere.",
)

# The page of one conversation.

PAGE_TITLE: Final = Sentence("personal-data/page-title", "{title}: {patient}")
BACK: Final = Sentence("personal-data/back", "All conversations")
TRAINEE: Final = Sentence("personal-data/trainee", "Who")
PATIENT: Final = Sentence("personal-data/patient", "Patient")
KEPT_UNDER: Final = Sentence("personal-data/kept-under", "Conversation")
ANOTHER_TRY: Final = Sentence(
    "personal-data/another-try", "This is another try: it goes on from an earlier conversation."
)
READ_SO_FAR: Final = Sentence(
    "personal-data/read-so-far",
    "Its first step could still be read; it is shown here.",
    "Its first {count} steps could still be read; they are shown here.",
    count="count",
)
NOTHING_READ: Final = Sentence(
    "personal-data/nothing-read", "Nothing of it could be read, except for this line of the list."
)
WORDS_UNREADABLE: Final = Sentence(
    "personal-data/words-unreadable", "What was said cannot be shown: {why} The steps are in “data.json”."
)
BEFORE: Final = Sentence("personal-data/before", "How it began")
TURN: Final = Sentence("personal-data/turn", "Turn {turn}")
YOU: Final = Sentence("personal-data/you", "You")
SILENT: Final = Sentence("personal-data/silent", "(stayed with the silence)")
PATIENT_SILENT: Final = Sentence("personal-data/patient-silent", "(says nothing)")
MOVE: Final = Sentence("personal-data/move", "Move: {move}.", note="What a sentence does, by the table of moves.")
MOVE_OF_QUALITY: Final = Sentence("personal-data/move-of-quality", "Move: {move}, {quality}.")
THOUGHT: Final = Sentence("personal-data/thought", "{name} thought: {thought}")
CLOSING: Final = Sentence("personal-data/closing", "How it ended")
ONLY_CHOICES: Final = Sentence("personal-data/only-choices", "What you said")
NOTES: Final = Sentence("personal-data/notes", "What was noted")
OWN_NOTE: Final = Sentence("personal-data/own-note", "Your note, {when}")
COMMENT: Final = Sentence("personal-data/comment", "A comment, {when}")
CORRECTION: Final = Sentence("personal-data/correction", "A correction, {when}")
ANSWER: Final = Sentence("personal-data/answer", "An answer, {when}")
WITHDRAWN: Final = Sentence("personal-data/withdrawn", "A remark was withdrawn, {when}")
OWN_WORDS: Final = Sentence("personal-data/own-words", "What you would have said in your own words, {when}")
TO_PRACTISE: Final = Sentence("personal-data/to-practise", "What you wanted to practise next, {when}")
PRACTISED: Final = Sentence("personal-data/practised", "Whether the moment to practise came, {when}")
OTHER_REMARK: Final = Sentence("personal-data/other-remark", "A remark, {when}")
SCORES: Final = Sentence("personal-data/scores", "What it showed")
COMPETENCY: Final = Sentence("personal-data/competency", "Competency")
SCORE: Final = Sentence("personal-data/score", "Score")
WHY: Final = Sentence("personal-data/why", "Why")
NO_SCORE: Final = Sentence("personal-data/no-score", "–")
EVIDENCE: Final = Sentence("personal-data/evidence", "Turn {turn}: {says}")

# Making an export, and deleting.

NOT_WRITTEN: Final = Sentence("personal-data/not-written", "The export cannot be written to “{path}”: {reason}.")
IN_THE_WAY: Final = Sentence(
    "personal-data/in-the-way", "There is something at “{path}” already. Move it away, or name another file."
)
EXPORTING: Final = Sentence("personal-data/exporting", "Reading your conversations")
SO_MANY_READ: Final = Sentence("personal-data/so-many-read", "{count} read", "{count} read", count="count")
EXPORTED: Final = Sentence(
    "personal-data/exported",
    "{count} conversation of “{name}” was written to “{path}”. Only you can read the file; open “index.html” in it.",
    "{count} conversations of “{name}” were written to “{path}”. Only you can read the file; open “index.html” in it.",
    count="count",
)
EXPORTED_DAMAGED: Final = Sentence(
    "personal-data/exported-damaged",
    "{count} conversation in it is not as it was stored: {titles}. What could still be read of it is in the export.",
    "{count} conversations in it are not as they were stored: {titles}. What could still be read of them is in the export.",
    count="count",
)
NOBODY: Final = Sentence("personal-data/nobody", "Nobody called “{asked}” has practised here.")
NOBODY_BUT: Final = Sentence(
    "personal-data/nobody-but", "Nobody called “{asked}” has practised here. Known here: {names}."
)
SEVERAL: Final = Sentence(
    "personal-data/several", "Several people here are called “{asked}”. Say which one by the id: {ids}."
)
ID_WITH_COUNT: Final = Sentence(
    "personal-data/id-with-count",
    "{id} ({count} conversation)",
    "{id} ({count} conversations)",
    count="count",
)
ASK_PERSON: Final = Sentence(
    "personal-data/ask-person",
    "This deletes “{name}” ({id}) and {count} conversation for good, with all notes and remarks.",
    "This deletes “{name}” ({id}) and {count} conversations for good, with all notes and remarks.",
    count="count",
)
ASK_SESSION: Final = Sentence(
    "personal-data/ask-session",
    "This deletes the conversation “{title}” of {when} for good, with all notes and remarks.",
)
ASK_UNREADABLE: Final = Sentence(
    "personal-data/ask-unreadable",
    "This deletes the conversation {id}, of which nothing can be read, for good, with all notes and remarks.",
)
ASK_BACKUPS: Final = Sentence(
    "personal-data/ask-backups",
    "{count} backup still holds it and is deleted too, with all that is in it; what is left is backed up anew.",
    "{count} backups still hold it and are deleted too, with all that is in them; what is left is backed up anew.",
    count="count",
)
KEPT_IN_BACKUPS: Final = Sentence(
    "personal-data/kept-in-backups",
    "{count} backup made before still holds it: {backups}.",
    "{count} backups made before still hold it: {backups}.",
    count="count",
)
ALSO_BACKUPS: Final = Sentence("personal-data/also-backups", "To delete them as well, add --also-backups.")
ERASED_PERSON: Final = Sentence("personal-data/erased-person", "“{name}” and everything of theirs was deleted.")
ERASED_SESSION: Final = Sentence("personal-data/erased-session", "The conversation was deleted.")
ERASED_BACKUPS: Final = Sentence(
    "personal-data/erased-backups",
    "{count} backup that held it was deleted.",
    "{count} backups that held it were deleted.",
    count="count",
)
NOT_ERASED: Final = Sentence(
    "personal-data/not-erased", "“{path}” could not be deleted: {reason}. It may still hold what was to be deleted."
)
