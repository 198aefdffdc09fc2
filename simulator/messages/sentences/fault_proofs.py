"""What is said of what was proved by trying everything."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

D601: Final = Sentence(
    "faults/601",
    "{place} the rupture can no longer be repaired, whatever is said and however long the hour would be ({left} "
    "left); all that can follow is {endings}. One way there: {path}. {advice}",
)
D602: Final = Sentence(
    "faults/602", "Whatever the trainee says, “{moment}” never comes: {why}. Remove it, or open a way to it."
)
D603: Final = Sentence(
    "faults/603",
    "“{response}” is never on offer: its “when:” does not hold on any path to “{moment}”. Loosen the condition, "
    "or remove the answer.",
)
D604: Final = Sentence(
    "faults/604",
    "The “when:” {place} changes nothing: on every path it holds wherever it is asked. Remove it, or ask for "
    "something that can fail.",
)
D605: Final = Sentence(
    "faults/605",
    "No path ends repaired; the best that can be reached is “{best}”. Give the trainee a way: answers that own "
    "the part and explore, early enough, and moments that let the patient come closer.",
)
D606: Final = Sentence(
    "faults/606",
    "From “{moment}” on ({left} left) every path ends as “{ending}”, whatever the trainee says; the story goes "
    "{story}. Let at least one answer lead to something else.",
)
D607: Final = Sentence(
    "faults/607",
    "There is one way to a {goal} only: {path}. Without any one of these no path comes to it, so the trainee has "
    "to guess what you had in mind. Let more than one good answer lead on.",
)
D608: Final = Sentence(
    "faults/608",
    "On no path does {competencies} come up, so it never gets a score here. In a short exercise that may be "
    "meant; otherwise {advice}.",
    "On no path does {competencies} come up, so they never get a score here. In a short exercise that may be "
    "meant; otherwise {advice}.",
    count="count",
)
D609: Final = Sentence(
    "faults/609",
    "No path earns the best score in {competencies}. In a short exercise that may be meant; otherwise {advice}.",
)
D610: Final = Sentence(
    "faults/610",
    "{policy} comes to {median} points of repair value or more in half of the sessions, and answering at random "
    "to {random}: the right answers give themselves away, first of all here: {moments}. {advice}",
)
D611: Final = Sentence(
    "faults/611",
    "After {states} situations the budget was used up at turn {turn} of {turns}, so nothing is proved of this "
    "scenario, and there may be faults that are not told. Fewer turns, “once”, “seen”, “visits” and flags make it"
    " smaller; a larger budget helps too.",
)
D612: Final = Sentence(
    "faults/612",
    "In “{moment}” no answer leads to a repair any more, only staying silent does, although {left} are left. "
    "One way there: {path}. Give it an answer that leads out.",
)
D613: Final = Sentence(
    "faults/613",
    "“{moment}” is marked “beyond-repair: true”, but the rupture can still be repaired from there, in {turns}. "
    "Remove the mark, or let nothing lead out.",
)
D614: Final = Sentence(
    "faults/614",
    "Whichever way of playing is tried, fewer than one in 1,000 sessions meet {moments}. Let more paths lead "
    "there, or loosen a “when:”; what stands there, hardly any trainee ever reads.",
)
D615: Final = Sentence(
    "faults/615",
    "At level {level} “{moment}” can come {times} in one session, and {there}, and it is not written what is "
    "seen where no words are left. Write {more} more, or that for the rest (“wordless: true”); {likely} would do for 95 of 100 sessions of someone who "
    "chooses well about half the time (our assumption).",
)
D616: Final = Sentence(
    "faults/616", "{words} never comes, whatever the trainee says: {why}. Correct what it asks for, or remove it."
)
D617: Final = Sentence(
    "faults/617",
    "At level {level} the patient’s own lines can run out in one session; so many more wordings would be needed, "
    "and in brackets how many for 95 of 100 sessions of someone who chooses well about half the time (our "
    "assumption): {states}. Write them in the patient’s file, or for each of these states what is seen where no "
    "words are left (“wordless: true”).",
)
D618: Final = Sentence(
    "faults/618",
    "At level {level} the patient can be about to leave in {places}, and nothing is written there for it, so a plain "
    "sign is shown (somebody half gets up, or looks at the time). Write one more wording there, with what this person "
    "says or does just before they would go, and let it come after “leaving” (“after: leaving”); it is told only then.",
    "At level {level} the patient can be about to leave in {count} places, {places}, and nothing is written there for "
    "it, so a plain sign is shown (somebody half gets up, or looks at the time). Write one more wording in each of "
    "them, with what this person says or does just before they would go, and let it come after “leaving” (“after: "
    "leaving”); it is told only then.",
    count="count",
)
D619: Final = Sentence(
    "faults/619",
    "“{moment}” says that the patient goes as wished, and on one way there {lacks}: {path}. Let nothing lead "
    "there before somebody has asked about the wish or owned a part in it, and then spoken of the handover.",
)
D620: Final = Sentence(
    "faults/620",
    "Choosing better does not always pay: trainees who come to {before} points of repair value on average would "
    "come to {after} if they chose somewhat better, and to more again only if they chose better still. Look for a"
    " way that pays only for somebody who makes no mistake on it, and let one mistake there cost less.",
)
D621: Final = Sentence(
    "faults/621",
    "Whoever takes anything on offer, without a look at it, comes to {careless} points of repair value on "
    "average, more than half of the best that can be reached ({best}). Let more of the answers cost something, "
    "or let good ones lead further.",
)
D622: Final = Sentence(
    "faults/622",
    "At level {level} this is far easier than the shipped scenarios: somebody who hardly chooses at all comes "
    "half of the way from answering at random to the best that can be reached. Let hindering answers cost more, "
    "or let what helps depend on where the patient is.",
)
D623: Final = Sentence(
    "faults/623",
    "At level {level} this is far harder than the shipped scenarios: someone who is learning stays near what "
    "answering at random comes to. Let more than one good answer lead on, and leave a way back after a mistake.",
)
D624: Final = Sentence(
    "faults/624",
    "Levels {levels} do not differ in anything that can happen: every ending is as likely at each, for whoever "
    "answers at random and for someone who chooses well about half the time (our assumption). Leave more to the "
    "patient’s reactions and less to “then:”, or let a moment or an answer ask for the level in its “when:”.",
)
D625: Final = Sentence(
    "faults/625",
    "At level {level} answering at random ends repaired in {share} of the sessions, and in the shipped scenarios in "
    "{least} to {most}. So somebody who is still trying things out will hardly ever meet a repair here. Let more than "
    "one good answer lead on, and leave a way back after a mistake.",
)
D626: Final = Sentence(
    "faults/626",
    "Everything hangs on one answer, {answers}: without it no path comes to a whole repair. One way with it: {path}. "
    "Let another good answer lead on there too, or let some way lead past it.",
    "Everything hangs on {count} answers, {answers}: without any one of them no path comes to a whole repair. One way "
    "with them: {path}. Let other good answers lead on there too, or let some way lead past them.",
    count="count",
)
