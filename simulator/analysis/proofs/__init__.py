"""The proofs for authors: faults of a scenario that show only when everything is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final, TypeAlias

from simulator.analysis.proofs import (
    blind_policies,
    careless_play,
    happening,
    hardness,
    leading,
    levels,
    lost,
    scores,
    tellings,
    wished,
)
from simulator.analysis.proofs.proved import Proved
from simulator.scenario.diagnostics.diagnostic import Diagnostic

Proof: TypeAlias = Callable[[Proved], Iterable[Diagnostic]]

PROVERS: Final[tuple[Proof, ...]] = (
    lost.rupture_stays,
    happening.moment_never_comes,
    happening.response_never_offered,
    happening.condition_always_holds,
    leading.no_way_to_repair,
    leading.one_ending_left,
    leading.one_forced_way,
    scores.competency_cannot_show,
    scores.score_out_of_reach,
    blind_policies.blind_policy_wins,
    lost.only_silence_leads_out,
    lost.marked_without_need,
    happening.hardly_ever_met,
    tellings.too_few_wordings,
    tellings.wording_never_comes,
    tellings.too_few_lines,
    tellings.no_words_for_leaving,
    wished.wish_not_heard,
    careless_play.better_fares_worse,
    careless_play.careless_play_pays,
    hardness.far_too_easy,
    hardness.far_too_hard,
    levels.levels_alike,
    hardness.rarely_repaired,
    leading.hangs_on_one_answer,
)
"""One function for each rule that needs an exact solution, in the order of their codes (601 onwards; 611 needs none)."""


def prove(proved: Proved) -> tuple[Diagnostic, ...]:
    """Everything worth mending that an exact solution shows, in the order of the file."""
    found: list[Diagnostic] = []
    for proof in PROVERS:
        found += proof(proved)
        proved.beat()
    return tuple(sorted(found, key=attrgetter("span", "code")))
