"""Translations are compiled when they are first used; what is wrong with one is said in English and never raised."""

from __future__ import annotations

import random
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from simulator.messages.message import Catalogue, Sentence, When
from simulator.messages.po_files import compile_po
from simulator.messages.translations import load_catalogue
from simulator.storage.cache import Cache

HEAD = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
ENDED_DE = 'msgctxt "test/ended"\nmsgid "This session has ended."\nmsgstr "Dieses Gespräch ist zu Ende."\n\n'
FOUND_DE = """\
msgctxt "test/found"
msgid "“{name}” holds one fault."
msgid_plural "“{name}” holds {count} faults."
msgstr[0] "In „{name}“ ist ein Fehler."
msgstr[1] "In „{name}“ sind {count} Fehler."

"""
ENDED = Sentence("test/ended", "This session has ended.")
FOUND = Sentence("test/found", "“{name}” holds one fault.", many="“{name}” holds {count} faults.", count="count")
IN_ENGLISH = ("This session has ended.", "“a.yaml” holds one fault.", "“a.yaml” holds 1,200 faults.")
IN_ENGLISH_TO_GERMANS = (*IN_ENGLISH[:2], "“a.yaml” holds 1.200 faults.")
"""Where a sentence has no translation, its values are still written as the reader is used to."""

IN_GERMAN = ("Dieses Gespräch ist zu Ende.", "In „a.yaml“ ist ein Fehler.", "In „a.yaml“ sind 1.200 Fehler.")


class CountingCache:
    """Keeps in memory, and remembers what it was asked to keep."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.compiled = 0

    def get(self, name: str) -> bytes | None:
        """What was kept."""
        return self.kept.get(name)

    def put(self, name: str, data: bytes) -> None:
        """Keep it."""
        self.kept[name] = data
        self.compiled += 1


def translated(folder: Path, source: str | bytes, name: str = "de.po") -> Path:
    """A folder with one file of a translator."""
    (folder / name).write_bytes(source.encode() if isinstance(source, str) else source)
    return folder


def said(catalogue: Catalogue) -> tuple[str, str, str]:
    """Both sentences in a catalogue's words, one of them of one and of many."""
    return (
        catalogue.say(ENDED()),
        catalogue.say(FOUND(name="a.yaml", count=1)),
        catalogue.say(FOUND(name="a.yaml", count=1200)),
    )


def german(folder: Path, source: str | bytes) -> tuple[str, str, str]:
    """Both sentences with this text as the German translation."""
    return said(load_catalogue("de", translated(folder, source), CountingCache()))


def test_a_translation_is_said_with_its_plurals_and_the_numbers_of_its_language(tmp_path: Path) -> None:
    assert german(tmp_path, HEAD + ENDED_DE + FOUND_DE) == IN_GERMAN


def test_english_needs_no_file_and_looks_for_none(tmp_path: Path) -> None:
    assert said(load_catalogue("en", tmp_path / "nowhere", CountingCache())) == IN_ENGLISH
    assert said(load_catalogue("en", translated(tmp_path, HEAD + ENDED_DE, "en.po"), CountingCache())) == IN_ENGLISH


def test_a_language_without_a_file_is_english_throughout(tmp_path: Path) -> None:
    catalogue = load_catalogue("de", tmp_path, CountingCache())
    assert (catalogue.language, said(catalogue)) == ("en", IN_ENGLISH)


@pytest.mark.parametrize("language", ["../de", "sub/de", "DE", "", "d", "de.po", "de_", "de\n", "de\0"])
def test_a_language_is_no_way_to_other_files(tmp_path: Path, language: str) -> None:
    (tmp_path / "sub").mkdir()
    for folder in (tmp_path, tmp_path / "sub"):
        translated(folder, HEAD + ENDED_DE)
    assert said(load_catalogue(language, tmp_path / "sub", CountingCache())) == IN_ENGLISH


def test_a_country_takes_its_languages_file_and_its_own_numbers(tmp_path: Path) -> None:
    catalogue = load_catalogue("de_CH", translated(tmp_path, HEAD + ENDED_DE + FOUND_DE), CountingCache())
    number = Catalogue("de_CH").value(1200)
    assert number not in {"1,200", "1.200"}
    assert catalogue.say(FOUND(name="a", count=1200)) == f"In „a“ sind {number} Fehler."
    translated(tmp_path, HEAD + ENDED_DE.replace("zu Ende", "fertig"), "de_CH.po")
    assert load_catalogue("de_CH", tmp_path, CountingCache()).say(ENDED()) == "Dieses Gespräch ist fertig."


def test_times_are_told_in_the_zone_that_was_asked_for(tmp_path: Path) -> None:
    zone = timezone(timedelta(hours=3))
    for folder, words in ((translated(tmp_path, HEAD), "01.01.1970, 03:00"), (tmp_path / "none", "1 Jan 1970, 03:00")):
        assert load_catalogue("de", folder, CountingCache(), zone).value(When(0)) == words


def test_a_content_is_compiled_once(tmp_path: Path) -> None:
    cache = CountingCache()
    for _ in range(3):
        assert said(load_catalogue("de", translated(tmp_path, HEAD + ENDED_DE + FOUND_DE), cache)) == IN_GERMAN
    assert cache.compiled == 1
    translated(tmp_path, HEAD + FOUND_DE)
    assert said(load_catalogue("de", tmp_path, cache)) == (IN_ENGLISH[0], *IN_GERMAN[1:])
    assert cache.compiled == 2


def test_a_compiled_file_beside_it_is_taken_without_compiling(tmp_path: Path) -> None:
    cache = CountingCache()
    translated(tmp_path, HEAD + ENDED_DE)
    translated(tmp_path, compile_po((HEAD + ENDED_DE + FOUND_DE).encode()), "de.mo")
    assert said(load_catalogue("de", tmp_path, cache)) == IN_GERMAN
    (tmp_path / "de.po").unlink()
    assert said(load_catalogue("de", tmp_path, cache)) == IN_GERMAN
    assert cache.compiled == 0


def test_a_damaged_compiled_file_is_passed_over(tmp_path: Path) -> None:
    translated(tmp_path, HEAD + ENDED_DE + FOUND_DE)
    translated(tmp_path, compile_po(HEAD.encode())[:-9], "de.mo")
    assert said(load_catalogue("de", tmp_path, CountingCache())) == IN_GERMAN


def test_the_programs_own_cache_keeps_it_for_the_next_start_and_may_refuse_to(tmp_path: Path) -> None:
    folder = translated(tmp_path, HEAD + ENDED_DE + FOUND_DE)
    assert said(load_catalogue("de", folder, Cache(tmp_path / "cache"))) == IN_GERMAN
    (kept,) = (tmp_path / "cache").iterdir()
    assert said(load_catalogue("de", folder, Cache(tmp_path / "cache"))) == IN_GERMAN
    kept.write_bytes(b"damaged")
    assert said(load_catalogue("de", folder, Cache(tmp_path / "cache"))) == IN_GERMAN
    assert said(load_catalogue("de", folder, Cache(folder / "de.po" / "cache"))) == IN_GERMAN


@pytest.mark.parametrize(
    "entry",
    [
        ENDED_DE.replace("zu Ende", "zu {end}"),
        ENDED_DE.replace("zu Ende", "zu {"),
        ENDED_DE.replace("zu Ende", "zu {0}"),
        ENDED_DE.replace("Dieses Gespräch ist zu Ende.", ""),
        ENDED_DE.replace("has ended", "is over"),
        ENDED_DE.replace("test/ended", "test/other"),
        ENDED_DE.replace("msgstr", "msgst"),
        ENDED_DE.replace("msgstr", "msgstr[x]"),
        ENDED_DE.partition("msgstr")[0] + "\n",
        '"lost words"\n' + ENDED_DE.replace("zu Ende", "fort {x}"),
        "#, fuzzy\n" + ENDED_DE,
        "#-conflict\n" + ENDED_DE,
        "<<<<<<< HEAD\n" + ENDED_DE,
        "",
    ],
)
def test_what_is_wrong_with_one_sentence_costs_no_other(
    tmp_path: Path, entry: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert german(tmp_path, HEAD + entry + FOUND_DE) == (IN_ENGLISH[0], *IN_GERMAN[1:])
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "entry",
    [
        FOUND_DE.replace("„{name}“ sind {count}", "„{name}“ sind {counts}"),
        FOUND_DE.replace("„{name}“ sind", "sind"),
        FOUND_DE.partition("msgstr[1]")[0] + "\n",
        FOUND_DE.replace("msgstr[1]", 'msgstr[1] ""\nmsgstr[2]'),
    ],
)
def test_a_plural_that_does_not_fit_costs_only_that_form(tmp_path: Path, entry: str) -> None:
    ended, _, many = german(tmp_path, HEAD + ENDED_DE + entry)
    assert (ended, many) == (IN_GERMAN[0], IN_ENGLISH_TO_GERMANS[2])


def test_words_for_one_that_do_not_fit_cost_only_that_form(tmp_path: Path) -> None:
    entry = FOUND_DE.replace("ist ein Fehler", "ist {ein} Fehler")
    assert german(tmp_path, HEAD + entry)[1:] == (IN_ENGLISH[1], IN_GERMAN[2])


def test_letters_in_another_encoding_cost_only_the_sentences_that_have_them(tmp_path: Path) -> None:
    source = HEAD + ENDED_DE + FOUND_DE.replace("sind", "wären")
    latin, utf = "ä".encode("latin-1"), "ä".encode()
    ended, found = source.encode().replace(utf, latin, 1), source.encode().replace(b"w" + utf, b"w" + latin)
    assert german(tmp_path, ended) == (IN_ENGLISH[0], IN_GERMAN[1], "In „a.yaml“ wären 1.200 Fehler.")
    assert german(tmp_path, found) == (IN_GERMAN[0], *IN_ENGLISH_TO_GERMANS[1:])


@pytest.mark.parametrize("charset", ["ISO-8859-1", "no-such-thing", "CHARSET", ""])
def test_what_a_head_says_of_the_encoding_does_not_matter(tmp_path: Path, charset: str) -> None:
    assert german(tmp_path, (HEAD + ENDED_DE + FOUND_DE).replace("utf-8", charset)) == IN_GERMAN


def test_a_file_from_another_system_is_read_alike(tmp_path: Path) -> None:
    source = HEAD + ENDED_DE + "msgid broken\n\n" + FOUND_DE
    assert german(tmp_path, source.replace("\n", "\r\n").encode("utf-8-sig")) == IN_GERMAN


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("n != 1", "n /"),
        HEAD.replace("n != 1", "n / 0"),
        HEAD.replace("n != 1", "1 / (n - 42)"),
        HEAD.replace("n != 1", "n == !n"),
        HEAD.replace("n != 1", "(" * 400 + "n"),
        HEAD.replace("nplurals=2", "nplurals=two"),
        HEAD.replace("Language: de", "PO-Revision-Date: yesterday"),
        HEAD.replace("msgid", "msgd"),
    ],
)
def test_a_head_that_says_nothing_sensible_leaves_english(tmp_path: Path, head: str) -> None:
    assert german(tmp_path, head + ENDED_DE + FOUND_DE) == IN_ENGLISH


@pytest.mark.parametrize("source", ["", "\n\n", "\0", "Dear reader", "#", "\udcff".encode("utf-8", "surrogatepass")])
def test_a_file_that_is_no_translation_leaves_english(tmp_path: Path, source: str | bytes) -> None:
    assert german(tmp_path, source) in {IN_ENGLISH, IN_ENGLISH_TO_GERMANS}


def test_what_cannot_be_compiled_compiles_to_nothing() -> None:
    assert compile_po(HEAD.replace("msgid", "msgd").encode()) == b""


def test_a_folder_in_place_of_a_file_leaves_english(tmp_path: Path) -> None:
    for name in ("de.po", "de.mo"):
        (tmp_path / name).mkdir()
    assert said(load_catalogue("de", tmp_path, CountingCache())) == IN_ENGLISH


def test_no_damage_is_ever_raised(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20261126)
    source = (HEAD + ENDED_DE + FOUND_DE).encode()
    for name, whole in (("de.po", source), ("de.mo", compile_po(source))):
        for _ in range(300):
            damaged = bytearray(whole)
            for _ in range(chance.randrange(1, 4)):
                damaged[chance.randrange(len(damaged))] = chance.choice((chance.randrange(256), *b'"\\\n!/%*n0:;?{}'))
            cut = chance.choice((len(damaged), chance.randrange(len(damaged))))
            words = said(load_catalogue("de", translated(tmp_path, bytes(damaged[:cut]), name), CountingCache()))
            assert all(words)
            assert "a.yaml" in words[1]
    assert capfd.readouterr() == ("", "")
