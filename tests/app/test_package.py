"""What a package brings along; ``.ci/prove_package`` builds one and tries it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from simulator import shipped_files
from tests.app.programs import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [*PROJECT["dependencies"], *(one for many in PROJECT["optional-dependencies"].values() for one in many)]


@pytest.mark.parametrize("needed", NEEDED)
def test_every_dependency_has_a_lower_and_an_upper_bound(needed: str) -> None:
    asked = needed.partition(";")[0]
    assert re.search(r">=\d", asked)
    assert re.search(r"<\d", asked)


def test_in_a_checkout_the_files_stand_beside_the_program() -> None:
    assert shipped_files.CHECKOUT == ROOT
    assert (ROOT / "assets", ROOT / "scenarios") == (shipped_files.ASSETS, shipped_files.SCENARIOS)


def test_where_it_is_installed_they_come_within_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "simulator"
    (package / "shipped" / "assets").mkdir(parents=True)
    monkeypatch.setattr(shipped_files, "_PACKAGE", package)
    assert shipped_files._shipped("assets") == package / "shipped" / "assets"
    assert shipped_files._shipped("scenarios") == tmp_path / "scenarios"


def test_the_licence_is_that_of_the_project() -> None:
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "assets" / "legal" / "LICENSE.txt").read_text("utf-8")


def test_the_desktop_entry_starts_a_command_that_the_package_brings() -> None:
    entry = (ROOT / "assets" / "app-icon" / "attune.desktop").read_text("utf-8")
    started = re.search(r"^Exec=(\S+)$", entry, re.MULTILINE)
    assert started is not None
    assert started[1] in PROJECT["gui-scripts"]
