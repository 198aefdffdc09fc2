"""Every example of the language's page is what it says: the whole files are valid, the parts fit where they belong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState, family_of
from simulator.alliance.said_classes import SaidClass
from simulator.scenario.checks import check_story
from simulator.scenario.files import FolderFiles, PinnedFiles
from simulator.scenario.key_tables import BANK_STATE, MOMENT, PATIENT, RESPONSE, RESPONSE_WORDING, SCENARIO, WORDING
from simulator.scenario.poses import POSES
from simulator.scenario.read import Reading, read_patient, read_scenario
from simulator.services.plans import follow, read_plan
from simulator.session.actions import StaySilent
from simulator.session.engine import Session, start
from simulator.session.script import Script
from simulator.session.vocabulary import Mode
from tests.scenario.texts import SHIPPED_TEXTS

SCENARIOS: Final = Path(__file__).parents[2] / "scenarios"
PORTRAITS: Final = Path(__file__).parents[2] / "assets" / "portraits"
HELP: Final = Path(__file__).parents[2] / "assets" / "help"
PAGE: Final = (SCENARIOS / "README.md").read_text(encoding="utf-8")
EXAMPLES: Final[list[str]] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
WHOLE: Final = [text for text in EXAMPLES if text.startswith("format:")]
PARTS: Final = [text for text in EXAMPLES if not text.startswith("format:")]
FIRST: Final = WHOLE[0]


def first_example(more: str = "") -> Reading:
    return read_scenario(PinnedFiles({**SHIPPED_TEXTS, "my-scenario.yaml": FIRST + more}), "my-scenario.yaml")


def test_the_page_teaches_with_whole_files_and_with_parts() -> None:
    assert [re.findall(r"^format: (\S+)\nid: (\S+)", text)[0] for text in WHOLE] == [
        ("scenario/2", "my-scenario"),
        ("patient/2", "rosa-carvalho"),
        ("patient/2", "ines-later"),
    ]
    assert len(PARTS) >= 5


def test_the_first_example_has_nothing_to_mend_and_can_be_played(tmp_path: Path) -> None:
    (tmp_path / "my-scenario.yaml").write_text(FIRST, encoding="utf-8")
    reading = read_scenario(FolderFiles(tmp_path, SCENARIOS), "my-scenario.yaml")
    assert [str(d) for d in reading.diagnostics] == []
    scenario = reading.scenario
    assert scenario is not None
    assert [str(d) for d in check_story(scenario, reading.spans)] == []
    script = Script(scenario, 1)
    session = Session(scenario, start(script, Mode.LEARN, 0), script)
    while not session.ended:
        session.act(StaySilent())
    assert session.exchanges


@pytest.mark.parametrize("text", WHOLE[1:], ids=lambda text: text.splitlines()[1])
def test_each_patient_has_nothing_to_mend_and_can_be_played(text: str) -> None:
    name = f"patients/{text.splitlines()[1].removeprefix('id: ')}.yaml"
    files = PinnedFiles(
        {**SHIPPED_TEXTS, name: text, "my-scenario.yaml": FIRST.replace("patients/ines-carvalho.yaml", name)}
    )
    assert [str(d) for d in read_patient(files, name).diagnostics] == []
    reading = read_scenario(files, "my-scenario.yaml")
    scenario = reading.scenario
    assert scenario is not None
    assert all(any(w.wordless for w in line.wordings) or line.end for s, line in scenario.patient.lines.items()) or (
        "like:" in text
    )
    session = Session(scenario, start(Script(scenario), Mode.LEARN, 0))
    while not session.ended:
        session.act(StaySilent())


def whole_of(part: str) -> str:
    """The first example with a part in its place: keys of the scenario, of a moment, or moments."""
    keys = list(yaml.safe_load(part))
    if set(keys) <= set(SCENARIO.rows):
        made = FIRST
        for key in keys:
            made = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", made, flags=re.MULTILINE)
        return made + part
    if set(keys) <= set(MOMENT.rows):
        part = f"part:\n  copy: silence\n{_indented(part)}"
    return FIRST + _indented(part)


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.splitlines()[0])
def test_each_part_can_stand_in_the_first_example(part: str) -> None:
    text = whole_of(part)
    assert yaml.safe_load(part).items() <= _everything(yaml.safe_load(text)).items()
    files = PinnedFiles({**SHIPPED_TEXTS, "my-scenario.yaml": text})
    assert [str(d) for d in read_scenario(files, "my-scenario.yaml").diagnostics] == []


def _everything(document: dict[str, Any]) -> dict[str, Any]:
    """The keys of a scenario, its moments, and the keys of the moment that a part made."""
    return {**document, **document["moments"], **document["moments"].get("part", {})}


def test_the_plan_on_the_page_is_as_planned() -> None:
    (text,) = re.findall(r"```plan\n(.*?)```", PAGE, re.DOTALL)
    paths, faults = read_plan(text)
    scenario = first_example().scenario
    assert scenario is not None
    assert faults == ()
    assert [follow(path, scenario).fault for path in paths] == [None]


def section(title: str) -> str:
    """What stands below a heading, up to the next."""
    found = re.search(rf"^#+ [^\n]*{re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None, title
    return found[1]


def keys_in(text: str) -> set[str]:
    """The keys in the first column of a table."""
    return {key for row in re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE) for key in re.findall(r"`([^`]+)`", row)}


@pytest.mark.parametrize(
    ("title", "table"),
    [("The scenario", SCENARIO), ("A moment", MOMENT), ("A wording", WORDING), ("An answer", RESPONSE)],
)
def test_every_key_stands_in_its_table_and_no_other_does(title: str, table: Any) -> None:
    assert keys_in(section(title)) == set(table.rows)


def test_every_key_of_a_patient_and_of_what_a_patient_does_stands_in_a_table() -> None:
    of_states = section("A patient file").partition("**What a person does in a state**")
    assert keys_in(of_states[0]) == set(PATIENT.rows)
    assert keys_in(of_states[2].partition("**How many")[0]) == set(BANK_STATE.rows)
    assert all(f"`{key}`" in section("An answer") for key in RESPONSE_WORDING.rows)


def test_every_word_that_can_be_written_is_listed() -> None:
    words = [*Move, *SaidClass, *ReactionState, *map(family_of, ReactionState)]
    assert [str(word) for word in words if not re.search(rf"\b{word}\b", PAGE)] == []
    for part, known in POSES.items():
        assert re.search(rf"`{part}` (is|are) {' '.join(f'`{word}`' for word in known)}", PAGE), part


def test_the_portraits_are_those_that_there_are() -> None:
    drawn = {path.stem for path in PORTRAITS.glob("*.toml")} - {"body", "expressions", "poses", "things"}
    row = re.findall(r"^\| `portrait` \| (.*?) \|", PAGE, re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", row[0])) == drawn


def test_how_many_wordings_are_needed_is_told_of_every_state_in_which_the_session_goes_on() -> None:
    table = section("A patient file").partition("**How many wordings")[2].partition("States that end")[0]
    told = set(re.findall(r"`([a-z-]+)`", table)) - {"wordless"}
    assert told == {str(state) for state in ReactionState} - {"repaired", "transfer", "left"}


_PROSE_IN_BRACES: Final = re.compile(r"\{[^}\n]*\b(say|patient|thinks|debrief|because|afterwards):")


@pytest.mark.parametrize("page", sorted([*HELP.rglob("*.md"), SCENARIOS / "README.md"]), ids=lambda page: page.stem)
def test_no_example_puts_prose_in_braces(page: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    shown = blocks[1:] if page.stem == "113" else blocks
    assert [block for block in shown if _PROSE_IN_BRACES.search(block)] == []


def test_a_section_is_never_named_without_its_page() -> None:
    for page in sorted(HELP.rglob("*.md")):
        text = " ".join(page.read_text("utf-8").split())
        assert re.findall(r"[Ss]ection \d(?! of “scenarios/README.md”)", text) == [], page.name
