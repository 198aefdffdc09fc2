"""What is proved of a scenario: the ways of playing, the shortest repair, the scores, and its moments and answers."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_COLUMN: Final = "Heads a column."

# How it can end.

HOW_IT_ENDS: Final = Sentence("proof/how-it-ends", "How it can end")
WAYS: Final = Sentence("proof/ways", "Ways of playing")
WAYS_LEAD: Final = Sentence(
    "proof/ways-lead",
    "How often each ending comes for every way of playing, and the points of repair value (0 to 100) it earns: worked out "
    "exactly, not sampled. A blind way does not look at the patient, and should not win.",
)
ORDER: Final = Sentence("proof/order", "Order", note="Stands before a choice of what a table is ordered by.")
ORDER_OF_WAYS: Final = Sentence("proof/order-of-ways", "Order of the ways of playing")
BLIND_FIRST: Final = Sentence("proof/blind-first", "Blind ways first")
WAY: Final = Sentence("proof/way", "Way of playing", note=_COLUMN)
LOOKS: Final = Sentence("proof/looks", "Looks at the patient", note=f"{_COLUMN} Below it: yes, no.")
LOOKS_YES: Final = Sentence("proof/looks-yes", "yes")
LOOKS_NO: Final = Sentence("proof/looks-no", "no")
LOOKS_NO_AND_WINS: Final = Sentence("proof/looks-no-and-wins", "no, and wins")
POINTS: Final = Sentence("proof/points", "Points on average", note=_COLUMN)
HALF_REACH: Final = Sentence("proof/half-reach", "Half of them reach", note=f"{_COLUMN} Half of the sessions.")

# Moments and answers.

MOMENTS_AND_RESPONSES: Final = Sentence("proof/moments-and-responses", "Moments and answers")
MOMENTS_LEAD: Final = Sentence(
    "proof/moments-lead",
    "How often a session comes to each moment when answers are taken at random. What an answer costs is the points of "
    "repair value that it loses against the best one on offer; answers that are equally good all count as the best. Choose "
    "a moment to see only its answers.",
)
MOMENTS: Final = Sentence("proof/moments", "Moments")
ORDER_OF_MOMENTS: Final = Sentence("proof/order-of-moments", "Order of the moments")
RESPONSES: Final = Sentence("proof/responses", "Answers")
ORDER_OF_RESPONSES: Final = Sentence("proof/order-of-responses", "Order of the answers")
AS_IN_FILE: Final = Sentence("proof/as-in-file", "As in the file")
ALL_RESPONSES: Final = Sentence("proof/all-responses", "Show all answers")
MOMENT: Final = Sentence("proof/moment", "Moment", note=_COLUMN)
VISITS: Final = Sentence("proof/visits", "Visits a session", note=_COLUMN)
ENDS_AS: Final = Sentence("proof/ends-as", "Ends as", note=f"{_COLUMN} Below it: repaired, left open.")
MOMENT_AND_RESPONSE: Final = Sentence("proof/moment-and-response", "Moment and answer", note=_COLUMN)
ITS_WORDS: Final = Sentence("proof/its-words", "Its words", note=f"{_COLUMN} What an answer says.")
ON_OFFER: Final = Sentence("proof/on-offer", "On offer a session", note=f"{_COLUMN} How often.")
COSTS: Final = Sentence("proof/costs", "Costs on average", note=_COLUMN)
IS_BEST: Final = Sentence("proof/is-best", "Is the best", note=f"{_COLUMN} How often none is better.")
NEVER: Final = Sentence("proof/never", "never")
HARDLY_EVER: Final = Sentence("proof/hardly-ever", "< {least}", note="Less often than this, and not never.")

# The shortest repair.

SHORTEST: Final = Sentence("proof/shortest", "The shortest repair")
NO_REPAIR: Final = Sentence("proof/no-repair", "There is none: nothing that a trainee can say leads to a repair.")
NONE_NEEDED: Final = Sentence(
    "proof/none-needed", "No repair of this kind hangs on one of these sentences: each has an alternative."
)
ALL_NEEDED: Final = Sentence(
    "proof/all-needed", "No repair of this kind can do without any of these: there is one way only."
)
SOME_NEEDED: Final = Sentence(
    "proof/some-needed",
    "No repair of this kind can do without those that are marked; the others have alternatives.",
)
NEEDED: Final = Sentence("proof/needed", "no repair without it")
YOU_STAY_SILENT: Final = Sentence("proof/you-stay-silent", "You stay silent.")
SPEAKS: Final = Sentence("proof/speaks", "{name}: {words}", note="What the patient says.")
IS_SEEN: Final = Sentence("proof/is-seen", "{name} ({shows})", note="What the patient does without a word.")
SAYS_NOTHING: Final = Sentence("proof/says-nothing", "{name} (says nothing)")
SILENCE: Final = Sentence("proof/silence", "silence", note="In the place of the name of an answer.")
OWN_LINES: Final = Sentence(
    "proof/own-lines",
    "the patient’s own lines for “{state}”",
    note="What the patient’s file holds for a reaction state, named as the file has it.",
)

# The scores.

SCORES: Final = Sentence("proof/scores", "Scores that can be earned")
EARNED: Final = Sentence("proof/earned", "earned in some play", note="In a legend: a score.")
OPEN: Final = Sentence("proof/open", "not met, not excluded", note="In a legend: a score.")
EXCLUDED: Final = Sentence("proof/excluded", "no path earns it", note="In a legend: a score.")
EARNED_SCORES: Final = Sentence("proof/earned-scores", "earned in some play: {scores}")
OPEN_SCORES: Final = Sentence("proof/open-scores", "not met, not excluded: {scores}")
EXCLUDED_SCORES: Final = Sentence("proof/excluded-scores", "no path earns it: {scores}")
SCORES_OF: Final = Sentence("proof/scores-of", "{competency}: {told}", note="For screen readers.")
NOT_REACHED: Final = Sentence("proof/not-reached", "does not come up: no path shows it", note="A competency.")
AT_MOST: Final = Sentence("proof/at-most", "at most {score}", note="The best score that can be earned.")

# Figures.

PERCENT: Final = Sentence("proof/percent", "{share} %")
BELOW_PERCENT: Final = Sentence("proof/below-percent", "< {share} %", note="Rare, and not never.")
ABOVE_PERCENT: Final = Sentence("proof/above-percent", "> {share} %", note="Almost always.")
BETWEEN: Final = Sentence("proof/between", "between {low} and {high}", note="A value of which bounds are known.")
NO_FIGURE: Final = Sentence("proof/no-figure", "–", note="Where a table has no figure.")
