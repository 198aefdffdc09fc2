"""What the keys of a scenario file are for, and what its parts are called: in faults, and in help as one writes."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

GAUGE_BOND: Final = Sentence("scenario-keys/gauge-bond", "The bond: liking, trust, being on the same side.")
GAUGE_TASK: Final = Sentence("scenario-keys/gauge-task", "Agreement on what is done in the sessions.")
GAUGE_GOAL: Final = Sentence("scenario-keys/gauge-goal", "Agreement on what the sessions are for.")
THE_ALLIANCE: Final = Sentence("scenario-keys/the-alliance", "the alliance")
THE_EFFECTS: Final = Sentence("scenario-keys/the-effects", "the effects")
MARKER: Final = Sentence("scenario-keys/marker", "marker")
AFTER: Final = Sentence(
    "scenario-keys/after",
    "What must just have been said for these words: a class, a move, or MOMENT/ANSWER; one, or a list.",
)
AFTER_OR_SHOWN: Final = Sentence(
    "scenario-keys/after-or-shown",
    "What these words presuppose: a class, a move, or MOMENT/ANSWER just said; or stuck, leaving; one, or a list.",
)
FORMERLY: Final = Sentence("scenario-keys/formerly", "Ids that it had before; nothing else may have them.")
A_WORDING_OF_A_RESPONSE: Final = Sentence("scenario-keys/a-wording-of-a-response", "a wording of an answer")
RESPONSE_WORDING_SAY: Final = Sentence(
    "scenario-keys/response-wording-say", "The sentence in other words: it must ask the same thing."
)
RESPONSE_WORDING_AGAIN: Final = Sentence("scenario-keys/response-wording-again", "true: written for saying it again.")
RESPONSE_SAY: Final = Sentence(
    "scenario-keys/response-say", "The sentence; in brackets what is done without words: (nods, waits)."
)
RESPONSE_MOVE: Final = Sentence("scenario-keys/response-move", "What the answer does: one of 24 moves.")
RESPONSE_QUALITY: Final = Sentence(
    "scenario-keys/response-quality",
    "Where the own part is owned: from 0, not at all, to 4, what it was and what it did.",
)
RESPONSE_ALSO: Final = Sentence("scenario-keys/response-also", "Further moves in the same sentence; shown, not played.")
RESPONSE_DEBRIEF: Final = Sentence(
    "scenario-keys/response-debrief", "Why it works or does not: about the move, never about the person."
)
RESPONSE_WORDINGS: Final = Sentence("scenario-keys/response-wordings", "The same in other words, by id.")
MOVE: Final = Sentence("scenario-keys/move", "move")
A_RESPONSE: Final = Sentence("scenario-keys/a-response", "an answer")
RESPONSE_THEN: Final = Sentence(
    "scenario-keys/response-then", "The moment that follows, however the person would have reacted."
)
RESPONSE_BECAUSE: Final = Sentence(
    "scenario-keys/response-because", "Why that moment follows, where the person would have reacted otherwise."
)
RESPONSE_WHEN: Final = Sentence("scenario-keys/response-when", "Offered only if this condition holds.")
RESPONSE_EFFECTS: Final = Sentence(
    "scenario-keys/response-effects", "Your own change of the gauges, in steps of five: {{bond: +5}}."
)
RESPONSE_SETS: Final = Sentence("scenario-keys/response-sets", "A flag, or a list of flags, that is set from now on.")
KIND_OF_SILENCE: Final = Sentence("scenario-keys/kind-of-silence", "kind of silence")
LASTS: Final = Sentence("scenario-keys/lasts", "How long it lasts, with its unit: 20s, 1min.")
A_SILENCE: Final = Sentence("scenario-keys/a-silence", "a silence")
SILENCE_KIND: Final = Sentence("scenario-keys/silence-kind", "What kind of silence it is.")
SILENCE_THEN: Final = Sentence("scenario-keys/silence-then", "The moment that follows if nobody speaks.")
A_SILENCE_OF_A_WORDING: Final = Sentence("scenario-keys/a-silence-of-a-wording", "a silence of a wording")
BEYOND_REPAIR: Final = Sentence(
    "scenario-keys/beyond-repair", "true where it is meant that the rupture can no longer be repaired."
)
SHOWS: Final = Sentence(
    "scenario-keys/shows", "What can be seen: gaze, hands, breath; needed where the patient is silent."
)
THINKS: Final = Sentence("scenario-keys/thinks", "What the patient does not say; shown in the debriefing only.")
ABOUT_WORDS_OPENS: Final = Sentence(
    "scenario-keys/about-words-opens", "Short first sentences by what they take up: {{question: No.}}"
)
ABOUT_WORDS_POSE: Final = Sentence(
    "scenario-keys/about-words-pose", "Parts of the portrait’s pose, such as {{hands: folded}}."
)
A_WORDING: Final = Sentence("scenario-keys/a-wording", "a wording")
WORDING_PATIENT: Final = Sentence(
    "scenario-keys/wording-patient", "What the patient says; needed unless there is a silence, or it is wordless."
)
WORDING_MARKER: Final = Sentence(
    "scenario-keys/wording-marker", "The rupture marker shown, where it is not the moment’s."
)
WORDING_MASKED: Final = Sentence("scenario-keys/wording-masked", "true where the marker is easy to miss.")
WORDING_SILENCE: Final = Sentence(
    "scenario-keys/wording-silence", "A silence instead of words: its kind, and how long it lasts."
)
WORDING_AGAIN: Final = Sentence(
    "scenario-keys/wording-again", "true: written for coming back, once all others were told."
)
WORDING_WORDLESS: Final = Sentence(
    "scenario-keys/wording-wordless", "true: something seen, which may be shown any number of times."
)
WORDING_LEVELS: Final = Sentence("scenario-keys/wording-levels", "The levels at which it is told; all when left out.")
ABOUT_TELLING_WORDINGS: Final = Sentence(
    "scenario-keys/about-telling-wordings", "What is said, seen and thought, in several wordings, by id."
)
ABOUT_TELLING_HOOKS: Final = Sentence(
    "scenario-keys/about-telling-hooks", "Words of every wording that the answers hang on."
)
ABOUT_TELLING_RETURNS: Final = Sentence(
    "scenario-keys/about-telling-returns", "told: once told, it comes back only in a wording with again."
)
WAY_OF_RETURNING: Final = Sentence("scenario-keys/way-of-returning", "way of returning")
A_MOMENT: Final = Sentence("scenario-keys/a-moment", "a moment")
MOMENT_REACTION: Final = Sentence(
    "scenario-keys/moment-reaction", "The state that the patient is in here, or any of its kind, such as withdrawal."
)
MOMENT_PATIENT: Final = Sentence(
    "scenario-keys/moment-patient", "What the patient says; needed unless there is a silence, or wordings."
)
MOMENT_MARKER: Final = Sentence("scenario-keys/moment-marker", "The rupture marker shown; needed in a rupture state.")
MOMENT_SILENCE: Final = Sentence(
    "scenario-keys/moment-silence",
    "A silence instead of words: its kind, how long it lasts, and the moment that follows if nobody speaks.",
)
MOMENT_ASKS: Final = Sentence(
    "scenario-keys/moment-asks", "Whether the patient asks or requests something that waits for an answer."
)
MOMENT_WISH: Final = Sentence(
    "scenario-keys/moment-wish", "true where the patient says a plain wish to change to another therapist."
)
MOMENT_WHEN: Final = Sentence("scenario-keys/moment-when", "The moment comes only if this condition holds.")
MOMENT_ONCE: Final = Sentence("scenario-keys/moment-once", "true: the reaction graph chooses it at most once.")
MOMENT_RESPONSES: Final = Sentence("scenario-keys/moment-responses", "Three to five answers, by id; needed unless end.")
MOMENT_END: Final = Sentence("scenario-keys/moment-end", "The session ends here, in this way.")
MOMENT_WISHED: Final = Sentence(
    "scenario-keys/moment-wished", "With end: transfer; true where the patient has repeated a wish to change."
)
MOMENT_AFTERWARDS: Final = Sentence("scenario-keys/moment-afterwards", "Where the hour ends here: what became of it.")
MOMENT_COPY: Final = Sentence("scenario-keys/moment-copy", "A moment whose keys are taken where this one has none.")
REACTION_STATE_OR_FAMILY: Final = Sentence("scenario-keys/reaction-state-or-family", "reaction state or family")
ENDING: Final = Sentence("scenario-keys/ending", "ending")
AN_OPENING_LINE: Final = Sentence("scenario-keys/an-opening-line", "an opening line")
OPENING_LINE_PATIENT: Final = Sentence(
    "scenario-keys/opening-line-patient", "What the patient said; either this or you."
)
OPENING_LINE_YOU: Final = Sentence("scenario-keys/opening-line-you", "What the therapist said; either this or patient.")
OPENING_LINE_SHOWS: Final = Sentence("scenario-keys/opening-line-shows", "What could be seen.")
STYLE: Final = Sentence("scenario-keys/style", "style")
FIT: Final = Sentence("scenario-keys/fit", "fit")
WHAT_DIFFERS_IN_THE_PATIENT: Final = Sentence(
    "scenario-keys/what-differs-in-the-patient", "what differs in the patient"
)
PATIENT_WITH_ALLIANCE: Final = Sentence(
    "scenario-keys/patient-with-alliance", "The gauges at the start of this scenario."
)
PATIENT_WITH_FIT: Final = Sentence(
    "scenario-keys/patient-with-fit", "Whether this therapist can give what the patient needs."
)
PATIENT_WITH_STYLE: Final = Sentence("scenario-keys/patient-with-style", "How the patient tends to answer strain.")
THE_PATIENT: Final = Sentence("scenario-keys/the-patient", "the patient")
PATIENT_USE_USE: Final = Sentence("scenario-keys/patient-use-use", "The patient’s file.")
PATIENT_USE_WITH: Final = Sentence(
    "scenario-keys/patient-use-with", "What is otherwise than in the patient’s file, in this scenario only."
)
A_SCENARIO: Final = Sentence("scenario-keys/a-scenario", "a scenario")
SCENARIO_FORMAT: Final = Sentence("scenario-keys/scenario-format", "Always scenario/2.")
SCENARIO_ID: Final = Sentence(
    "scenario-keys/scenario-id", "Lower-case words joined by hyphens; the same as the file name."
)
SCENARIO_TITLE: Final = Sentence("scenario-keys/scenario-title", "The title on the library card.")
SCENARIO_LANGUAGE: Final = Sentence("scenario-keys/scenario-language", "A language tag such as en or pt-BR.")
SCENARIO_ABOUT: Final = Sentence(
    "scenario-keys/scenario-about",
    "What happened, as the therapist would remember it: on the card, before a first meeting.",
)
SCENARIO_SKILL: Final = Sentence(
    "scenario-keys/scenario-skill", "What is practised, in a phrase that does not give the answer away."
)
SCENARIO_OBJECTIVES: Final = Sentence("scenario-keys/scenario-objectives", "What is practised, in short phrases.")
SCENARIO_DIFFICULTY: Final = Sentence(
    "scenario-keys/scenario-difficulty",
    "The level it suggests: 1 forgives a first mistake; at 2 each rupture makes the way back harder; at 3 signs are easy to miss, too.",
)
SCENARIO_CAUSE: Final = Sentence("scenario-keys/scenario-cause", "What the therapist contributed to the rupture.")
SCENARIO_CONTENT_NOTES: Final = Sentence(
    "scenario-keys/scenario-content-notes",
    "Themes to warn of before the start, such as grief; where there is none, that is an answer too.",
)
SCENARIO_TURNS: Final = Sentence(
    "scenario-keys/scenario-turns",
    "How many turns the trainee has at levels 2 and 3; 12 when left out. At level 1 there are three more.",
)
SCENARIO_ORIGIN: Final = Sentence(
    "scenario-keys/scenario-origin", "Where the rupture came from; only where the start is mixed."
)
SCENARIO_FLAGS: Final = Sentence("scenario-keys/scenario-flags", "Names that answers can set and conditions can read.")
SCENARIO_OPENING: Final = Sentence("scenario-keys/scenario-opening", "What was said before the first turn.")
SCENARIO_PATIENT: Final = Sentence(
    "scenario-keys/scenario-patient", "The patient: use a file, and with what differs here."
)
SCENARIO_START: Final = Sentence("scenario-keys/scenario-start", "The moment with which it begins.")
SCENARIO_MOMENTS: Final = Sentence("scenario-keys/scenario-moments", "The moments, by id.")
CAUSE: Final = Sentence("scenario-keys/cause", "cause")
FAMILY: Final = Sentence("scenario-keys/family", "family")
A_RESPONSE_OF_A_PATIENT_FILE: Final = Sentence(
    "scenario-keys/a-response-of-a-patient-file", "an answer of a patient file"
)
BANK_RESPONSE_EFFECTS: Final = Sentence(
    "scenario-keys/bank-response-effects", "Your own change of the gauges, in steps of five."
)
WHAT_A_PATIENT_DOES_IN_A_STATE: Final = Sentence(
    "scenario-keys/what-a-patient-does-in-a-state", "what a patient does in a state"
)
BANK_STATE_ASKS: Final = Sentence(
    "scenario-keys/bank-state-asks",
    "false where words end with a question mark; what waits for an answer is a scenario’s.",
)
BANK_STATE_AFTERWARDS: Final = Sentence(
    "scenario-keys/bank-state-afterwards", "For repaired, transfer and left: what became of it."
)
BANK_STATE_RESPONSES: Final = Sentence("scenario-keys/bank-state-responses", "Three to five answers, by id.")
A_CHANGED_CELL: Final = Sentence("scenario-keys/a-changed-cell", "a changed cell")
CELL_CHANGE_TO: Final = Sentence(
    "scenario-keys/cell-change-to", "Where the move leads, in the notation of the base grid."
)
CELL_CHANGE_BECAUSE: Final = Sentence("scenario-keys/cell-change-because", "Why this person reacts in this way.")
THE_REACTIONS: Final = Sentence("scenario-keys/the-reactions", "the patient’s reactions")
PATIENT_REACTIONS_USE: Final = Sentence(
    "scenario-keys/patient-reactions-use", "The reaction file this person’s reactions are based on."
)
PATIENT_REACTIONS_CHANGE: Final = Sentence(
    "scenario-keys/patient-reactions-change", "Cells in which this person differs, each with its reason."
)
REACTION_STATE: Final = Sentence("scenario-keys/reaction-state", "reaction state")
THE_GOODBYES: Final = Sentence("scenario-keys/the-goodbyes", "the goodbyes")
GOODBYES_REPAIRED: Final = Sentence("scenario-keys/goodbyes-repaired", "Parting words after a deep repair.")
GOODBYES_PARTLY: Final = Sentence("scenario-keys/goodbyes-partly", "Parting words after a partial repair.")
GOODBYES_UNRESOLVED: Final = Sentence(
    "scenario-keys/goodbyes-unresolved", "Parting words when the strain is still there."
)
GOODBYES_QUIET: Final = Sentence("scenario-keys/goodbyes-quiet", "Polite parting words of one who may not come back.")
GOODBYES_LEFT: Final = Sentence("scenario-keys/goodbyes-left", "Parting words when the patient leaves.")
GOODBYES_TRANSFER: Final = Sentence("scenario-keys/goodbyes-transfer", "Parting words after an agreed transfer.")
A_PATIENT_FILE: Final = Sentence("scenario-keys/a-patient-file", "a patient file")
PATIENT_FORMAT: Final = Sentence("scenario-keys/patient-format", "Always patient/2.")
PATIENT_LIKE: Final = Sentence(
    "scenario-keys/patient-like", "The person that this one begins as: what is not written here is as that one’s."
)
PATIENT_NAME: Final = Sentence("scenario-keys/patient-name", "First and last name.")
PATIENT_AGE: Final = Sentence("scenario-keys/patient-age", "Age in years.")
PATIENT_PRONOUNS: Final = Sentence("scenario-keys/patient-pronouns", "Such as she/her.")
PATIENT_WORK: Final = Sentence("scenario-keys/patient-work", "What the person does.")
PATIENT_ABOUT: Final = Sentence("scenario-keys/patient-about", "Who this is, in a sentence.")
PATIENT_HISTORY: Final = Sentence("scenario-keys/patient-history", "What the person learned about closeness early on.")
PATIENT_SEEKS: Final = Sentence(
    "scenario-keys/patient-seeks", "What the person comes for, in a whole sentence: trainees read it."
)
PATIENT_PORTRAIT: Final = Sentence(
    "scenario-keys/patient-portrait",
    "The face that is drawn: one that belongs to nobody, or that of a patient who comes with the program.",
)
PATIENT_STYLE: Final = Sentence("scenario-keys/patient-style", "How the person tends to answer strain.")
PATIENT_FIT: Final = Sentence("scenario-keys/patient-fit", "Whether this therapist can give what the person needs.")
PATIENT_ALLIANCE: Final = Sentence("scenario-keys/patient-alliance", "The gauges at the start.")
PATIENT_REACTIONS: Final = Sentence(
    "scenario-keys/patient-reactions", "The reaction graph: use a file, and change what differs."
)
PATIENT_LINES: Final = Sentence(
    "scenario-keys/patient-lines", "What the person does in each state, and what the trainee may answer."
)
PATIENT_GOODBYES: Final = Sentence("scenario-keys/patient-goodbyes", "Parting words when the time is up.")
PORTRAIT: Final = Sentence("scenario-keys/portrait", "portrait")
A_LINE_OF_A_PATIENT_FILE: Final = Sentence("scenario-keys/a-line-of-a-patient-file", "a line of a patient file")
BANK_LINE_PATIENT: Final = Sentence(
    "scenario-keys/bank-line-patient", "What the patient says; needed unless there is a silence."
)
BANK_LINE_SHOWS: Final = Sentence(
    "scenario-keys/bank-line-shows", "What can be seen; needed where the patient is silent."
)
BANK_LINE_RESPONSES: Final = Sentence("scenario-keys/bank-line-responses", "Answers of this line’s own.")
FIRST_PATIENT_FORMAT: Final = Sentence("scenario-keys/first-patient-format", "patient/1: an older form, still read.")
FIRST_PATIENT_PORTRAIT: Final = Sentence(
    "scenario-keys/first-patient-portrait", "The name of the portrait; any could be written then."
)
FIRST_PATIENT_LINES: Final = Sentence("scenario-keys/first-patient-lines", "What the person says.")
FIRST_PATIENT_RESPONSES: Final = Sentence(
    "scenario-keys/first-patient-responses", "What the trainee may answer, where a line has no answers of its own."
)
THE_REASONS_OF_A_MOVE: Final = Sentence("scenario-keys/the-reasons-of-a-move", "the reasons of a move")
MOVE_REASONS_OPENS: Final = Sentence("scenario-keys/move-reasons-opens", "Why the move opens the way to repair.")
MOVE_REASONS_HOLDS: Final = Sentence("scenario-keys/move-reasons-holds", "Why the move leaves things as they are.")
MOVE_REASONS_SLIPS: Final = Sentence("scenario-keys/move-reasons-slips", "Why the move makes things worse.")
A_MOVE_OF_THE_REACTION_FILE: Final = Sentence(
    "scenario-keys/a-move-of-the-reaction-file", "a move of the reaction file"
)
MOVE_CELLS_BECAUSE: Final = Sentence("scenario-keys/move-cells-because", "Why the move opens, holds or slips.")
A_REACTION_FILE: Final = Sentence("scenario-keys/a-reaction-file", "a reaction file")
REACTIONS_FORMAT: Final = Sentence("scenario-keys/reactions-format", "Always reactions/1.")
REACTIONS_ID: Final = Sentence("scenario-keys/reactions-id", "The same as the file name.")
REACTIONS_ABOUT: Final = Sentence("scenario-keys/reactions-about", "What this reaction graph is for.")
REACTIONS_MOVES: Final = Sentence("scenario-keys/reactions-moves", "A row of cells for each move.")
WORDING_THINKS: Final = Sentence(
    "scenario-keys/wording-thinks",
    "What the patient does not say; shown in the debriefing only. Needed unless it is wordless.",
)
LEADS_FROM: Final = Sentence("scenario-keys/leads-from", "Where the move leads from {state}.")
