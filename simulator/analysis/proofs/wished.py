"""Transfers that come as wished although the wish was not heard first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simulator.analysis.proofs.proved import Proved, named, shown_by
from simulator.analysis.wished_endings import Heard, unheard
from simulator.messages.message import Sentence
from simulator.messages.sentences import proof_parts as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS

_NEVER_SAID = "531"

_LACKS: Final[Mapping[Heard, Sentence]] = {
    Heard.NOT_SAID: say.WISH_NOT_SAID,
    Heard.SAID: say.WISH_NOT_TAKEN_UP,
    Heard.TAKEN_UP: say.NO_HANDOVER,
}


def wish_not_heard(proved: Proved) -> Iterator[Diagnostic]:
    """Endings with ``wished`` and the first way to each on which the wish was not heard, or nothing was handed over."""
    for one in unheard(proved.solution, proved.beat):
        span = proved.spans.key("moments", one.ending.id, "wished")
        if not proved.has_told(span, _NEVER_SAID):
            fault = PROOFS["619"].at(span, moment=one.ending.id, lacks=_LACKS[one.heard](), path=named(one.way))
            yield shown_by(one.way, fault)
