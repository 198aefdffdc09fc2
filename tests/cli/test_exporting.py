"""“export” writes a scenario as one file, and “import” unpacks it into a folder in which it can be checked and played."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.commands import main
from tests.scenario.texts import SHIPPED

CONCERT = SHIPPED / "concert-silence.yaml"


def test_what_was_exported_is_imported_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package, folder = tmp_path / "concert.zip", tmp_path / "theirs"
    assert main(["export", str(CONCERT), "--to", "package", "-o", str(package), "--by", "Kim"]) == 0
    assert main(["import", str(package), "-o", str(folder)]) == 0
    assert f"“The concert” is now at {folder / 'concert-silence.yaml'}" in capsys.readouterr().out
    for path in ("concert-silence.yaml", "concert-silence.plan", "patients/ines-carvalho.yaml"):
        assert (folder / path).read_bytes() == (SHIPPED / path).read_bytes()
    assert main(["plan", str(folder)]) == 0
    assert main(["import", str(package), "-o", str(folder)]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "said"), [("sheet", "For whoever plays Ines"), ("script", "Leads to")])
def test_a_scenario_is_written_as_a_page(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    assert main(["export", str(CONCERT), "--to", name, "-o", str(page)]) == 0
    assert said in page.read_text("utf-8")
    assert capsys.readouterr().out == f"Written: {page}\n"


def test_what_cannot_be_done_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken, package = tmp_path / "broken.yaml", tmp_path / "x.zip"
    broken.write_text("title: A\n")
    package.write_bytes(b"PK")
    assert main(["export", str(broken), "--to", "script", "-o", str(tmp_path / "x.html")]) == 1
    assert main(["export", str(tmp_path / "none.yaml"), "--to", "script", "-o", str(tmp_path / "x.html")]) == 2
    assert main(["import", str(package), "-o", str(tmp_path / "new")]) == 1
    assert "is damaged" in capsys.readouterr().err
    assert main(["export", str(CONCERT), "--to", "script", "-o", str(tmp_path / "no" / "x.html")]) == 1
    assert not (tmp_path / "new").exists()
