"""The letters of a conversation: as at first, changed, switched off, and whatever stands in a settings file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from simulator.storage.key_bindings import FIRST_KEYS, OFF, KeyAction, as_letter, bindings, understood
from simulator.storage.settings import Settings, load_settings, save_settings


def test_at_first_every_action_has_a_letter_of_its_own() -> None:
    assert set(FIRST_KEYS) == set(KeyAction)
    assert len(set(FIRST_KEYS.values())) == len(KeyAction)
    assert bindings({}) == FIRST_KEYS


def test_a_wish_goes_before_the_letter_that_another_action_had_at_first() -> None:
    bound = bindings({"stay-silent": "W"})
    assert bound[KeyAction.STAY_SILENT] == "W"
    assert bound[KeyAction.WITHDREW] == OFF


def test_all_letters_can_be_switched_off() -> None:
    assert set(bindings({"stay-silent": "Q"}, letters=False).values()) == {OFF}


def test_a_letter_is_one_letter_of_any_script() -> None:
    assert [as_letter(text) for text in ("q", " Ц ", "", "1", "ab", "-")] == ["Q", "Ц", OFF, None, None, None]


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=2)))
def test_no_letter_ever_does_two_things(changed: dict[str, str]) -> None:
    read = understood(changed)
    assert read is not None
    letters = [letter for letter in bindings(read).values() if letter != OFF]
    assert len(set(letters)) == len(letters)


def test_what_is_no_letter_in_a_settings_file_is_left_out(tmp_path: Path) -> None:
    assert understood(["W"]) is None
    assert understood({"stay-silent": "Q", "fly": "F", "withdrew": 7, "deferred": "12"}) == {"stay-silent": "Q"}
    save_settings(tmp_path, Settings(keys={"stay-silent": "Q", "withdrew": ""}, letter_keys=False))
    kept = load_settings(tmp_path)
    assert (kept.keys, kept.letter_keys) == ({"stay-silent": "Q", "withdrew": ""}, False)
