"""Agreement in words: what there is, what there is not and why, and how many more it would take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.agreement.figures import Figure, NoFigure
from simulator.analysis.agreement.intervals import Interval
from simulator.messages.message import ENGLISH
from simulator.messages.sentences.sample_group import MADE_BY_MODEL
from simulator.reports.html_page import as_html
from simulator.scoring.competency import Competency
from simulator.services.agreement import Agreement, Compared, Estimate, Left
from simulator.services.agreement_conclusions import conclusions
from simulator.services.agreement_words import (
    conversations_in_words,
    conversations_needed,
    document,
    raters_needed,
    row_in_words,
    told,
)
from simulator.services.reliability import FOR_A_MEAN, MoreConversations

SURE = Estimate(Figure(0.62), Interval(0.4149, 0.78))


def compared(single: Estimate = SURE, *, people: int = 9, transcripts: int = 20, **left: int) -> Compared:
    left_out = {Left(name.replace("_", "-")): count for name, count in left.items()}
    four = (single, single, single, single) if transcripts >= 15 else ()
    return Compared(Competency.DEPTH, ("Ada", "Bo"), False, 30, transcripts, people, left_out, *four)


def held(
    one: Figure, sure: tuple[float, float] = (0.2, 0.6), people: int = 10, conversations: int = 38
) -> MoreConversations:
    return MoreConversations(Competency.DEPTH, people, conversations, 30, Estimate(one, Interval(*sure)))


def words(found: Compared) -> str:
    return " ".join(map(str, row_in_words(found)))


def test_a_figure_stands_with_its_interval() -> None:
    assert ENGLISH.value(told(SURE)) == "0.62 (0.41 to 0.78)"
    assert ENGLISH.value(told(Estimate(Figure(0.5)))) == "0.50"
    assert ENGLISH.value(told(Estimate(Figure(None, NoFigure.ONE_CATEGORY)))) == "–"


def test_a_row_says_what_it_is_made_of_and_what_was_left_out() -> None:
    said = words(compared(no_number=1, other_edition=2))
    assert "Compared: Ada and Bo. 30 conversations of 9 people, 20 distinct transcripts." in said
    assert (
        "Left out: 1 where one of them gave a word in place of a number. Left out: 2 signed, of another edition."
        in said
    )
    assert "One rater: 0.62. The mean of these 2: 0.77. It takes 3 to reach 0.80, likely between 2 and 6." in said
    assert "Nothing was left out." in words(compared())
    assert "14 distinct transcripts, and it takes 15" in words(compared(transcripts=14))
    assert "fewer than 5 people" in words(compared(people=4))
    assert "Chance would agree as well" in words(compared(Estimate(Figure(None, NoFigure.ONE_CATEGORY))))
    for unsure in (Estimate(Figure(0.1), Interval(-0.3, 0.3)), Estimate(Figure(0.5))):
        assert "not sure enough" in words(compared(unsure))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            held(Figure(0.4)),
            "With 4 each, as now: 0.73. 2 more scenarios for each person to reach 0.80, likely between 0 and 12.",
        ),
        (held(Figure(0.45)), "1 more scenario for each person to reach 0.80"),
        (held(Figure(0.6)), "With 4 each, as now: 0.86. That reaches 0.80; it takes 3, likely between 3 and 16."),
        (held(Figure(0.1), (-0.2, 0.4)), "not sure enough that this is more than nothing"),
        (held(Figure(-0.1), (-0.3, -0.05)), "not sure enough that this is more than nothing"),
        (held(Figure(None), people=4), "4 people with two or more, 30 distinct transcripts. It takes 5 people and 15"),
        (held(Figure(None, NoFigure.ONE_CATEGORY)), "the same number"),
    ],
)
def test_how_many_more_conversations_it_takes(found: MoreConversations, said: str) -> None:
    assert said in str(conversations_in_words(found))


def test_how_many_it_takes_in_a_cell() -> None:
    assert ENGLISH.value(conversations_needed(held(Figure(0.4)), 0.7)) == "4 (2 to 10)"
    assert ENGLISH.value(conversations_needed(held(Figure(0.4), (-0.1, 0.5)), 0.7)) == "not clear yet"
    assert ENGLISH.value(conversations_needed(held(Figure(None)), 0.7)) == "–"
    assert ENGLISH.value(raters_needed(compared())) == "3 (2 to 6)"
    assert ENGLISH.value(raters_needed(compared(Estimate(Figure(1.0))))) == "1"
    assert ENGLISH.value(raters_needed(None)) == "–"


def test_the_page_to_print_says_what_it_shows_and_does_not() -> None:
    found = Agreement(("Ada", "Bo"), 30, (compared(),), {})
    page = as_html(document(found, (held(Figure(0.4)),)), ENGLISH)
    assert str(MADE_BY_MODEL()) not in page
    assert str(MADE_BY_MODEL()) in as_html(document(found, (), sample=True), ENGLISH)
    for said in ("not that either measures skill", "0.62 (0.41 to 0.78)", "2 more scenarios", "not for hiring"):
        assert said in page


def test_what_may_be_concluded_is_said_in_sentences_that_anybody_can_repeat() -> None:
    sure = replace(held(Figure(0.44), (0.12, 0.6)), competency=Competency.NOTICING)
    nothing = replace(held(Figure(-0.08), (-0.3, 0.2)), competency=Competency.OUTCOME)
    agreed = replace(compared(), competency=Competency.OUTCOME)
    found = Agreement(("Ada", "Bo"), 40, (agreed,), {})
    told = list(map(str, conclusions(found, (sure, nothing))))
    takes = sure.to_reach(FOR_A_MEAN)
    assert takes is not None
    assert told[0] == (
        f"Noticing: people may be compared by their means, likely from {takes.number} conversations each on (between {takes.least} "
        f"and {takes.most}), and to be sure from {takes.most} on."
    )
    assert told[1].startswith("In nothing else yet. For Outcome")
    assert told[-1].startswith("For example Outcome: 0.62 between raters, −0.08 from one conversation to the next.")
    assert str(next(conclusions(found, (nothing,)))).startswith("People may be compared in nothing yet")
