"""Every view can be heard by a screen reader, and shows the text of a scenario as it stands in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from simulator.session.vocabulary import Mode
from simulator.storage.settings import Settings
from simulator.ui.widgets.buttons import ChoiceButton
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage
from tests.ui.views import VIEWS, walk

_PLAIN = Qt.TextFormat.PlainText
_MARKUP = "<b>Fine</b> <img src=/etc/hostname> &amp; R&D <silence>"
_HOSTILE = (
    WAIT.replace("title: The wait", f'title: "The {_MARKUP}"')
    .replace("about: Ines came late", f'about: "{_MARKUP} came late').replace("at the clock.\nobj", 'at the clock."\nobj')
    .replace("[stay with a silence]", f'\n  - "{_MARKUP} goal"')
    .replace("content-notes: []", f'content-notes:\n  - "{_MARKUP} note"')
    .replace("say: ", f"say: {_MARKUP} ")
    .replace("patient: The tram", f"patient: {_MARKUP} tram")
    .replace("[looks at the clock]", f'\n      - "{_MARKUP} looks"')
    .replace("[a quick laugh]", f'\n      - "{_MARKUP} laughs"')
    .replace("thinks: ", f"thinks: {_MARKUP} ")
    .replace("debrief: ", f"debrief: {_MARKUP} ")
)  # fmt: skip
_HOSTILE_TITLE = f"The {_MARKUP}"


def nameless(widgets: list[QWidget]) -> list[str]:
    """What can take the keyboard, or tells something without a word, and has no name."""
    return [
        type(w).__name__
        for w in widgets
        if (w.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(w, QProgressBar)) and not w.accessibleName().strip()
    ]


def test_what_has_no_name_is_found(qtbot: QtBot) -> None:
    edit, button, bar = QTextEdit(), QPushButton("Words on a button"), QProgressBar()
    for widget in (edit, button, bar):
        qtbot.addWidget(widget)
    assert nameless([edit, button, bar]) == ["QTextEdit", "QPushButton", "QProgressBar"]
    edit.setAccessibleName("What was said")
    assert nameless([edit]) == []


def test_the_face_is_told_in_the_words_that_stand_below_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    page = stage.sit_down()
    first = page.side.portrait.accessibleName()
    assert first
    assert first in words(page.side)
    page.choices.press(2)
    assert page.side.portrait.accessibleName() in words(page.side)


def test_everything_in_the_welcome_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, Settings())
    stage.show()
    assert stage.window.welcome is not None
    assert stage.window.welcome.name in stage.shown()
    assert nameless(stage.shown()) == []


@pytest.mark.slow
def test_everything_with_the_keyboard_has_a_name_and_no_label_takes_words_for_markup(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": _HOSTILE})
    stage.show()
    silent: dict[str, list[str]] = {}
    for view in walk(stage, _HOSTILE_TITLE):
        silent[view] = nameless(stage.shown())
        labels = [w for w in stage.shown() if isinstance(w, QLabel) and w.text()]
        assert labels
        assert [label.text() for label in labels if label.textFormat() != _PLAIN] == [], view
    assert silent == {view: [] for view in VIEWS}


def words(widget: QWidget) -> str:
    """All words on a page as somebody reads them: what a button would swallow is missing."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    edits = [edit.toPlainText() for edit in widget.findChildren(QTextEdit)]
    buttons = [_as_read(b.text()) for b in widget.findChildren(QPushButton) if not isinstance(b, ChoiceButton)]
    return "\n".join((*labels, *edits, *buttons))


def _as_read(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def test_markup_stands_on_the_card_and_in_the_briefing_as_it_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": _HOSTILE})
    card = words(stage.card(_HOSTILE_TITLE))
    for written in (f"The {_MARKUP}", f"{_MARKUP} came late", f"{_MARKUP} note"):
        assert written in card
    stage.brief(_HOSTILE_TITLE)
    briefing = words(stage.desk.briefing)
    for written in (f"The {_MARKUP}", f"{_MARKUP} came late", f"{_MARKUP} goal", f"{_MARKUP} note"):
        assert written in briefing


def test_markup_stands_in_the_conversation_as_it_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": _HOSTILE})
    stage.show()
    page = stage.sit_down(_HOSTILE_TITLE)
    assert f"{_MARKUP} looks" in page.transcript.toPlainText()
    assert [b.sentence.startswith(_MARKUP) for b in page.choices.buttons] == [True] * 4
    assert [b.accessibleName()[3:].startswith(_MARKUP) for b in page.choices.buttons] == [True] * 4
    page.silence.stay.click()
    said = page.choices.buttons[0].sentence
    assert f"{_MARKUP} tram" in page.transcript.toPlainText()
    page.choices.press(1)
    assert said in page.transcript.toPlainText()
    assert _HOSTILE_TITLE in words(page)


def test_markup_stands_in_the_debriefing_as_it_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, scenarios={"the-wait.yaml": _HOSTILE})
    page = stage.sit_down(_HOSTILE_TITLE, Mode.LEARN)
    said = page.choices.buttons[2].sentence
    page.choices.press(3)
    stage.debrief()
    read = words(stage.desk.debriefing)
    for written in (_HOSTILE_TITLE, f"{_MARKUP} looks", f"{_MARKUP} Late again", said):
        assert written in read


@pytest.mark.slow
def test_words_appear_at_reading_pace_without_losing_any(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, replace(AT_HOME, reduced_motion=False), {"the-wait.yaml": _HOSTILE})
    stage.show()
    page = stage.sit_down(_HOSTILE_TITLE)
    page.silence.stay.click()
    assert page.transcript.revealing
    with qtbot.waitSignal(page.transcript.revealed):
        pass
    said = f"{_MARKUP} tram stood still for a quarter of an hour, and so did everybody on it."
    assert page.transcript.toPlainText().rstrip().endswith(said)
