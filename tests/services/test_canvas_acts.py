"""What is done on the canvas is one step of the file, reads as meant, and leaves every other line as it was."""

from __future__ import annotations

from difflib import unified_diff

from simulator.scenario.files import PinnedFiles
from simulator.scenario.source_text import SourceText
from simulator.services.canvas_acts import Act, as_text, duplicate, lead, new_moment, new_response, paste, take_away
from simulator.services.edited_file import EditedFile
from simulator.services.what_follows import states_after
from tests.scenario.texts import SHIPPED_TEXTS

CONCERT = SHIPPED_TEXTS["concert-silence.yaml"]


def opened(text: str = CONCERT) -> EditedFile:
    source = SourceText.of_text(text)
    return EditedFile(PinnedFiles(SHIPPED_TEXTS), "concert-silence.yaml", source, steady_ms=lambda: 0)


def done(file: EditedFile, act: Act | None) -> list[str]:
    """The lines that an act takes away and adds; one step takes it back."""
    assert act is not None
    before = file.source.text
    file.make(*act.intents)
    lines = list(unified_diff(before.splitlines(), file.source.text.splitlines(), n=0, lineterm=""))[2:]
    file.undo()
    assert file.source.text == before
    file.redo()
    return [line for line in lines if line[0] in "+-" and line[1:].strip()]


def test_a_new_moment_reads_at_once_and_has_a_reaction_that_follows_on_the_one_beside_it() -> None:
    file = opened()
    scenario = file.reading.scenario
    assert scenario is not None
    act = new_moment(file.written, scenario, "new-moment", "boxes")
    lines = done(file, act)
    assert act.new == ("new-moment",)
    assert all(line.startswith("+") for line in lines)
    assert file.reading.diagnostics == ()
    state = file.reading.draft.moments["new-moment"].reaction
    after = [states_after(scenario, "boxes", one.id) for one in scenario.moments["boxes"].responses]
    assert state in {one for states in after for one in states}
    assert state is not scenario.moments["boxes"].reaction
    texts = file.written.keys(("moments", "new-moment"))
    assert all(str(texts[key]).startswith("… (") for key in ("patient", "thinks")), "each says what belongs there"


def test_a_new_answer_has_an_id_of_its_own() -> None:
    file = opened()
    act, path = new_response(file.written, "silence", "answer")
    done(file, act)
    assert file.written.has(path)
    assert new_response(file.written, "silence", "answer")[1] != path


def test_connecting_and_disconnecting_are_one_line_each() -> None:
    file = opened()
    response = next(r.id for r in file.reading.draft.moments["boxes"].responses if r.then is None)
    assert done(file, lead("boxes", response, "thinking")) == ["+        then: thinking"]
    assert done(file, lead("boxes", response, None)) == ["-        then: thinking"]


def test_duplicates_lead_to_each_other_and_keep_their_comments() -> None:
    text = CONCERT.replace("\n  silence:\n", "\n  silence:  # the first thing\n", 1)
    file = opened(text)
    act = duplicate(file.written, ["silence", "meadow"])
    lines = done(file, act)
    assert act.new == ("silence-2", "meadow-2")
    assert any("# the first thing" in line for line in lines)
    moments = file.reading.draft.moments
    assert moments["silence-2"].silent_then == "meadow-2" or any(
        response.then == "meadow-2" for response in moments["silence-2"].responses
    )


def test_what_is_taken_away_is_led_to_by_nobody() -> None:
    file = opened()
    lines = done(file, take_away(file.written, ["meadow"]))
    assert "meadow" not in file.reading.draft.moments
    assert sum(line.strip("- ").startswith("then: meadow") for line in lines) == 1


def test_moments_can_be_pasted_into_another_file() -> None:
    text = as_text(opened().written, ["silence", "meadow"])
    other = EditedFile(
        PinnedFiles(SHIPPED_TEXTS),
        "push-me.yaml",
        SourceText.of_text(SHIPPED_TEXTS["push-me.yaml"]),
        steady_ms=lambda: 0,
    )
    lines = done(other, paste(other.written, text))
    assert all(line.startswith("+") for line in lines)
    assert other.reading.draft.moments["meadow"].wordings == opened().reading.draft.moments["meadow"].wordings


def test_pasted_where_they_come_from_they_get_new_ids() -> None:
    file = opened()
    act = paste(file.written, as_text(file.written, ["boxes"]))
    done(file, act)
    assert act is not None
    assert act.new == ("boxes-2",)


def test_a_text_without_moments_pastes_nothing() -> None:
    assert paste(opened().written, "Just a sentence: with a colon.") is None
    assert paste(opened().written, "") is None
