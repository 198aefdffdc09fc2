"""What stands inside the sentences on what was proved: reasons, advice, counts."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_WHY: Final = "A reason; stands behind a colon, and a full stop follows."
_ADVICE: Final = "Stands behind “otherwise”, and a full stop or another advice follows."
_PLACE: Final = "Begins a sentence: “… the rupture can no longer be repaired”."

TURNS: Final = Sentence("proof-parts/turns", "{count} turn", "{count} turns", count="count")
MORE: Final = Sentence("proof-parts/more", "{count} more", "{count} more", count="count", note="Closes a list.")
NONE_NEEDED: Final = Sentence(
    "proof-parts/none-needed", "none needed, it begins there", note="In place of the answers of a way."
)
GIVES: Final = Sentence("proof-parts/gives", "{moment} ({points} points)", note="What a moment gives away.")
GIVES_BY_LENGTH: Final = Sentence(
    "proof-parts/gives-by-length",
    "“{answer}” in “{moment}” ({letters} letters; the others at most {others})",
    note="The longest answer of a moment, and how long the others are.",
)
SHORTEN: Final = Sentence("proof-parts/shorten", "Make these shorter, or one of the others beside them longer.")
REORDER: Final = Sentence("proof-parts/reorder", "Change the order of the answers in the file.")
WARM_WORDS: Final = Sentence(
    "proof-parts/warm-words", "Give some of the hindering answers warm words, as they have in life."
)
DEPEND: Final = Sentence("proof-parts/depend", "Let what helps depend on where the patient is.")

OF_MOMENT: Final = Sentence("proof-parts/of-moment", "of “{moment}”", note="Whose “when:” it is.")
OF_RESPONSE: Final = Sentence("proof-parts/of-response", "of “{response}” in “{moment}”", note="Whose “when:” it is.")
RARELY: Final = Sentence("proof-parts/rarely", "“{moment}” ({chance})")
AT_MOST_IN: Final = Sentence("proof-parts/at-most-in", "at most {times} in {sessions}", note="How often; a chance.")
FEWER_THAN: Final = Sentence("proof-parts/fewer-than", "fewer than 1 in {sessions}", note="How often; a chance.")
NEVER_HOLDS: Final = Sentence("proof-parts/never-holds", "its “when:” holds on no path", note=_WHY)
NEVER_IN_STATE: Final = Sentence("proof-parts/never-in-state", "the patient never comes to “{reaction}”", note=_WHY)
THEN_NOT_REACHED: Final = Sentence(
    "proof-parts/then-not-reached", "no path leads to the “then:” that names it", note=_WHY
)
OTHERS_FIRST: Final = Sentence("proof-parts/others-first", "other moments always come first", note=_WHY)

IN_MOMENT: Final = Sentence("proof-parts/in-moment", "In “{moment}”", note=_PLACE)
IN_OWN_LINES: Final = Sentence("proof-parts/in-own-lines", "In the patient’s own lines for “{state}”", note=_PLACE)
TIGHTEN: Final = Sentence(
    "proof-parts/tighten",
    "Tighten the “when:” of “{ending}”, or write “beyond-repair: true” in “{ending}” if you mean it.",
)
LEAD_ELSEWHERE: Final = Sentence(
    "proof-parts/lead-elsewhere",
    "Let an answer lead elsewhere than to “{ending}”, or write “beyond-repair: true” in “{ending}” if you mean it.",
)
EARLIER_ELSEWHERE: Final = Sentence("proof-parts/earlier-elsewhere", "Let an earlier answer lead elsewhere.")
LEAD_OUT: Final = Sentence(
    "proof-parts/lead-out",
    "Give it an answer that leads out, or write “beyond-repair: true” in “{moment}” if you mean it.",
)
ANSWER_IN: Final = Sentence("proof-parts/answer-in", "“{answer}” in “{moment}”")
ANSWER_IN_OWN_LINES: Final = Sentence(
    "proof-parts/answer-in-own-lines", "“{answer}” in the patient’s own lines for “{state}”"
)
REPAIR: Final = Sentence("proof-parts/repair", "repair", note="“There is one way to a … only”.")
WHOLE_REPAIR: Final = Sentence("proof-parts/whole-repair", "whole repair", note="“There is one way to a … only”.")

NOTICING: Final = Sentence("proof-parts/noticing", "show markers that can be seen", note=_ADVICE)
LATENCY: Final = Sentence(
    "proof-parts/latency", "let a rupture come up, and offer answers that turn to it", note=_ADVICE
)
OWN_ROLE: Final = Sentence(
    "proof-parts/own-role", "offer “own_contribution” of quality 4 early in a rupture", note=_ADVICE
)
EXPLORING: Final = Sentence(
    "proof-parts/exploring",
    "offer questions that open a stage of repair, down to the fear of speaking and beyond",
    note=_ADVICE,
)
VALIDATING: Final = Sentence(
    "proof-parts/validating",
    "offer validating of the feeling and of the guard where there is one",
    note=_ADVICE,
)
NON_DEFENSIVENESS: Final = Sentence(
    "proof-parts/non-defensiveness",
    "let the strain last for two turns or more, and offer answers that do not defend",
    note=_ADVICE,
)
FLEXIBILITY: Final = Sentence(
    "proof-parts/flexibility",
    "offer “renegotiate” or “support_assertion” once the need was said",
    note=_ADVICE,
)
DEPTH: Final = Sentence(
    "proof-parts/depth",
    "let the repair go through the fear of speaking to something said plainly",
    note=_ADVICE,
)
SECONDARY_RUPTURES: Final = Sentence(
    "proof-parts/secondary-ruptures",
    "let an attempt to repair strain things again, with turns left to come back to it",
    note=_ADVICE,
)
OUTCOME: Final = Sentence(
    "proof-parts/outcome", "let every side of the alliance rise on the way to a deep repair", note=_ADVICE
)
AND_THEN: Final = Sentence("proof-parts/and-then", "{first}; {next}", note="Two pieces of advice, side by side.")
AT_MOST_OF_TOP: Final = Sentence(
    "proof-parts/at-most-of-top", "“{competency}” (at most {most} of {top})", note="A score."
)

TIMES: Final = Sentence("proof-parts/times", "once", "{count} times", count="count")
LINES_RUN_OUT: Final = Sentence(
    "proof-parts/lines-run-out",
    "“{state}” {more} ({likely})",
    note="A reaction state, and how many lines more would be needed at most and for nearly all.",
)
NO_WORDING: Final = Sentence("proof-parts/no-wording", "there is no wording that fits any occasion")
WORDINGS: Final = Sentence(
    "proof-parts/wordings",
    "there is one wording that fits any occasion",
    "there are {count} wordings that fit any occasion",
    count="count",
)
WHAT_IS_THERE: Final = Sentence("proof-parts/what-is-there", "what is there", note="“… would do for 95 of 100”.")

WISH_NOT_SAID: Final = Sentence("proof-parts/wish-not-said", "the patient has not said the wish before")
WISH_NOT_TAKEN_UP: Final = Sentence(
    "proof-parts/wish-not-taken-up", "nothing after the wish asks about it or owns a part in it"
)
NO_HANDOVER: Final = Sentence(
    "proof-parts/no-handover",
    "nobody speaks of the handover (“discuss_fit”) after the wish was taken up",
)
