"""What the checker says about a story: moments nobody reaches, ruptures nobody can mend, answers that give themselves away."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

_ROWS: Final = (
    Rule("501", _W, "A moment nobody reaches", "Nobody can reach the moment “{moment}”: {why}."),
    Rule("502", _W, "An ending nobody reaches", "Nobody can reach the ending “{moment}” ({end}): {why}."),
    Rule(
        "503",
        _W,
        "A story that goes round in circles",
        "Whatever the trainee says from “{moment}” on, the story goes round ({circle}); at most staying silent leads out. Let "
        "at least one response lead out: to another moment, or without a “then:”.",
    ),
    Rule(
        "505",
        _W,
        "Too few responses",
        "“{moment}” offers {count}; three to five make a real choice.",
    ),
    Rule(
        "507",
        _W,
        "Two responses with the same words",
        "“{response}” says the same words as “{other}”, so nobody can tell them apart. Reword one, or remove it.",
    ),
    Rule(
        "508",
        _W,
        "A rupture in which nobody can own a part",
        "“{moment}” is a rupture ({reaction}), and no response lets the trainee own a part in it. Add one with "
        "“move: own_contribution” and a quality of 2 or more.",
    ),
    Rule(
        "509",
        _W,
        "A “then:” that the reaction graph contradicts",
        "“{response}” leads to “{target}” ({reaction}), but after {move} the patient would come to {expected}. Say under "
        "“because:” why it is so here, or let “then:” lead elsewhere.",
    ),
    Rule(
        "510",
        _W,
        "The longest response is the right one",
        "In “{moment}” the best response, “{response}”, is {times} times as long as any other: its length gives it away. "
        "Shorten it, or give the others as much to say.",
    ),
    Rule(
        "511",
        _W,
        "The right response is nearly always the longest",
        "In {count} of {total} moments the best response is the longest, so a trainee can pick by length. Shorten some "
        "of them, or let others say more; begin with {examples}.",
    ),
    Rule(
        "512",
        _W,
        "The right response is nearly always the first",
        "In {count} of {total} moments the best response stands first in the file, which shows in print and to whoever "
        "reads along. Change the order in some, for instance in {examples}.",
    ),
    Rule(
        "513",
        _W,
        "Only one response helps",
        "“{response}” is the only response in “{moment}” that could help, so it gives itself away. Add a second helpful "
        "move, perhaps a good one at the wrong time.",
    ),
    Rule(
        "514",
        _W,
        "No response helps",
        "Every response in “{moment}” stands in the way of repair. Give the trainee at least one that could help.",
    ),
    Rule(
        "515",
        _W,
        "An ending that does not suit the reaction",
        "“{moment}” ends as “{end}”, but there the patient is {reaction}. {advice}",
    ),
    Rule(
        "516",
        _E,
        "A moment after the end",
        "In “{moment}” the patient has gone (reaction: {reaction}), so nothing can be answered. Add “end: {end}” and "
        "remove the responses, or choose another reaction.",
    ),
    Rule(
        "517",
        _W,
        "A condition that nothing asks",
        "“{key}:” changes nothing in “{moment}”: the reaction graph never chooses this moment, and a “then:” does not "
        "ask. Remove it, or put a “when:” on the response that leads here.",
    ),
    Rule(
        "518",
        _W,
        "A marker that does not suit the reaction",
        "“{marker}” is a marker of {family}, but in “{moment}” the patient is {reaction}. {advice}",
    ),
    Rule(
        "519",
        _W,
        "Masked, but no marker",
        "“{moment}” is marked as “masked”, but has no marker that could be missed. Name the marker, or remove “masked”.",
    ),
    Rule(
        "520",
        _W,
        "Difficulty 3 without a masked marker",
        "Difficulty 3 promises markers that are easy to miss, but no moment has “masked: true”. Mask one, or set the "
        "difficulty to 2.",
    ),
    Rule(
        "521",
        _W,
        "A flag that is never set",
        "The flag “{flag}” is asked for, but no response sets it, so it is never true. Add “sets: {flag}” to a response.",
    ),
    Rule(
        "522",
        _W,
        "A flag that nobody asks for",
        "The flag “{flag}” changes nothing: no “when:” asks for it. Use it in a condition, or remove it.",
    ),
    Rule(
        "523",
        _W,
        "A condition that is always the same",
        "“{key}: {condition}” {verdict}: {why}.",
    ),
    Rule(
        "524",
        _W,
        "A silence that leads back to itself",
        "When the silence in “{moment}” runs out, it begins again. Let its “then:” lead to what the patient does next.",
    ),
    Rule(
        "525",
        _W,
        "A response that leads back to its own moment",
        "After “{response}” the patient would do and say exactly the same again. Let “then:” lead to another moment, or "
        "leave it away.",
    ),
    Rule(
        "526",
        _W,
        "The patient thinks what the patient says",
        "In “{moment}” the thought repeats the spoken words. Write what stays unsaid: that is what the debriefing shows.",
    ),
    Rule(
        "527",
        _W,
        "A choice without a difference",
        "Whatever the trainee says in “{moment}”, “{target}” follows. Leave “then:” away where the patient's reaction "
        "should decide, or say under “because:” why it makes no difference.",
    ),
    Rule(
        "528",
        _W,
        "No way to a repair",
        "On no path is the rupture repaired: every way is scripted, and none leads to “repaired”. Leave some “then:” "
        "away, or add a moment with “reaction: repaired”.",
    ),
    Rule(
        "529",
        _E,
        "The start is already the end",
        "The session starts with “{moment}”, which ends it: the trainee would have nothing to do. Start with a moment "
        "that has responses.",
    ),
    Rule(
        "530",
        _W,
        "A “then:” of a silence that the reaction graph contradicts",
        "The silence in “{moment}” leads to “{target}” ({reaction}), but after waiting the patient would come to {expected}. "
        "Say beside “then:” under “because:” why it is so here, or let “then:” lead elsewhere.",
    ),
    Rule(
        "531",
        _W,
        "A wish that was never said",
        "In “{moment}” the patient goes to another therapist as wished (“wished: true”), and no moment says that the wish comes up. "
        "Write “wish: true” in the moment in which the patient says it plainly for the first time.",
    ),
    Rule(
        "532",
        _W,
        "Kindness alone opens this patient",
        "Kindness alone opens this patient: the session starts with a felt alliance of {alliance} (the mean of bond, task and "
        "goal), and from {gate} on whatever helps is let in, although nothing was owned. Start below {gate}: write lower "
        "gauges under “alliance:”.",
    ),
)

STORY: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _ROWS})
"""Every rule about a finished story, by code."""
