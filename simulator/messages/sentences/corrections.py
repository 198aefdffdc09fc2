"""What is said of corrections: of what a sentence is, for everybody who said it, and of a rating in one conversation."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

# What goes wrong.

NO_REASON: Final = Sentence("corrections/no-reason", "Say why: whoever reads the correction later has nothing else.")
NO_NAME: Final = Sentence("corrections/no-name", "Say who you are: a correction stands under a name.")
SAME_NAME: Final = Sentence(
    "corrections/same-name",
    "{name} has proposed this. It takes effect when somebody else agrees, under another name.",
)
SAME_CODE: Final = Sentence("corrections/same-code", "That is what stands there now. Choose something else to propose.")
NO_SUCH_CODE: Final = Sentence(
    "corrections/no-such-code",
    "A sentence cannot be that: a quality belongs to owning the own part, and staying silent is no sentence.",
)
NOT_OPEN: Final = Sentence(
    "corrections/not-open", "This proposal was withdrawn or is in force already. Look at the page again."
)
NO_SUCH_RATING: Final = Sentence("corrections/no-such-rating", "A rating is a number from 1 to 5.")

# What a sentence is.

CODE: Final = Sentence("corrections/code", "{move}, {quality}", note="A move, and how well a part was owned.")

# The page of one sentence.

CORRECT: Final = Sentence("corrections/correct", "What this sentence is …")
CORRECT_NAMED: Final = Sentence("corrections/correct-named", "What the sentence of turn {turn} is, and correcting it")
CORRECT_SAID_NAMED: Final = Sentence(
    "corrections/correct-said-named", "What this sentence is, and correcting it: {words}"
)
TITLE: Final = Sentence("corrections/title", "One sentence, for everybody who said it")
REGION: Final = Sentence("corrections/region", "What a sentence is")
BACK: Final = Sentence("corrections/back", "Back to the conversation")
WHERE: Final = Sentence("corrections/where", "{title}. Its author finds it in the scenario under {moment}, {response}.")
AUTHOR_SAYS: Final = Sentence("corrections/author-says", "By the scenario")
STANDS: Final = Sentence("corrections/stands", "Counts here as")
RUBRIC: Final = Sentence("corrections/rubric", "Scores by")
AS_CODED_THEN: Final = Sentence(
    "corrections/as-coded-then",
    "The patient answered to the sentence as it was coded then. A correction changes what is read from the sentence, in every "
    "conversation here in which it was said. It does not change what the patient did then, nor what the sentence cost, nor "
    "the figures of how often the better answer is chosen.",
)
NEW_TITLE: Final = Sentence("corrections/new-title", "Propose a correction")
OTHER_MOVE: Final = Sentence("corrections/other-move", "Or something else")
QUALITY: Final = Sentence("corrections/quality", "How well it owns a part")
QUALITY_OF: Final = Sentence("corrections/quality-of", "{quality} of {best}: {label}")
REASON: Final = Sentence("corrections/reason", "Why")
NAME: Final = Sentence("corrections/name", "Your name")
SECOND_AT_ONCE: Final = Sentence(
    "corrections/second-at-once",
    "Name of a second person who has looked at it with you and agrees (if nobody is there, leave this empty: it waits for one)",
)
TWO_PEOPLE: Final = Sentence("corrections/two-people", "Both names are the same. It takes two people.")
PROPOSE: Final = Sentence("corrections/propose", "Propose it")
LET_TAKE_EFFECT: Final = Sentence("corrections/let-take-effect", "We agree: let it take effect")
CHOOSE_OTHER: Final = Sentence(
    "corrections/choose-other",
    "Choose something else, and what it would change stands here. Nothing is changed by looking.",
)
TRYING: Final = Sentence("corrections/trying", "Working out what it would change …")

# The dry run.

WOULD: Final = Sentence("corrections/would", "{conversations} of {people}; {scores}.")
CONVERSATIONS: Final = Sentence(
    "corrections/conversations", "{count} conversation", "{count} conversations", count="count"
)
PEOPLE: Final = Sentence("corrections/people", "{count} person", "{count} people", count="count")
SCORES_CHANGE: Final = Sentence(
    "corrections/scores-change", "{count} score changes", "{count} scores change", count="count"
)
NO_SCORE_CHANGES: Final = Sentence("corrections/no-score-changes", "no score changes")
CHANGE: Final = Sentence("corrections/change", "{name}, {day}: {competency}, {before} → {after}")

# What was proposed, agreed to, withdrawn.

HISTORY: Final = Sentence("corrections/history", "What was proposed so far")
NONE_YET: Final = Sentence("corrections/none-yet", "Nobody has proposed anything else.")
FROM_TO: Final = Sentence("corrections/from-to", "{before} → {after}")
PROPOSED_BY: Final = Sentence(
    "corrections/proposed-by", "Proposed by {name}, {when} (edition {rubric} of the rubric). {name} says why: {reason}"
)
AGREED_BY: Final = Sentence("corrections/agreed-by", "{name} agreed, {when}.")
WITHDRAWN_BY: Final = Sentence("corrections/withdrawn-by", "Withdrawn by {name}, {when}: {reason}")
ANSWERED_BY: Final = Sentence("corrections/answered-by", "{name} answered, {when}: {text}")
WAITS: Final = Sentence("corrections/waits", "Waits for a second name")
IN_FORCE: Final = Sentence("corrections/in-force", "In force")
REPLACED: Final = Sentence("corrections/replaced", "In force until another took its place")
WITHDRAWN: Final = Sentence("corrections/withdrawn", "Withdrawn")
SECOND_NAME: Final = Sentence("corrections/second-name", "Name of whoever agrees (somebody else than {name})")
SECOND_MISSING: Final = Sentence("corrections/second-missing", "It takes the name of a second person.")
AGREE: Final = Sentence("corrections/agree", "I agree: let it take effect")
WITHDRAW: Final = Sentence("corrections/withdraw", "Withdraw …")
WITHDRAW_NOW: Final = Sentence("corrections/withdraw-now", "Withdraw it")
HIDE: Final = Sentence("corrections/hide", "Close")
WHO_WITHDRAWS: Final = Sentence("corrections/who-withdraws", "Name of whoever withdraws it")
WHY_WITHDRAWN: Final = Sentence("corrections/why-withdrawn", "Why it is withdrawn")

# On the page of a conversation.

TURN_CORRECTED: Final = Sentence(
    "corrections/turn-corrected",
    "The code of this sentence was corrected: {before} → {after}. The patient answered to the sentence as it was coded then.",
)
TURN_PROPOSED: Final = Sentence(
    "corrections/turn-proposed", "A correction is proposed and waits for a second name: {before} → {after}."
)
NOW_AND_BEFORE: Final = Sentence("corrections/now-and-before", "{now} (before the corrections: {before})")
RATED_BY_HAND: Final = Sentence(
    "corrections/rated-by-hand",
    "A person has corrected this by hand. Until then the program read {before} by the sentences as they count now, which stays here:",
)
RATE: Final = Sentence("corrections/rate", "Correct this rating …")
RATE_NAMED: Final = Sentence("corrections/rate-named", "Correct the rating of {competency}")
DID_NOT_COME_UP: Final = Sentence("corrections/did-not-come-up", "It did not come up")
RATE_HELP: Final = Sentence(
    "corrections/rate-help",
    "For this conversation only. What the rubric gave stays beside it, with your name and your reason.",
)
CORRECT_TO: Final = Sentence("corrections/correct-to", "Correct to {rating}", note="A number, such as “3 of 5”.")
CORRECT_TO_NONE: Final = Sentence("corrections/correct-to-none", "Correct to: it did not come up")
BECAUSE_OF: Final = Sentence(
    "corrections/because-of",
    "The sentence of turn {turn} was corrected, and that changed this number. {change}",
    note="“change” is what it was and what it is now, and who says so.",
)
BACK_TO_COMPETENCY: Final = Sentence("corrections/back-to-competency", "Back to {competency}")
PROPOSE_OTHER: Final = Sentence("corrections/propose-other", "Propose something else …")
RATED_BY: Final = Sentence(
    "corrections/rated-by",
    "{before} → {after}, corrected by {name}, {when} (edition {rubric} of the rubric). {name} says why: {reason}",
)
OF_FIVE: Final = Sentence("corrections/of-five", "{score} of 5")
NO_NUMBER: Final = Sentence("corrections/no-number", "no number")
RATINGS_TITLE: Final = Sentence("corrections/ratings-title", "Rated by hand")
WOULD_NOW: Final = Sentence("corrections/would-now", "What would change now: {told}")
MORE: Final = Sentence("corrections/more", "And {count} more.", "And {count} more.", count="count")
OF_COMPETENCY: Final = Sentence("corrections/of-competency", "{competency}:")
WITHDRAW_RATING: Final = Sentence("corrections/withdraw-rating", "Withdraw the rating that stands")

# For the author of a scenario.

TO_STUDIO: Final = Sentence("corrections/to-studio", "Open this sentence in the Studio")
TO_STUDIO_HELP: Final = Sentence(
    "corrections/to-studio-help",
    "A correction holds on this computer only. To correct it for everybody who has the scenario, change the scenario. That "
    "counts for conversations held from then on, and the patient answers to the sentence as it is written then.",
)
IN_PATIENTS_FILE: Final = Sentence(
    "corrections/in-patients-file",
    "This is one of the patient’s own answers, which stand in the file of the patient and not in the scenario. Its author finds "
    "it there under {moment}, {response}.",
)

# All of them.

ALL_TITLE: Final = Sentence("corrections/all-title", "Corrections")
ALL_WAIT: Final = Sentence(
    "corrections/all-wait",
    "{count} waits for a second name. Nothing was overwritten: what stood there before stands beside it.",
    "{count} wait for a second name. Nothing was overwritten: what stood there before stands beside it.",
    count="count",
)
ALL_NONE: Final = Sentence(
    "corrections/all-none",
    "Nothing was corrected. Below each turn of a conversation you can look at what its sentence is, and propose something "
    "else; beside each number of what it showed you can correct the rating of this one conversation.",
)
SENTENCES: Final = Sentence("corrections/sentences", "Sentences, for everybody who said them")
SENTENCES_LEAD: Final = Sentence(
    "corrections/sentences-lead",
    "In force is what two names have agreed to, in every conversation on this computer. The newest stands first, and what "
    "waits for a second name before it.",
)
RATINGS: Final = Sentence("corrections/ratings", "Ratings of one conversation")
RATINGS_LEAD: Final = Sentence(
    "corrections/ratings-lead",
    "In force as soon as one person has given them. In the order of the alphabet, then by day.",
)
IN_TITLE: Final = Sentence("corrections/in-title", "In “{title}”", note="The title of a scenario.")
RATING_OF: Final = Sentence("corrections/rating-of", "{name} · {title}, {day} · {competency}")
RATING_REPLACED: Final = Sentence("corrections/rating-replaced", "In force until another rating took its place")
LOOK: Final = Sentence("corrections/look", "Look at it")
LOOK_NAMED: Final = Sentence("corrections/look-named", "Look at the sentence: {words}")
LOOK_RATING: Final = Sentence("corrections/look-rating", "Look at the conversation")
LOOK_RATING_NAMED: Final = Sentence("corrections/look-rating-named", "Look at the conversation: {where}")
BACK_TO_ALL: Final = Sentence("corrections/back-to-all", "Back to the corrections")
