"""From the first start to a debriefing and back again, through the program's real ``main``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.services.plans import Instruction
from simulator.session.vocabulary import Mode
from simulator.storage.key_bindings import FIRST_KEYS
from simulator.ui.practice.account_card import AccountCard
from simulator.ui.practice.briefing_page import MODES
from simulator.ui.practice.tags_and_responses import TAGS
from simulator.ui.widgets.buttons import Button
from tests.app.visiting import Visitor, concert_path, visit

KEYS = {tag.value: FIRST_KEYS[action] for tag, action, _word, _family in TAGS}
OWNS_AT_ONCE = concert_path("owns the tone at once, and lets the second silence be")
CONCERT = "The concert"


def introduce_yourself(you: Visitor) -> None:
    assert you.window.welcome is not None
    assert you.window.welcome.name.hasFocus()
    you.type("Kim")
    you.tab_to(you.window.welcome.begin)
    you.press(Qt.Key.Key_Return)
    you.qtbot.waitUntil(lambda: you.window.desk is not None and you.desk.library.isVisible())


def sit_down_to_practise(you: Visitor) -> None:
    you.tab_to(you.card(CONCERT).open_button)
    you.press(Qt.Key.Key_Return)
    assert you.desk.briefing.begin_button.hasFocus()
    you.tab_to(you.desk.briefing.modes.button(0))
    you.press(Qt.Key.Key_Down)
    you.tab_to(you.desk.briefing.begin_button)
    you.press(Qt.Key.Key_Return)


def do(you: Visitor, step: Instruction) -> None:
    """One step of a plan, by its key, once the one before is done."""
    assert you.conversation.isVisible()
    match step.word:
        case "tag":
            you.press(KEYS[step.rest])
        case "pick":
            you.press(str(you.number_of(step.rest)))
        case _:
            you.press("S")


def standing(you: Visitor) -> tuple[object, ...]:
    """Everything that decides how the conversation goes on, as the screen shows it."""
    page = you.conversation
    sentences = [button.sentence for button in page.choices.buttons]
    tags = {tag: (button.isChecked(), button.isEnabled()) for tag, button in page.tags.buttons.items()}
    words = [
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and "Silence," not in label.text()
    ]
    return you.reads(), sentences, tags, words, page.side.reaction


def pause_and_go_on(you: Visitor) -> None:
    before = standing(you)
    you.press(Qt.Key.Key_Escape)
    veil = you.conversation.veil
    keys: list[Qt.Key | str] = ["1", "W", "N", *[Qt.Key.Key_Tab] * 6]
    for key in keys:
        assert veil.isVisible()
        page = you.conversation
        to_reread = (page.transcript, page._side_area)
        assert you.focus in (veil.go_on, veil.later, veil.end, *to_reread), "the keyboard is under the pause"
        you.press(key)
    you.press(Qt.Key.Key_Escape)
    assert not veil.isVisible()
    assert standing(you) == before


def leave_and_come_back(you: Visitor) -> None:
    before = standing(you)
    you.press(Qt.Key.Key_Escape)
    you.tab_to(you.conversation.veil.later)
    you.press(Qt.Key.Key_Return)
    you.waits_to_read("1 unfinished", CONCERT)
    you.tab_to(you.resume_button(CONCERT))
    you.press(Qt.Key.Key_Return)
    assert standing(you) == before


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def plays_by_keyboard(you: Visitor) -> None:
    introduce_yourself(you)
    sit_down_to_practise(you)
    for number, step in enumerate(OWNS_AT_ONCE):
        if number == 3:
            pause_and_go_on(you)
        if number == 5:
            leave_and_come_back(you)
        do(you, step)
    assert you.conversation.farewell.button.hasFocus(), "the patient has the last word in the room"
    you.press(Qt.Key.Key_Return)
    you.qtbot.waitUntil(lambda: you.desk.page is you.desk.questions)
    assert you.focus is you.desk.questions.lost
    you.tab_to(you.desk.questions.skip)
    you.press(Qt.Key.Key_Return)
    you.qtbot.waitUntil(lambda: you.desk.page is you.desk.debriefing)
    assert "repaired" in texts(you.desk.debriefing).lower()
    you.tab_to(you.desk.debriefing.again_button)
    you.press(Qt.Key.Key_Return)
    assert you.desk.page is you.desk.briefing
    assert you.desk.briefing.modes.checkedId() == 1, "the mode chosen last is kept"
    you.press(Qt.Key.Key_Return)
    assert you.conversation.header.turn.text() == "turn 1 of 14"


def test_a_scenario_is_played_from_the_first_start_to_its_debriefing_by_keyboard_alone(
    qtbot: QtBot, home: Path
) -> None:
    visit(qtbot, plays_by_keyboard)
    visit(qtbot, finds_the_progress)


def finds_the_progress(you: Visitor) -> None:
    assert you.window.welcome is None
    you.waits_to_read("1 conversation, repaired", CONCERT)


def plays_by_mouse(you: Visitor) -> None:
    assert you.window.welcome is not None
    you.click(you.window.welcome.name)
    you.type("Kim")
    you.click(you.window.welcome.begin)
    you.click(you.card(CONCERT).open_button)
    practise = you.desk.briefing.modes.button(1)
    assert isinstance(practise, QRadioButton)
    you.click(practise, QPoint(12, practise.height() // 2))
    you.click(you.desk.briefing.begin_button)
    for step in OWNS_AT_ONCE[:7]:
        page = you.conversation
        match step.word:
            case "tag":
                you.click(next(page.tags.buttons[t] for t, *_ in TAGS if t.value == step.rest))
            case "pick":
                number = you.number_of(step.rest)
                you.click(page.choices.buttons[number - 1])
            case _:
                you.click(page.silence.stay)
    you.click(you.conversation.header.pause)
    you.click(you.conversation.veil.end)
    you.click(you.conversation.veil.end_yes)
    you.qtbot.waitUntil(lambda: you.desk.page is you.desk.questions)
    you.click(you.desk.questions.skip)
    you.qtbot.waitUntil(lambda: you.desk.page is you.desk.debriefing)
    looks_back_by_mouse(you)


def looks_back_by_mouse(you: Visitor) -> None:
    page = you.desk.debriefing
    you.click(page.chart, page.chart._at(3, page.chart._points[3].felt).toPoint())
    in_view(you, turn=3)
    show = next(b for b in page.competencies.findChildren(Button) if b.text() == "Show the turns")
    you.click(show)
    link = next(b for b in page.competencies.findChildren(Button) if b.text() == "turn 1" and b.isVisible())
    you.click(link)
    in_view(you, turn=1)
    library = next(b for b in page.findChildren(Button) if b.text() == "Back to the library")
    you.click(library)
    you.waits_to_read("1 conversation", CONCERT)
    assert "unfinished" not in texts(you.card(CONCERT))


def in_view(you: Visitor, *, turn: int) -> None:
    """The exchange of this turn is the marked one, and its beginning can be seen."""
    cards = you.desk.debriefing.findChildren(AccountCard)
    assert [c.turn for c in cards if c.property("kind") == "card-marked"] == [turn]
    card = next(c for c in cards if c.turn == turn)
    assert card.visibleRegion().contains(QPoint(card.width() // 2, 8))


def test_tags_choices_chart_and_evidence_work_by_mouse(qtbot: QtBot, home: Path) -> None:
    visit(qtbot, plays_by_mouse)


def test_the_name_and_the_mode_are_kept_for_the_next_start(qtbot: QtBot, home: Path) -> None:
    def leaves_early(you: Visitor) -> None:
        introduce_yourself(you)
        sit_down_to_practise(you)

    def starts_again(you: Visitor) -> None:
        assert you.window.welcome is None
        you.tab_to(you.card(CONCERT).open_button)
        you.press(Qt.Key.Key_Return)
        assert MODES[you.desk.briefing.modes.checkedId()][0] is Mode.PRACTISE

    visit(qtbot, leaves_early)
    visit(qtbot, starts_again)
