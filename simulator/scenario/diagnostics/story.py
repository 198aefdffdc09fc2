"""What the checker says about a story: moments nobody reaches, ruptures nobody can mend, answers that give themselves away."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import fault_story as say
from simulator.scenario.diagnostics.diagnostic import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

_ROWS: Final = (
    Rule("501", _W, "A moment nobody reaches", say.D501),
    Rule("502", _W, "An ending nobody reaches", say.D502),
    Rule("503", _W, "A story that goes round in circles", say.D503),
    Rule("505", _W, "Too few answers", say.D505),
    Rule("507", _W, "Two answers with the same words", say.D507),
    Rule("508", _W, "A rupture in which nobody can own a part", say.D508),
    Rule("509", _W, "A “then:” that the reaction graph contradicts", say.D509),
    Rule("510", _W, "The longest answer is the right one", say.D510),
    Rule("511", _W, "The right answer is nearly always the longest", say.D511),
    Rule("512", _W, "The right answer is nearly always the first", say.D512),
    Rule("513", _W, "Only one answer helps", say.D513),
    Rule("514", _W, "No answer helps", say.D514),
    Rule("515", _W, "An ending that does not suit the reaction", say.D515),
    Rule("516", _E, "A moment after the end", say.D516),
    Rule("517", _W, "A condition that nothing asks", say.D517),
    Rule("518", _W, "A marker that does not suit the reaction", say.D518),
    Rule("519", _W, "Masked, but no marker", say.D519),
    Rule("520", _W, "Difficulty 3 without a masked marker", say.D520),
    Rule("521", _W, "A flag that is never set", say.D521),
    Rule("522", _W, "A flag that nobody asks for", say.D522),
    Rule("523", _W, "A condition that is always the same", say.D523),
    Rule("524", _W, "A silence that leads back to itself", say.D524),
    Rule("525", _W, "An answer that leads back to its own moment", say.D525),
    Rule("526", _W, "The patient thinks what the patient says", say.D526),
    Rule("527", _W, "A choice without a difference", say.D527),
    Rule("528", _W, "No way to a repair", say.D528),
    Rule("529", _E, "The start is already the end", say.D529),
    Rule("530", _W, "A “then:” of a silence that the reaction graph contradicts", say.D530),
    Rule("531", _W, "A wish that was never said", say.D531),
    Rule("532", _W, "Kindness alone opens this patient", say.D532),
    Rule("533", _W, "Texts that are still to be written", say.D533),
)

STORY: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _ROWS})
"""Every rule about a finished story, by code."""
