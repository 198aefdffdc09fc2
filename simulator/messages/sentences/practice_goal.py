"""The one thing to practise: what is proposed, where it is kept, and the question after the next conversation."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# At the end of the debriefing.

TITLE: Final = Sentence("goal/title", "One thing to practise")
LEAD_FROM_TURN: Final = Sentence(
    "goal/lead-from-turn", "Proposed from turn {turn}. Put it into words of your own; only you see it."
)
LEAD: Final = Sentence("goal/lead", "One sentence to take along. Put it into words of your own; only you see it.")
WORKING: Final = Sentence("goal/working", "Looking for one thing that would help most …")
KEEP: Final = Sentence("goal/keep", "Take this along")
CHANGE: Final = Sentence("goal/change", "Keep the change")
DROP: Final = Sentence("goal/drop", "Take nothing along")
STANDS: Final = Sentence(
    "goal/stands", "It stands in your next briefing, and is the first question after that conversation."
)
STILL_STANDS: Final = Sentence(
    "goal/still-stands",
    "This still stands in your next briefing: {goal} If you take the new one along, it takes its place.",
)
DROPPED: Final = Sentence("goal/dropped", "Nothing is taken along from here.")
TOO_LONG: Final = Sentence(
    "goal/too-long", "There is room for {most} characters here; these are {length}. Shorten it to keep it."
)

# In the next briefing, and after the conversation.

IN_BRIEFING: Final = Sentence("goal/in-briefing", "You wanted to practise this: {goal}")
REGION: Final = Sentence("goal/region", "What you wanted to practise")
QUESTION_TITLE: Final = Sentence("goal/question-title", "You wanted to practise this")
DID_IT_COME: Final = Sentence("goal/did-it-come", "Did the moment for it come?")
CAME: Final = Sentence("goal/came", "Yes")
CAME_NOT: Final = Sentence("goal/came-not", "No")
NOT_SURE: Final = Sentence("goal/not-sure", "I am not sure")
WHAT_DID_YOU_SAY: Final = Sentence("goal/what-did-you-say", "What did you say?")
FOR_YOU: Final = Sentence("goal/for-you", "Only you see this, and it is not scored.")
GO_ON: Final = Sentence("goal/go-on", "Go on to the debriefing")
SKIP: Final = Sentence("goal/skip", "Not now")
SKIP_HINT: Final = Sentence("goal/skip-hint", "It stays in your briefing, and is asked after the next conversation.")

# In the debriefing, once it was answered.

ANSWERED: Final = Sentence("goal/answered", "What you had wanted to practise: {goal}")
IT_CAME: Final = Sentence("goal/it-came", "The moment came, as you saw it.")
IT_DID_NOT_COME: Final = Sentence("goal/it-did-not-come", "The moment did not come, as you saw it.")
UNSURE: Final = Sentence("goal/unsure", "You were not sure whether the moment came.")
YOU_SAID: Final = Sentence("goal/you-said", "What you said, in your words: {words}")

# What is proposed. The trainee says it of themselves: the moment first, then what is done in it.

WITHDRAWN_OWN: Final = Sentence(
    "goal/withdrawn-own", "When somebody goes quiet on me, I say what I did just before, and ask for nothing back."
)
WITHDRAWN_ASK: Final = Sentence(
    "goal/withdrawn-ask", "When somebody goes quiet on me, I ask what just happened for them, and wait."
)
WITHDRAWN_UNDERSTAND: Final = Sentence(
    "goal/withdrawn-understand", "When somebody goes quiet on me, I say that it makes sense to be careful here."
)
WITHDRAWN_WAIT: Final = Sentence(
    "goal/withdrawn-wait", "When I have asked and somebody goes quiet, I stay with the silence and do not fill it."
)
WITHDRAWN_CHANGE: Final = Sentence(
    "goal/withdrawn-change", "When somebody goes quiet over what we do here, I offer to change it together."
)
DEFERRED_OWN: Final = Sentence(
    "goal/deferred-own", "When a yes comes too quickly, I say what I did to make a no difficult."
)
DEFERRED_ASK: Final = Sentence(
    "goal/deferred-ask", "When a yes comes too quickly, I ask for the part that does not fit, before I go on."
)
DEFERRED_UNDERSTAND: Final = Sentence(
    "goal/deferred-understand", "When somebody looks after me, I say that it makes sense to keep the peace here."
)
DEFERRED_WAIT: Final = Sentence(
    "goal/deferred-wait", "When I have asked for a no, I wait for it and do not take the first yes."
)
DEFERRED_CHANGE: Final = Sentence(
    "goal/deferred-change", "When somebody half says what they want, I take it seriously and act on it."
)
CONFRONTED_OWN: Final = Sentence(
    "goal/confronted-own", "When somebody protests, I name my own part in it before I explain anything."
)
CONFRONTED_ASK: Final = Sentence(
    "goal/confronted-ask", "When somebody protests, I ask to hear more of it before I answer it."
)
CONFRONTED_UNDERSTAND: Final = Sentence(
    "goal/confronted-understand", "When somebody protests, I say what I can understand in it before anything else."
)
CONFRONTED_WAIT: Final = Sentence(
    "goal/confronted-wait", "When somebody protests, I let it stand and give them time, before I say anything."
)
CONFRONTED_CHANGE: Final = Sentence(
    "goal/confronted-change", "When somebody protests about what we do here, I talk with them about changing it."
)
OPENING_OWN: Final = Sentence(
    "goal/opening-own", "When somebody begins to say what was wrong, I name my own part in it, plainly."
)
OPENING_ASK: Final = Sentence(
    "goal/opening-ask", "When somebody begins to say what was wrong, I follow it with one question more."
)
OPENING_UNDERSTAND: Final = Sentence(
    "goal/opening-understand", "When somebody lets me see what hurt, I stay with that before I do anything about it."
)
OPENING_WAIT: Final = Sentence(
    "goal/opening-wait", "When somebody begins to say what was wrong, I give it time and do not help it along."
)
OPENING_CHANGE: Final = Sentence(
    "goal/opening-change", "When somebody says plainly what they want, I act on it with them."
)
SEE: Final = Sentence("goal/see", "Before I answer, I say to myself what I have just seen between us.")
TURN_TO_IT: Final = Sentence(
    "goal/turn-to-it", "When something has changed between us, I say so in my very next sentence."
)
OWN: Final = Sentence("goal/own", "When it strains between us, I say what I did, and what it may have been like.")
ASK: Final = Sentence("goal/ask", "When it strains between us, I ask what it was like, and follow the answer.")
UNDERSTAND: Final = Sentence(
    "goal/understand", "When it strains between us, I say what makes sense in it before I go on."
)
NOT_EXPLAIN: Final = Sentence("goal/not-explain", "When I want to explain myself, I first ask what it was like.")
CHANGE_IT: Final = Sentence(
    "goal/change-it", "When somebody struggles with what we do here, I talk about it as something we can change."
)
STAY: Final = Sentence("goal/stay", "When somebody begins to say more, I stay there a little longer.")
COME_BACK: Final = Sentence(
    "goal/come-back", "When my answer has made it worse, I come back to that in my next sentence."
)
CHECK: Final = Sentence("goal/check", "Before the hour ends, I ask how it is between us now.")
