"""A translator begins a language, brings it up to date and learns what it lacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from simulator.cli.commands import main
from simulator.messages.message import Catalogue
from simulator.messages.sentence_list import all_sentences
from simulator.messages.sentences.translating import BEGUN, TRANSLATED, UPDATED
from simulator.messages.template import template
from simulator.messages.translations import load_catalogue
from tests.cli.terminal import ROOT

ALL = len(all_sentences())
BAD = str(next((ROOT / "tests" / "bad").glob("d505-*.yaml")))


class Nowhere:
    """Nothing compiled is kept."""

    def get(self, _name: str) -> bytes | None:
        return None

    def put(self, _name: str, _data: bytes) -> None:
        """Forgotten."""


@pytest.fixture
def german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A German translation, just begun."""
    file = tmp_path / "de.po"
    assert main(["language", "new", "de", str(file)]) == 0
    next_step = f"attune language check {file}"
    assert capsys.readouterr().out == f"{BEGUN(path=str(file), count=ALL, command=next_step)}\n"
    return file


def translate(file: Path, sentence_id: str, *strings: str) -> None:
    """Fill in what stands behind an id."""
    head, mark, rest = file.read_text("utf-8").partition(f'msgctxt "{sentence_id}"\n')
    assert mark, sentence_id
    for number, string in enumerate(strings):
        empty = 'msgstr ""' if len(strings) == 1 else f'msgstr[{number}] ""'
        rest = rest.replace(empty, empty.replace('""', f'"{string}"'), 1)
    file.write_text(head + mark + rest, "utf-8")


def spoken(file: Path) -> Catalogue:
    return load_catalogue("de", file.parent, Nowhere())


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_every_sentence_is_there_with_its_note_and_its_plural_forms(german: Path) -> None:
    text = german.read_text("utf-8")
    assert text.count("\nmsgctxt ") == ALL
    assert "#. “command” is typed.\n" in text
    assert 'msgstr[1] ""' in text
    assert "Plural-Forms: nplurals=2; plural=(n != 1);" in text


def test_what_was_filled_in_is_said(german: Path) -> None:
    translate(german, UPDATED.id, "{path} ist auf dem Stand von heute.")
    translate(german, BEGUN.id, "{path} hat {count} Satz; {command}", "{path} hat {count} Sätze; {command}")
    words = spoken(german)
    assert words.say(UPDATED(path="x")) == "x ist auf dem Stand von heute."
    assert words.say(BEGUN(path="x", count=1, command="y")) == "x hat 1 Satz; y"
    assert words.say(BEGUN(path="x", count=3, command="y")) == "x hat 3 Sätze; y"


def test_check_counts_and_names_what_is_missing(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(german, UPDATED.id, "{path} ist auf dem Stand von heute.")
    assert main(["language", "check", str(german)]) == 1
    first, missing = told(capsys)
    assert first == str(TRANSLATED(done=1, all=ALL))
    assert missing.startswith(f"not translated: {ALL - 1:,} sentences, the field’s terms first: competency/")
    assert UPDATED.id not in missing


def test_the_last_missing_ones_are_all_named(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = template()
    for entry in catalogue:
        if entry.id and entry.context not in (UPDATED.id, BEGUN.id):
            entry.string = entry.id
    with german.open("wb") as file:
        write_po(file, catalogue)
    assert main(["language", "check", str(german)]) == 1
    assert told(capsys) == [
        str(TRANSLATED(done=ALL - 2, all=ALL)),
        f"not translated: {BEGUN.id} and {UPDATED.id}",
    ]


def test_a_new_translation_is_for_everybody_who_uses_the_program(german: Path) -> None:
    beside = german.with_name("plain")
    beside.touch()
    rights = beside.stat().st_mode
    assert german.stat().st_mode == rights
    assert main(["language", "update", str(german)]) == 0
    assert german.stat().st_mode == rights


def test_a_country_may_stand_behind_a_dash(tmp_path: Path) -> None:
    assert main(["language", "new", "pt-BR", str(tmp_path / "pt_BR.po")]) == 0
    assert "Language: pt_BR" in (tmp_path / "pt_BR.po").read_text("utf-8")


def test_check_names_translations_with_other_values(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    translate(german, UPDATED.id, "{pfad} ist auf dem Stand von heute.")
    assert main(["language", "check", str(german)]) == 1
    assert told(capsys)[-1].endswith(f"so that English is said: {UPDATED.id}")
    assert spoken(german).say(UPDATED(path="x")) == str(UPDATED(path="x"))


def older(file: Path) -> None:
    """The file as it was when one sentence had other English, and another was still there."""
    translate(file, UPDATED.id, "{path} ist auf dem Stand von heute.")
    text = file.read_text("utf-8").replace(f'msgid "{UPDATED.text}"', 'msgid "{path} is fresh."')
    gone = 'msgctxt "old/gone"\nmsgid "Gone."\nmsgstr "Weg."\n'
    file.write_text(f"{text}\n{gone}", "utf-8")


def test_check_names_what_was_written_for_other_english(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older(german)
    assert main(["language", "check", str(german)]) == 1
    assert told(capsys)[-1].endswith(f"the sentence is gone: old/gone and {UPDATED.id}")


def test_update_keeps_what_was_translated_and_marks_what_changed(
    german: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(german, TRANSLATED.id, "{done} von {all} Sätzen sind übersetzt.")
    older(german)
    assert main(["language", "update", str(german)]) == 0
    assert told(capsys) == [str(UPDATED(path=str(german)))]
    text = german.read_text("utf-8")
    assert f'#, fuzzy, python-brace-format\nmsgctxt "{UPDATED.id}"\nmsgid "{UPDATED.text}"\n' in text
    assert '#~ msgstr "Weg."' in text
    words = spoken(german)
    assert words.say(TRANSLATED(done=1, all=2)) == "1 von 2 Sätzen sind übersetzt."
    assert words.say(UPDATED(path="x")) == str(UPDATED(path="x")), "English, until somebody looked at it"
    assert main(["language", "check", str(german)]) == 1
    assert told(capsys)[0] == str(TRANSLATED(done=1, all=ALL))


def test_what_is_up_to_date_stays_as_it_is(german: Path) -> None:
    translate(german, UPDATED.id, "{path} ist auf dem Stand von heute.")
    main(["language", "update", str(german)])
    before = german.read_bytes()
    main(["language", "update", str(german)])
    assert german.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (("new", "klingon!", "x.po"), 2, "“klingon!” is not the code of a language"),
        (("check", "none.po"), 2, "There is no file none.po."),
        (("update", "none.po"), 2, "There is no file none.po."),
    ],
)
def test_wrong_words_end_in_a_sentence(
    words: tuple[str, ...],
    code: int,
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["language", *words]) == code
    assert complaint in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_begun_again(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = german.read_bytes()
    assert main(["language", "new", "de", str(german)]) == 1
    assert "language update" in capsys.readouterr().err
    assert german.read_bytes() == before


def test_an_update_that_would_lose_an_entry_changes_nothing(german: Path, capsys: pytest.CaptureFixture[str]) -> None:
    german.write_text(german.read_text("utf-8") + "\ngarbage here\n", "utf-8")
    before = german.read_bytes()
    assert main(["language", "update", str(german)]) == 1
    assert "cannot be read as a gettext file" in capsys.readouterr().err
    assert german.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["language", "new", "de", str(tmp_path / "none" / "de.po")]) == 1
    assert "cannot be read or written" in capsys.readouterr().err


def test_a_file_that_is_no_translation_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "de.po"
    file.write_bytes(b'msgid "\xff\xfe')
    assert main(["language", "check", str(file)]) == 1
    assert "cannot be read as a gettext file" in capsys.readouterr().err


def test_a_command_speaks_the_language_that_its_environment_names(
    german: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTUNE_LANGUAGE", "de")
    main(["language", "check", str(german)])
    assert told(capsys)[0] == f"0 von {ALL // 1000}.{ALL % 1000:03} Sätzen sind übersetzt."
    assert main(["check", "--quick", "--json", BAD]) == 0
    document = capsys.readouterr().out
    monkeypatch.setenv("ATTUNE_LANGUAGE", "en")
    main(["check", "--quick", "--json", BAD])
    assert document == capsys.readouterr().out
    # What is translated in part is not followed unasked.
    monkeypatch.delenv("ATTUNE_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    main(["language", "check", str(german)])
    assert told(capsys)[0].startswith("0 of ")


def test_the_guide_for_translators_names_sentences_that_there_are() -> None:
    guide = (ROOT / "assets" / "languages" / "README.md").read_text("utf-8")
    named = [name for name in re.findall(r"`([a-z-]+/[a-z-]+)`", guide) if not name.startswith("assets/")]
    assert named
    assert set(named) <= {sentence.id for sentence in all_sentences()}
