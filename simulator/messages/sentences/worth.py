"""What the program says of answers by their prices: what one cost or helped, where the hour was heading, what was still possible.

“The hour was heading for 40 of 100” says what somebody who chooses well about half the time would come to from there.
"""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

WORKING: Final = Sentence("worth/working", "Working out what was still possible …")
UNKNOWN: Final = Sentence("worth/unknown", "What was still possible could not be worked out.")
NO_WORTH: Final = Sentence(
    "worth/no-worth",
    "What was still possible could not be worked out. So there is no share of it and no answer is judged; all the rest "
    "holds without it.",
)
BOUNDS: Final = Sentence(
    "worth/bounds",
    "Not everything that could follow was worked out: the share is a bound, and no answer is judged.",
)
MORE_BUDGET: Final = Sentence(
    "worth/more-budget",
    "The budget ended before everything that can happen was tried: the share is a bound, and no answer is judged. Give it "
    "more with --budget-states and --budget-seconds.",
)

# What it came to.

SHARE: Final = Sentence("worth/share", "{share} %")
SHARE_AT_MOST: Final = Sentence("worth/share-at-most", "At most {share} %")
SHARE_LINE: Final = Sentence(
    "worth/share-line", "{share}: {of}", note="“share” is a percentage, “of” what it is a percentage of."
)
OF_ALL: Final = Sentence(
    "worth/of-all",
    "{reached} of the {attainable} points that could be reached (how it ended, how it felt, what you owned, how far you came).",
)
ALMOST_ALL: Final = Sentence(
    "worth/almost-all",
    "almost all, {reached} of the {attainable} points that could be reached (how it ended, how it felt, what you owned, how far you came).",
)
ALL: Final = Sentence(
    "worth/all",
    "all of the {attainable} points that could be reached (how it ended, how it felt, what you owned, how far you came).",
)
OF_AT_LEAST: Final = Sentence(
    "worth/of-at-least",
    "{reached} of at least {attainable} points that could be reached (how it ended, how it felt, what you owned, how far you came).",
)
GOES_ON: Final = Sentence("worth/goes-on", "The session goes on; {attainable} points can still be reached.")

# How it was played.

PLAYED_BEST: Final = Sentence("worth/played-best", "How it was played: every answer was as good as any on offer.")
PLAYED_WELL: Final = Sentence(
    "worth/played-well", "How it was played: on average an answer came close to the best on offer."
)
PLAYED_A_LITTLE: Final = Sentence("worth/played-a-little", "How it was played: on average an answer cost a little.")
PLAYED_SOMETHING: Final = Sentence("worth/played-something", "How it was played: on average an answer cost something.")
PLAYED_A_LOT: Final = Sentence("worth/played-a-lot", "How it was played: on average an answer cost a lot.")

# The turns that matter.

AGAIN_LITTLE: Final = Sentence("worth/again-little", "The turn to say again: turn {turn}, which cost a little.")
AGAIN_SOMETHING: Final = Sentence("worth/again-something", "The turn to say again: turn {turn}, which cost something.")
AGAIN_A_LOT: Final = Sentence("worth/again-a-lot", "The turn to say again: turn {turn}, which cost a lot.")
NONE_COST_MUCH: Final = Sentence("worth/none-cost-much", "No single turn cost much.")
HELPED_MOST: Final = Sentence("worth/helped-most", "Turn {turn} helped most.")
STOPPING_COST: Final = Sentence(
    "worth/stopping-cost",
    "Stopping there cost more than any turn: the hour was heading for {heading} of 100 and came to {reached}.",
)
MARK_AGAIN: Final = Sentence(
    "worth/mark-again", "to say again", note="Beside a point of the chart: the costliest turn."
)
MARK_HELPED: Final = Sentence("worth/mark-helped", "helped most", note="Beside a point of the chart.")
MARK_STOPPED: Final = Sentence("worth/mark-stopped", "stopped", note="Beside a point of the chart.")
HERE_AGAIN: Final = Sentence("worth/here-again", "This is the turn to say again.")
HERE_HELPED: Final = Sentence("worth/here-helped", "This turn helped most.")

# One answer. The label stands in a legend, the sentence on a card and beside the chart.

LABEL_AS_GOOD: Final = Sentence("worth/label-as-good", "As good as any answer")
LABEL_LITTLE: Final = Sentence("worth/label-little", "Cost a little")
LABEL_SOME: Final = Sentence("worth/label-some", "Cost something")
LABEL_LOT: Final = Sentence("worth/label-lot", "Cost a lot")
AS_GOOD: Final = Sentence("worth/as-good", "As good as any answer here.")
NONE_HELPED: Final = Sentence("worth/none-helped", "None of the answers here would have helped much.")
ANOTHER_HELPS: Final = Sentence("worth/another-helps", "This hinders, and another answer would have helped.")
HELPED: Final = Sentence("worth/helped", "As good as any answer here, and it helped.")
HELPED_A_LOT: Final = Sentence("worth/helped-a-lot", "As good as any answer here, and it helped a lot.")
COST_LITTLE: Final = Sentence("worth/cost-little", "Cost a little.")
COST_SOME: Final = Sentence("worth/cost-some", "Cost something.")
COST_LOT: Final = Sentence("worth/cost-lot", "Cost a lot.")
OF_TURN: Final = Sentence("worth/of-turn", "Turn {turn}. {judged}", note="“judged” is a whole sentence.")

HEADING: Final = Sentence("worth/heading", "Before it the hour was heading for {before} of 100, after it for {after}.")
HEADING_END: Final = Sentence(
    "worth/heading-end", "Before it the hour was heading for {before} of 100; with it, it ended at {after}."
)
HEADING_BETTER: Final = Sentence(
    "worth/heading-better",
    "After it the hour was heading for {after} of 100, after the best answer here for {best}.",
)
HEADING_BETTER_END: Final = Sentence(
    "worth/heading-better-end",
    "With it the hour ended at {after} of 100; after the best answer here it was heading for {best}.",
)

# Equal answers that were not judged alike.

FEWER_TURNS: Final = Sentence(
    "worth/fewer-turns", "At turn {turn} the same answer was judged otherwise: more turns were left then."
)
FEWER_TURNS_FELT: Final = Sentence(
    "worth/fewer-turns-felt",
    "At turn {turn} the same answer was judged otherwise: more turns were left then, and how it was between you has changed "
    "since.",
)
FEWER_TURNS_REMEMBERED: Final = Sentence(
    "worth/fewer-turns-remembered",
    "At turn {turn} the same answer was judged otherwise: more turns were left then, and more is remembered since.",
)
FEWER_TURNS_FELT_REMEMBERED: Final = Sentence(
    "worth/fewer-turns-felt-remembered",
    "At turn {turn} the same answer was judged otherwise: more turns were left then, how it was between you has changed "
    "since, and more is remembered.",
)

# The proof: what could still be reached.

NO_REPAIR_ANY_MORE: Final = Sentence("worth/no-repair-any-more", "After it no repair could be reached any more.")
NO_REPAIR_ANY_MORE_LATE: Final = Sentence(
    "worth/no-repair-any-more-late",
    "After it no repair could be reached any more; by then hardly any way to one was left.",
)
NO_REPAIR_FROM_HERE: Final = Sentence("worth/no-repair-from-here", "No repair could be reached from here any more.")
NO_WHOLE_REPAIR_ANY_MORE: Final = Sentence(
    "worth/no-whole-repair-any-more",
    "After it a whole repair could no longer be reached; the shortest partial one was {turns} turn away.",
    many="After it a whole repair could no longer be reached; the shortest partial one was {turns} turns away.",
    count="turns",
)
PARTIAL_REPAIR: Final = Sentence(
    "worth/partial-repair",
    "After it the shortest partial repair was {turns} turn away; a whole one could not be reached.",
    many="After it the shortest partial repair was {turns} turns away; a whole one could not be reached.",
    count="turns",
)
WHOLE_REPAIR: Final = Sentence(
    "worth/whole-repair",
    "After it the shortest whole repair was {turns} turn away.",
    many="After it the shortest whole repair was {turns} turns away.",
    count="turns",
)
ENDED_TOO_SOON: Final = Sentence("worth/ended-too-soon", "Until then a repair could still be reached.")
ENDED_PARTLY: Final = Sentence("worth/ended-partly", "With it the session ended partly repaired.")
ENDED_WELL: Final = Sentence("worth/ended-well", "With it the session came to a good end.")

POSSIBLE_HERE: Final = Sentence("worth/possible-here", "What was still possible here")
SHORTEST_WAY: Final = Sentence("worth/shortest-way", "The shortest repair still open after your answer")
POSSIBLE_LINE: Final = Sentence("worth/possible-line", "Still possible here: {words}")
SHORTEST_WAY_FROM: Final = Sentence("worth/shortest-way-from", "The shortest repair still open after turn {turn}:")
SHOW_WAY: Final = Sentence("worth/show-way", "Show")
HIDE_WAY: Final = Sentence("worth/hide-way", "Hide")
SHOW_WHAT: Final = Sentence("worth/show-what", "{verb}: {what}", note="What a screen reader says of “Show” or “Hide”.")
QUOTED: Final = Sentence("worth/quoted", "“{words}”")
SILENCE: Final = Sentence("worth/silence", "Stay with the silence.")

# The chart.

CURVE: Final = Sentence("worth/curve", "Where the hour was heading")
CURVE_FOR_WHOM: Final = Sentence(
    "worth/curve-for-whom",
    "where the hour was heading for someone who chooses well about half the time (our assumption)",
)
CHART: Final = Sentence("worth/chart", "The alliance, and where the hour was heading. {line}")
