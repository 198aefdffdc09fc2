"""Twelve hand-made scenarios with known answers: what rules 12 to 16 make of whole sessions, turn by turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.analysis.solve import solve
from simulator.analysis.value import repair_value, value_of
from simulator.patient.gauges import Alliance
from simulator.patient.leaving import gives_sign
from simulator.patient.start import verdict
from simulator.patient.state import Fit, PatientState
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Ending, Moment, Response, Scenario
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.script import Script, verdict_of
from simulator.session.vocabulary import Mode
from tests.builders import free_scenario, started
from tests.telling import one_moment

R = ReactionState
W, D, C = Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION


def played(made: Scenario, words: str) -> Session:
    """A session in which these things are said (``...`` is silence)."""
    play = Session(made, started(made, Mode.LEARN))
    for word in words.split():
        play.act(StaySilent() if word == "..." else Choose(word))
    return play


def told(play: Session) -> list[str]:
    """The state after each turn; ``!`` marks a sign of leaving."""
    after = [exchange.appraisal.state for exchange in play.exchanges]
    return [f"{state.reaction}{'!' if gives_sign(state) else ''}" for state in after]


def asking(made: Scenario) -> Scenario:
    """The same scenario in which the patient waits for an answer in every moment."""
    lines = {state: replace(line, asks=not line.end) for state, line in made.patient.lines.items()}
    moments = {name: replace(moment, asks=True) for name, moment in made.moments.items()}
    return replace(made, moments=moments, patient=replace(made.patient, lines=lines))


@dataclass(frozen=True)
class Story:
    """A scenario, what is said, where the patient is after each turn, and what it comes to (``None``: it goes on)."""

    about: str
    made: Scenario
    words: str
    states: str
    came_to: Verdict | None = None


STORIES = (
    Story(
        "a question left unanswered is stepping back, also after an invitation",
        asking(free_scenario(R.MINIMAL, alliance=70)),
        "notice_shift ... own_contribution-4",
        "avoiding avoiding exploring",
    ),
    Story(
        "after a disclosure that asks for nothing silence makes room",
        free_scenario(R.QUALIFIED_ASSERTION, alliance=70),
        "... explore_fear support_assertion",
        "block self-assertion self-assertion",
    ),
    Story(
        "who is blamed while shut down shows a sign, and leaves when stepped back from",
        free_scenario(R.SHUT_DOWN, alliance=80),
        "blame_interpret retreat",
        "shut-down! left",
        Verdict.LEFT,
    ),
    Story(
        "who has lost heart in a complaint shows the sign under pressure, is held for a turn, and then goes",
        free_scenario(R.COMPLAINT, style=C, alliance=15),
        "press_on notice_shift hold_silence",
        "pressure! pressure left",
        Verdict.LEFT,
    ),
    Story(
        "who defers to the end thanks and stays away",
        free_scenario(R.APPEASING, style=D, alliance=40),
        "support_assertion link_pattern support_assertion link_pattern seek_agreement",
        "appeasing appeasing appeasing appeasing! appeasing",
        Verdict.QUIET_DROP_OUT,
    ),
    Story(
        "going back and forth within a family is a circle too",
        free_scenario(R.MINIMAL, alliance=90),
        "retreat defend_justify retreat defend_justify retreat",
        "avoiding minimal avoiding minimal shut-down",
    ),
    Story(
        "owning better than before is no circle; the same again is",
        free_scenario(R.SHUT_DOWN, alliance=20),
        "own_contribution-3 link_pattern own_contribution-4 link_pattern own_contribution-4",
        "minimal shut-down minimal shut-down minimal",
    ),
    Story(
        "a transfer named in the first words is judged as if it had no name",
        replace(
            free_scenario(R.COMPLAINT, style=C, alliance=20, fit=Fit.POOR),
            moments={
                "begins": one_moment(
                    "begins",
                    R.COMPLAINT,
                    "(complaint)",
                    responses=(Response("fit", "-", Move.DISCUSS_FIT, then="bye", because="-"),),
                ),
                "bye": one_moment("bye", R.TRANSFER, "(bye)", end=Ending.TRANSFER),
            },
        ),
        "fit",
        "pressure",
        Verdict.LEFT,
    ),
    Story(
        "a transfer that was talked through and tried is one",
        free_scenario(R.SELF_ASSERTION, alliance=60, fit=Fit.POOR, goes_on_after_repair=True),
        "defend_justify own_contribution-4 invite_dissent renegotiate discuss_fit",
        "mixed exploring qualified-assertion repaired transfer",
        Verdict.TRANSFER,
    ),
    Story(
        "at level 1 the first slip of the hour moves nobody",
        free_scenario(R.MINIMAL, alliance=60, difficulty=1),
        "defend_justify own_contribution-4 defend_justify",
        "minimal exploring minimal",
    ),
    Story(
        "at level 2 every new rupture meets the next attempt with a closed gate",
        free_scenario(R.MINIMAL, alliance=90),
        "explore_experience notice_shift notice_shift",
        "avoiding avoiding exploring",
    ),
    Story(
        "kindness that never owns repairs nothing",
        free_scenario(R.VULNERABILITY, style=C, alliance=90),
        "validate_feeling check_repair validate_feeling own_contribution-2",
        "vulnerability vulnerability vulnerability repaired",
        Verdict.PARTLY,
    ),
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.about)
def test_the_answer_is_known(story: Story) -> None:
    play = played(story.made, story.words)
    assert told(play) == story.states.split()
    closing = play.standing.closing
    assert (closing.verdict if closing else None) is story.came_to


SIGNS = (
    ("who withdraws", R.SHUT_DOWN, W),
    ("who defers", R.APPEASING, D),
    ("who confronts", R.PRESSURE, C),
)


@pytest.mark.parametrize(("_about", "state", "style"), SIGNS, ids=[about for about, *_ in SIGNS])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_one_specific_owning_keeps_them_from_every_alliance_at_which_a_sign_can_come(
    _about: str, state: R, style: Family, level: int
) -> None:
    signs = 0
    for bond, task, goal in product(range(0, 21, 4), repeat=3):
        made = free_scenario(state, style=style, difficulty=level)
        made = replace(made, patient=replace(made.patient, alliance=Alliance(bond, task, goal)))
        play = Session(made, started(made, Mode.LEARN))
        play.act(Choose("press_on"))
        while not play.ended and not gives_sign(play.place.patient) and play.place.turn < 7:
            play.act(Choose("reassure_early" if style is not D else "seek_agreement"))
        if play.ended or not gives_sign(play.place.patient):
            continue
        signs += 1
        play.act(Choose("own_contribution-3"))
        assert not play.ended
    assert signs > 50


def ends_in(end: Ending, reaction: R, *, wished: bool = False) -> Moment:
    return replace(one_moment("end", reaction, "(end)", end=end), wished=wished)


@pytest.mark.parametrize("end", Ending)
@pytest.mark.parametrize("wished", [False, True])
def test_no_name_stands_above_what_the_patient_feels(end: Ending, wished: bool) -> None:
    for level, state in product(range(0, 21), R):
        patient = PatientState(state, Alliance(level, level, level), W)
        felt = verdict(patient)
        named = verdict_of(end, patient, wished=wished)
        if felt in (Verdict.LEFT, Verdict.QUIET_DROP_OUT):
            assert named is felt


def test_a_wish_that_was_repeated_and_heard_is_not_held() -> None:
    patient = PatientState(R.COMPLAINT, Alliance(10, 10, 10), C)
    assert verdict_of(Ending.TRANSFER, patient) is Verdict.UNRESOLVED
    assert verdict_of(Ending.TRANSFER, patient, wished=True) is Verdict.TRANSFER
    assert ends_in(Ending.TRANSFER, R.COMPLAINT, wished=True).wished


def test_who_left_is_never_worth_more_than_who_stayed() -> None:
    gone = max(
        repair_value(came_to, PatientState(R.LEFT, Alliance(20, 20, 20), W, owned=4))
        for came_to in (Verdict.LEFT, Verdict.QUIET_DROP_OUT)
    )
    stayed = min(
        repair_value(came_to, PatientState(R.MINIMAL, Alliance(0, 0, 0), W))
        for came_to in Verdict
        if came_to not in (Verdict.LEFT, Verdict.QUIET_DROP_OUT)
    )
    assert gone < stayed


def test_level_one_has_three_more_turns() -> None:
    turns = [Script(free_scenario(difficulty=level, turns=9)).turns for level in (1, 2, 3)]
    assert turns == [12, 9, 9]
    play = Session(made := free_scenario(R.ENGAGED, difficulty=1, turns=4), started(made, Mode.LEARN))
    while not play.ended:
        play.act(Choose("notice_shift"))
    assert len(play.exchanges) == 7


def test_the_solver_prices_a_parting_before_its_time_as_play_does() -> None:
    made = free_scenario(R.APPEASING, style=D, alliance=40, turns=5)
    few = tuple(
        r for r in made.moments["begins"].responses if r.id in ("support_assertion", "link_pattern", "seek_agreement")
    )
    lines = {s: replace(line, responses=few if line.responses else ()) for s, line in made.patient.lines.items()}
    moments = {"begins": replace(made.moments["begins"], responses=few)}
    made = replace(made, moments=moments, patient=replace(made.patient, lines=lines))
    play = played(made, "support_assertion link_pattern support_assertion link_pattern seek_agreement")
    solution = solve(play.script)
    closing = play.standing.closing
    assert closing is not None
    assert closing.verdict is Verdict.QUIET_DROP_OUT
    assert solution.start.worst[0] <= value_of(closing) <= solution.start.best[0]
    assert closing.moment is None
