"""A proof in messages for a supervisor: what it comes to, what is possible, and where something stands."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.paths import Said, Way
from simulator.analysis.proof_figures import between, percent
from simulator.analysis.proofs.blind_policies import MARGIN, smells
from simulator.analysis.scenario_analysis import Analysis
from simulator.analysis.value import WHOLE_REPAIRS
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import learning
from simulator.messages.sentences import proof as proved
from simulator.messages.sentences import studio as say
from simulator.messages.sentences.terminal import ERRORS, WARNINGS
from simulator.messages.sentences.text import AS_WRITTEN, QUOTED, SIDE_BY_SIDE, one_after_another
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import BANK_PREFIX, Moment
from simulator.scenario.span import Span
from simulator.services.studio import Proof
from simulator.services.verdict_words import VERDICT_WORDS


def headline(proof: Proof) -> Message:
    """What a proof comes to, in a sentence or two."""
    analysis = proof.analysis
    if analysis is None:
        return say.BROKEN()
    if not analysis.exact:
        turns = analysis.scenario.turns_at(analysis.difficulty)
        return say.NOT_ALL_TRIED(count=analysis.states, turn=analysis.turn, turns=turns)
    return one_after_another((say.ALL_TRIED(count=analysis.states), _repair(analysis)))


def _repair(analysis: Analysis) -> Message:
    if not analysis.shortest:
        return say.UNREPAIRABLE()
    whole = analysis.start.endings & WHOLE_REPAIRS
    return (say.REPAIRABLE if whole else say.IN_PART)(turns=len(analysis.shortest))


def possible(analysis: Analysis) -> Message:
    """What a trainee can reach, how it can end, and how late a repair can begin, as a paragraph."""
    return one_after_another(_possible(analysis))


def _possible(analysis: Analysis) -> Iterator[Message]:
    start, turns = analysis.start, analysis.scenario.turns_at(analysis.difficulty)
    yield say.WORTH(level=analysis.difficulty, turns=turns, best=between(start.best), worst=between(start.worst))
    if not analysis.exact:
        yield say.NOT_TRIED_MAY_HOLD()
        return
    yield say.ENDINGS(endings=Listed(tuple(VERDICT_WORDS[v]() for v in Verdict if v in start.endings)))
    if analysis.longest_repair:
        yield say.FROM_THE_WORST(turns=analysis.longest_repair)
    late = analysis.out_of_time
    if late is not None:
        yield say.TOO_LATE(turn=late.turn, share=percent(late.share))


def to_mend(proof: Proof) -> Message:
    """How much there is to mend, in a few words."""
    counts = ((proof.errors, ERRORS), (len(proof.diagnostics) - proof.errors, WARNINGS))
    told = tuple(word(count=number) for number, word in counts if number)
    return AS_WRITTEN(words=Listed(told)) if told else say.NOTHING()


def fairness(analysis: Analysis) -> Message:
    """Whether a way of playing that does not look at the patient wins, and what winning would take."""
    return (learning.BLIND_WINS if smells(analysis.outcomes) else learning.HALF_REACH)(margin=MARGIN)


def needed(analysis: Analysis) -> Message:
    """Which steps of the shortest repair no repair can do without; or that there is no repair."""
    if not analysis.shortest:
        return proved.NO_REPAIR()
    if not analysis.needed:
        return proved.NONE_NEEDED()
    return (proved.ALL_NEEDED if len(analysis.needed) == len(analysis.shortest) else proved.SOME_NEEDED)()


def sentence(step: Said) -> Message:
    """What is said in a step of a way."""
    return proved.YOU_STAY_SILENT() if step.response is None else QUOTED(words=step.response.say)


def before(step: Said, name: str) -> Message:
    """What the patient says, or does without a word, before a step of a way."""
    told = step.moment.first
    if told.patient:
        return proved.SPEAKS(name=name, words=told.patient)
    return proved.IS_SEEN(name=name, shows=", ".join(told.shows)) if told.shows else proved.SAYS_NOTHING(name=name)


def where(step: Said) -> Message:
    """The names that a step of a way has in the file."""
    named = proved.SILENCE() if step.response is None else QUOTED(words=step.response.id)
    return SIDE_BY_SIDE(first=moment_name(step.moment), next=named)


def moment_name(moment: Moment) -> Message:
    """The name of a moment in the file it stands in."""
    if not moment.from_bank:
        return QUOTED(words=moment.id)
    return proved.OWN_LINES(state=moment.id.removeprefix(BANK_PREFIX))


def is_needed(step: Said, way: Way) -> bool:
    """Whether a step is one of a way's."""
    return any(step.moment.id == other.moment.id and step.name == other.name for other in way)


def place(span: Span) -> Message:
    """Where a fault stands."""
    return say.PLACE(file=span.file, line=str(span.line))
