"""One line says what is left to do: “nothing” only where writing, texts and proof agree."""

from __future__ import annotations

from dataclasses import replace

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
        "Nothing to mend in the writing. The proof found 2 things to mend."
    )
    assert said(of_scenario((), 0, proof(), _WHAT)) == "Nothing left to mend. Something is to be mended."
    assert (
        said(of_scenario((), 0, proof(tried=(fault("610"),)), _WHAT))
        == "Nothing to mend in the writing. The proof found one thing to mend."
    )
    written = fault("533")
    assert (
        said(of_scenario((written,), 3, proof(written)))
        == "Nothing to mend in the writing. 3 texts are still to be written. The proof found nothing to mend."
    )
    assert said(of_scenario((), 0, None)) == "Nothing to mend in the writing. What the proof finds is not known yet."
    # Until the next is known, the last proof says how it stood.
    assert said(of_scenario((), 0, None, earlier=proof())) == "Nothing was left to mend before your last change."
    assert said(of_scenario((written,), 3, None, earlier=proof(written, tried=(fault("614"),)))) == (
        "Nothing to mend in the writing. 3 texts are still to be written. Before your last change the proof found one thing to mend."
    )
    # The texts were more before the last one was written; that is no finding of the proof.
    more = replace(written, message=Sentence("test/more", "More.")())
    assert said(of_scenario((written,), 3, None, earlier=proof(more))) == (
        "Nothing to mend in the writing. 3 texts are still to be written. Before your last change the proof found nothing to mend."
    )
    assert said(of_writing((), 0)) == "Nothing left to mend."


def test_what_the_list_says_the_proof_does_not_count_again() -> None:
    listed = fault("532")
    assert said(of_scenario((listed,), 0, proof(listed, tried=(fault("610"),)))) == (
        "One thing to mend in the writing. The proof found one thing to mend."
    )


def test_what_cannot_be_played_is_not_proved() -> None:
    error = fault("301", Severity.ERROR)
    assert (
        said(of_scenario((error,), 0, proof(error)))
        == "One thing to mend in the writing. The proof comes once it can be played."
    )
    assert said(of_writing((error,), 1)) == "One thing to mend in the writing. One text is still to be written."
