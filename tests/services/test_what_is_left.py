"""One line says what is left to do: “nothing” only where writing, texts and proof agree."""

from __future__ import annotations

from simulator.messages.message import Message, Sentence
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity
from simulator.scenario.span import Span
from simulator.services.live_proof import LiveProof, Tried
from simulator.services.what_is_left import of_scenario, of_writing

_WHAT = Sentence("test/what", "Something is to be mended.")


def fault(code: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, severity, Span("a.yaml", 1, 1, 1, 2), _WHAT())


def proof(*told: Diagnostic, tried: tuple[Diagnostic, ...] = (), refused: Message | None = None) -> LiveProof:
    found = Tried("", None, None, None, tuple((one, None) for one in tried))
    return LiveProof(found, None, refused, tuple((one, None) for one in told), 1, 1)


def said(told: tuple[Message, ...]) -> str:
    return " ".join(map(str, told))


def test_nothing_is_left_only_where_all_agree() -> None:
    assert said(of_scenario((), 0, proof())) == "Nothing left to mend."
    assert said(of_scenario((), 0, proof(tried=(fault("610"), fault("614"))))) == (
        "Writing: nothing. Proof: 2 things to mend."
    )
    assert said(of_scenario((), 0, proof(), _WHAT)) == "Nothing left to mend. Something is to be mended."
    assert (
        said(of_scenario((), 0, proof(tried=(fault("610"),)), _WHAT)) == "Writing: nothing. Proof: one thing to mend."
    )
    written = fault("533")
    assert (
        said(of_scenario((written,), 3, proof(written)))
        == "Writing: nothing. Texts still to be written: 3. Proof: nothing."
    )
    assert said(of_scenario((), 0, None)) == "Writing: nothing. Proof: not known yet."
    # Until the next is known, the last proof says how it stood.
    assert said(of_scenario((), 0, None, earlier=proof())) == "Nothing left to mend, as of before your last change."
    assert said(of_scenario((written,), 3, None, earlier=proof(written, tried=(fault("614"),)))) == (
        "Writing: nothing. Texts still to be written: 3. Proof, before your last change: one thing to mend."
    )
    assert said(of_writing((), 0)) == "Nothing left to mend."


def test_what_the_list_says_the_proof_does_not_count_again() -> None:
    listed = fault("532")
    assert said(of_scenario((listed,), 0, proof(listed, tried=(fault("610"),)))) == (
        "Writing: one thing to mend. Proof: one thing to mend."
    )


def test_what_cannot_be_played_is_not_proved() -> None:
    error = fault("301", Severity.ERROR)
    assert said(of_scenario((error,), 0, proof(error))) == "Writing: one thing to mend. Proof: once it can be played."
    assert said(of_writing((error,), 1)) == "Writing: one thing to mend. Texts still to be written: one."
