"""What the debriefing shows of tags that no button gives yet, of tag against answer, and in place of a number."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.reactions import ReactionState
from simulator.scoring import score
from simulator.services.debriefing import debrief
from simulator.ui.look import Look
from simulator.ui.looking_back.competency_list import CompetencyList
from simulator.ui.practice.account_card import AccountCard
from simulator.ui.theme import load_theme
from tests.builders import free_scenario, play


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_tag_of_an_opening_is_told(qtbot: QtBot) -> None:
    played = play(free_scenario(), "own_contribution-4", "opened-up: seek_agreement")
    card = AccountCard(debrief(played).accounts[1], "Ines", Look(load_theme("light")))
    qtbot.addWidget(card)
    assert "You saw an opening, and so it was." in words(card)
    assert "You saw that Ines opened up, and your answer closed it again." in words(card)


def test_a_word_stands_where_there_is_no_number_and_says_why(qtbot: QtBot) -> None:
    listed = CompetencyList(Look(load_theme("light")))
    qtbot.addWidget(listed)
    played = play(free_scenario(ReactionState.MINIMAL), "withdrawal: own_contribution-4", "nothing: validate_feeling")
    listed.show_scores(tuple(score(played).competencies.values()))
    shown = words(listed)
    assert shown[:3] == [
        "Noticing",
        "1 of 1 sign",
        "1 of 1 sign seen for what it was; it takes five for a number.",
    ]
    assert "called for and not done: 1 of 5" in shown
    assert "did not come up" in shown
    assert "not reached" in shown
    assert not [text for text in shown if "not observed" in text.lower()]
