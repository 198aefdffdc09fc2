"""No file whatever ends in a traceback, a long wait or a full memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.diagnostics import DIAGNOSTICS
from simulator.scenario.files import FolderFiles, PinnedFiles
from simulator.scenario.read import read_any, read_scenario
from tests.scenario.hostile_texts import HOSTILE
from tests.scenario.texts import SHIPPED, SHIPPED_TEXTS, SMALL, codes, read_text

READ_IN_A_NARROW_ROOM: Final = """
# A minute of the processor is for ever: how long reading takes is measured in tests/bench.
import resource, sys
from pathlib import Path
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
limit = 500 * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
reading = read_scenario(FolderFiles(Path(sys.argv[1])), "hostile.yaml")
assert reading.scenario is None
assert reading.diagnostics
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory limits of a process are a Unix thing")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_diagnostics_within_500_mb(name: str, tmp_path: Path) -> None:
    (tmp_path / "hostile.yaml").write_bytes(HOSTILE[name]())
    done = subprocess.run(
        [sys.executable, "-c", READ_IN_A_NARROW_ROOM, str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=SHIPPED.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_wrong_types_everywhere_are_told_one_by_one() -> None:
    reading = read_text(HOSTILE["wrong types everywhere"]().decode())
    assert reading.scenario is None
    assert {"204", "205", "206"} <= set(codes(reading))


def test_a_file_that_uses_itself_is_a_cycle() -> None:
    assert codes(read_text(SMALL.replace("patients/ines-carvalho.yaml", "./small.yaml"))) == ["404"]


def test_a_patient_that_uses_the_scenario_is_a_cycle() -> None:
    patient = SHIPPED_TEXTS["patients/ines-carvalho.yaml"].replace("reactions/alliance_base.yaml", "small.yaml")
    texts = {**SHIPPED_TEXTS, "small.yaml": SMALL, "patients/ines-carvalho.yaml": patient}
    reading = read_scenario(PinnedFiles(texts), "small.yaml")
    assert [(one.code, one.span.file) for one in reading.diagnostics] == [("404", "patients/ines-carvalho.yaml")]


@pytest.mark.parametrize(
    "path", ["/etc/hostname", "../secret.yaml", "patients/../../secret.yaml", "C:\\\\secret.yaml", "a\\\\..\\\\b"]
)
def test_a_path_outside_the_root_is_refused(path: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text(SHIPPED_TEXTS["patients/ines-carvalho.yaml"], "utf-8")
    (root / "small.yaml").write_text(SMALL.replace("patients/ines-carvalho.yaml", f"'{path}'"), "utf-8")
    assert codes(read_scenario(FolderFiles(root, SHIPPED), "small.yaml")) == ["402"]


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "patients").mkdir(parents=True)
    secret = tmp_path / "secret.yaml"
    secret.write_text(SHIPPED_TEXTS["patients/ines-carvalho.yaml"], "utf-8")
    (root / "patients" / "ines-carvalho.yaml").symlink_to(secret)
    (root / "small.yaml").write_text(SMALL, "utf-8")
    assert codes(read_scenario(FolderFiles(root, SHIPPED), "small.yaml")) == ["402"]


def test_a_link_that_leads_to_itself_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "patients").mkdir()
    link = tmp_path / "patients" / "ines-carvalho.yaml"
    link.symlink_to(link)
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    assert codes(read_scenario(FolderFiles(tmp_path), "small.yaml")) == ["403"]
    (tmp_path / "folder.yaml").mkdir()
    assert codes(read_scenario(FolderFiles(tmp_path), "folder.yaml")) == ["403"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are a Unix thing")
def test_a_pipe_is_refused_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(read_scenario(FolderFiles(tmp_path), "pipe.yaml")) == ["403"]


def test_a_file_that_is_not_there_is_a_fault_like_any_other(tmp_path: Path) -> None:
    reading = read_scenario(FolderFiles(tmp_path), "nobody.yaml")
    assert codes(reading) == ["401"]
    assert reading.spans.value("moments", "x").line == 1


def told_well(reading_of: bytes) -> None:
    class Bytes:
        def read(self, path: str) -> bytes:
            return reading_of if path == "x.yaml" else SHIPPED_TEXTS[path].encode()

    reading = read_any(Bytes(), "x.yaml")
    assert reading.scenario is None
    assert reading.diagnostics
    for one in reading.diagnostics:
        assert one.code in DIAGNOSTICS
        assert one.span.line >= 1
        assert one.span.column >= 1


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_end_in_diagnostics(data: bytes) -> None:
    told_well(data)


YAML_BITS = st.sampled_from(
    [*"[]{}:,#&*!|>'\"%@`-? \n\t\\~<=ab1é😀", ": ", "- ", "\n  ", "\n---\n", "<<: ", "!!x ", "patient", "moments"]
)


@given(st.lists(YAML_BITS, max_size=60).map("".join) | st.text(max_size=200))
@settings(max_examples=600, deadline=None)
def test_any_text_ends_in_diagnostics(text: str) -> None:
    told_well(text.encode("utf-8", "surrogatepass"))
