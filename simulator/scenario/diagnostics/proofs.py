"""What is proved of a scenario by trying everything: ruptures that stay, moments that never come, sentences that win blindly."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.sentences import fault_proofs as say
from simulator.scenario.diagnostics.diagnostic import Rule, Severity

_W = Severity.WARNING

_ROWS: Final = (
    Rule("601", _W, "A rupture that can no longer be repaired", say.D601),
    Rule("602", _W, "A moment that never comes", say.D602),
    Rule("603", _W, "An answer that is never on offer", say.D603),
    Rule("604", _W, "A condition that always holds in play", say.D604),
    Rule("605", _W, "No path repairs the rupture", say.D605),
    Rule("606", _W, "A stretch with one ending only", say.D606),
    Rule("607", _W, "A single forced way to a repair", say.D607),
    Rule("608", _W, "A competency that never comes up", say.D608),
    Rule("609", _W, "A score that nobody can earn", say.D609),
    Rule("610", _W, "A way of playing that wins without listening", say.D610),
    Rule("611", _W, "Too large to be proved", say.D611),
    Rule("612", _W, "A rupture that only silence leads out of", say.D612),
    Rule("613", _W, "Marked as beyond repair, and is not", say.D613),
    Rule("614", _W, "Moments that hardly anybody meets", say.D614),
    Rule("615", _W, "Too few wordings", say.D615),
    Rule("616", _W, "A wording that can never come", say.D616),
    Rule("617", _W, "Too few wordings in the patient’s file", say.D617),
    Rule("618", _W, "Nothing of the patient’s own to say before leaving", say.D618),
    Rule("619", _W, "A transfer before the wish was heard", say.D619),
    Rule("620", _W, "Choosing better leads to less", say.D620),
    Rule("621", _W, "Careless play pays", say.D621),
    Rule("622", _W, "Far too easy", say.D622),
    Rule("623", _W, "Far too hard", say.D623),
    Rule("624", _W, "Levels that do not differ", say.D624),
    Rule("625", _W, "Answering at random hardly ever repairs", say.D625),
    Rule("626", _W, "Everything hangs on one answer", say.D626),
)

PROOFS: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _ROWS})
"""Every rule that is proved by trying everything, by code."""
