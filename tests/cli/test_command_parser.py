"""What argparse complains of is known by its English, so that it can be said in other languages."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

import pytest

from simulator.cli.command_parser import complaint
from simulator.messages.message import Message


class _Complains(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ValueError(message)


def said_of(typed: Sequence[str]) -> str:
    """What argparse itself says of a wrong command line."""
    parser = _Complains()
    parser.add_argument("path")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--mode", choices=("learn", "practise"))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--names", nargs="+")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--all", action="store_true")
    which.add_argument("--one", action="store_true")
    with pytest.raises(ValueError, match=r"\w") as wrong:
        parser.parse_args(typed)
    return str(wrong.value)


@pytest.mark.parametrize(
    "typed",
    [
        ("--all",),
        ("a",),
        ("a", "--all", "--one"),
        ("a", "b", "--all"),
        ("a", "--all", "--nonsense\nmore"),
        ("a", "--all", "--seed"),
        ("a", "--all", "--seed", "soon"),
        ("a", "--all", "--mode", "play"),
        ("a", "--all", "--names"),
        ("a", "--all", "--qui"),
        ("a", "--all", "--quick=1"),
    ],
    ids=" ".join,
)
def test_every_complaint_is_a_sentence_with_the_same_english(typed: Sequence[str]) -> None:
    english = said_of(typed)
    told = complaint(english)
    assert isinstance(told, Message)
    assert str(told) == english
    what = dict(told.values).get("what", told)
    assert isinstance(what, Message), "also what follows the name of an argument"


def test_what_was_never_said_before_is_told_as_it_stands() -> None:
    assert complaint("something new of a later Python") == "something new of a later Python"
