"""The words of the Studio about patient files and reaction graphs: on its shelf and in its editor."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# On the shelf.

SHOW_PEOPLE: Final = Sentence("patient-desk/show-people", "Show them ({count})", note="The people; their number.")
HIDE_PEOPLE: Final = Sentence("patient-desk/hide-people", "Hide them", note="The people.")
GRAPH_CALLED: Final = Sentence(
    "patient-desk/graph-called", "How people react ({name})", note="A reaction graph by its id."
)
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
AGE_IN_YEARS: Final = Sentence(
    "patient-desk/age-in-years", "Give the age in years, from {youngest} to {oldest}, or leave it open."
)
NO_LETTERS: Final = Sentence(
    "patient-desk/no-letters",
    "A file cannot be named after “{name}”: use at least one letter from a to z.",
)
MADE_LIKE: Final = Sentence(
    "patient-desk/made-like",
    "{name} is as {other} is, except for what you write here. The file “{path}” is on the disk once you save it.",
)

# In the editor.

OPEN_USED: Final = Sentence("patient-desk/open-used", "Open it", note="Stands below a field that names a file.")
OPEN_USED_NAMED: Final = Sentence("patient-desk/open-used-named", "Open “{path}”")
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
DIFFERENCES: Final = Sentence("patient-desk/differences", "Where this person reacts otherwise than others")
TREE: Final = Sentence("patient-desk/tree", "What is in this file")
GOODBYE_ROW: Final = Sentence("patient-desk/goodbye-row", "{id} · {words}", note="A goodbye and its first words.")
DIFFERENCE_ROW: Final = Sentence(
    "patient-desk/difference-row",
    "{move}, from {state}: {to}",
    note="Where this person goes after a move, other than others.",
)
FORM_OF_GOODBYE: Final = Sentence("patient-desk/form-of-goodbye", "Goodbye “{id}”")
FORM_OF_DIFFERENCE: Final = Sentence(
    "patient-desk/form-of-difference", "{move}, from {state}", note="A move in a reaction state."
)
ADD_STATE: Final = Sentence("patient-desk/add-state", "Write lines for")
ADD_DIFFERENCE: Final = Sentence("patient-desk/add-difference", "Add a difference")
WHICH_MOVE: Final = Sentence("patient-desk/which-move", "After which move")
WHICH_STATE: Final = Sentence("patient-desk/which-state", "In which reaction state")

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

# The lines by state.

AS_LINES: Final = Sentence(
    "patient-desk/as-lines", "Lines", note="A way of showing a patient file: its lines by state."
)
STATES: Final = Sentence("patient-desk/states", "Reaction states, with how many lines each has and needs")
STATE_COUNT: Final = Sentence(
    "patient-desk/state-count", "{there} of {needed} · {label}", note="A reaction state: lines there are, lines needed."
)
STATE_TAKEN_OVER: Final = Sentence(
    "patient-desk/state-taken-over",
    "{label} · taken over from {name}",
    note="A reaction state whose lines are another patient’s.",
)
STATE_ANYBODY: Final = Sentence(
    "patient-desk/state-anybody",
    "{label} · as anybody could say it",
    note="A reaction state whose lines could be anybody’s, until somebody writes others.",
)
ALL_ANYBODY: Final = Sentence(
    "patient-desk/all-anybody",
    "Nothing has to be written here: in every state this person says what anybody could say, until you write others.",
)
SOME_ANYBODY: Final = Sentence(
    "patient-desk/some-anybody",
    "In one state this person says what anybody could say, which may stay so.",
    "In {count} states this person says what anybody could say, which may stay so.",
    "count",
)
ALL_TAKEN_OVER: Final = Sentence(
    "patient-desk/all-taken-over",
    "Nothing has to be written here: in every state this person speaks with the lines of {name}, until you write others.",
)
SOME_TAKEN_OVER: Final = Sentence(
    "patient-desk/some-taken-over",
    "In one state this person speaks with the lines of {name}, which may stay so.",
    "In {count} states this person speaks with the lines of {name}, which may stay so.",
    "count",
)
AS_ANOTHER: Final = Sentence(
    "patient-desk/as-another", "as {name}: {what}", note="What is taken over from another patient, in an empty field."
)
STATE_HEARD: Final = Sentence(
    "patient-desk/state-heard", "{label}, {family}: {there} of {needed} lines. {how}", note="Read out."
)
ENOUGH: Final = Sentence("patient-desk/enough", "Finished.")
PLAYABLE: Final = Sentence("patient-desk/playable", "Enough to play; not finished.")
NOT_PLAYABLE: Final = Sentence("patient-desk/not-playable", "Not enough to play yet.")
WHOLE: Final = Sentence(
    "patient-desk/whole",
    "Enough to play: {playable} of {states} states. Finished: {finished} of {states}.",
)
OF_OWN: Final = Sentence(
    "patient-desk/of-own",
    "With lines of their own: {states}; enough to play: {playable}; finished: {finished}.",
    note="Three counts of reaction states.",
)
BENCH_CANNOT: Final = Sentence(
    "patient-desk/bench-cannot", "The lines of this file cannot be read yet. Mend the text first."
)
MEASURED_BY: Final = Sentence(
    "patient-desk/measured-by",
    "{needed} lines that fit any occasion are enough here: as many as {name} has, who reacts to strain in the same way.",
    note="“name” is a patient who comes with Attune.",
)
MEASURED_BY_COUNT: Final = Sentence(
    "patient-desk/measured-by-count",
    "In “{title}” a conversation comes here at most {most} times, and nearly always no more than {likely}.",
)
NEVER_HERE: Final = Sentence("patient-desk/never-here", "In “{title}” no conversation comes here.")
REPEATS: Final = Sentence(
    "patient-desk/repeats", "From visit {visit} on nothing new is left to say, and a line is said again."
)
SHOWS_INSTEAD: Final = Sentence(
    "patient-desk/shows-instead",
    "From visit {visit} on nothing new is left to say; then only the stage direction without words is shown.",
)
NO_WORDLESS: Final = Sentence(
    "patient-desk/no-wordless",
    "There is nothing yet to see here where no words are left. It may be seen again and again.",
)
LACKS_ANSWERS: Final = Sentence(
    "patient-desk/lacks-answers",
    "One answer is missing: the trainee chooses among three at least.",
    "{count} answers are missing: the trainee chooses among three at least.",
    "count",
)
LACKS_THOUGHTS: Final = Sentence(
    "patient-desk/lacks-thoughts",
    "One line lacks what is thought, or its sign (“{words}”).",
    "{count} lines lack what is thought, or their sign (the first is “{words}”).",
    "count",
)
TAKEN_FROM: Final = Sentence(
    "patient-desk/taken-from",
    "Nothing has to be written here: these are the lines of {name}. Your first line takes the place of all that {name} "
    "says here; what is seen without words stays until you write that, too.",
)
TAKEN_ANYBODY: Final = Sentence(
    "patient-desk/taken-anybody",
    "Nothing has to be written here: this is what anybody could say. Your first line takes the place of all that is said "
    "here; what is seen without words stays until you write that, too.",
)
SEEN_ANYBODY: Final = Sentence(
    "patient-desk/seen-anybody",
    "What is seen where no words are left is still what anybody could do, until you write your own.",
)
SEEN_FROM: Final = Sentence(
    "patient-desk/seen-from", "What is seen where no words are left is still {name}’s, until you write your own."
)
LACKS_GOING: Final = Sentence(
    "patient-desk/lacks-going",
    "In this state somebody can be about to leave, and nothing is written for that. Write one more line, and choose “{when}” with it.",
)
TOLD_BELOW: Final = Sentence(
    "patient-desk/told-below", "In the list of what is to be mended stands something of this state, too."
)
SAYS: Final = Sentence("patient-desk/says", "One more line that {name} says; Return leads to the thought")
THINKS: Final = Sentence("patient-desk/thinks", "What {name} thinks with it; Return adds both")
ADD_LINE: Final = Sentence("patient-desk/add-line", "Add both", note="A button: a line, and what is thought with it.")
LINE_FIRST: Final = Sentence("patient-desk/line-first", "Write what {name} says with it, too.")
THOUGHT_TOO: Final = Sentence("patient-desk/thought-too", "Write what {name} thinks with it, too.")
SEEN: Final = Sentence("patient-desk/seen", "What is seen where no words are left; Return writes it")
WHEN: Final = Sentence("patient-desk/when", "When it is said")
STUCK: Final = Sentence("patient-desk/stuck", "just before it gets worse", note="When a line is said.")
BEFORE_GOING: Final = Sentence("patient-desk/before-going", "just before going", note="When a line is said.")
SIGN: Final = Sentence("patient-desk/sign", "The sign of strain that it is")
EXAMPLES: Final = Sentence("patient-desk/examples", "How {name} says it, in the same state")
EXAMPLE: Final = Sentence("patient-desk/example", "“{words}” (thinks: {thinks})", note="A line, and what is thought.")
LINES_HERE: Final = Sentence("patient-desk/lines-here", "What is written here; Return opens it in the form")
LINE_ROW: Final = Sentence("patient-desk/line-row", "{words} · {kind}", note="A line, and when it is said.")
LENT_ROW: Final = Sentence(
    "patient-desk/lent-row",
    "{kind}, lent",
    note="When a line is said that another person lends, until there are others.",
)
ANY_OCCASION: Final = Sentence("patient-desk/any-occasion", "on any occasion")
ANSWER_BEFORE: Final = Sentence("patient-desk/answer-before", "“{answer}” in “{moment}”")
ONLY_AFTER: Final = Sentence("patient-desk/only-after", "only after {what}")
COMING_BACK: Final = Sentence("patient-desk/coming-back", "when it comes back")
WITHOUT_WORDS: Final = Sentence("patient-desk/without-words", "without words")
NEXT_LACKING: Final = Sentence("patient-desk/next-lacking", "What lacks most")
OPEN_FORM: Final = Sentence("patient-desk/open-form", "To the form")
NOTHING_LACKS: Final = Sentence("patient-desk/nothing-lacks", "No state lacks anything.")
WRITTEN_NOW: Final = Sentence("patient-desk/written-now", "Written. {there} of {needed}.", note="Read out.")
COUNT_IN: Final = Sentence("patient-desk/count-in", "Count visits")
COUNT_WHERE: Final = Sentence("patient-desk/count-where", "How often each state comes in a scenario")
COUNTING: Final = Sentence("patient-desk/counting", "Counting every conversation of “{title}” …")
IN_TEMPLATE: Final = Sentence(
    "patient-desk/in-template",
    "New scenario: {what}",
    note="A template of a new scenario, by what the person does in it.",
)
NOT_COUNTED: Final = Sentence(
    "patient-desk/not-counted", "This cannot be counted while something keeps “{title}” from being played."
)

# The reaction graph, and stepping through it.

AS_GRAPH: Final = Sentence("patient-desk/as-graph", "Reactions", note="A way of showing a patient file: as a graph.")
GRAPH_NAME: Final = Sentence("patient-desk/graph-name", "Reaction graph: states as cards, and where moves lead")
GRAPH_KEYS: Final = Sentence(
    "patient-desk/graph-keys",
    "Arrow keys go from card to card. Ctrl++ and Ctrl+− make it larger and smaller, Ctrl+0 shows all of it. Everything in it stands in the list beside it too.",
)
GRAPH_LIST: Final = Sentence("patient-desk/graph-list", "States, and where each move leads from them")
GRAPH_CANNOT: Final = Sentence(
    "patient-desk/graph-cannot", "The reaction graph cannot be drawn while something keeps this file from being read."
)
WHICH_EDGES: Final = Sentence("patient-desk/which-edges", "Which moves are drawn")
ALL_FROM_HERE: Final = Sentence("patient-desk/all-from-here", "Every move, from the chosen state")
ONLY_DIFFERENCES: Final = Sentence("patient-desk/only-differences", "Only what differs from the base, from every state")
THE_SAME_MOVE: Final = Sentence("patient-desk/the-same-move", "{move}, from every state")
STATE_NODE: Final = Sentence(
    "patient-desk/state-node", "{label} ({family})", note="A reaction state and its family, in a list."
)
STATE_NODE_DIFFERS: Final = Sentence(
    "patient-desk/state-node-differs",
    "{label} ({family}), one difference",
    "{label} ({family}), {count} differences",
    "count",
)
LEADS_ROW: Final = Sentence("patient-desk/leads-row", "{move}: {to}", note="A move, and where it leads.")
DIFFERS_ROW: Final = Sentence(
    "patient-desk/differs-row", "≠ {move}: {to}", note="A move, and where it leads this person, other than others."
)
DIFFERS_HEARD: Final = Sentence(
    "patient-desk/differs-heard", "Differs from the base. {move}: {to}", note="Read out in place of the sign ≠."
)
OTHERS: Final = Sentence("patient-desk/others", "Others: {told}", note="What the base graph says, as a sentence.")
DIFFERS_BECAUSE: Final = Sentence("patient-desk/differs-because", "Because: {reason}")
NOT_DIFFERENT: Final = Sentence(
    "patient-desk/not-different", "As in the base. What you write below becomes a difference of this person."
)
AS_OTHERS: Final = Sentence("patient-desk/as-others", "As in the base again")
WHERE_TO: Final = Sentence("patient-desk/where-to", "Where it leads, such as “exploring / stay”")
WHY_SO: Final = Sentence("patient-desk/why-so", "Why this person reacts so")
CHOOSE_A_MOVE: Final = Sentence(
    "patient-desk/choose-a-move", "Choose a move in the list to see where it leads, and to change it."
)
WHAT_IF: Final = Sentence("patient-desk/what-if", "What would {name} do if …")
WHAT_IF_ANYONE: Final = Sentence("patient-desk/what-if-anyone", "What would somebody do if …")
FROM_STATE: Final = Sentence("patient-desk/from-state", "Begin in")
BOND: Final = Sentence("patient-desk/bond", "Bond")
TASK: Final = Sentence("patient-desk/task", "Task")
GOAL: Final = Sentence("patient-desk/goal", "Goal")
LEVEL: Final = Sentence("patient-desk/level", "Level")
MOVE_MADE: Final = Sentence("patient-desk/move-made", "You do this")
QUALITY_MADE: Final = Sentence("patient-desk/quality-made", "How well you own it")
WHAT_THEN: Final = Sentence("patient-desk/what-then", "What then?")
BACK_ONE: Final = Sentence("patient-desk/back-one", "Step back")
BEGIN_ANEW: Final = Sentence("patient-desk/begin-anew", "Begin anew")
NOW_IN: Final = Sentence("patient-desk/now-in", "Now: {state}. Bond {bond}, task {task}, goal {goal}.")
STEPS_TO: Final = Sentence("patient-desk/steps-to", "{move}: leads to “{state}”.")
STAYS: Final = Sentence("patient-desk/stays", "{move}: stays in “{state}”.")
GAUGES_NOW: Final = Sentence("patient-desk/gauges-now", "Bond {bond}, task {task}, goal {goal}.")
WAS: Final = Sentence("patient-desk/was", "{now} (was {was})", note="A gauge.")
GONE: Final = Sentence("patient-desk/gone", "It ends here. Go back a step, or begin anew.")
STEPPED_ON_OLD: Final = Sentence(
    "patient-desk/stepped-on-old", "The graph has changed meanwhile. Begin anew to step through it as it is now."
)
WHERE_MOVES_LEAD: Final = Sentence("patient-desk/where-moves-lead", "Where moves lead")
EDGE_ROW: Final = Sentence(
    "patient-desk/edge-row",
    "{number}: {source} to {target}, by {moves}",
    note="What a number on an edge of the graph stands for: two reaction states and a list of moves.",
)
DIFFERS_MOVE: Final = Sentence("patient-desk/differs-move", "≠ {move}", note="A move that leads this person elsewhere.")
