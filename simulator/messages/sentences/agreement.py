"""What the page says that tells how far raters agree, and how many more would be enough."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("agreement/title", "Agreement")
REGION: Final = Sentence("agreement/region", "Agreement")
WHAT_IT_SHOWS: Final = Sentence(
    "agreement/what-it-shows", "This shows that two readings of this rubric agree, not that either measures skill."
)
LEAD: Final = Sentence(
    "agreement/lead",
    "Counted are verified conversations that were rated blind, by edition {rubric} of the rubric. Signed ones of another edition "
    "are never counted. Below {least} distinct transcripts there is no number.",
)
WORKING: Final = Sentence("agreement/working", "Working it out …")
NOBODY: Final = Sentence(
    "agreement/nobody", "Nobody has rated anything yet. Ask two people to rate the same conversations; then come back."
)
RATE: Final = Sentence("agreement/rate", "Rate blind")
BACK: Final = Sentence("agreement/back", "Back to what was handed in")
WHO_WITH_WHOM: Final = Sentence("agreement/who", "Who with whom")
EACH_OTHER: Final = Sentence("agreement/each-other", "Raters with each other")
WITH_THE_PROGRAM: Final = Sentence("agreement/with-the-program", "{rater} with the program")
HAVE_RATED: Final = Sentence(
    "agreement/have-rated",
    "Of all that was handed in so far {count} conversation was rated, by {raters}.",
    "Of all that was handed in so far {count} conversations were rated, by {raters}.",
    count="count",
)
ONE_RATER: Final = Sentence(
    "agreement/one-rater",
    "Only {rater} has rated so far. A second rater shows how far two people agree; how far {rater} and the program do can be "
    "seen already.",
)
MAY_CONCLUDE: Final = Sentence("agreement/may-conclude", "What may be concluded")
MAY_COMPARE: Final = Sentence(
    "agreement/may-compare",
    "{competency}: people may be compared by their means, likely from {count} conversation each on (between {least} and {most}), "
    "and to be sure from {most} on.",
    "{competency}: people may be compared by their means, likely from {count} conversations each on (between {least} and "
    "{most}), and to be sure from {most} on.",
    count="count",
)
IN_NO_OTHER: Final = Sentence(
    "agreement/in-no-other",
    "In nothing else yet. For {competencies} it is not clear how many conversations it would take.",
    note="Names of competencies, one after the other.",
)
IN_NONE: Final = Sentence(
    "agreement/in-none",
    "People may be compared in nothing yet: it is not clear for any competency how many conversations it would take.",
)
TWO_QUESTIONS: Final = Sentence(
    "agreement/two-questions",
    "Whether raters agree is one question: do two of them read the same conversation in the same way? Whether people may be "
    "compared is another: does one conversation of a person tell how their next one goes? Raters can agree well on numbers that "
    "belong to the conversation rather than to the person.",
)
FOR_EXAMPLE: Final = Sentence(
    "agreement/for-example",
    "For example {competency}: {raters} between raters, {one} from one conversation to the next. Zero or less says that two "
    "conversations of one person are no more alike than those of two people: nobody can be compared by it.",
)
MEANINGS: Final = Sentence("agreement/meanings", "What these numbers mean …")
MEANINGS_HIDE: Final = Sentence("agreement/meanings-hide", "Close")
KAPPA_MEANS: Final = Sentence(
    "agreement/kappa-means",
    "Weighted kappa says how far raters give the same number, beyond what chance alone would bring: 1 is always, 0 is no more than "
    "chance, below 0 is less. “Quadratic” counts two numbers that lie far apart as much worse than neighbours; “linear” counts "
    "every step the same.",
)
ICC_MEANS: Final = Sentence(
    "agreement/icc-means",
    "ICC(2,1) says how far the number of one rater would hold if another had rated; ICC(2,k) says the same of the mean of all "
    "who are compared. For both, 1 is entirely and 0 is not at all.",
)
COUNT_MEANS: Final = Sentence(
    "agreement/count-means",
    "“32 (30)” says that 32 conversations are counted, and that 30 of them took different courses. “0.75 (0.60 to 0.86)” is a "
    "number with the bounds between which it likely lies.",
)

# Columns, and what stands in them.

ABOUT: Final = Sentence("agreement/about", "About")
COUNT: Final = Sentence("agreement/count", "Conversations (distinct)")
QUADRATIC: Final = Sentence("agreement/quadratic", "Weighted kappa, quadratic")
LINEAR: Final = Sentence("agreement/linear", "Weighted kappa, linear")
SINGLE: Final = Sentence("agreement/single", "ICC(2,1)")
MEAN: Final = Sentence("agreement/mean", "ICC(2,k)")
LEFT: Final = Sentence("agreement/left", "Left out")
N_DISTINCT: Final = Sentence("agreement/n-distinct", "{count} ({distinct})")
WITH_INTERVAL: Final = Sentence("agreement/with-interval", "{value} ({low} to {high})")
NO_NUMBER: Final = Sentence("agreement/no-number", "–", note="In a cell of a table: there is no number.")
HOW_TO: Final = Sentence("agreement/how-to", "Choose a row to see what was left out and what else can be said.")

# One row, in words.

ROW: Final = Sentence("agreement/row", "{competency} · {who}")
RATERS: Final = Sentence("agreement/raters", "Compared: {raters}.")
THE_PROGRAM: Final = Sentence("agreement/the-program", "the program")
IN_ALL: Final = Sentence(
    "agreement/in-all",
    "{count} conversation of {people}, {distinct}.",
    "{count} conversations of {people}, {distinct}.",
    count="count",
)
TOO_FEW: Final = Sentence(
    "agreement/too-few",
    "Too few for a number: {distinct}, and it takes {least}. Two conversations that took the same course count once.",
)
FEW_PEOPLE: Final = Sentence(
    "agreement/few-people",
    "They are of fewer than {least} people, so nothing can be said of how sure these numbers are.",
)
NO_INTERVAL: Final = Sentence(
    "agreement/no-interval", "Where no interval stands, the numbers do not part often enough to say how sure that is."
)
ONE_CATEGORY: Final = Sentence(
    "agreement/one-category",
    "Everybody gave every conversation the same number. Chance would agree as well, so there is no number for agreement.",
)
NOTHING_LEFT: Final = Sentence("agreement/nothing-left", "Nothing was left out.")
LEFT_OUT: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "other-edition": Sentence(
            "agreement/left-other-edition",
            "Left out: {count} signed, of another edition.",
            "Left out: {count} signed, of another edition.",
            count="count",
        ),
        "other-rubric": Sentence(
            "agreement/left-other-rubric",
            "Left out: {count} rated by another edition of the rubric.",
            "Left out: {count} rated by another edition of the rubric.",
            count="count",
        ),
        "not-by-all": Sentence(
            "agreement/left-not-by-all",
            "Left out: {count} not rated by everybody who is compared.",
            "Left out: {count} not rated by everybody who is compared.",
            count="count",
        ),
        "no-number": Sentence(
            "agreement/left-no-number",
            "Left out: {count} where one of them gave a word in place of a number.",
            "Left out: {count} where one of them gave a word in place of a number.",
            count="count",
        ),
    }
)
HOW_MADE: Final = Sentence(
    "agreement/how-made",
    "Weighted kappa after Cohen (1968), the five numbers of the rubric as categories; intraclass correlations after Shrout and "
    "Fleiss (1979), as if these raters stood for others like them. The bounds in brackets would hold the number in 95 of 100 groups "
    "like this one: people and distinct transcripts are drawn again and again for them.",
)

# How many more.

MORE: Final = Sentence("agreement/more", "How many more would be enough")
MORE_LEAD: Final = Sentence(
    "agreement/more-lead",
    "Reliability says how far a number would hold from one rater, or one conversation, to the next. The mean of several holds "
    "better: here stands how many it takes, after Spearman and Brown, if more are like those there are. This program shows "
    "somebody’s mean from {mean} on, where even the lower bound reaches it; research asks for {research}.",
)
TO_REACH_RATERS: Final = Sentence("agreement/to-reach-raters", "Raters for {target}")
ONE_CONVERSATION_IS: Final = Sentence("agreement/one-conversation-is", "One conversation")
HELD: Final = Sentence("agreement/held", "First meetings (distinct)")
TO_REACH: Final = Sentence("agreement/to-reach", "Conversations for {target}")
NOT_CLEAR: Final = Sentence("agreement/not-clear", "not clear yet", note="In a cell: how many more it would take.")
WITH_RANGE: Final = Sentence("agreement/with-range", "{count} ({least} to {most})")
MORE_RATERS: Final = Sentence(
    "agreement/more-raters",
    "One rater: {one}. The mean of these {raters}: {mean}. It takes {count} to reach {target}, likely between {least} and {most}.",
    "One rater: {one}. The mean of these {raters}: {mean}. It takes {count} to reach {target}, likely between {least} and {most}.",
    count="count",
)
RATERS_NOT_CLEAR: Final = Sentence(
    "agreement/raters-not-clear",
    "One rater: {one}. It is not sure enough that this is more than nothing to say how many raters it takes to reach {target}.",
)
MORE_CONVERSATIONS: Final = Sentence(
    "agreement/more-conversations",
    "One conversation: {one}. With {each} each, as now: {mean}. {count} more scenario for each person to reach {target}, likely "
    "between {least} and {most}.",
    "One conversation: {one}. With {each} each, as now: {mean}. {count} more scenarios for each person to reach {target}, likely "
    "between {least} and {most}.",
    count="count",
)
CONVERSATIONS_ENOUGH: Final = Sentence(
    "agreement/conversations-enough",
    "One conversation: {one}. With {each} each, as now: {mean}. That reaches {target}; it takes {count}, likely between {least} "
    "and {most}.",
)
CONVERSATIONS_NOT_CLEAR: Final = Sentence(
    "agreement/conversations-not-clear",
    "One conversation: {one}. It is not sure enough that this is more than nothing to say how many scenarios it takes to reach "
    "{target}.",
)
CONVERSATIONS_TOO_FEW: Final = Sentence(
    "agreement/conversations-too-few",
    "Too few first meetings to say how far one tells of the next: {people} with two or more, {distinct}. It takes {least_people} people and {least} "
    "distinct transcripts.",
)
BETWEEN_SCENARIOS: Final = Sentence(
    "agreement/between-scenarios",
    "Counted are verified first meetings of all that was handed in so far, as the program scores them. People met different "
    "scenarios, and that lowers these numbers: they are rather too low than too high.",
)
PEOPLE: Final = Sentence("agreement/people", "{count} person", "{count} people", count="count")
