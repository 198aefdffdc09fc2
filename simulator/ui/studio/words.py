"""A proof in sentences for a supervisor: what it comes to, what is possible, and where something stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.paths import Said, Way
from simulator.analysis.proofs.blind_policies import MARGIN, smells
from simulator.analysis.scenario_analysis import Analysis, between
from simulator.analysis.value import WHOLE_REPAIRS
from simulator.messages.message import Message
from simulator.messages.sentences import learning as say
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import BANK_PREFIX, Moment
from simulator.scenario.span import Span
from simulator.services.studio import Proof
from simulator.ui.verdict_words import VERDICT_WORDS

BROKEN = "This scenario cannot be played yet, so nothing could be tried. Mend what follows, then try again."
NO_REPAIR = "There is none: nothing that a trainee can say leads to a repair."
NOTHING = "Nothing to mend."

_ROUNDING: Final = 1e-9
"""Shares are sums of many small ones: so little is none."""


def headline(proof: Proof) -> str:
    """What a proof comes to, in a sentence or two."""
    analysis = proof.analysis
    if analysis is None:
        return BROKEN
    if not analysis.exact:
        return (
            f"Not everything could be tried: after {analysis.states:,} situations the budget was used up at turn "
            f"{analysis.turn} of {analysis.scenario.turns_at(analysis.difficulty)}."
        )
    return f"Everything was tried: {counted(analysis.states, 'situation')}. {_repair(analysis)}"


def _repair(analysis: Analysis) -> str:
    if not analysis.shortest:
        return "No path repairs the rupture."
    takes = counted(len(analysis.shortest), "turn")
    if not analysis.start.endings & WHOLE_REPAIRS:
        return f"The rupture can be repaired in part at best; the shortest way takes {takes}."
    return f"The rupture can be repaired; the shortest whole repair takes {takes}."


def possible(analysis: Analysis) -> str:
    """What a trainee can reach, how it can end, and how late a repair can begin, as a paragraph."""
    return " ".join(_possible(analysis))


def _possible(analysis: Analysis) -> Iterator[str]:
    start, turns = analysis.start, analysis.scenario.turns_at(analysis.difficulty)
    yield (
        f"At difficulty {analysis.difficulty} and in {counted(turns, 'turn')} at most, a session is worth "
        f"{between(start.best)} of 100 points of repair value at best, and {between(start.worst)} at worst."
    )
    if not analysis.exact:
        yield "What was not tried may hold other endings and other faults."
        return
    yield f"Endings within reach: {', '.join(VERDICT_WORDS[v] for v in Verdict if v in start.endings)}."
    if analysis.longest_repair:
        yield f"From the worst rupture that can be repaired, the shortest repair takes {counted(analysis.longest_repair, 'turn')}."
    late = analysis.out_of_time
    if late is not None:
        yield (
            f"From turn {late.turn} on, some ruptures are met too late to be repaired "
            f"({percent(late.share)} of those that can be met at that turn)."
        )


def to_mend(proof: Proof) -> str:
    """How much there is to mend, in a few words."""
    errors = proof.errors
    warnings = len(proof.diagnostics) - errors
    told = [counted(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    return " and ".join(told) if told else "nothing to mend"


def fairness(analysis: Analysis) -> Message:
    """Whether a way of playing that does not look at the patient wins, and what winning would take."""
    return (say.BLIND_WINS if smells(analysis.outcomes) else say.HALF_REACH)(margin=MARGIN)


def needed(analysis: Analysis) -> str:
    """Which steps of the shortest repair no repair can do without."""
    if not analysis.needed:
        return "No repair of this kind hangs on one of these sentences: each has an alternative."
    if len(analysis.needed) == len(analysis.shortest):
        return "No repair of this kind can do without any of these: there is one way only."
    return "No repair of this kind can do without those that are marked; the others have alternatives."


def sentence(step: Said) -> str:
    """What is said in a step of a way."""
    return "You stay silent." if step.response is None else f"“{step.response.say}”"


def before(step: Said, name: str) -> str:
    """What the patient says, or does without a word, before a step of a way."""
    told = step.moment.first
    return f"{name}: {told.patient}" if told.patient else f"{name} ({', '.join(told.shows) or 'says nothing'})"


def where(step: Said) -> str:
    """The names that a step of a way has in the file."""
    named = "silence" if step.response is None else f"“{step.response.id}”"
    return f"{moment_name(step.moment)} · {named}"


def moment_name(moment: Moment) -> str:
    """The name of a moment in the file it stands in."""
    if not moment.from_bank:
        return f"“{moment.id}”"
    return f"the patient's own lines for “{moment.id.removeprefix(BANK_PREFIX)}”"


def is_needed(step: Said, way: Way) -> bool:
    """Whether a step is one of a way's."""
    return any(step.moment.id == other.moment.id and step.name == other.name for other in way)


def place(span: Span) -> str:
    """Where a fault stands."""
    return f"{span.file}, line {span.line}"


def percent(share: float) -> str:
    """A share of one; what is rare is never told as nothing, nor what is nearly certain as certain."""
    if _ROUNDING < share < 0.001:
        return "< 0.1 %"
    if 0.9995 <= share < 1 - _ROUNDING:
        return "> 99.9 %"
    return f"{share:.0%}".replace("%", " %") if round(share, 9) in (0, 1) else f"{share:.1%}".replace("%", " %")


def counted(number: int, thing: str) -> str:
    """A number of things in words."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
