"""A scenario goes to a colleague in one file, is played blind, and comes back with comments at its lines."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from simulator.messages.sentences.editing import TYPED
from simulator.scenario.editing.intents import Remove, Rename, SetValue
from simulator.scenario.references import Named
from simulator.scenario.source_text import Edit
from simulator.services.giving import BlindPlay, came_back, done_with, open_blind, take_comments, taken_in, to_give
from simulator.services.line_comments import LineComment
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.package_reading import unpacked
from simulator.services.scenario_package import MANIFEST
from simulator.session.errors import ServiceError
from simulator.shipped_files import ASSETS, SCENARIOS
from tests.services.test_own_scenarios import NAME, Desk

INES = "patients/ines-carvalho.yaml"
SMALL = (
    (ASSETS / "templates" / "gone-quiet.yaml")
    .read_text("utf-8")
    .replace("id: gone-quiet", "id: small")
    .replace("The missed hour", "The concert")
)
QUIET = ("moments", "first-sign")
OWN_IT = (*QUIET, "responses", "would-help")
HEAD = json.dumps({"format": "attune/package/1", "scenario": "a.yaml", "title": "A", "by": "Kim"})


def at_home(folder: Path) -> tuple[Desk, OwnScenarios]:
    folder.mkdir()
    desk = Desk(folder, SMALL)
    return desk, desk.scenarios()


def given(folder: Path) -> tuple[Desk, OwnScenarios, Path]:
    """A scenario of somebody's, and the file that they have given of it."""
    desk, own = at_home(folder / "author")
    opened = own.open(desk.own, NAME)
    opened.file.make(SetValue(("title",), "The concert, again"))
    place = folder / "given.zip"
    place.write_bytes(to_give(opened, " Kim "))
    return desk, own, place


def played(blind: BlindPlay, *answers: str) -> BlindPlay:
    for answer in answers:
        blind.answer(answer)
    return blind


def test_what_is_given_is_all_that_the_scenario_is_made_of_as_it_stands_in_the_editor(tmp_path: Path) -> None:
    desk, _own, place = given(tmp_path)
    (desk.own / "small.plan").write_text("path x\n")
    blind = open_blind(place, at_home(tmp_path / "colleague")[1])
    package = blind.package
    assert (package.path, package.title, package.by) == (NAME, "The concert, again", "Kim")
    assert package.files[NAME] == SMALL.replace("The concert", "The concert, again").encode()
    assert package.files[INES] == (SCENARIOS / INES).read_bytes()
    assert any(name.startswith("reactions/") for name in package.files)
    assert desk.file.read_text() == SMALL, "giving saves nothing"


def test_comments_go_back_and_stand_at_their_lines_whatever_was_written_since(tmp_path: Path) -> None:
    desk, own, place = given(tmp_path)
    colleague = at_home(tmp_path / "colleague")[1]
    blind = played(open_blind(place, colleague), "would-help")
    lines = list(blind.play.lines())
    said = next(line for line in lines if line.you)
    assert said.source == OWN_IT
    blind.comment(LineComment("Nobody says it like this.", said.words, said.source))
    blind.comment(LineComment("A good beginning.", "", QUIET))
    blind.comment(LineComment("Well made."))
    again = open_blind(place, colleague)
    assert len(again.sheet.comments) == 3, "what was written is there after a crash"
    again.take_back(again.sheet.comments[1])
    sent = tmp_path / "comments.json"
    sent.write_bytes(again.to_send("Ruth"))

    about, told = take_comments(sent, own, {"small": NAME})
    assert about == NAME
    assert str(told).startswith("2 comments by Ruth on “The concert, again” came back.")
    opened = own.open(desk.own, NAME)
    opened.file.replace(TYPED(), Edit(0, 0, "# a line more\n"))
    opened.file.make(Rename(Named.RESPONSE, "would-help", "helps", "first-sign"))
    first, whole = came_back(opened, own)
    assert first.comment.words == "Nobody says it like this."
    assert first.at is not None
    assert first.at.place == (*QUIET, "responses", "helps"), "found under its former id"
    assert opened.file.source.text.split("\n")[first.line - 1].strip() == "helps:"
    assert first.at.same
    assert whole.at is None
    opened.file.make(SetValue((*first.at.place, "say"), "That was me."))
    assert not came_back(opened, own)[0].at.same  # type: ignore[union-attr]
    opened.file.make(Remove(first.at.place))
    assert [one.at for one in came_back(opened, own)] == [None, None]
    done_with(whole, opened, own)
    assert [one.comment.words for one in came_back(opened, own)] == ["Nobody says it like this."]


def test_comments_on_what_is_none_of_ones_own_are_refused_in_words(tmp_path: Path) -> None:
    _desk, own, place = given(tmp_path)
    blind = open_blind(place, own)
    blind.comment(LineComment("Well made."))
    sent = tmp_path / "comments.json"
    sent.write_bytes(blind.to_send("Ruth"))
    with pytest.raises(ServiceError, match="none of your own"):
        take_comments(sent, own, {"other": "other.yaml"})
    for content in (b"", b"[]", b'{"format": "attune/line-comments/1"}', b"[" * 100_000, b"\xff"):
        sent.write_bytes(content)
        with pytest.raises(ServiceError, match="holds no comments"):
            take_comments(sent, own, {"small": NAME})


def test_looking_inside_needs_an_end_and_changes_nothing_that_is_there(tmp_path: Path) -> None:
    _desk, _own, place = given(tmp_path)
    desk, own = at_home(tmp_path / "colleague")
    (desk.own / "patients").mkdir()
    (desk.own / INES).write_text("another Ines\n")
    blind = open_blind(place, own)
    assert not blind.played
    for _ in range(40):
        if blind.play.over:
            break
        blind.answer("")
    assert blind.played
    opened = taken_in(blind.package, own)
    assert opened.path == "small-2.yaml"
    assert opened.never_saved
    assert opened.file.written.node(("patient", "use")) == "patients/ines-carvalho-2.yaml"
    assert (desk.own / INES).read_text() == "another Ines\n"
    assert opened.file.reading.scenario is not None
    assert desk.file.read_text() == SMALL


def archive(*entries: tuple[str | ZipInfo, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", packing) as made:
        for name, data in entries:
            made.writestr(name, data)
    return content.getvalue()


def link() -> ZipInfo:
    entry = ZipInfo("a.yaml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


MANIFEST_ENTRY = (MANIFEST, HEAD.encode())


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: b"", "damaged"),
        (lambda: b"PK\x03\x04" + b"\x00" * 100, "damaged"),
        (lambda: archive(MANIFEST_ENTRY, ("a.yaml", SMALL.encode()))[:-30], "damaged"),
        (lambda: archive(("a.yaml", b"x")), "not one that was made"),
        (lambda: archive((MANIFEST, b"{}"), ("a.yaml", b"x")), "not one that was made"),
        (lambda: archive((MANIFEST, b"[" * 5_000), ("a.yaml", b"x")), "not one that was made"),
        (lambda: archive(MANIFEST_ENTRY, ("b.yaml", b"x")), "not one that was made"),
        (lambda: archive((MANIFEST, HEAD.replace("/1", "/2").encode()), ("a.yaml", b"x")), "newer Attune"),
        (lambda: archive(MANIFEST_ENTRY, ("../a.yaml", b"x")), "“../a.yaml”"),
        (lambda: archive(MANIFEST_ENTRY, ("/etc/a.yaml", b"x")), "“/etc/a.yaml”"),
        (lambda: archive(MANIFEST_ENTRY, ("c:/a.yaml", b"x")), "no scenario has"),
        (lambda: archive(MANIFEST_ENTRY, ("con.yaml", b"x")), "no scenario has"),
        (lambda: archive(MANIFEST_ENTRY, ("a\u202elmay.yaml", b"x")), "no scenario has"),
        (lambda: archive(MANIFEST_ENTRY, ("a.yaml", b"x"), ("A.yaml", b"y")), "no scenario has"),
        (lambda: archive(MANIFEST_ENTRY, ("run.exe", b"x")), "“run.exe”"),
        (lambda: archive(MANIFEST_ENTRY, (link(), b"/etc/passwd")), "“a.yaml”"),
        (lambda: archive(MANIFEST_ENTRY, ("a.yaml", b"x"), packing=ZIP_BZIP2), "no scenario has"),
        (lambda: archive(MANIFEST_ENTRY, *((f"n{number}.yaml", b"x") for number in range(70))), "more than 60"),
        (lambda: archive(MANIFEST_ENTRY, ("a.yaml", b"\0" * 31_000_000)), "far larger"),
    ],
)
def test_what_somebody_has_put_into_the_file_is_refused_in_words(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(ServiceError, match=said):
        unpacked(make(), "given.zip")


def test_a_scenario_with_faults_is_not_given_and_not_played(tmp_path: Path) -> None:
    desk, own = at_home(tmp_path / "author")
    opened = own.open(desk.own, NAME)
    opened.file.make(Remove(("start",)))
    with pytest.raises(ServiceError, match="cannot be played yet"):
        to_give(opened, "Kim")
    place = tmp_path / "given.zip"
    place.write_bytes(archive(MANIFEST_ENTRY, ("a.yaml", b"title: A\n")))
    with pytest.raises(ServiceError, match="cannot be played"):
        open_blind(place, own)
