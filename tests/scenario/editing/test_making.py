"""Edits by intent: only the lines that are meant change, and the file then reads as intended."""

from __future__ import annotations

import difflib

import pytest

from simulator.scenario.editing.intents import Add, Copy, Intent, Remove, Rename, SetValue, connect, disconnect
from simulator.scenario.editing.making import make, new_id
from simulator.scenario.editing.refusing import EditRefused
from simulator.scenario.files import PinnedFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.references import Named
from simulator.scenario.source_text import SourceText
from tests.scenario.texts import SHIPPED_TEXTS

TEXT = """\
# Our own scenario.
format: scenario/2
title: "The wait"   # as on the card
about: >-
  She waited for an hour, and
  nobody came to tell her
  why that was.
flags: []
opening:
  - you: Good morning.
    shows: [a nod]
  - patient: Is it?
moments:

  # ---- the first ----

  silence:
    reaction: minimal   # a state
    silence: {kind: disengaged, lasts: 20s, then: weather}
    shows:
      - looks down
      # what follows was seen twice
      - breathes
    thinks: 'It''s late.'
    responses:
      # the first of two
      notice:
        say: You went quiet.
        move: notice_shift
        when: told and not seen weather
      own-it:
        say: That was me.
        move: own_contribution

  # ---- the second ----
  weather:
    reaction: avoiding
    patient: Nice weather.
    opens: {silence/notice: No.}
    after: silence/own-it
"""


def opened(text: str = TEXT) -> OpenDocument:
    return OpenDocument(PinnedFiles(SHIPPED_TEXTS), "wait.yaml", SourceText.of_text(text))


def changed(*intents: Intent, text: str = TEXT) -> list[str]:
    """The lines that go and come when something is made."""
    document = opened(text)
    make(document, *intents)
    lines = difflib.unified_diff(text.split("\n"), document.source.text.split("\n"), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


SILENCE = ("moments", "silence")
WEATHER = ("moments", "weather")


@pytest.mark.parametrize(
    ("intent", "lines"),
    [
        (SetValue(("title",), "The hour"), ['-title: "The wait"   # as on the card', '+title: "The hour"   # as on the card']),
        (SetValue((*WEATHER, "patient"), "No: it is nothing"), ["-    patient: Nice weather.", '+    patient: "No: it is nothing"']),
        (SetValue((*WEATHER, "patient"), "He said #1"), ["-    patient: Nice weather.", '+    patient: "He said #1"']),
        (SetValue((*SILENCE, "thinks"), "It's early."), ["-    thinks: 'It''s late.'", "+    thinks: 'It''s early.'"]),
        (
            SetValue(("about",), "She waited for an hour, and somebody came to tell her why that was."),
            ["-  nobody came to tell her", "+  somebody came to tell her"],
        ),
        (
            SetValue((*SILENCE, "silence", "lasts"), "30s"),
            [
                "-    silence: {kind: disengaged, lasts: 20s, then: weather}",
                "+    silence: {kind: disengaged, lasts: 30s, then: weather}",
            ],
        ),
        (disconnect("silence", None), [
            "-    silence: {kind: disengaged, lasts: 20s, then: weather}",
            "+    silence: {kind: disengaged, lasts: 20s}",
        ]),
        (connect("silence", "notice", "weather"), ["+        then: weather"]),
        (SetValue((*SILENCE, "shows"), ["looks down", "breathes, slowly"]), ["-      - breathes", "+      - breathes, slowly"]),
        (SetValue((*SILENCE, "shows"), ["looks down", "x", "breathes"]), ["+      - x"]),
        (SetValue((*SILENCE, "shows"), ["looks down"]), ["-      - breathes"]),
        (SetValue(("flags",), ["told"]), ["-flags: []", "+flags: [told]"]),
        (SetValue((*SILENCE, "pose", "gaze"), "floor"), ["+    pose: {gaze: floor}"]),
        (SetValue(("opening", 0, "you"), "Hello."), ["-  - you: Good morning.", "+  - you: Hello."]),
        (Remove(("opening", 0, "you")), ["-  - you: Good morning.", "-    shows: [a nod]", "+  - shows: [a nod]"]),
        (Remove(("opening", 1)), ["-  - patient: Is it?"]),
        (Remove((*SILENCE, "reaction")), ["-    reaction: minimal   # a state"]),
        (Remove((*WEATHER, "opens", "silence/notice")), ["-    opens: {silence/notice: No.}"]),
        (Add((*WEATHER, "responses", "stay"), {"say": "Mm.", "move": "hold_silence"}), [
            "+    responses:", "+      stay:", "+        say: Mm.", "+        move: hold_silence",
        ]),
        (Copy((*SILENCE, "responses", "notice"), (*SILENCE, "responses", "notice-2")), [
            "+      notice-2:",
            "+        say: You went quiet.",
            "+        move: notice_shift",
            "+        when: told and not seen weather",
        ]),
        (Rename(Named.RESPONSE, "notice", "see", "silence"), [
            "-      notice:", "+      see:", "+        formerly: [notice]",
            "-    opens: {silence/notice: No.}", "+    opens: {silence/see: No.}",
        ]),
        (Rename(Named.MOMENT, "weather", "sun"), [
            "-    silence: {kind: disengaged, lasts: 20s, then: weather}",
            "+    silence: {kind: disengaged, lasts: 20s, then: sun}",
            "-        when: told and not seen weather",
            "+        when: told and not seen sun",
            "-  weather:", "+  sun:",
            "+    formerly: [weather]",
        ]),
    ],
)  # fmt: skip
def test_only_what_is_meant_changes(intent: Intent, lines: list[str]) -> None:
    assert changed(intent) == lines


def test_a_new_moment_stands_apart_behind_the_one_it_was_made_from() -> None:
    added = changed(Add(("moments", "later"), {"reaction": "engaged", "patient": "Yes: now."}, after="silence"))
    assert sorted(added) == sorted(["+", "+  later:", "+    reaction: engaged", '+    patient: "Yes: now."'])


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    data = ("\ufeff" + TEXT).replace("\n", "\r\n").encode()
    document = OpenDocument(PinnedFiles({}), "wait.yaml", SourceText.of_bytes(data))
    make(document, SetValue((*WEATHER, "thinks"), "Safe."))
    assert document.source.to_bytes() == data.replace(
        b"patient: Nice weather.", b"patient: Nice weather.\r\n    thinks: Safe."
    )


def test_several_intents_are_made_together_or_not_at_all() -> None:
    document = opened()
    with pytest.raises(EditRefused, match="no “moments / gone”"):
        make(document, SetValue(("title",), "New"), Remove(("moments", "gone")))
    assert document.source.text == TEXT
    assert document.written.node(("title",)) == "The wait"


@pytest.mark.parametrize(
    ("intent", "why"),
    [
        (Rename(Named.MOMENT, "silence", "weather"), "is taken"),
        (Rename(Named.MOMENT, "silence", "Two Words"), "cannot be an id"),
        (SetValue((*SILENCE, "shows"), "one text"), "a remark"),
        (SetValue((*WEATHER, "patient", "say"), "x"), "nothing at “moments / weather / patient”"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(intent: Intent, why: str) -> None:
    document = opened()
    with pytest.raises(EditRefused, match=why):
        make(document, intent)
    assert document.source.text == TEXT


def test_nothing_is_renamed_while_it_may_be_named_where_nobody_can_read() -> None:
    document = opened(TEXT.replace("reaction: avoiding", "reaction avoiding"))
    with pytest.raises(EditRefused, match="Mend the writing first"):
        make(document, Rename(Named.MOMENT, "silence", "quiet"))


def test_a_sound_moment_can_be_edited_while_another_is_broken() -> None:
    lines = changed(
        SetValue((*SILENCE, "thinks"), "Late."), text=TEXT.replace("reaction: avoiding", "reaction avoiding")
    )
    assert lines == ["-    thinks: 'It''s late.'", "+    thinks: 'Late.'"]


def test_renaming_back_takes_the_id_out_of_the_former_ones() -> None:
    document = opened()
    make(document, Rename(Named.MOMENT, "weather", "sun"), Rename(Named.MOMENT, "sun", "weather"))
    assert document.written.node((*WEATHER, "formerly")) == ["sun"]


def test_a_new_id_is_free() -> None:
    assert new_id("silence", ["silence", "silence-2"]) == "silence-3"
