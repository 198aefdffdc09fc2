"""Whether choosing better pays: that careless play does not come far, and that nobody fares worse by choosing better."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.hardness import CARELESS
from simulator.analysis.proofs.proved import Proved
from simulator.messages.message import Rounded
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS


def better_fares_worse(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which somewhat better choices lead to less, before still better ones lead to more."""
    fall = proved.learning.fall
    if fall is not None:
        span = proved.spans.key("moments")
        yield PROOFS["620"].at(span, before=Rounded(fall.before), after=Rounded(fall.after))


def careless_play_pays(proved: Proved) -> Iterator[Diagnostic]:
    """Scenarios in which taking anything on offer comes to more than half of the best; that nothing repairs is told as that."""
    careless, best = proved.learning.careless, proved.learning.best
    if careless > CARELESS * best and proved.can_be_repaired:
        yield PROOFS["621"].at(proved.spans.key("moments"), careless=Rounded(careless), best=best)
