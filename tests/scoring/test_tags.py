"""Stories about tags: how they fit what was shown, and where what was tagged and what was said part."""

from __future__ import annotations

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.reactions import Family, ReactionState
from simulator.scoring import score
from simulator.scoring.competency import Parting
from simulator.scoring.tag_reading import OPENINGS, TagFit, is_sign, right_tag, tag_fit
from simulator.session.transcript import Exchange
from simulator.session.vocabulary import Tag
from tests.builders import MARKERS_OF, free_scenario, play

_S, _T = ReactionState, Tag
EVERY_TAG = (_T.NOTHING, _T.WITHDRAWAL, _T.DEFERENCE, _T.CONFRONTATION, _T.OPENED_UP)


def one_turn(start: ReactionState, origin: Family, tag: Tag | None, step: str = "notice_shift") -> Exchange:
    played = play(free_scenario(start, style=origin), f"{tag}: {step}" if tag else step)
    return played.exchanges[0]


@pytest.mark.parametrize(
    ("start", "origin", "fits"),
    [
        (_S.ENGAGED, Family.WITHDRAWAL, "calm alarm alarm alarm alarm"),
        (_S.MINIMAL, Family.WITHDRAWAL, "missed right other-family other-family mistaken"),
        (_S.COMPLYING, Family.DEFERENCE, "missed other-family right other-family mistaken"),
        (_S.COMPLAINT, Family.CONFRONTATION, "missed other-family other-family right mistaken"),
        (_S.MIXED, Family.DEFERENCE, "missed other-family right right mistaken"),
        (_S.EXPLORING, Family.WITHDRAWAL, "let-be alarm alarm alarm right"),
        (_S.QUALIFIED_ASSERTION, Family.WITHDRAWAL, "let-be half alarm alarm right"),
        (_S.HURT, Family.CONFRONTATION, "let-be alarm alarm alarm right"),
        (_S.BLOCK, Family.DEFERENCE, "let-be alarm half alarm right"),
        (_S.SELF_ASSERTION, Family.WITHDRAWAL, "let-be alarm alarm alarm right"),
        (_S.VULNERABILITY, Family.CONFRONTATION, "let-be alarm alarm alarm right"),
    ],
)
def test_how_each_tag_fits_each_state(start: ReactionState, origin: Family, fits: str) -> None:
    assert [str(tag_fit(one_turn(start, origin, tag))) for tag in EVERY_TAG] == fits.split()
    assert tag_fit(one_turn(start, origin, None)) is None
    right = right_tag(one_turn(start, origin, None))
    assert tag_fit(one_turn(start, origin, right)) in (TagFit.RIGHT, TagFit.CALM)


def test_a_family_that_the_author_marked_in_an_opening_is_right_and_no_sign_that_can_be_missed() -> None:
    marked = free_scenario(_S.BLOCK, markers=MARKERS_OF | {_S.BLOCK: (Marker.DEFER,)})
    (exchange,) = play(marked, "deference: notice_shift").exchanges
    assert exchange.before.reaction in OPENINGS
    assert (tag_fit(exchange), is_sign(exchange)) == (TagFit.RIGHT, False)


@pytest.mark.parametrize(
    ("start", "step", "kind", "says"),
    [
        (
            _S.MINIMAL,
            "withdrawal: retreat",
            Parting.SEEN_NOT_TAKEN_UP,
            "You saw it, and your answer did not take it up.",
        ),
        (_S.MINIMAL, "withdrawal: own_contribution-4", None, ""),
        (_S.MINIMAL, "nothing: retreat", None, ""),
        (_S.MINIMAL, "own_contribution-4", None, ""),
        (_S.MINIMAL, "nothing: own_contribution-4", Parting.ANSWERED_UNSEEN, "You saw nothing here, and your words"),
        (_S.MINIMAL, "deference: own_contribution-4", Parting.ANSWERED_UNSEEN, "You saw something else here, and"),
        (_S.MINIMAL, "opened-up: own_contribution-4", Parting.ANSWERED_UNSEEN, "You saw something else here, and"),
        (
            _S.QUALIFIED_ASSERTION,
            "opened-up: seek_agreement",
            Parting.SEEN_NOT_TAKEN_UP,
            "You saw that Ines opened up,",
        ),
        (_S.QUALIFIED_ASSERTION, "opened-up: explore_fear", None, ""),
        (_S.QUALIFIED_ASSERTION, "nothing: explore_fear", None, ""),
        (_S.ENGAGED, "withdrawal: notice_shift", None, ""),
    ],
)
def test_what_was_tagged_and_what_was_said_are_two_things(
    start: ReactionState, step: str, kind: Parting | None, says: str
) -> None:
    parted = score(play(free_scenario(start), step)).tag_against_answer
    assert [(one.turn, one.kind) for one in parted] == ([] if kind is None else [(1, kind)])
    assert all(str(one.what).startswith(says) for one in parted)
