"""What is said when a scenario is given to a colleague, played blind, and comes back with comments."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# The file that is given
GIVE: Final = Sentence("giving/give", "Give to a colleague")
GIVE_HEAD: Final = Sentence(
    "giving/give-head",
    "One file with everything that this scenario is made of, as it stands here now. A colleague opens it in the Studio, plays it "
    "without seeing how it is made, and sends back a file of comments.",
)
YOUR_NAME: Final = Sentence("giving/your-name", "Your name, as your colleague will read it")
SAVE_PACKAGE: Final = Sentence("giving/save-package", "Save the file to give")
OPEN_COMMENTS: Final = Sentence("giving/open-comments", "Open comments that came back")
WHERE_PACKAGE: Final = Sentence("giving/where-package", "Where is the file to be saved?")
WHICH_COMMENTS: Final = Sentence("giving/which-comments", "Which comments came back?")
KIND_PACKAGE: Final = Sentence("giving/kind-package", "Scenario to give (*.zip)", note="A kind of file.")
KIND_COMMENTS: Final = Sentence("giving/kind-comments", "Comments on a scenario (*.json)", note="A kind of file.")
PACKAGE_SAVED: Final = Sentence("giving/package-saved", "Saved as {path}. Send this file to your colleague.")
COMMENTS_SAVED: Final = Sentence("giving/comments-saved", "Saved as {path}. Send this file back to {by}.")
FILE_NOT_SAVED: Final = Sentence("giving/file-not-saved", "{path} could not be saved: {reason}.")
MEND_FIRST: Final = Sentence(
    "giving/mend-first", "This scenario cannot be played yet, so nobody could play it blind. Mend what keeps it first."
)
ODD_NAME: Final = Sentence(
    "giving/odd-name",
    "The file “{path}” has a name that not every computer can keep. Give it one of small letters, digits and hyphens first.",
)
NO_NAME: Final = Sentence("giving/no-name", "somebody", note="Who gave a scenario and left no name.")

# Why a file is not opened
NOT_READ: Final = Sentence("giving/not-read", "{path} cannot be read: {reason}.")
TOO_LARGE: Final = Sentence(
    "giving/too-large", "{path} is larger than any scenario with its patient, so it is not opened."
)
NO_ARCHIVE: Final = Sentence(
    "giving/no-archive", "{path} is damaged, or no file that was made by “Give to a colleague”."
)
NO_PACKAGE: Final = Sentence(
    "giving/no-package", "{path} is an archive, but not one that was made by “Give to a colleague”."
)
NEWER: Final = Sentence("giving/newer", "{path} was made by a newer Attune. Bring this one up to date to open it.")
TOO_MANY: Final = Sentence(
    "giving/too-many", "There are more than {most} files in {path}, which no scenario needs. It is not opened."
)
TOO_MUCH: Final = Sentence(
    "giving/too-much", "Unpacked, {path} would be far larger than any scenario. It is not opened."
)
LEADS_AWAY: Final = Sentence(
    "giving/leads-away", "In {path} is something that no scenario has: “{entry}”. It is not opened."
)
NO_SCENARIO: Final = Sentence(
    "giving/no-scenario", "The scenario in {path} cannot be played. {reason}", note="“reason” is a sentence."
)
FAULTY: Final = Sentence("giving/faulty", "Something in its files cannot be read.")

# Played blind
BLIND: Final = Sentence("giving/blind", "{title}, played blind")
BLIND_LEAD: Final = Sentence(
    "giving/blind-lead",
    "{by} asks you to play this as a trainee would, before you see how it is made. Choose a line to write a comment on it; the "
    "comments go back as a file and stand there at the same lines.",
    note="“by” is a name.",
)
PAGE: Final = Sentence("giving/page", "A colleague’s scenario, played blind")
COMMENT: Final = Sentence("giving/comment", "Comment on the line that is chosen")
ADD_COMMENT: Final = Sentence("giving/add-comment", "Add the comment")
COMMENT_ON: Final = Sentence("giving/comment-on", "On “{quote}”")
COMMENT_ON_WHOLE: Final = Sentence("giving/comment-on-whole", "On the whole")
CHOOSE_LINE: Final = Sentence(
    "giving/choose-line", "Choose a line of the conversation first. Without one, the comment is about the whole."
)
WRITE_FIRST: Final = Sentence("giving/write-first", "Write the comment first.")
ADDED: Final = Sentence("giving/added", "One comment", "{count} comments", "count")
NONE_YET: Final = Sentence("giving/none-yet", "No comment yet")
TAKE_BACK: Final = Sentence("giving/take-back", "Take back")
TAKE_BACK_NAMED: Final = Sentence("giving/take-back-named", "Take back: {words}")
AGAIN: Final = Sentence("giving/again", "Play it again")
SAVE_COMMENTS: Final = Sentence("giving/save-comments", "Save the comments to send back")
LOOK_INSIDE: Final = Sentence("giving/look-inside", "Look inside")
LOOK_INSIDE_HINT: Final = Sentence(
    "giving/look-inside-hint", "Open it in the editor as a copy of your own; once you have played it to an end"
)
PLAY_FIRST: Final = Sentence("giving/play-first", "Once you have played it to an end, you may look inside.")
OTHER_FILE: Final = Sentence(
    "giving/other-file",
    "Among your own files is another “{path}”, which your scenarios use. So that they stay as they are, this one is not opened in the editor.",
)

# Comments that came back
NO_COMMENTS: Final = Sentence("giving/no-comments", "{path} holds no comments on a scenario.")
CAME_BACK: Final = Sentence(
    "giving/came-back",
    "One comment by {by} on “{title}” came back. It stands in the editor under “Give to a colleague”.",
    "{count} comments by {by} on “{title}” came back. They stand in the editor under “Give to a colleague”.",
    "count",
)
OTHER_SCENARIO: Final = Sentence(
    "giving/other-scenario", "These comments are about “{title}”, which is none of your own scenarios."
)
COMMENTS: Final = Sentence("giving/comments", "Comments that came back")
NO_COMMENT: Final = Sentence("giving/no-comment", "No comment has come back yet.")
COMMENT_ROW: Final = Sentence("giving/comment-row", "Line {line} · {by}: {words}", note="“words” is the comment.")
COMMENT_ELSEWHERE: Final = Sentence(
    "giving/comment-elsewhere", "{by}: {words}", note="A comment that stands at no line of the file."
)
QUOTED: Final = Sentence("giving/quoted", "On “{quote}”")
CHANGED_SINCE: Final = Sentence("giving/changed-since", "On “{quote}”, which says something else by now")
GONE_SINCE: Final = Sentence("giving/gone-since", "On “{quote}”, which is gone by now, or stands in the patient’s file")
GO_THERE: Final = Sentence("giving/go-there", "Go there")
GO_THERE_NAMED: Final = Sentence("giving/go-there-named", "Go to line {line}: {words}")
DONE: Final = Sentence("giving/done", "Done with it")
DONE_NAMED: Final = Sentence("giving/done-named", "Done with: {words}")
OPEN_FILE: Final = Sentence("giving/open-file", "Open a file")
WHICH_FILE: Final = Sentence("giving/which-file", "Which file is to be opened?")
KIND_ANY: Final = Sentence(
    "giving/kind-any", "Scenarios, and what colleagues sent (*.yaml *.yml *.zip *.json)", note="A kind of file."
)
