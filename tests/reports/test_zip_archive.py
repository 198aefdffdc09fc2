"""An archive of the same contents is the same bytes, is private, and unpacks into its own folder only."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from simulator.reports.zip_archive import zipped

NOON_MS = 1_790_000_000_000
FILES = [("README.txt", ["one ", "two “Ō”"]), ("conversations/0001.html", ["<p>"])]


def test_what_was_put_in_comes_out() -> None:
    with ZipFile(BytesIO(zipped(FILES, NOON_MS))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name).decode() for name in archive.namelist()} == {
            "README.txt": "one two “Ō”",
            "conversations/0001.html": "<p>",
        }


def test_the_same_contents_and_time_are_the_same_bytes() -> None:
    assert zipped(FILES, NOON_MS) == zipped(iter(FILES), NOON_MS)
    assert zipped(FILES, NOON_MS) != zipped(FILES, NOON_MS + 60_000)


def test_unpacked_files_are_private_and_dated() -> None:
    with ZipFile(BytesIO(zipped(FILES, NOON_MS))) as archive:
        for entry in archive.infolist():
            assert entry.external_attr >> 16 == 0o100600
            assert datetime(*entry.date_time) == datetime(2026, 9, 21, 14, 13, 20)


@pytest.mark.parametrize("at_ms", [-(10**15), 0, 10**15])
def test_a_clock_that_is_far_off_does_no_harm(at_ms: int) -> None:
    with ZipFile(BytesIO(zipped(FILES, at_ms))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} <= {1980, 2107}


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../x.html", "a/../../x.html", "a\\x.html", "C:x.html", "", "a/", "é.html", "a b.html", "x.html\n"],
)
def test_a_path_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no path for a file in an archive"):
        zipped([(name, ["x"])], NOON_MS)


def test_halves_of_characters_are_told_as_what_they_are() -> None:
    with ZipFile(BytesIO(zipped([("data.json", ['"\ud800"'])], NOON_MS))) as archive:
        assert archive.read("data.json") == b'"\\ud800"'
