"""What the commands say comes from the catalogue: in the language of the tests nothing else is left of it.

Left out are what is typed, codes and names as scenario files have them, and the words of scenarios.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from simulator.alliance.codes import Code
from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.analysis.policies import POLICIES
from simulator.cli.commands import COMMANDS, main
from simulator.messages.languages import Languages
from simulator.messages.message import Catalogue
from simulator.patient.verdicts import Verdict
from simulator.scenario.diagnostics.diagnostic import Severity
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.scoring.competency import Competency
from simulator.shipped_files import SCENARIOS
from tests.pseudo_language import PSEUDO, in_plain_letters
from tests.ui.small_scenarios import WAIT
from tests.written import texts_in

_AS_TYPED: Final = re.compile(r"(?<![^\W_])-{1,2}[a-z-]+|[A-Z_]{1,}(?:\.zip)?\b|\{[\w,]+\}")
_CODES: Final[tuple[type[Code], ...]] = (Move, Marker, Family, ReactionState, Verdict, Competency)
PLAYED: Final = "explain-time,silence"


def in_pseudo(_languages: Languages, _chosen: str = "") -> Catalogue:
    """The language of the tests, whatever the environment wishes."""
    return PSEUDO


@pytest.fixture(autouse=True)
def abroad(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The terminal of somebody with another language."""
    monkeypatch.setattr(Languages, "catalogue", in_pseudo)
    monkeypatch.setenv("ATTUNE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("sys.argv", ["attune"])


@pytest.fixture
def own(tmp_path: Path) -> list[str]:
    """What stands on the terminal as somebody wrote it, the longest first."""
    (tmp_path / "the-wait.yaml").write_text(WAIT, "utf-8")
    scenario = read_scenario(FolderFiles(tmp_path, SCENARIOS), "the-wait.yaml").scenario
    written = {*texts_in(scenario), *POLICIES, "silence", "the-wait.yaml", str(tmp_path)}
    codes = {str(code) for codes in _CODES for code in codes}
    first = scenario.patient.first_name if scenario is not None else ""
    return sorted((one for one in (*written, *codes, first, first.upper()) if len(one) > 1), key=len, reverse=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_is_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert "‹" in said
    assert in_plain_letters(_AS_TYPED.sub("", said), ["attune", name, *POLICIES, *ACTIONS]) == []


TYPED: Final = (
    "attune",
    "COMMAND ...",
    "COMMAND --help",
    "--help",
    "--version",
    "scenario/2",
    "data restore",
    "int",
    "PATH",
    "ACTION",
    "COMMAND",
)
ACTIONS: Final = (
    "export",
    "erase",
    "backup",
    "restore",
    "verify",
    "new",
    "update",
    "check",
    "language",
    "file",
    "scenario",
)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "the-wait.yaml", "--quick"),
        ("check", "nowhere.yaml"),
        ("analyse", "the-wait.yaml", "--responses"),
        ("analyse", "the-wait.yaml", "--markdown"),
        ("simulate", "the-wait.yaml", "--runs", "20", "--transcripts", "1"),
        ("play", "the-wait.yaml", "--responses", PLAYED),
        ("play", "the-wait.yaml", "--responses", "no-such-response"),
        ("convert", "the-wait.yaml", "--check"),
        ("data", "verify"),
        ("data", "backup"),
        ("data", "export", "--person", "Nobody", "-o", "out.zip"),
        ("nonsense",),
        ("check",),
        ("data", "nonsense"),
        ("data", "erase"),
        ("data", "export", "--person"),
        ("data", "erase", "--person", "a", "--session", "b"),
        ("play", "the-wait.yaml", "--seed", "soon", "--bu", "1"),
        ("play", "the-wait.yaml", "--seed", "soon"),
        ("simulate", "the-wait.yaml", "--runs", "none"),
        ("check", "the-wait.yaml", "--quick=1"),
        ("convert", "the-wait.yaml", "--nonsense"),
        ("--help",),
    ],
    ids=" ".join,
)
def test_what_a_command_says(
    words: tuple[str, ...],
    own: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    main(words)
    told = capsys.readouterr()
    said = re.sub(r"\S+\.sqlite|(?<!\S)--[a-z-]+", "", f"{told.out}\n{told.err}")
    assert "‹" in said
    assert in_plain_letters(said, [*own, *words, *COMMANDS, *ACTIONS, *Severity, *TYPED]) == []
