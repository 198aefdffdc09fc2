"""The words of the Studio about patient files and reaction graphs: on its shelf and in its editor."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# On the shelf.

PEOPLE: Final = Sentence(
    "patient-desk/people", "People and how they react", note="Files of patients and their reaction graphs."
)
SHOW_PEOPLE: Final = Sentence("patient-desk/show-people", "People and how they react: show them ({count})")
HIDE_PEOPLE: Final = Sentence("patient-desk/hide-people", "People and how they react: hide them")
A_PERSON: Final = Sentence("patient-desk/a-person", "a patient")
A_GRAPH: Final = Sentence(
    "patient-desk/a-graph", "a reaction graph", note="Says where each move leads from each reaction state."
)
BEGIN_FROM: Final = Sentence(
    "patient-desk/begin-from", "Begin another from this", note="A button: a new patient, like an existing one."
)
BEGIN_FROM_NAMED: Final = Sentence("patient-desk/begin-from-named", "Begin another patient from {name}")
NAME_OF_NEW: Final = Sentence("patient-desk/name-of-new", "What is the new person called? They begin as {name}.")
BEGIN: Final = Sentence("patient-desk/begin", "Begin", note="A button: a new patient file is made.")
NOT_NOW: Final = Sentence("patient-desk/not-now", "Not now")
NAME_FIRST: Final = Sentence("patient-desk/name-first", "Give the new person a name first.")
NO_LETTERS: Final = Sentence(
    "patient-desk/no-letters",
    "A file cannot be named after “{name}”: use at least one letter from a to z.",
)
MADE_LIKE: Final = Sentence(
    "patient-desk/made-like",
    "{name} is as {other} is, except for what you write here. The file “{path}” is on the disk once you save it.",
)
MADE_AND_SAVED: Final = Sentence(
    "patient-desk/made-and-saved",
    "{name} was made, as “{path}”. On the Studio’s shelf, under people, you say what differs from {other}.",
)
SOMEBODY_NEW: Final = Sentence("patient-desk/somebody-new", "Somebody new, beginning from this person")

# In the editor.

OPEN_USED: Final = Sentence("patient-desk/open-used", "Open “{path}”")
CAME_FROM: Final = Sentence("patient-desk/came-from", "You came here from “{title}”.")
CAME_FROM_COPY: Final = Sentence(
    "patient-desk/came-from-copy",
    "You came here from “{title}”. That goes on with the file that comes with Attune, until you name “{path}” in it.",
)
GO_BACK_TO: Final = Sentence("patient-desk/go-back-to", "Back to “{title}”")
THE_PERSON: Final = Sentence("patient-desk/the-person", "The person")
THE_GRAPH: Final = Sentence("patient-desk/the-graph", "The reaction graph")
LINES: Final = Sentence("patient-desk/lines", "Lines by reaction state")
GOODBYES: Final = Sentence("patient-desk/goodbyes", "Goodbyes")
DIFFERENCES: Final = Sentence("patient-desk/differences", "Differences from the base graph")
TREE: Final = Sentence("patient-desk/tree", "What is in this file")
STATE_ROW: Final = Sentence("patient-desk/state-row", "{state} · {label}", note="A reaction state and its name.")
GOODBYE_ROW: Final = Sentence("patient-desk/goodbye-row", "{id} · {words}", note="A goodbye and its first words.")
MOVE_ROW: Final = Sentence("patient-desk/move-row", "{move} · {label}", note="A move and its name.")
DIFFERENCE_ROW: Final = Sentence(
    "patient-desk/difference-row",
    "{move}, from {state}: {to}",
    note="Where this person goes after a move, other than others.",
)
FORM_OF_STATE: Final = Sentence("patient-desk/form-of-state", "{label} ({state})", note="A reaction state.")
FORM_OF_GOODBYE: Final = Sentence("patient-desk/form-of-goodbye", "Goodbye “{id}”")
FORM_OF_MOVE: Final = Sentence("patient-desk/form-of-move", "{label} ({move})", note="A move and where it leads.")
FORM_OF_DIFFERENCE: Final = Sentence(
    "patient-desk/form-of-difference", "{move}, from {state}", note="A move in a reaction state."
)
ADD_STATE: Final = Sentence("patient-desk/add-state", "Write lines for")
ADD_DIFFERENCE: Final = Sentence("patient-desk/add-difference", "Add a difference")
WHICH_MOVE: Final = Sentence("patient-desk/which-move", "After which move")
WHICH_STATE: Final = Sentence("patient-desk/which-state", "In which reaction state")
AS_BASE: Final = Sentence("patient-desk/as-base", "Others here: {to}", note="What the base graph says of a cell.")
NO_LINES_YET: Final = Sentence(
    "patient-desk/no-lines-yet", "There is a form for each state in which something is written."
)

# What a cell of the graph says.

GOES_TO: Final = Sentence("patient-desk/goes-to", "Leads to: {target}.")
GATE: Final = Sentence(
    "patient-desk/gate",
    "If the way is open (the own part was named clearly, or there is trust enough): {first}. Else: {second}.",
)
INVITED: Final = Sentence("patient-desk/invited", "If the move before was an invitation: {first}. Else: {second}.")
STAY: Final = Sentence("patient-desk/stay", "nothing changes")
NEXT: Final = Sentence("patient-desk/next", "the next stage of repair")
BACK: Final = Sentence(
    "patient-desk/back", "back to how it began: says little, says yes without meaning it, or complains"
)
HABIT: Final = Sentence("patient-desk/habit", "what this person usually does under strain")
DEEPEST: Final = Sentence("patient-desk/deepest", "the deepest rupture: shuts down, or demands")
PART: Final = Sentence("patient-desk/part", "an agreed change of therapist if the fit is poor, else nothing changes")
