"""What is left to do in an open file, told as one: its writing, its texts still to be written, and its proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from simulator.messages.message import Message
from simulator.messages.sentences import what_is_left as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, errors_in
from simulator.scenario.to_write import TOLD_AS

if TYPE_CHECKING:
    from simulator.services.live_proof import LiveProof


def of_writing(findings: Sequence[Diagnostic], to_write: int) -> tuple[Message, ...]:
    """What is left of a file that is proved only in the scenarios that use it."""
    if not findings and not to_write:
        return (say.NOTHING(),)
    return _writing(findings, to_write)


def of_scenario(
    findings: Sequence[Diagnostic],
    to_write: int,
    proof: LiveProof | None,
    likeness: Callable[[], Message | None] = lambda: None,
    *,
    earlier: LiveProof | None = None,
) -> tuple[Message, ...]:
    """What is left of a scenario; ``proof`` is that of the text of now, once everything was tried.

    Until then ``earlier``, that of before the last change, says how it stood.

    Where nothing is left ``likeness`` says what a new person still has from another: no fault, and untrue of them perhaps.
    """
    if errors_in(findings) or (proof is not None and proof.refused is not None):
        return (*_writing(findings, to_write), say.PROOF_LATER())
    if proof is None:
        return _before(findings, to_write, earlier)
    found = _found(findings, proof)
    if not findings and not to_write and not found:
        still = likeness()
        return (say.NOTHING(),) if still is None else (say.NOTHING(), still)
    return (*_writing(findings, to_write), say.PROOF(count=found) if found else say.PROOF_NOTHING())


def _before(findings: Sequence[Diagnostic], to_write: int, earlier: LiveProof | None) -> tuple[Message, ...]:
    """How it stood before the last change; nothing is known where nothing was tried, or it could not be played."""
    if earlier is None or earlier.early or earlier.errors or earlier.refused is not None:
        return (*_writing(findings, to_write), say.PROOF_WAITS())
    found = _found(findings, earlier)
    if not findings and not to_write and not found:
        return (say.NOTHING_BEFORE(),)
    return (*_writing(findings, to_write), say.PROOF_BEFORE(count=found) if found else say.PROOF_NOTHING_BEFORE())


def _found(findings: Sequence[Diagnostic], proof: LiveProof) -> int:
    """How much the proof has to tell beside what the list says; what is still to be written is counted for itself."""
    listed = {(one.code, one.message) for one in findings}
    return sum((one.code, one.message) not in listed and one.code != TOLD_AS for one, _ in proof.faults)


def _writing(findings: Sequence[Diagnostic], to_write: int) -> tuple[Message, ...]:
    # What is still to be written is counted for itself.
    count = sum(one.code != TOLD_AS for one in findings)
    mend = say.WRITING(count=count) if count else say.WRITING_NOTHING()
    return (mend, say.TEXTS(count=to_write)) if to_write else (mend,)
