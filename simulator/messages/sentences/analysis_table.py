"""What “analyse” says: lines with a heading, tables, and the figures of several scenarios side by side."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_HEADS_LINE: Final = "Heads a line; short."
_COLUMN: Final = "Heads a column; short."
_ROW: Final = "Heads a row of figures, one a scenario."

TITLE: Final = Sentence(
    "analysis-table/title",
    "{title} ({id}), difficulty {level}, {turns} turn",
    "{title} ({id}), difficulty {level}, {turns} turns",
    count="turns",
)
SITUATIONS: Final = Sentence("analysis-table/situations", "situations", note=_HEADS_LINE)
ALL_TRIED: Final = Sentence("analysis-table/all-tried", "{count}, all of them tried")
BUDGET_ENDED: Final = Sentence(
    "analysis-table/budget-ended", "{count}, then the budget ended (turn {turn}): values are bounds"
)
BEST: Final = Sentence("analysis-table/best", "best attainable", note=_HEADS_LINE)
WORST: Final = Sentence("analysis-table/worst", "worst attainable", note=_HEADS_LINE)
OF_HUNDRED: Final = Sentence("analysis-table/of-hundred", "{value} of 100")
ENDINGS: Final = Sentence("analysis-table/endings", "endings within reach", note=_HEADS_LINE)
SHORTEST_WHOLE: Final = Sentence("analysis-table/shortest-whole", "shortest whole repair", note=_HEADS_LINE)
SHORTEST_PARTIAL: Final = Sentence("analysis-table/shortest-partial", "shortest partial repair", note=_HEADS_LINE)
NONE: Final = Sentence("analysis-table/none", "none", note="There is no repair.")
WAY: Final = Sentence("analysis-table/way", "{count} turn: {steps}", "{count} turns: {steps}", count="count")
NONE_WITHOUT: Final = Sentence("analysis-table/none-without", "none of it without", note=_HEADS_LINE)
FROM_THE_WORST: Final = Sentence("analysis-table/from-the-worst", "from the worst rupture", note=_HEADS_LINE)
REPAIR_TAKES: Final = Sentence(
    "analysis-table/repair-takes",
    "the shortest repair takes {count} turn",
    "the shortest repair takes {count} turns",
    count="count",
)
TOO_LATE: Final = Sentence("analysis-table/too-late", "too late to repair", note=_HEADS_LINE)
FROM_TURN: Final = Sentence("analysis-table/from-turn", "from turn {turn} on for some ({share} of the ruptures there)")

WAY_OF_PLAYING: Final = Sentence("analysis-table/way-of-playing", "way of playing", note=_COLUMN)
POINTS: Final = Sentence("analysis-table/points", "points", note=_COLUMN)
HALF_REACH: Final = Sentence("analysis-table/half-reach", "half reach", note=_COLUMN)
GIVES_AWAY: Final = Sentence(
    "analysis-table/gives-away",
    "gives itself away to: {ways} (half of the sessions would have to reach {margin} points more than when answering at "
    "random)",
)
NO_BLIND_WINS: Final = Sentence(
    "analysis-table/no-blind-wins",
    "no way of playing that is blind to the patient wins (half of the sessions would have to reach {margin} points more than "
    "when answering at random)",
)
WHAT_POINTS_ARE: Final = Sentence(
    "analysis-table/what-points-are",
    "points: of repair value, on average; half reach: so many points or more in half of the sessions",
    note="Explains the headings of two columns.",
)
COMPETENCY: Final = Sentence("analysis-table/competency", "competency", note=_COLUMN)
MOST: Final = Sentence("analysis-table/most", "most", note=f"{_COLUMN} The best score.")
SCORES: Final = Sentence("analysis-table/scores", "scores that some play has earned", note=_COLUMN)
NOT_COMING_UP: Final = Sentence("analysis-table/not-coming-up", "does not come up", note="Of a competency.")
MOMENT: Final = Sentence("analysis-table/moment", "moment", note=_COLUMN)
A_SESSION: Final = Sentence("analysis-table/a-session", "a session", note=f"{_COLUMN} How often it comes in one.")
HOW_OFTEN: Final = Sentence(
    "analysis-table/how-often", "how often random play, silence included, comes there; its endings"
)
ENDS: Final = Sentence("analysis-table/ends", "ends {ending}", note="Of a moment: how the session ends there.")
RESPONSE: Final = Sentence("analysis-table/response", "answer", note=_COLUMN)
OFFERED: Final = Sentence("analysis-table/offered", "offered", note=_COLUMN)
COST: Final = Sentence("analysis-table/cost", "cost", note=_COLUMN)
IS_BEST: Final = Sentence("analysis-table/is-best", "best", note=_COLUMN)
WHAT_COLUMNS_ARE: Final = Sentence(
    "analysis-table/what-columns-are",
    "(mean points lost; how often none is better)",
    note="Explains the columns “cost” and “best”.",
)

ALL_SITUATIONS: Final = Sentence(
    "analysis-table/all-situations", "situations (those with the same future counted once)", note=_ROW
)
BEST_VALUE: Final = Sentence("analysis-table/best-value", "best attainable value", note=_ROW)
WHOLE_IN_TURNS: Final = Sentence("analysis-table/whole-in-turns", "shortest whole repair, in turns", note=_ROW)
LONGEST_IN_TURNS: Final = Sentence("analysis-table/longest-in-turns", "longest shortest repair, in turns", note=_ROW)
NOT_KNOWN: Final = Sentence("analysis-table/not-known", "not known", note="In place of a figure.")
IN_RANDOM_PLAY: Final = Sentence("analysis-table/in-random-play", "{ending}, in random play", note=_ROW)
MEAN_POINTS: Final = Sentence("analysis-table/mean-points", "way of playing, mean points", note="Heads a table.")

NOT_TAKEN_UP: Final = Sentence(
    "analysis-table/not-taken-up",
    "{title} ({id}), level {level}: answers that no wording of what follows takes up",
)
TAKEN_UP: Final = Sentence(
    "analysis-table/taken-up",
    "{share} of all answers are taken up by an “after:” or an opening; the commonest of the others, a session:",
)
SAID: Final = Sentence("analysis-table/said", "said", note="Heads a line: what the trainee says.")
THEN: Final = Sentence("analysis-table/then", "then", note="Heads a line: what the patient says next.")
STAYS_SILENT: Final = Sentence("analysis-table/stays-silent", "(stays silent)")
PLAYS_SO: Final = Sentence("analysis-table/plays-so", "{name}: {how}", note="A way of playing, by name, and how.")
