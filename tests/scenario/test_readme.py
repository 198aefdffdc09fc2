"""The scenario that the language reference teaches with is a scenario: it reads, checks clean and can be played."""

from __future__ import annotations

import re
from pathlib import Path

from simulator.scenario import FolderFiles, read_scenario
from simulator.scenario.checks import check_story
from simulator.session import Mode, Script, Session, StaySilent, start

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_the_first_example_of_the_language_reference_has_nothing_to_mend(tmp_path: Path) -> None:
    text = (SCENARIOS / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(format: scenario/2\n.*?)```", text, re.S)
    assert example is not None
    (tmp_path / "my-scenario.yaml").write_text(example[1], encoding="utf-8")
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
