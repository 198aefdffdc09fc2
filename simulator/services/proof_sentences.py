"""The first sentences of a proof: at most five, each with its place, so that an author knows what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from simulator.analysis.proof_figures import percent
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import learning
from simulator.messages.sentences import live_proof as say
from simulator.messages.sentences import proof_parts as parts
from simulator.patient.verdicts import Verdict
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.nodes import Path
from simulator.services.about_lines import lines_wanted
from simulator.services.hardness_words import HARDNESS_WORDS
from simulator.services.live_proof import Fares, LiveProof, Placed
from simulator.services.verdict_words import VERDICT_WORDS
from simulator.session.script import SILENT, Script

if TYPE_CHECKING:
    from simulator.analysis.scenario_analysis import Analysis

_RARE: Final = "614"
_UNMET: Final = ("602", _RARE, "603")
_TRICK: Final = "610"
_HARD: Final = ("621", "622", "623", "625")
"""What is said of how hard it is stands in a sentence of its own."""

_FIRST: Final = ("611", "605", "601", "612", "606", "607", "626", "619", "620")
"""What should be fixed before anything else, the gravest first."""

_APART: Final = (*_UNMET, _TRICK, *_HARD)


def first_sentences(proof: LiveProof) -> tuple[Placed, ...]:
    """What is to be known first: what should be fixed, how somebody fares, how hard it is, what nobody meets, what gives it away."""
    if proof.refused is not None or proof.errors:
        return tuple(_of_broken(proof))
    return tuple(_of_sound(proof))


def to_fix(proof: LiveProof) -> tuple[Placed, ...]:
    """Everything that should be fixed, the gravest first; of one that cannot be played yet what the list below it has is left out."""
    told = [one for one in proof.faults if one not in proof.errors]
    return tuple(_placed(fault, place) for fault, place in sorted(told, key=lambda one: _rank(one[0])))


def doubts(proof: LiveProof) -> tuple[Placed, ...]:
    """What speaks against letting trainees meet it: whatever should be fixed, the gravest first."""
    broken = tuple(_of_broken(proof)) if proof.errors or proof.refused is not None else ()
    return (*broken[:1], *to_fix(proof))


def _of_sound(proof: LiveProof) -> Iterator[Placed]:
    tried = proof.tried
    analysis = None if tried is None else tried.analysis
    first = next((one for one in sorted(proof.faults, key=_gravity) if one[0].code not in _APART), None)
    if not proof.faults:
        yield Placed((say.NOTHING_YET if proof.early else say.NOTHING_TO_FIX)())
    elif first is not None:
        yield _placed(*first, say.FIX(what=first[0].message))
    fares = None if tried is None else tried.fares
    if fares is None:
        return
    start = ("moments", fares.scenario.start)
    yield Placed(_told_fares(fares), start)
    yield Placed(HARDNESS_WORDS[fares.hardness](), start)
    if analysis is None:
        return
    unmet = _first(proof, *_UNMET)
    if unmet is not None:
        yield _unmet(analysis, *unmet)
    trick = _first(proof, _TRICK)
    if trick is not None:
        yield Placed(say.TRICK(what=trick[0].message), _in_words(trick[1]), _tricked(analysis))


def _of_broken(proof: LiveProof) -> Iterator[Placed]:
    """What keeps it from being played, and what is still proved of the rest."""
    errors = proof.errors
    if errors:
        fault, place = errors[0]
        count = len(errors)
        if place is not None:
            yield Placed(say.BROKEN(what=fault.message, count=count), place)
        else:
            elsewhere = say.BROKEN_ELSEWHERE(file=fault.span.file, what=fault.message, count=count)
            yield Placed(elsewhere, finding=fault)
    if proof.refused is not None:
        yield Placed(proof.refused)
        return
    start = None if proof.tried is None else proof.tried.start
    if start is None:
        yield Placed(say.REST_TOO_LARGE())
        return
    some = {"sound": proof.sound, "all": proof.moments}
    if start.turns_to_repair is None:
        yield Placed(say.STILL_NO_REPAIR(**some))
    else:
        yield Placed(say.STILL_REPAIRED(turns=parts.TURNS(count=start.turns_to_repair), **some))
    yield Placed(say.STILL_ENDS(endings=Listed(tuple(VERDICT_WORDS[v]() for v in Verdict if v in start.endings))))


def _told_fares(fares: Fares) -> Message:
    endings = [
        learning.ENDING(ending=VERDICT_WORDS[verdict](), share=percent(fares.verdicts[verdict]))
        for verdict in Verdict
        if verdict in fares.endings
    ]
    return say.FARES(endings=Listed(tuple(endings)))


def _unmet(analysis: Analysis, fault: Diagnostic, place: Path | None) -> Placed:
    """A part that nobody meets; where some conversation comes there all the same, it can be played."""
    visits = {one.moment.id: one.visits for one in analysis.moments if one.visits and not one.moment.from_bank}
    if fault.code != _RARE or not visits:
        return Placed(say.UNMET(what=fault.message), place)
    seldom = min(visits, key=visits.__getitem__)
    return Placed(say.UNMET(what=fault.message), ("moments", seldom), play_from=seldom)


def _tricked(analysis: Analysis) -> tuple[str, ...] | None:
    """A conversation of the way of playing that wins without looking at the patient."""
    from simulator.analysis.policies import policies_in
    from simulator.analysis.proofs.blind_policies import smells

    winners = smells(analysis.outcomes)
    policy = next((one for one in policies_in(analysis.scenario.language) if one.name in winners), None)
    if policy is None or policy.tiers is None:
        return None
    script = Script(analysis.scenario, analysis.difficulty)
    place, steps = script.start(), list[str]()
    while True:
        offered = {position: id_ for id_, position in script.positions(place).items()}
        ranked = [position for tier in policy.tiers(place.moment) for position in tier if position in offered]
        choice = ranked[0] if ranked else SILENT
        steps.append(offered.get(choice, ""))
        after = script.step(place, choice).after
        if after.place is None:
            return tuple(steps)
        place = after.place


def _placed(fault: Diagnostic, place: Path | None, message: Message | None = None) -> Placed:
    elsewhere = place is None or lines_wanted(fault) is not None
    return Placed(message or fault.message, place, fault.witness or None, finding=fault if elsewhere else None)


def _in_words(place: Path | None) -> Path | None:
    """What is said in an answer, where a sentence is about one."""
    return (*place, "say") if place is not None and place[-2:-1] == ("responses",) else place


def _first(proof: LiveProof, *codes: str) -> tuple[Diagnostic, Path | None] | None:
    return next((one for code in codes for one in proof.faults if one[0].code == code), None)


def _gravity(one: tuple[Diagnostic, Path | None]) -> int:
    return _rank(one[0])


def _rank(fault: Diagnostic) -> int:
    return _FIRST.index(fault.code) if fault.code in _FIRST else len(_FIRST)
