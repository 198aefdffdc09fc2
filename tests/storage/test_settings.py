"""Settings survive crashes, hand edits and newer programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.session.errors import StoreError
from simulator.session.vocabulary import Mode
from simulator.storage.settings import Settings, Theme, load_settings, save_settings

_CHANGED = Settings(
    name="Róisín 🌱",
    person="5a1e7a4e-0000-4000-8000-00000000c1a0",
    disclaimer_accepted="2",
    theme=Theme.HIGH_CONTRAST,
    text_scale=1.6,
    reduced_motion=True,
    timed_silences=False,
    mode=Mode.PRACTISE,
    window="AdnQywAD",
)


def write(folder: Path, content: object) -> None:
    (folder / "settings.json").write_text(json.dumps(content), encoding="utf-8")


def test_a_first_start_has_the_defaults_and_writes_nothing(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_settings(tmp_path, _CHANGED)
    assert load_settings(tmp_path) == _CHANGED
    loaded = load_settings(tmp_path)
    assert isinstance(loaded.theme, Theme)
    assert isinstance(loaded.mode, Mode)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(), window=st.text(st.characters(codec=None)))
def test_any_name_is_kept(tmp_path: Path, name: str, window: str) -> None:
    save_settings(tmp_path, Settings(name=name, window=window))
    assert load_settings(tmp_path) == Settings(name=name, window=window)


def test_what_a_newer_program_wrote_stays(tmp_path: Path) -> None:
    write(tmp_path, {"name": "Robin", "hologram": [1, 2]})
    save_settings(tmp_path, Settings(name="Kim"))
    assert json.loads((tmp_path / "settings.json").read_text())["hologram"] == [1, 2]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", 5),
        ("name", None),
        ("person", 7),
        ("person", ["x"]),
        ("theme", "plaid"),
        ("theme", ["dark"]),
        ("text_scale", "big"),
        ("text_scale", True),
        ("text_scale", float("nan")),
        ("reduced_motion", "yes"),
        ("reduced_motion", 1),
        ("timed_silences", 0),
        ("mode", "assassinate"),
        ("window", {"x": 1}),
    ],
)
def test_a_value_of_the_wrong_kind_is_as_on_a_first_start(tmp_path: Path, key: str, value: object) -> None:
    write(tmp_path, {"name": "Robin", "disclaimer_accepted": "2", key: value})
    loaded = load_settings(tmp_path)
    assert getattr(loaded, key) == getattr(Settings(), key)
    assert loaded.disclaimer_accepted == "2"


@pytest.mark.parametrize(("written", "meant"), [(3, 2.0), (0.2, 1.0), (10**400, 2.0), (1.25, 1.25), (2, 2.0)])
def test_the_size_of_text_stays_within_bounds(tmp_path: Path, written: float, meant: float) -> None:
    write(tmp_path, {"text_scale": written})
    assert load_settings(tmp_path).text_scale == meant


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 50, b'{"name": "Rob', b"[1, 2]", b"null", b"\xff\xfe{}", b"[" * 100_000, b" " * 1_500_000 + b"{}"],
    ids=["empty", "zeros", "cut off", "a list", "null", "not UTF-8", "too deep", "too long"],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged").read_bytes() == content
    assert not (tmp_path / "settings.json").exists()
    save_settings(tmp_path, _CHANGED)
    assert load_settings(tmp_path) == _CHANGED


def test_settings_that_may_not_be_read_are_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        load_settings(tmp_path)
