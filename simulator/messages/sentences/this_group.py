"""What the page for the group says."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("this-group/title", "This group")
REGION: Final = Sentence("this-group/region", "For the next meeting of the group")
HANDED_IN: Final = Sentence("this-group/handed-in", "Handed in since {day}")
HANDED_IN_FIRST: Final = Sentence("this-group/handed-in-first", "Handed in so far")
NOBODY: Final = Sentence("this-group/nobody", "Nobody yet.")
NAMES: Final = Sentence("this-group/names", "From {names}.", note="Names of people, one after the other.")
SEVERAL: Final = Sentence(
    "this-group/several", "{name} ({count})", note="A person, and how many conversations of theirs."
)
BRACKETS: Final = Sentence(
    "this-group/brackets", "In brackets: how many conversations, where somebody handed in more than one."
)
SINCE: Final = Sentence("this-group/since", "Counted since")
SINCE_MEETING: Final = Sentence("this-group/since-meeting", "the last meeting ({day})")
SINCE_WEEKS: Final = Sentence(
    "this-group/since-weeks", "{count} week ago ({day})", "{count} weeks ago ({day})", count="count"
)
EVERYTHING: Final = Sentence("this-group/everything", "the beginning")
COUNTED_SINCE: Final = Sentence(
    "this-group/counted-since", "{told} Counted since {when}.", note="A sentence that counts, and since when."
)
COUNTED_ALL: Final = Sentence(
    "this-group/counted-all", "{told} Of all that was handed in so far.", note="A sentence that counts."
)
OPENS: Final = Sentence("this-group/opens", "The hour begins.")
PEOPLE_HELP: Final = Sentence(
    "this-group/people-help", "Choose a name to see their conversations and what has not come up for them yet."
)
STRENGTH: Final = Sentence("this-group/strength", "A strength to begin with")
STRENGTH_SAID: Final = Sentence(
    "this-group/strength-said",
    "{competency}: met in {met} of the {came_up} turns in which it came up, by {count} of {all} person.",
    "{competency}: met in {met} of the {came_up} turns in which it came up, by {count} of {all} people.",
    count="count",
)
MOMENTS: Final = Sentence("this-group/moments", "A moment to replay together")
MOMENT_OF: Final = Sentence(
    "this-group/moment-of",
    "“{title}”, with {patient}: {count} person came to it.",
    "“{title}”, with {patient}: {count} people came to it.",
    count="count",
)
MOST_CAME_HERE: Final = Sentence("this-group/most-came-here", "No moment of this scenario was met by more people.")
SAID_THERE: Final = Sentence("this-group/said-there", "What was said there:")
CORRECT_SAID: Final = Sentence("this-group/correct-said", "What these sentences are …")
SIGN: Final = Sentence("this-group/sign", "The sign most often passed over")
SIGN_SAID: Final = Sentence(
    "this-group/sign-said",
    "{sign} It was not seen for what it was in {count} turn, in conversations of {people}. What was said there may have met it all the same.",
    "{sign} It was not seen for what it was in {count} turns, in conversations of {people}. What was said there may have met it all the same.",
    count="count",
)
FOR_EXAMPLE: Final = Sentence("this-group/for-example", "For example:")
AND_ELSEWHERE: Final = Sentence("this-group/and-elsewhere", "And in another moment:")
QUESTION: Final = Sentence("this-group/question", "A question for the group")
ASK_SIGN: Final = Sentence(
    "this-group/ask-sign",
    "{sign} That is easily passed over. What were you busy with when it came?",
    note="A sentence about a patient: “Ines said little.”",
)
ASK_PULL: Final = Sentence(
    "this-group/ask-pull", "Where did you feel pulled to do something, and what did you do with that?"
)
ASK_WORDS: Final = Sentence(
    "this-group/ask-words", "What would each of you say now, in your own words, in the moment above?"
)
ONE_OF_YOU: Final = Sentence("this-group/one-of-you", "One of you")
ALL_OF_YOU: Final = Sentence("this-group/all-of-you", "You", note="Whoever is the therapist, in a scenario’s opening.")
SAYS_NOTHING: Final = Sentence("this-group/says-nothing", "(says nothing)")
STAYED_SILENT: Final = Sentence("this-group/stayed-silent", "(stayed silent)")
NOTHING_RELEASED: Final = Sentence(
    "this-group/nothing-released",
    "No moment is shown: none that two people came to was released for the group by both of them.",
)
ANOTHER: Final = Sentence("this-group/another", "Another one")
LEAVE_OUT: Final = Sentence("this-group/leave-out", "Leave out")
PIN: Final = Sentence("this-group/pin", "Keep this one")
PINNED: Final = Sentence("this-group/pinned", "Kept")
PIN_HELP: Final = Sentence(
    "this-group/pin-help", "It stays on this page until you let it go. Printed is whatever stands here, kept or not."
)
FOR: Final = Sentence(
    "this-group/for", "{what}: {part}", note="What a button does, and the part of the page that it is about."
)
ALL_BACK: Final = Sentence("this-group/all-back", "Propose everything again")
HAVE_MET: Final = Sentence("this-group/have-met", "We have met")
HAVE_MET_HELP: Final = Sentence(
    "this-group/have-met-help", "From now on only what is taken in later counts as new, and the page begins anew."
)
LOOK_CLOSER: Final = Sentence("this-group/look-closer", "Look closer")
RESEARCH: Final = Sentence("this-group/research", "Research …")
RESEARCH_HIDE: Final = Sentence("this-group/research-hide", "Close research")
RESEARCH_LEAD: Final = Sentence(
    "this-group/research-lead",
    "About the scenarios and the rubric rather than about anybody, for whoever works on them.",
)
WHAT_WAS_HANDED_IN: Final = Sentence("this-group/what-was-handed-in", "What was handed in")
NOT_VERIFIED: Final = Sentence(
    "this-group/not-verified",
    "{count} of the conversations counted here is of another edition and could not be verified.",
    "{count} of the conversations counted here are of another edition and could not be verified.",
    count="count",
)
SHOW: Final = Sentence("this-group/show", "Show to the group")
STOP_HERE: Final = Sentence("this-group/stop-here", "Stop here. Everybody says a sentence of their own.")
OWN_SENTENCES: Final = Sentence("this-group/own-sentences", "Sentences of the group (nothing of this is kept)")
SHOW_WHAT_WAS_SAID: Final = Sentence("this-group/show-what-was-said", "Show what was said")
SHOW_WHAT_CAME: Final = Sentence("this-group/show-what-came", "Show what came of it")
ANOTHER_COURSE: Final = Sentence("this-group/another-course", "What somebody else said")
WAS_SAID: Final = Sentence("this-group/was-said", "This was said")
SAID_OF: Final = Sentence("this-group/said-of", "This was said ({number} of {count})")
ALL_SHOWN: Final = Sentence("this-group/all-shown", "That is everything that was said in this moment.")
CAME_OF_IT: Final = Sentence("this-group/came-of-it", "This came of it")
LEAVE_REPLAY: Final = Sentence("this-group/leave-replay", "Back to the page (Esc)")
REPLAY_REGION: Final = Sentence("this-group/replay-region", "A moment shown to the group")
