"""Translations beside scenarios: told where they fit, checked, pinned with a session, and without any effect on the story."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.cli.commands import main
from simulator.patient.reasons import CELL, Direction, reason_messages
from simulator.scenario.checking import CheckedFile, check_paths
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles, PinnedFiles
from simulator.scenario.hashes import item_digests, story_digest
from simulator.scenario.read import read_scenario
from simulator.scenario.sidecars import sidecar_of, source_of, translated, translated_as_pinned
from simulator.scenario.told_words import hash_of, words_of
from simulator.services.examine import PinnedScenarios
from simulator.shipped_files import SCENARIOS
from tests.ui.small_scenarios import WAIT

GLANCE = "moments/quiet/responses/own-clock/say"
QUESTION = "moments/boxes/responses/tram-ask/say"
STORY_DE = "Die Straßenbahn stand eine Viertelstunde lang still, und mit ihr alle, die darin saßen."
WORK_DE = "Landschaftsarchitektin"


def sidecar(words: dict[str, tuple[str, str]], head: str = "format: translation/1\nlanguage: de\n") -> str:
    lines = [head + "words:"]
    for address, (of, say) in words.items():
        lines.append(f"  {address}:\n    of: {hash_of(of)}\n    say: {say}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scenario of which a moment, a question and the title are told in German, and of its patient the work."""
    (tmp_path / "patients").mkdir()
    (tmp_path / "the-wait.yaml").write_text(WAIT, "utf-8")
    source = words_of(read(tmp_path))
    german = {
        "title": (source["title"], "Das Warten"),
        "moments/boxes/wordings/first/patient": (source["moments/boxes/wordings/first/patient"], STORY_DE),
        QUESTION: (source[QUESTION], "Erzählen Sie mir, wie es war, nach all dem Stehen hier hereinzukommen."),
        GLANCE: ("Something that was written before.", "Ich habe auf die Uhr gesehen."),
        "moments/bocks/afterwards": ("x", "y"),
    }
    (tmp_path / "the-wait.de.yaml").write_text(sidecar(german), "utf-8")
    person = {"work": (source["patient/work"], WORK_DE)}
    (tmp_path / "patients" / "ines-carvalho.de.yaml").write_text(sidecar(person), "utf-8")
    return tmp_path


def files(folder: Path) -> FolderFiles:
    return FolderFiles(folder, SCENARIOS)


def read(folder: Path) -> Scenario:
    scenario = read_scenario(files(folder), "the-wait.yaml").scenario
    assert scenario is not None
    return scenario


def test_what_is_translated_is_told_and_the_rest_in_the_words_of_the_source(folder: Path) -> None:
    source = read(folder)
    german = translated(files(folder), source, "de_AT")
    assert german.title == "Das Warten"
    assert german.patient.work == WORK_DE
    assert german.moments["boxes"].first.patient == STORY_DE
    assert german.moments["boxes"].first.thinks == "Trams are safe."
    # The source was changed since: nothing that may no longer fit is told.
    assert words_of(german)[GLANCE] == words_of(source)[GLANCE]
    assert words_of(german).keys() == words_of(source).keys()
    assert translated(files(folder), source, "fr") is source


def test_a_translation_changes_no_story_and_no_item_but_the_texts(folder: Path) -> None:
    source = read(folder)
    german = translated(files(folder), source, "de")
    assert "?" in words_of(source)[QUESTION]
    assert "?" not in words_of(german)[QUESTION]
    assert story_digest(german) == story_digest(source)
    assert item_digests(german) == item_digests(source)
    assert german.digest != source.digest
    assert {"the-wait.de.yaml", "patients/ines-carvalho.de.yaml"} == german.sources.keys() - source.sources.keys()


def test_a_session_is_told_again_in_the_words_it_was_pinned_with(folder: Path) -> None:
    german = translated(files(folder), read(folder), "de")
    (folder / "the-wait.de.yaml").unlink()
    again = PinnedScenarios().scenario(german.path, german.sources, german.digest)
    assert words_of(again) == words_of(german)
    assert translated_as_pinned(PinnedFiles(german.sources), read(folder), german.sources).digest == german.digest


def checked(folder: Path, name: str) -> list[str]:
    found: tuple[CheckedFile, ...] = check_paths([folder / "the-wait.yaml"], SCENARIOS)
    of = next(one for one in found if one.path.name == name)
    return [f"{one.span.line}: {one.code} {one.message}" for one in of.diagnostics]


OPENS = "moves/notice_shift/because/opens"
OPENS_DE = "Als Vermutung ausgesprochen, lässt es sich gemeinsam ansehen."
CELL_DE = "Wer so angesehen wird, schweigt."
STALE = "moves/explore_experience/because/opens"


@pytest.fixture
def with_reasons(folder: Path) -> Path:
    """The same with a patient who differs in a cell, whose reason is told in German, and so is one of the graph."""
    person = (SCENARIOS / "patients" / "ines-carvalho.yaml").read_text("utf-8")
    change = "  change:\n    notice_shift:\n      minimal: {to: shut-down, because: Being looked at shuts her up.}\n"
    use = "  use: reactions/alliance_base.yaml\n"
    (folder / "patients" / "ines-carvalho.yaml").write_text(person.replace(use, use + change), "utf-8")
    cell = {"reactions/change/notice_shift/minimal/because": ("Being looked at shuts her up.", CELL_DE)}
    (folder / "patients" / "ines-carvalho.de.yaml").write_text(sidecar(cell), "utf-8")
    (folder / "reactions").mkdir()
    base = (SCENARIOS / "reactions" / "alliance_base.yaml").read_text("utf-8")
    (folder / "reactions" / "alliance_base.yaml").write_text(base, "utf-8")
    graph = {OPENS: (words_of(read(folder))[f"reactions/{OPENS}"], OPENS_DE), STALE: ("An older reason.", "Veraltet.")}
    (folder / "reactions" / "alliance_base.de.yaml").write_text(sidecar(graph), "utf-8")
    return folder


def test_the_reasons_of_a_patient_and_of_the_graph_are_told_in_a_language_and_change_no_reaction(
    with_reasons: Path,
) -> None:
    source = read(with_reasons)
    german = translated(files(with_reasons), source, "de_CH")

    def why(scenario: Scenario, code: str, before: ReactionState) -> str:
        (message,) = reason_messages((code,), Move.NOTICE_SHIFT, before, scenario.patient.grid)
        return str(message)

    assert why(german, Direction.OPENS, ReactionState.AVOIDING) == OPENS_DE
    assert why(german, CELL, ReactionState.MINIMAL) == CELL_DE
    assert why(german, Direction.HOLDS, ReactionState.AVOIDING) == why(source, Direction.HOLDS, ReactionState.AVOIDING)
    # The source was changed since.
    assert words_of(german)[f"reactions/{STALE}"] == words_of(source)[f"reactions/{STALE}"]
    assert story_digest(german) == story_digest(source)
    assert {"patients/ines-carvalho.de.yaml", "reactions/alliance_base.de.yaml"} < german.sources.keys()
    again = PinnedScenarios().scenario(german.path, german.sources, german.digest)
    assert words_of(again) == words_of(german)


def test_check_reads_the_translations_of_graphs_and_patients_too(with_reasons: Path) -> None:
    def told(name: str) -> list[str]:
        path = with_reasons / name
        (found,) = (one for one in check_paths([path], SCENARIOS) if one.path == path)
        return [str(one.message) if one.code == "714" else one.code for one in found.diagnostics]

    missing, stale = told("reactions/alliance_base.de.yaml")
    assert missing == "715"
    assert f"“{STALE}”" in stale
    assert told("patients/ines-carvalho.de.yaml") == ["715"]


@pytest.mark.parametrize("name", ["reactions/alliance_base.yaml", "patients/ines-carvalho.yaml"])
def test_the_translation_of_a_graph_or_a_patient_is_begun_by_the_same_command(with_reasons: Path, name: str) -> None:
    source, beside = with_reasons / name, with_reasons / name.replace(".yaml", ".fr.yaml")
    with redirect_stdout(io.StringIO()):
        assert main(["language", "scenario", str(source), "fr"]) == 0
    beside.write_text(beside.read_text("utf-8").replace('say: ""', "say: Oui."), "utf-8")
    assert [one.diagnostics for one in check_paths([beside], SCENARIOS)] == [()]
    assert "because" in beside.read_text("utf-8")


def test_check_says_what_is_stale_unknown_and_missing(folder: Path) -> None:
    told = checked(folder, "the-wait.de.yaml")
    missing, stale, unknown = told
    words = [address for address in words_of(read(folder)) if not address.startswith(("patient/", "reactions/"))]
    assert missing.startswith(f"3: 715 {len(words) - 4} of {len(words)} ")
    assert stale.startswith(f"13: 714 The source of “{GLANCE}”")
    assert hash_of(words_of(read(folder))[GLANCE]) in stale
    assert unknown.startswith("16: 713 There is no “moments/bocks/afterwards”")
    named = check_paths([folder / "the-wait.de.yaml"], SCENARIOS)
    assert [one.code for one in named[0].diagnostics] == ["715", "714", "713"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("words: {}\n", "711"),
        ("format: translation/1\nlanguage: de\nwords: x\n", "711"),
        ("format: translation/1\nlanguage: de\nwords:\n  title: Das Warten\n", "712"),
        ("format: translation/1\nwords: [", "1"),
        ("", "1"),
    ],
)
def test_what_is_no_translation_is_told_and_not_used(folder: Path, text: str, code: str) -> None:
    (folder / "the-wait.de.yaml").write_text(text, "utf-8")
    assert any(code in line.partition(": ")[2][:3] for line in checked(folder, "the-wait.de.yaml"))
    assert translated(files(folder), read(folder), "de").title == "The wait"


def test_names_say_which_file_is_translated_into_what() -> None:
    assert source_of("patients/ines.pt-BR.yaml") == ("patients/ines.yaml", "pt-BR")
    assert source_of("the-wait.yaml") is None
    assert source_of("the.wait.de.yaml") is None
    assert sidecar_of("the-wait.yaml", "pt_BR") == "the-wait.pt-BR.yaml"


def test_a_translation_is_begun_by_a_command_and_is_complete_once_filled_in(folder: Path) -> None:
    beside = folder / "the-wait.fr.yaml"

    def begin(language: str) -> tuple[int, str]:
        with redirect_stdout(io.StringIO()) as out:
            return main(["language", "scenario", str(folder / "the-wait.yaml"), language]), out.getvalue()

    code, told = begin("fr")
    assert (code, beside.exists()) == (0, True)
    assert str(beside) in told
    assert begin("fr")[0] == 1
    assert begin("of the sea")[0] == 2
    beside.write_text(beside.read_text("utf-8").replace('say: ""', "say: Oui."), "utf-8")
    assert checked(folder, "the-wait.fr.yaml") == []
    assert translated(files(folder), read(folder), "fr").moments["boxes"].first.patient == "Oui."
