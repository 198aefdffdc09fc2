"""Translations beside scenarios: told where they fit, checked, pinned with a session, and without any effect on the story."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from simulator.cli.commands import main
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


def test_check_says_what_is_stale_unknown_and_missing(folder: Path) -> None:
    told = checked(folder, "the-wait.de.yaml")
    missing, stale, unknown = told
    words = [address for address in words_of(read(folder)) if not address.startswith("patient/")]
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
