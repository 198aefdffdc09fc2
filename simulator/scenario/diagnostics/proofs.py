"""What is proved of a scenario by trying everything: ruptures that stay, moments that never come, sentences that win blindly."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule, Severity

_W = Severity.WARNING

_ROWS: Final = (
    Rule(
        "601",
        _W,
        "A rupture that can no longer be repaired",
        "{place} the rupture can no longer be repaired, whatever is said and however long the hour would be ({left} left); "
        "all that can follow is {endings}. One way there: {path}. {advice}",
    ),
    Rule(
        "602",
        _W,
        "A moment that never comes",
        "Whatever the trainee says, “{moment}” never comes: {why}. Remove it, or open a way to it.",
    ),
    Rule(
        "603",
        _W,
        "A response that is never on offer",
        "“{response}” is never on offer: its “when:” does not hold on any path to “{moment}”. Loosen the condition, or "
        "remove the response.",
    ),
    Rule(
        "604",
        _W,
        "A condition that always holds in play",
        "The “when:” {place} changes nothing: on every path it holds wherever it is asked. Remove it, or ask for something "
        "that can fail.",
    ),
    Rule(
        "605",
        _W,
        "No path repairs the rupture",
        "No path ends repaired; the best that can be reached is “{best}”. Give the trainee a way: responses that own the "
        "part and explore, early enough, and moments that let the patient come closer.",
    ),
    Rule(
        "606",
        _W,
        "A stretch with one ending only",
        "From “{moment}” on ({left} left) every path ends as “{ending}”, whatever the trainee says; the story goes {story}. "
        "Let at least one response lead to something else.",
    ),
    Rule(
        "607",
        _W,
        "A single forced way to a repair",
        "There is one way to a {whole}repair only: {path}. Without any one of these no path comes to it, so the trainee has to "
        "guess what you had in mind. Let more than one good answer lead on.",
    ),
    Rule(
        "608",
        _W,
        "A competency that never comes up",
        "On no path does {competencies} come up, so {they} never {get} a score here. In a short exercise that may be "
        "meant; otherwise {advice}.",
    ),
    Rule(
        "609",
        _W,
        "A score that nobody can earn",
        "No path earns the best score in {competencies}. In a short exercise that may be meant; otherwise {advice}.",
    ),
    Rule(
        "610",
        _W,
        "A way of playing that wins without listening",
        "{policy} comes to {median} points of repair value or more in half of the sessions, and answering at random to "
        "{random}: the right answers give themselves away, most of all in {moments}. {advice}",
    ),
    Rule(
        "611",
        _W,
        "Too large to be proved",
        "After {states} situations the budget was used up at turn {turn} of {turns}, so nothing is proved of this scenario, and "
        "there may be faults that are not told. Fewer turns, “once”, “seen”, “visits” and flags make it smaller; a larger budget helps too.",
    ),
    Rule(
        "612",
        _W,
        "A rupture that only silence leads out of",
        "In “{moment}” no response leads to a repair any more, only staying silent does, although {left} are left. One way "
        "there: {path}. Give it a response that leads out.",
    ),
    Rule(
        "613",
        _W,
        "Marked as beyond repair, and is not",
        "“{moment}” is marked “beyond-repair: true”, but the rupture can still be repaired from there, in {turns}. Remove the "
        "mark, or let nothing lead out.",
    ),
    Rule(
        "614",
        _W,
        "Moments that hardly anybody meets",
        "Whichever way of playing is tried, fewer than one in 1,000 sessions meet {moments}. Let more paths lead there, or "
        "loosen a “when:”; what stands there, hardly any trainee ever reads.",
    ),
    Rule(
        "615",
        _W,
        "Too few wordings",
        "At level {level} “{moment}” can come {times} in one session, and {there} and nothing wordless. Write {more} more, "
        "or one with “wordless: true” for the rest; {likely} would do for 95 of 100 sessions of someone who chooses well about "
        "half the time (our assumption).",
    ),
    Rule(
        "616",
        _W,
        "A wording that can never come",
        "{words} never comes, whatever the trainee says: {why}. Correct what it asks for, or remove it.",
    ),
    Rule(
        "617",
        _W,
        "Too few wordings in the patient’s file",
        "At level {level} the patient’s own lines can run out in one session; so many more wordings would be needed, and in "
        "brackets how many for 95 of 100 sessions of someone who chooses well about half the time (our assumption): {states}. "
        "Write them in the patient’s file, or one with “wordless: true” for each of these states.",
    ),
    Rule(
        "618",
        _W,
        "Nothing of the patient’s own to say before leaving",
        "At level {level} the patient can be about to leave where no words say so ({count}): {places}. A plain stage direction is "
        "shown there. Add a wording with “after: leaving” where you want it said in the patient’s own way.",
    ),
    Rule(
        "619",
        _W,
        "A transfer before the wish was heard",
        "“{moment}” says that the patient goes as wished, and on one way there {lacks}: {path}. Let nothing lead there before "
        "somebody has asked about the wish or owned a part in it, and then spoken of the handover.",
    ),
    Rule(
        "620",
        _W,
        "Choosing better leads to less",
        "Choosing better does not always pay: trainees who come to {before} points of repair value on average would come to "
        "{after} if they chose somewhat better, and to more again only if they chose better still. Look for a way that pays "
        "only for somebody who makes no mistake on it, and let one mistake there cost less.",
    ),
    Rule(
        "621",
        _W,
        "Careless play pays",
        "Whoever takes anything on offer, without a look at it, comes to {careless} points of repair value on average, more "
        "than half of the best that can be reached ({best}). Let more of the responses cost something, or let good ones lead "
        "further.",
    ),
    Rule(
        "622",
        _W,
        "Far too easy",
        "At level {level} this is far easier than the shipped scenarios: somebody who hardly chooses at all comes half of the way "
        "from answering at random to the best that can be reached. Let hindering answers cost more, or let what helps depend on "
        "where the patient is.",
    ),
    Rule(
        "623",
        _W,
        "Far too hard",
        "At level {level} this is far harder than the shipped scenarios: someone who is learning stays near what answering at "
        "random comes to. Let more than one good answer lead on, and leave a way back after a mistake.",
    ),
    Rule(
        "624",
        _W,
        "Levels that do not differ",
        "Levels {levels} do not differ in anything that can happen: every ending is as likely at each, for whoever answers at "
        "random and for someone who chooses well about half the time (our assumption). Leave more to the patient’s reactions "
        "and less to “then:”, or let a moment or a response ask for the level in its “when:”.",
    ),
)

PROOFS: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _ROWS})
"""Every rule that is proved by trying everything, by code."""
