"""A page shows every block, escapes every word, runs nothing, loads nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from simulator.messages.message import ENGLISH, When
from simulator.messages.sentences import disclaimers
from simulator.messages.sentences import personal_data as say
from simulator.reports.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Link,
    Paragraph,
    Section,
    Several,
    Spoken,
    Table,
    Tone,
)
from simulator.reports.html_page import as_html, as_paper
from tests.pseudo_language import PSEUDO
from tests.reports.pages import Page

NASTY = "</p><script>alert('x')</script><img src=\"http://far.away/x.png\"> & “quoted”"
EVERYTHING: tuple[Block, ...] = (
    Heading(NASTY),
    Paragraph((NASTY, NASTY), Tone.NOTICE),
    Facts(((NASTY, NASTY),)),
    Bullets((NASTY,)),
    Table((NASTY,), ((Link(NASTY, 'x.html" onclick="alert(1)'), NASTY, Several((NASTY,))),)),
    Spoken(NASTY, NASTY, (NASTY,), you=True, language='en" onclick="alert(1)'),
    Section(NASTY, (Paragraph((NASTY,)),)),
)


def page(*blocks: Block, title: str = "A page") -> str:
    return as_html(Document(title, blocks, say.WHAT_THIS_IS(), (disclaimers.FICTIONAL(),)), ENGLISH)


def test_no_word_of_anybody_becomes_markup() -> None:
    found = Page(page(*EVERYTHING, title=NASTY))
    assert {"script", "img"}.isdisjoint(found.tags)
    assert found.values("onclick") == found.values("src") == []
    assert found.text.count(NASTY) == 17


def test_what_a_person_reads_is_what_was_given() -> None:
    told = Page(
        page(
            Heading("The heading"),
            Facts((("When", When(0)),)),
            Spoken("Ines", "It was.", ("looks away", "breathes")),
            Table(("Scenario", "Why"), ((Link("The concert", "a/0001.html"), Several(("one", "two"))),)),
        )
    )
    assert told.words[:4] == ["A page", "A page", "The heading", "When"]
    assert told.words[5:] == [
        *("Ines", "looks away", "breathes", "It was."),
        *("Scenario", "Why", "The concert", "one", "two"),
        "What this is, and what it is not",
        str(disclaimers.FICTIONAL()),
    ]
    assert told.values("href") == ["a/0001.html"]


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x9b", "\u202e", "\ud800", "\uffff"])
def test_letters_that_no_page_may_hold_are_replaced(letter: str) -> None:
    told = page(Paragraph((f"a{letter}b",)))
    assert letter not in told
    assert "a\N{REPLACEMENT CHARACTER}b" in told
    assert told.encode()


def test_line_breaks_of_a_note_are_kept() -> None:
    assert '<p dir="auto" class="plain">one\ntwo\n\nthree</p>' in page(Paragraph(("one\r\ntwo\n\nthree",)))


def test_a_browser_is_told_to_run_and_load_nothing_but_the_style_of_the_page() -> None:
    told = page(*EVERYTHING)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', told)
    (style,) = re.findall(r"<style>(.*?)</style>", told, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "style" not in {name for _, name, _ in Page(told).attributes}
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_is_in_the_language_of_its_reader_and_speech_in_its_own() -> None:
    document = Document(
        "Titel", (Spoken("Ines", "It was.", language="de"),), say.WHAT_THIS_IS(), (disclaimers.FICTIONAL(),)
    )
    told = as_html(document, PSEUDO)
    assert Page(told).values("lang") == ["en", "de"]
    assert PSEUDO.say(disclaimers.FICTIONAL()) in told
    assert str(disclaimers.FICTIONAL()) not in told


def test_headings_go_down_one_step_at_a_time() -> None:
    told = Page(page(Heading("a"), Section("b", (Heading("c"), Section("d", ())))))
    assert [tag for tag in told.tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h2", "h3", "h3", "h2"]


def test_on_paper_columns_are_as_wide_as_what_is_written_in_them() -> None:
    rows = (("own-it", "I sounded annoyed just now, and that was mine. " * 4, "contribution"),)
    document = Document("A table", (Table(("Answer", "What is said", "Move"), rows),), "What this is", ())
    paper = as_paper(document, ENGLISH)
    answer, said, move = map(int, re.findall(r'width="(\d+)%"', paper))
    assert 98 <= answer + said + move <= 102
    assert said > move > answer
    assert ' width="' not in as_html(document, ENGLISH), "a browser knows better"


def test_dark_and_paper_are_thought_of() -> None:
    told = page()
    assert "@media (prefers-color-scheme: dark)" in told
    assert "@media print" in told
