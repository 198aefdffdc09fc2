"""The words of the Studio's editor: one open scenario, as text and as forms."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# The head of the page.

PAGE_NAME: Final = Sentence("studio-editor/page-name", "Editor of one scenario")
SAVE: Final = Sentence("studio-editor/save", "Save")
SAVED: Final = Sentence("studio-editor/saved", "Saved.", note="What is on the screen is in the file.")
NOT_SAVED: Final = Sentence("studio-editor/not-saved", "Not saved yet")
SAVED_NOW: Final = Sentence("studio-editor/saved-now", "“{path}” was saved.")
UNDO: Final = Sentence("studio-editor/undo", "Undo")
REDO: Final = Sentence("studio-editor/redo", "Redo")
UNDO_IT: Final = Sentence(
    "studio-editor/undo-it", "Undo: {what}", note="“what” is the name of a step, such as “rename silence”."
)
REDO_IT: Final = Sentence("studio-editor/redo-it", "Redo: {what}", note="“what” is the name of a step.")
UNDID: Final = Sentence("studio-editor/undid", "Undone: {what}")
REDID: Final = Sentence("studio-editor/redid", "Done again: {what}")
CLOSE: Final = Sentence("studio-editor/close", "Back to the shelf")
BACK_TO_EDITOR: Final = Sentence("studio-editor/back-to-editor", "Back to the editor")
CHECK: Final = Sentence(
    "studio-editor/check", "Check this scenario", note="A button: the program plays it in every way."
)
OPENING: Final = Sentence("studio-editor/opening", "Opening “{title}” …")
TOOLS: Final = Sentence("studio-editor/tools", "Tools", note="A button: what else can be done with the scenario.")
COPIES: Final = Sentence("studio-editor/copies", "Earlier copies")
FACES: Final = Sentence("studio-editor/faces", "How the scenario is shown")
AS_TEXT: Final = Sentence("studio-editor/as-text", "Text")
AS_FORM: Final = Sentence("studio-editor/as-form", "Form")
A_COPY: Final = Sentence(
    "studio-editor/a-copy",
    "This is a copy of your own, “{path}”. It is on the disk once you save it; what comes with Attune stays as it is.",
)
EDIT: Final = Sentence("studio-editor/edit", "Edit")
EDIT_COPY: Final = Sentence("studio-editor/edit-copy", "Edit a copy")
EDIT_IT: Final = Sentence(
    "studio-editor/edit-it", "{button}: {title}", note="The name of a button for who cannot see where it stands."
)

# What can have happened to the file.

OFFERED: Final = Sentence(
    "studio-editor/offered", "Something that you wrote here was not saved. It was kept on {when}."
)
GO_ON: Final = Sentence("studio-editor/go-on", "Go on with it")
GO_ON_WITH: Final = Sentence("studio-editor/go-on-with", "Go on with “{path}”")
LET_GO: Final = Sentence("studio-editor/let-go", "Delete it")
LET_GO_OF: Final = Sentence("studio-editor/let-go-of", "Delete what was not saved of “{path}”")
UNSAVED: Final = Sentence("studio-editor/unsaved", "“{path}”: kept on {when}, and not saved.")
UNSAVED_HEAD: Final = Sentence("studio-editor/unsaved-head", "Work that was not saved")
OUTSIDE: Final = Sentence("studio-editor/outside", "Another program has changed this file.")
OUTSIDE_BOTH: Final = Sentence(
    "studio-editor/outside-both",
    "Another program has changed this file, and so have you. Only one of the two can be saved.",
)
TAKE_THEIRS: Final = Sentence("studio-editor/take-theirs", "Take what is in the file")
KEEP_MINE: Final = Sentence("studio-editor/keep-mine", "Keep what is here")
COMPARE: Final = Sentence("studio-editor/compare", "Show the differences")
GONE: Final = Sentence("studio-editor/gone", "The file is no longer where it was. Saving writes it there again.")
SAVE_ANYWAY: Final = Sentence("studio-editor/save-anyway", "Save it as it is")
DO_NOT: Final = Sentence("studio-editor/do-not", "Do not save")
PUT_AWAY: Final = Sentence("studio-editor/put-away", "Put this away")
DIFFERENCES: Final = Sentence("studio-editor/differences", "What differs: − stands in the file, + stands here")
NO_COPIES: Final = Sentence(
    "studio-editor/no-copies",
    "There is no earlier copy yet. Each time you save, what was in the file before is kept here.",
)
COPIES_HEAD: Final = Sentence("studio-editor/copies-head", "What was in the file before it was saved, the newest first")
BRING_BACK_OF: Final = Sentence("studio-editor/bring-back-of", "Bring back the copy of {when}")
COPY_OF: Final = Sentence("studio-editor/copy-of", "{when}", note="Date and time of a copy.")

# What is to be mended.

SOUND_AGAIN: Final = Sentence("studio-editor/sound-again", "Nothing keeps the scenario from being played any more.")
MEND_COUNT: Final = Sentence("studio-editor/mend-count", "One thing to mend", "{count} things to mend", "count")
MEND_ROW: Final = Sentence("studio-editor/mend-row", "Line {line} · {what}", note="“what” is a sentence.")
MEND_ROW_ELSEWHERE: Final = Sentence("studio-editor/mend-row-elsewhere", "{file}, line {line} · {what}")
MEND_ROW_IN: Final = Sentence("studio-editor/mend-row-in", "In {file} · {what}", note="“what” is a sentence.")
GO_THERE: Final = Sentence("studio-editor/go-there", "Go there")
GO_THERE_NAMED: Final = Sentence("studio-editor/go-there-named", "Go there: {place}", note="For screen readers.")
MEND_NAMED: Final = Sentence("studio-editor/mend-named", "{mend}: {fault}", note="For screen readers.")

# The text.

TEXT_NAME: Final = Sentence("studio-editor/text-name", "Text of the scenario")
FIND_WHAT: Final = Sentence("studio-editor/find-what", "Find what")
REPLACE_WITH: Final = Sentence("studio-editor/replace-with", "Replace by")
FIND_NEXT: Final = Sentence("studio-editor/find-next", "Next")
FIND_BEFORE: Final = Sentence("studio-editor/find-before", "Previous")
REPLACE_ALL: Final = Sentence("studio-editor/replace-all", "Replace all")
REPLACE_ONE: Final = Sentence("studio-editor/replace-one", "Replace this one")
FOUND: Final = Sentence("studio-editor/found", "Found once", "Found {count} times", "count")
FOUND_NOT: Final = Sentence("studio-editor/found-not", "Not found")
HIDE: Final = Sentence("studio-editor/hide", "Close")
HIDE_FIND: Final = Sentence("studio-editor/hide-find", "Close the search")
NAMED_HERE: Final = Sentence(
    "studio-editor/named-here", "“{name}” is named once", "“{name}” is named in {count} places", "count"
)
NAMED_ROW: Final = Sentence("studio-editor/named-row", "Line {line} · {text}")
MADE_ROW: Final = Sentence("studio-editor/made-row", "Line {line} (made here) · {text}")
RENAME_TO: Final = Sentence("studio-editor/rename-to", "New id")
RENAME_EVERYWHERE: Final = Sentence("studio-editor/rename-everywhere", "Rename in all these places")
RENAME_NOTE: Final = Sentence(
    "studio-editor/rename-note",
    "The old id is kept under “formerly”, so that conversations and plans of earlier days still find it.",
)
NOTHING_NAMED: Final = Sentence(
    "studio-editor/nothing-named", "Put the cursor on the id of a moment, an answer, a wording or a flag first."
)
COULD_BE: Final = Sentence("studio-editor/could-be", "What could be written here")
TEXT_KEYS: Final = Sentence(
    "studio-editor/text-keys",
    "Ctrl+Space: what could be written here. Ctrl+F: find. F12: where it is made. Shift+F12: where it is named. F2: rename. F8: the next to mend. Ctrl+Shift+−: fold.",
)

# The form.

OUTLINE_NAME: Final = Sentence("studio-editor/outline-name", "Moments with their answers and wordings")
SCENARIO_ROW: Final = Sentence("studio-editor/scenario-row", "The scenario")
MOMENT_ROW: Final = Sentence(
    "studio-editor/moment-row", "{id} · {words}", note="An id and the first words that are said."
)
RESPONSE_ROW: Final = Sentence(
    "studio-editor/response-row", "↳ {id} · {words}", note="An id and the first words that are said."
)
WORDING_ROW: Final = Sentence(
    "studio-editor/wording-row", "≈ {id} · {words}", note="An id and the first words that are said."
)
RESPONSE_HEARD: Final = Sentence(
    "studio-editor/response-heard", "Answer {id}: {words}", note="Read out in the tree of moments."
)
WORDING_HEARD: Final = Sentence(
    "studio-editor/wording-heard", "Wording {id}: {words}", note="Read out in the tree of moments."
)
MOMENT_HEARD: Final = Sentence(
    "studio-editor/moment-heard", "Moment {id}: {words}", note="Read out in the tree of moments."
)
BROKEN_ROW: Final = Sentence("studio-editor/broken-row", "{id} · cannot be read yet")
FORM_NAME: Final = Sentence("studio-editor/form-name", "Form")
FORM_OF_SCENARIO: Final = Sentence("studio-editor/form-of-scenario", "The scenario")
FORM_OF_MOMENT: Final = Sentence("studio-editor/form-of-moment", "Moment “{id}”")
FORM_OF_RESPONSE: Final = Sentence("studio-editor/form-of-response", "Answer “{id}” of “{moment}”")
FORM_OF_WORDING: Final = Sentence("studio-editor/form-of-wording", "Wording “{id}” of “{owner}”")
NOT_READABLE: Final = Sentence(
    "studio-editor/not-readable", "This cannot be read yet, so there is no form of it. Mend the text first."
)
NOT_SET: Final = Sentence("studio-editor/not-set", "not set")
YES: Final = Sentence("studio-editor/yes", "yes")
NO: Final = Sentence("studio-editor/no", "no")
NEEDED: Final = Sentence("studio-editor/needed", "{key} (needed)")
ON_LINES: Final = Sentence("studio-editor/on-lines", "{help} One on each line.")
ANY_OF_FAMILY: Final = Sentence(
    "studio-editor/any-of-family", "{family}, in any state of it", note="A family of reaction states, as a choice."
)
ADD_KEY: Final = Sentence("studio-editor/add-key", "Add to this")
ADD_RESPONSE: Final = Sentence("studio-editor/add-response", "Add an answer")
ADD_WORDING: Final = Sentence("studio-editor/add-wording", "Add a wording")
ADD_MOMENT: Final = Sentence("studio-editor/add-moment", "Add a moment")
COPY_THIS: Final = Sentence("studio-editor/copy-this", "Duplicate")
REMOVE_THIS: Final = Sentence("studio-editor/remove-this", "Remove")
RENAME_THIS: Final = Sentence("studio-editor/rename-this", "Rename")
SHOW_IN_TEXT: Final = Sentence("studio-editor/show-in-text", "Show in the text")
MOVE_HELP: Final = Sentence("studio-editor/move-help", "{help} For example: “{example}” {timing}")
LEADS_TO: Final = Sentence(
    "studio-editor/leads-to",
    "After “{state}” this can lead to {states}.",
    note="“states” is a list: a, b or c.",
)
BECAUSE: Final = Sentence(
    "studio-editor/because", "{reason}", note="Why the patient reacts so: a sentence of the reaction file."
)
IF_OPEN: Final = Sentence(
    "studio-editor/if-open", "If the way is open: {opens} If not: {holds}", note="Two sentences of the reaction file."
)
QUALITY_HELP: Final = Sentence(
    "studio-editor/quality-help", "{help}", note="What a quality of owning one’s part means."
)
REMOVED_TOLD: Final = Sentence("studio-editor/removed-told", "Removed: {what}. Undo brings it back.")
NAMES_NO_FILE: Final = Sentence("studio-editor/names-no-file", "There is no file “{path}”.")
ONLY_IN_TEXT: Final = Sentence("studio-editor/only-in-text", "This is written in the text of the file.")

# The desk around it.

STOPPED: Final = Sentence(
    "studio-editor/stopped", "Stopped. Nothing of it is kept; “{title}” can be checked again at any time."
)
FIRST_FAULT: Final = Sentence("studio-editor/first-fault", "{file}, line {line}: {what}", note="“what” is a sentence.")
