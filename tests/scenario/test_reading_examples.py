"""Every rule of the reader has an example that breaks it and nothing else, and a page of help."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from simulator.scenario.checking import check_paths
from simulator.scenario.diagnostics import DIAGNOSTICS
from simulator.scenario.diagnostics.reading import READING
from tests.help_pages import FOLDER, assert_explains
from tests.scenario.texts import SMALL

PROJECT: Final = Path(__file__).parents[2]
BAD: Final = PROJECT / "tests" / "bad"

TOO_BULKY_TO_KEEP: Final[Mapping[str, str]] = {
    "101": "# a remark that goes on and on\n" * 680_000,
    "121": SMALL.replace("id: small", "id: d121").replace("objectives: [notice a withdrawal]\n", "")
    + "objectives: ["
    + "practice, " * 500_000
    + "practice]\n",
}


def example_of(code: str, folder: Path) -> Path:
    if code in TOO_BULKY_TO_KEEP:
        path = folder / f"d{code}.yaml"
        path.write_text(TOO_BULKY_TO_KEEP[code], "utf-8")
        return path
    (path,) = BAD.glob(f"d{code}-*")
    return path


@pytest.mark.parametrize("code", READING)
def test_the_example_breaks_exactly_this_rule(code: str, tmp_path: Path) -> None:
    (checked,) = check_paths([example_of(code, tmp_path)], PROJECT / "scenarios")
    assert [one.code for one in checked.diagnostics] == [code]


@pytest.mark.parametrize("code", READING)
def test_the_help_page_has_the_title_and_shows_what_is_wrong_and_mended(code: str) -> None:
    assert_explains(READING[code])


@pytest.mark.parametrize("code", READING)
def test_the_sentence_is_a_sentence(code: str) -> None:
    rule = READING[code]
    assert rule.sentence.text.endswith((".", "}"))
    assert not rule.title.endswith(".")
    assert rule.code == code


def test_no_example_and_no_page_is_left_without_a_rule() -> None:
    assert {path.name[1:4] for path in BAD.iterdir() if path.name.startswith("d")} <= DIAGNOSTICS.keys()
    assert {path.stem for path in FOLDER.glob("*.md")} == DIAGNOSTICS.keys()


def test_there_are_at_least_45_rules_with_codes_of_their_own() -> None:
    assert len(DIAGNOSTICS) >= 45
    assert list(READING) == sorted(READING)
