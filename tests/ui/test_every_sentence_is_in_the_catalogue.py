"""In a language of the tests no sentence of the pages for stored conversations is left as it was written in English.

Of the debriefing only its head, its note and what stands there where nothing but the choices is known are looked at here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from simulator.scenario.document import Scenario
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Person
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.theme import load_theme
from simulator.ui.welcome_page import WelcomePage
from tests.builders import KIM, SILENT
from tests.pseudo_language import PSEUDO, untranslated
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import Stage
from tests.ui.store_hands import HeldHands
from tests.ui.stored import STOP, concert, keep, of_other_rules, session_of, small, without_answers
from tests.ui.what_is_read import on

_LETTERS: Final = re.compile(r"[^\W\d_]")
ABROAD: Final = Look(load_theme("light"), reduced_motion=True, words=PSEUDO)
FILES: Final = {
    "the-wait.yaml": WAIT,
    "more/the-wait.yaml": WAIT,
    "broken.yaml": WAIT.replace("id: the-wait", "id: broken").replace("move: retreat", "move: retreet"),
    "notes.yml": WAIT,
}


def bypassing(page: QWidget, *own: str) -> list[str]:
    """What a page says that no catalogue said, apart from the words of scenarios and people in ``own``."""
    found = []
    for widget, text in on(page):
        rest = untranslated(text)
        for words in sorted(own, key=len, reverse=True):
            rest = rest.replace(words, "")
        if _LETTERS.search(rest):
            found.append(f"{type(widget).__name__}: {rest}")
    return found


def of(scenario: Scenario) -> tuple[str, ...]:
    """The words of a scenario and its patient that stand on pages as they are."""
    patient = scenario.patient
    person = (patient.name, patient.work, patient.about, patient.history, patient.seeks, patient.pronouns)
    return (scenario.title, scenario.about, *scenario.objectives, *scenario.content_notes, *person)


def desk_abroad(qtbot: QtBot, stage: Stage) -> PracticeDesk:
    """A Practice desk in another language, alone on the screen."""
    desk = PracticeDesk(stage.practice_for(KIM), stage.door, ABROAD, Mode.LEARN, stage.care, "Kim")
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    return desk


class Abroad:
    """The Practice desk of somebody with another language."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.stage = Stage(qtbot, folder, scenarios=FILES)
        self.desk = desk_abroad(qtbot, self.stage)

    def shelf(self) -> tuple[str, ...]:
        """The words of the scenarios on the shelf."""
        cards = [item.card for item in self.desk.library.items()]
        people = [text for card in cards for text in (card.patient_name, card.patient_work)]
        return tuple(filter(None, (*FILES, *(text for card in cards for text in (card.title, card.about)), *people)))

    def look_back_at(self, session: SessionId) -> None:
        """Open a debriefing."""
        self.desk.reopen(session)
        self.stage.qtbot.waitUntil(lambda: self.desk.page is self.desk.debriefing)


@pytest.fixture
def abroad(qtbot: QtBot, tmp_path: Path) -> Abroad:
    return Abroad(qtbot, tmp_path)


def test_the_library(abroad: Abroad) -> None:
    abroad.desk.show_library()
    assert bypassing(abroad.desk.library, *abroad.shelf()) == [], "nobody has played yet"
    keep(abroad.stage.store, session_of(small(), "own-clock"))
    keep(abroad.stage.store, session_of(small(), "own-clock", STOP))
    abroad.desk.show_library()
    assert bypassing(abroad.desk.library, *abroad.shelf()) == []
    assert len(abroad.desk.library._left_out.text().split("\n")) == 2
    assert len([item for item in abroad.desk.library.items() if item.card.problems]) == 2


def test_the_earlier_conversations(abroad: Abroad) -> None:
    abroad.desk.show_earlier()
    assert bypassing(abroad.desk.earlier) == [], "there is none yet"
    keep(abroad.stage.store, session_of(small(), "own-clock"))
    keep(abroad.stage.store, session_of(small(), "own-clock", STOP))
    abroad.desk.show_earlier()
    next(iter(abroad.desk.earlier.cards.values())).delete_button.click()
    assert bypassing(abroad.desk.earlier, small().title) == []


def test_the_briefing(abroad: Abroad) -> None:
    keep(abroad.stage.store, session_of(concert(), SILENT))
    abroad.desk.show_library()
    item = next(item for item in abroad.desk.library.items() if item.card.title == concert().title)
    abroad.desk.library.chosen.emit(item)
    assert abroad.desk.page is abroad.desk.briefing
    assert len(abroad.desk.briefing.findChildren(QRadioButton)) == 6
    assert bypassing(abroad.desk.briefing, *of(concert())) == []


def test_the_notice_of_a_step_that_is_on_its_way_and_the_pause(qtbot: QtBot, tmp_path: Path) -> None:
    store = Stage(qtbot, tmp_path).store
    hands = HeldHands(store)
    stage = Stage(qtbot, tmp_path, store=store, hands=hands)
    desk = desk_abroad(qtbot, stage)
    desk.reopen(keep(store, session_of(small(), "own-clock")))
    hands.let_all()
    assert desk.page is desk.conversation
    assert bypassing(desk.conversation.keeping) == []
    page = desk.conversation
    for part in (page.veil, page.before, page.before.button, page.silence, page.farewell):
        assert bypassing(part) == []
    assert bypassing(page.header, *of(small()), page.header.title.text()) == []
    assert page.tags.answer.text().startswith("‹")
    assert desk.conversation.keeping.text().startswith("‹")


@pytest.mark.slow
def test_the_head_of_a_debriefing_that_cannot_be_verified_and_the_note(abroad: Abroad) -> None:
    session = session_of(small(), "explain-time")
    abroad.look_back_at(keep(abroad.stage.store, session, *of_other_rules(session)))
    page = abroad.desk.debriefing
    assert page._trust.text().count("‹") == 3
    for part in (page._trust, page.go_on_button, page.note, page.again_button, page._competencies_title):
        assert bypassing(part) == []
    page.note.text.setPlainText("x" * 5_000)
    assert page.note.told.text().startswith("‹")


def test_a_debriefing_of_which_only_the_choices_are_known(abroad: Abroad) -> None:
    session = session_of(small(), "explain-time", SILENT, STOP)
    abroad.look_back_at(keep(abroad.stage.store, session, *without_answers(session)))
    page = abroad.desk.debriefing
    said = [r.say for moment in small().every_moment() for r in moment.responses]
    shown = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert [text for label in shown for text in bypassing(label, *of(small()), *said)] == []
    assert len(shown) > 5


@pytest.mark.slow
def test_another_try_both_courses_and_the_thing_to_practise(abroad: Abroad) -> None:
    first = session_of(small(), "explain-time", STOP)
    abroad.look_back_at(keep(abroad.stage.store, first))
    desk, own = abroad.desk, "I looked at the clock."
    said = [r.say for moment in small().every_moment() for r in moment.responses]
    lines = [
        t
        for m in small().every_moment()
        for w in m.wordings
        for t in (w.patient, w.thinks, ", ".join(w.shows), *dict(w.opens).values())
        if t
    ]
    own_text = (*of(small()), small().patient.first_name, small().patient.first_name.upper(), *said, *lines, own)
    desk.debriefing._cards[1].again_button.click()
    question = desk.tries.question
    assert bypassing(question, *own_text) == []
    question.own.show_words(own)
    question.go_on.click()
    while desk.conversation._play is not None and not desk.conversation._play.session.ended:
        desk.conversation.choices.press(1)
    desk.conversation.farewell.button.click()
    compared = desk.tries.comparison
    assert desk.page is compared
    titles = [text for item in desk.library.items() for text in (item.card.title, item.card.patient_name)]
    closing = desk.conversation._play and desk.conversation._play.session.standing.closing
    ends = [closing.says, closing.thinks, closing.afterwards, ", ".join(closing.shows)] if closing else []
    assert bypassing(compared, *own_text, *titles, *filter(None, ends)) == []
    desk.debriefing.goal.show_goal_of(abroad.stage.headers()[0].id, fresh=True)
    assert bypassing(desk.debriefing.goal) == []


@pytest.mark.parametrize("people", [(), ("Kim",), ("Robin", "Robin")], ids=len)
def test_the_welcome(qtbot: QtBot, tmp_path: Path, people: tuple[str, ...]) -> None:
    stage = Stage(qtbot, tmp_path)
    for number, name in enumerate(people):
        stage.store.add_person(Person(PersonId(f"0{number}0{number}-0000"), name))
    page = WelcomePage(ABROAD, stage.door)
    qtbot.addWidget(page)
    assert bypassing(page, *people, "Kim", KIM[:4]) == []
    assert len(page.known.buttons()) == len(people) + 2


def test_what_bypasses_the_catalogue_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QLabel("‹Ñöö›, but this was forgotten", page)
    box = QComboBox(page)
    box.addItem("and this")
    box.setAccessibleName("‹böööx›")
    QLabel("12 · – …", page)
    assert bypassing(page) == ["QLabel: , but this was forgotten", "QComboBox: and this"]
    assert bypassing(page, ", but this was forgotten", "and this") == []
