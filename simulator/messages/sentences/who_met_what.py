"""What the page says that tells who met what."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("who-met-what/title", "Who met what")
LEAD: Final = Sentence(
    "who-met-what/lead",
    "“12 of 20” says: it came up in 20 turns and was met in 12. It came up where what was said or seen counts for or against it "
    "by the rubric, and was met where nothing counts against it. Each turn stands under the rupture that came last before it. "
    "“Likely met in 38 to 79 of 100” says how far the share may lie from this in a group like yours. A count is no measure of a "
    "person, and few turns say little.",
)
ABOUT: Final = Sentence("who-met-what/about", "What came up")
ALL_FAMILIES: Final = Sentence("who-met-what/all", "All together")
WITHDRAWAL: Final = Sentence("who-met-what/withdrawal", "Withdrawal")
DEFERENCE: Final = Sentence("who-met-what/deference", "Deference")
CONFRONTATION: Final = Sentence("who-met-what/confrontation", "Confrontation")
MIXED: Final = Sentence("who-met-what/mixed", "Mixed")
MET_OF: Final = Sentence("who-met-what/met-of", "{met} of {came_up}")
NEVER: Final = Sentence("who-met-what/never", "–", note="In a cell of a table: it did not come up.")
WITH_PEOPLE: Final = Sentence(
    "who-met-what/with-people", "{met_of} · {count} person", "{met_of} · {count} people", count="count"
)
WITH_INTERVAL: Final = Sentence(
    "who-met-what/with-interval",
    "{with_people} · likely met in {low} to {high} of 100",
    note="Where the share that is met likely lies: “12 of 20 · 6 people · likely met in 38 to 79 of 100”.",
)
WHOSE: Final = Sentence("who-met-what/whose", "Only some people …")
WHOSE_HIDE: Final = Sentence("who-met-what/whose-hide", "Hide the names (whoever is ticked stays so)")
WITH_MEAN: Final = Sentence(
    "who-met-what/with-mean",
    "{met_of} · mean {mean} in {count} first meeting",
    "{met_of} · mean {mean} in {count} first meetings",
    count="count",
    note="The mean of somebody’s scores from 1 to 5.",
)
WITH_MEAN_BEFORE: Final = Sentence(
    "who-met-what/with-mean-before",
    "{met_of} · mean {mean} in {count} first meeting, before corrections",
    "{met_of} · mean {mean} in {count} first meetings, before corrections",
    count="count",
)
APART: Final = Sentence("who-met-what/apart", "Whether a mean may be told of a person …")
APART_HIDE: Final = Sentence("who-met-what/apart-hide", "Close")
APART_LEAD: Final = Sentence(
    "who-met-what/apart-lead",
    "A mean of somebody’s scores is shown where its reliability is sure to reach {enough}, also at the lower end of what is likely: "
    "then most of what sets people apart is theirs and not that of the conversations they happened to have. Counted are "
    "everybody’s verified first meetings, whatever is asked about here, as the program scores them, before any correction. "
    "The page Agreement shows the same figures. Until then there are counts.",
)
APART_LINE: Final = Sentence(
    "who-met-what/apart-line",
    "{competency}: reliability of one conversation {one}. A mean is shown from {count} first meeting on.",
    "{competency}: reliability of one conversation {one}. A mean is shown from {count} first meetings on.",
    count="count",
)
APART_NOT_SURE: Final = Sentence(
    "who-met-what/apart-not-sure",
    "{competency}: reliability of one conversation {one}. It is not clear yet how many conversations a mean would take.",
)
APART_NO_NUMBER: Final = Sentence("who-met-what/apart-no-number", "{competencies}: {why}")
BY_PERSON: Final = Sentence("who-met-what/by-person", "By person")
BY_PERSON_LEAD: Final = Sentence(
    "who-met-what/by-person-lead",
    "How often each person met it, of how often it came up for them. In the order of the alphabet; there is no order by these numbers.",
)
PERSON: Final = Sentence("who-met-what/person", "Who")
HOW_TO: Final = Sentence("who-met-what/how-to", "Choose a cell to see the conversations behind it.")
BEHIND: Final = Sentence("who-met-what/behind", "{what}: met {met} of {came_up}")
BEHIND_NOTHING: Final = Sentence("who-met-what/behind-nothing", "{what}: it did not come up.")
OF_WHAT: Final = Sentence("who-met-what/of-what", "{competency} · {where}")
LINE: Final = Sentence("who-met-what/line", "{name} · {title}, {day} · {turns}")
MET_IN: Final = Sentence("who-met-what/met-in", "met in turn {turns}", "met in turns {turns}", count="count")
NOT_MET_IN: Final = Sentence(
    "who-met-what/not-met-in", "not met in turn {turns}", "not met in turns {turns}", count="count"
)
OTHER_EDITION: Final = Sentence(
    "who-met-what/other-edition",
    "{count} of these conversations is of another edition and could not be verified.",
    "{count} of these conversations are of another edition and could not be verified.",
    count="count",
)
NOTHING: Final = Sentence("who-met-what/nothing", "Nothing that was handed in is asked about.")
COUNTED: Final = Sentence(
    "who-met-what/counted",
    "{count} conversation of {people}, of all that was handed in so far.",
    "{count} conversations of {people}, of all that was handed in so far.",
    count="count",
)
COUNTED_SINCE: Final = Sentence(
    "who-met-what/counted-since",
    "{count} conversation of {people}, held since {day}.",
    "{count} conversations of {people}, held since {day}.",
    count="count",
)
SCENARIO: Final = Sentence("who-met-what/scenario", "Scenario")
MODE: Final = Sentence("who-met-what/mode", "Mode")
PERIOD: Final = Sentence("who-met-what/period", "Since")
ANY: Final = Sentence("who-met-what/any", "All")
WEEKS: Final = Sentence("who-met-what/weeks", "{count} week ago", "{count} weeks ago", count="count")
FIRST_ONLY: Final = Sentence("who-met-what/first-only", "First meetings only")
