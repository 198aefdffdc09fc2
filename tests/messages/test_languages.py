"""Which language somebody is spoken to in: the chosen one, or the first of their system's that is translated whole."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from simulator.messages.languages import Language, Languages, wished_in
from simulator.messages.sentences.shelf import QUESTION
from simulator.messages.template import begun
from tests.messages.test_translations import CountingCache

QUESTION_IN_GERMAN = b'msgstr "Mit wem?"'
EMPTY = b'msgid "Who would you like to sit with?"\nmsgstr ""'
PARTLY = begun("de").replace(EMPTY, EMPTY.replace(b'msgstr ""', QUESTION_IN_GERMAN))


def whole() -> bytes:
    """French in which every sentence has words."""
    catalog = read_po(io.BytesIO(begun("fr")))
    for entry in catalog:
        if entry.id:
            many = catalog.num_plurals - 1
            entry.string = entry.id if isinstance(entry.id, str) else (entry.id[0], *(entry.id[1:2] * many))
    target = io.BytesIO()
    write_po(target, catalog)
    return target.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    (folder / "de.po").write_bytes(PARTLY)
    (folder / "fr.po").write_bytes(whole())
    (folder / "README.md").write_text("How to translate.", "utf-8")
    return folder


CACHE = CountingCache()


def spoken(folder: Path, *wished: str, chosen: str = "") -> str:
    return Languages(folder, CACHE, wished).catalogue(chosen).language


def test_a_system_is_followed_where_its_language_is_translated_whole(folder: Path) -> None:
    assert spoken(folder) == "en"
    assert spoken(folder, "fr-FR", "fr") == "fr_FR"
    assert spoken(folder, "fr_CA.UTF-8") == "fr_CA"
    assert spoken(folder, "de-DE", "de", "en-GB") == "en"
    assert spoken(folder, "de-DE", "fr") == "fr"
    assert spoken(folder, "en-US", "fr") == "en"
    assert spoken(folder, "ja", "../fr", "") == "en"


def test_what_is_translated_in_part_can_be_chosen(folder: Path) -> None:
    words = Languages(folder, CACHE, ("fr",)).catalogue("de")
    assert (words.language, words.say(QUESTION())) == ("de", "Mit wem?")
    assert spoken(folder, "fr", chosen="en") == "en"
    assert spoken(folder, "fr", chosen="xx") == "en"


def test_what_is_offered_says_how_complete_it_is(folder: Path) -> None:
    assert Languages(folder, CACHE).offered() == (
        Language("de", "Deutsch", complete=False),
        Language("en", "English", complete=True),
        Language("fr", "Français", complete=True),
    )
    assert Languages(folder, CACHE).codes() == ("en", "de", "fr")
    assert Languages(folder / "nowhere", CACHE).codes() == ("en",)


def test_english_looks_into_no_file(tmp_path: Path) -> None:
    cache = CountingCache()
    (tmp_path / "de.po").write_bytes(PARTLY)
    Languages(tmp_path, cache, ("en-US", "de")).catalogue()
    Languages(tmp_path, cache).codes()
    assert cache.compiled == 0


@pytest.mark.parametrize(
    ("environ", "wished"),
    [
        ({}, ()),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, ()),
        ({"LANG": "POSIX"}, ()),
        ({"LANG": "de_DE.UTF-8"}, ("de_DE.UTF-8",)),
        ({"LANG": "de_DE", "LC_MESSAGES": "fr_FR"}, ("fr_FR",)),
        ({"LANG": "de_DE", "LC_ALL": "C"}, ()),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:fr"}, ("de", "fr", "en_US.UTF-8")),
    ],
)
def test_an_environment_asks_for_languages_as_gettext_reads_it(
    environ: Mapping[str, str], wished: tuple[str, ...]
) -> None:
    assert wished_in(environ) == wished
