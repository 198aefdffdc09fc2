"""What the columns of exported tables mean: the code book."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

WHAT_THIS_IS: Final = Sentence(
    "export-columns/what-this-is",
    "Training aid only. Scores are formative and not validated; not for hiring, for grading as passed or failed, or for decisions "
    "about fitness to practise without a human supervisor.",
)
PERSON: Final = Sentence("export-columns/person", "Who held it, by the name that the instructor gave, or by their own.")
KEY: Final = Sentence(
    "export-columns/key", "The key that it was handed in with, as its six words; empty in a person’s own export."
)
SESSION: Final = Sentence("export-columns/session", "The id of the conversation.")
SCENARIO: Final = Sentence("export-columns/scenario", "The id of the scenario.")
TITLE: Final = Sentence("export-columns/title", "The title of the scenario.")
LANGUAGE: Final = Sentence("export-columns/language", "The language in which it was held.")
DAY: Final = Sentence("export-columns/day", "The day on which it was begun (year-month-day).")
MODE: Final = Sentence("export-columns/mode", "learn, practise or assess.")
LEVEL: Final = Sentence("export-columns/level", "How hard it was, 1 to 3.")
FIRST_MEETING: Final = Sentence(
    "export-columns/first-meeting", "1 if the person had met nothing of the scenario before, else 0."
)
MET_BEFORE: Final = Sentence(
    "export-columns/met-before",
    "What of the scenario had been met before: session, debriefing, proof, group; with spaces between.",
)
MADE_BY: Final = Sentence(
    "export-columns/made-by", "person; or model, where the program has played it itself for the sample group."
)
BELIEF: Final = Sentence(
    "export-columns/belief",
    "verified (signature, chain and replay fit), other-edition (signed, shown from the record), own (not handed in).",
)
EDITION: Final = Sentence("export-columns/edition", "The edition of the rules that the patient went by.")
RUBRIC: Final = Sentence("export-columns/rubric", "The edition of the rubric that the scores were read by.")
ENDED: Final = Sentence(
    "export-columns/ended", "1 if it came to an end, 0 if it is unfinished (in a person’s own export only)."
)
OUTCOME: Final = Sentence(
    "export-columns/outcome",
    "What it came to: repaired, transfer, partly, unresolved, quiet-drop-out, left, stopped, interrupted; empty while unfinished.",
)
TURNS: Final = Sentence("export-columns/turns", "How many turns were answered.")
SIGNS_CAME: Final = Sentence("export-columns/signs-came", "How many signs of a rupture came.")
SIGNS_SEEN: Final = Sentence("export-columns/signs-seen", "How many of them were seen; empty where nobody was asked.")
SCORE: Final = Sentence(
    "export-columns/score",
    "The score of this competency as it stands now, corrections counted, 1 to 5 by the anchors of the rubric; empty where its "
    "standing gives no number.",
)
RUBRIC_SCORE: Final = Sentence(
    "export-columns/rubric-score",
    "The number that the rubric alone gives, before anybody corrected anything; the same as the score where nothing was corrected.",
)
CORRECTED_BY: Final = Sentence(
    "export-columns/corrected-by",
    "Who corrected it: of a sentence that was corrected for everybody the two names, of a number that was rated by hand the one; "
    "empty where nothing was corrected.",
)
CORRECTED_ON: Final = Sentence(
    "export-columns/corrected-on", "The day on which that took effect (year-month-day, UTC)."
)
CORRECTED_BECAUSE: Final = Sentence("export-columns/corrected-because", "The reason that was given.")
STANDING: Final = Sentence(
    "export-columns/standing",
    "How this competency stands: scored, not-done (called for and not done: a 1), counted (too little for a number), not-reached, "
    "did-not-come-up.",
)
TURN: Final = Sentence("export-columns/turn", "The number of the turn, from 1.")
MOMENT: Final = Sentence(
    "export-columns/moment", "The id of the moment; ~ begins what the patient does anyway in a state."
)
STATE: Final = Sentence("export-columns/state", "How the patient was with the therapist before the answer.")
STATE_AFTER: Final = Sentence("export-columns/state-after", "How the patient was after the answer.")
PATIENT_SAYS: Final = Sentence("export-columns/patient-says", "What the patient said.")
SEEN: Final = Sentence("export-columns/seen", "What the trainee said to have seen; empty where nothing was said.")
SEEN_FIT: Final = Sentence(
    "export-columns/seen-fit",
    "How that fits what was shown: right, other-family, half, missed, mistaken, alarm, calm, let-be; empty where nothing was said.",
)
RESPONSE: Final = Sentence(
    "export-columns/response", "The id of the answer that was chosen; empty where the trainee stayed silent."
)
MOVE: Final = Sentence("export-columns/move", "What kind of answer it was.")
QUALITY: Final = Sentence(
    "export-columns/quality", "How well the own part was owned, 0 to 4, where that was the answer."
)
COUNTED_MOVE: Final = Sentence(
    "export-columns/counted-move",
    "What kind of answer it counts as for the scores: another one than above where that was corrected for everybody who said it. "
    "The patient answered to the one above.",
)
COUNTED_QUALITY: Final = Sentence(
    "export-columns/counted-quality", "How well the own part was owned, 0 to 4, as it counts for the scores."
)
CORRECTED: Final = Sentence(
    "export-columns/corrected",
    "The competencies that stand otherwise than the rubric alone has them, because a sentence was corrected for everybody or a "
    "number was rated by hand; empty where there are none.",
)
TRAINEE_SAYS: Final = Sentence("export-columns/trainee-says", "What the trainee said.")
