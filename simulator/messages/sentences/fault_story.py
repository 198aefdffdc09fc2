"""What the checker says of a finished story."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

D501: Final = Sentence("faults/501", "Nobody can reach the moment “{moment}”: {why}.")
D502: Final = Sentence("faults/502", "Nobody can reach the ending “{moment}” ({end}): {why}.")
D503: Final = Sentence(
    "faults/503",
    "Whatever the trainee says from “{moment}” on, the story goes round ({circle}); at most staying silent leads "
    "out. Let at least one answer lead out: to another moment, or without a “then:”.",
)
D505: Final = Sentence("faults/505", "“{moment}” offers {count}; three to five make a real choice.")
D507: Final = Sentence(
    "faults/507",
    "“{response}” says the same words as “{other}”, so nobody can tell them apart. Reword one, or remove it.",
)
D508: Final = Sentence(
    "faults/508",
    "“{moment}” is a rupture ({reaction}), and no answer lets the trainee own a part in it. Add one with “move:"
    " own_contribution” and a quality of 2 or more.",
)
D509: Final = Sentence(
    "faults/509",
    "“{response}” leads to “{target}” ({reaction}), but after {move} the patient would come to {expected}. Say "
    "under “because:” why it is so here, or let “then:” lead elsewhere.",
)
D510: Final = Sentence(
    "faults/510",
    "In “{moment}” the best answer, “{response}”, is {times} times as long as any other: its length gives it "
    "away. Shorten it, or give the others as much to say.",
)
D511: Final = Sentence(
    "faults/511",
    "In {count} of {total} moments the best answer is the longest, so a trainee can pick by length. Shorten "
    "some of them, or let others say more; begin with {examples}.",
)
D512: Final = Sentence(
    "faults/512",
    "In {count} of {total} moments the best answer stands first in the file, which shows in print and to "
    "whoever reads along. Change the order in some, for instance in {examples}.",
)
D513: Final = Sentence(
    "faults/513",
    "“{response}” is the only answer in “{moment}” that could help, so it gives itself away. Add a second "
    "helpful move, perhaps a good one at the wrong time.",
)
D514: Final = Sentence(
    "faults/514",
    "Every answer in “{moment}” stands in the way of repair. Give the trainee at least one that could help.",
)
D515: Final = Sentence("faults/515", "“{moment}” ends as “{end}”, but there the patient is {reaction}. {advice}")
D516: Final = Sentence(
    "faults/516",
    "In “{moment}” the patient has gone (reaction: {reaction}), so nothing can be answered. Add “end: {end}” and "
    "remove the answers, or choose another reaction.",
)
D517: Final = Sentence(
    "faults/517",
    "“{key}:” changes nothing in “{moment}”: the reaction graph never chooses this moment, and a “then:” does not"
    " ask. Remove it, or put a “when:” on the answer that leads here.",
)
D518: Final = Sentence(
    "faults/518", "“{marker}” is a marker of {family}, but in “{moment}” the patient is {reaction}. {advice}"
)
D519: Final = Sentence(
    "faults/519",
    "“{moment}” is marked as “masked”, but has no marker that could be missed. Name the marker, or remove “masked”.",
)
D520: Final = Sentence(
    "faults/520",
    "Difficulty 3 promises markers that are easy to miss, but no moment has “masked: true”. Mask one, or set the "
    "difficulty to 2.",
)
D521: Final = Sentence(
    "faults/521",
    "The flag “{flag}” is asked for, but no answer sets it, so it is never true. Add “sets: {flag}” to an answer.",
)
D522: Final = Sentence(
    "faults/522", "The flag “{flag}” changes nothing: no “when:” asks for it. Use it in a condition, or remove it."
)
D523: Final = Sentence("faults/523", "“{key}: {condition}” {verdict}: {why}.")
D524: Final = Sentence(
    "faults/524",
    "When the silence in “{moment}” runs out, it begins again. Let its “then:” lead to what the patient does next.",
)
D525: Final = Sentence(
    "faults/525",
    "After “{response}” the patient would do and say exactly the same again. Let “then:” lead to another moment, "
    "or leave it away.",
)
D526: Final = Sentence(
    "faults/526",
    "In “{moment}” the thought repeats the spoken words. Write what stays unsaid: that is what the debriefing shows.",
)
D527: Final = Sentence(
    "faults/527",
    "Whatever the trainee says in “{moment}”, “{target}” follows. Leave “then:” away where the patient’s reaction"
    " should decide, or say under “because:” why it makes no difference.",
)
D528: Final = Sentence(
    "faults/528",
    "On no path is the rupture repaired: every way is scripted, and none leads to “repaired”. Leave some “then:” "
    "away, or add a moment with “reaction: repaired”.",
)
D529: Final = Sentence(
    "faults/529",
    "The session starts with “{moment}”, which ends it: the trainee would have nothing to do. Start with a moment"
    " that has answers.",
)
D530: Final = Sentence(
    "faults/530",
    "The silence in “{moment}” leads to “{target}” ({reaction}), but after waiting the patient would come to "
    "{expected}. Say beside “then:” under “because:” why it is so here, or let “then:” lead elsewhere.",
)
D531: Final = Sentence(
    "faults/531",
    "In “{moment}” the patient goes to another therapist as wished (“wished: true”), and no moment says that the "
    "wish comes up. Write “wish: true” in the moment in which the patient says it plainly for the first time.",
)
D532: Final = Sentence(
    "faults/532",
    "Kindness alone opens this patient: the session starts with a felt alliance of {alliance} (the mean of bond, "
    "task and goal), and from {gate} on whatever helps is let in, although nothing was owned. Start below {gate}:"
    " write lower gauges under “alliance:”.",
)
D533: Final = Sentence(
    "faults/533",
    "One text is still to be written: it only says in brackets what belongs there.",
    "{count} texts are still to be written: they only say in brackets what belongs there.",
    "count",
)
