"""Every view of the window, and how somebody who has been here before comes to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from simulator.services.publishing import YES
from simulator.session.vocabulary import Mode, Tag
from tests.ui.stage import Stage


def walk(stage: Stage, title: str) -> Iterator[str]:
    """Go from the library to every view and back, with a scenario of this title; gives the name of each."""
    for view, reach in VIEWS.items():
        reach(stage, title)
        yield view
        stage.go_home()


def _with_conversation(mode: Mode) -> Callable[[Stage, str], None]:
    def reach(stage: Stage, title: str) -> None:
        page = stage.sit_down(title, mode)
        if mode is Mode.LEARN:
            page.choices.press(2)

    return reach


def _noting(stage: Stage, title: str) -> None:
    page = stage.sit_down(title, Mode.ASSESS)
    page.tags.buttons[Tag.WITHDRAWAL].click()
    page.before.button.click()


def _ending(stage: Stage, title: str) -> None:
    _pause(stage, title)
    stage.page.veil.end.click()


def _helping(stage: Stage, title: str) -> None:
    stage.sit_down(title)
    stage.page.header.help.click()


def _settings_meanwhile(stage: Stage, title: str) -> None:
    stage.sit_down(title)
    stage.page.header.settings.click()


def _pause(stage: Stage, title: str) -> None:
    stage.sit_down(title).pause()


def _debriefing(stage: Stage, title: str) -> None:
    page = stage.sit_down(title)
    page.tags.buttons[next(iter(page.tags.buttons))].click()
    stage.answer_until_debriefing()


def _another_try(stage: Stage, title: str) -> None:
    _debriefing(stage, title)
    stage.desk.debriefing._cards[1].again_button.click()


def _side_by_side(stage: Stage, title: str) -> None:
    _another_try(stage, title)
    stage.desk.tries.question.own.show_words("I looked at the clock.")
    stage.desk.tries.question.go_on.click()
    page = stage.page
    while page._play is not None and not page._play.session.ended:
        page.choices.press(1)
    page.farewell.button.click()
    assert stage.desk.page is stage.desk.tries.comparison


def _goal_question(stage: Stage, title: str) -> None:
    _debriefing(stage, title)
    id_ = stage.headers()[0].id
    practice = stage.practice_for(stage.desk._practice.trainee)
    practice.keep_goal(stage.store, id_, "I wait for the answer.", proposed=False)
    stage.go_home()
    stage.sit_down(title).choices.press(1)
    stage.page.veil.stopped.emit()
    assert stage.desk.page is stage.desk.tries.goal_question


def _earlier(stage: Stage, title: str) -> None:
    _debriefing(stage, title)
    stage.desk.show_library()
    button = stage.card(title).earlier_button
    assert button is not None
    button.click()
    next(iter(stage.desk.earlier.cards.values())).delete_button.click()


def _filtering(stage: Stage, _title: str) -> None:
    stage.desk.show_library()
    stage.desk.library.filter_button.click()


def _assigned(stage: Stage, _title: str) -> None:
    stage.desk.show_earlier()
    stage.desk.earlier.assignments.click()


def _unfinished(stage: Stage, title: str) -> None:
    stage.sit_down(title).choices.press(1)
    stage.page.pause()
    stage.page.veil.later.click()
    stage.brief(title)
    assert stage.desk.briefing.resume_button.text()


def _notice(stage: Stage, title: str) -> None:
    stage.sit_down(title)
    stage.window.tell("The step cannot be kept: the disk is full. Make room, then do it again; nothing is lost.")


def _settings(stage: Stage, _title: str) -> None:
    stage.window.settings_button.click()


def _shelf(stage: Stage, _title: str) -> None:
    stage.window.studio_button.click()
    stage.studio.show_shelf()


def _trying(stage: Stage, title: str) -> None:
    _shelf(stage, title)
    page = stage.studio.trying_page
    page.show_card(stage.row(title).item.card)
    page.show_progress(7, 43_112)
    stage.studio._pages.setCurrentWidget(page)


def _proof(stage: Stage, title: str) -> None:
    page = stage.prove(title)
    for card in page.faults():
        card.example_button.click()
    page.moments.moments.selectRow(0)


def _questions(stage: Stage, title: str) -> None:
    _shelf(stage, title)
    stage.studio.shelf.new_button.click()


def _replacing(stage: Stage, title: str) -> None:
    _editor(stage, title)
    page = stage.studio.editor
    assert page is not None
    page.tools.replace_button.click()


def _publishing(stage: Stage, title: str) -> None:
    _editor(stage, title)
    page = stage.studio.editor
    assert page is not None
    page.head.publish_button.click()
    page.publishing.risk.field.choices[YES].click()
    page.publishing.publish_button.click()


def _editor(stage: Stage, title: str) -> None:
    _shelf(stage, title)
    stage.row(title).edit_button.click()


def _editor_form(stage: Stage, title: str) -> None:
    _editor(stage, title)
    page = stage.studio.editor
    assert page is not None
    page.show_form()
    moment = next(iter(page.file.written.keys(("moments",))))
    page.file.go_to(("moments", moment))


def _editor_map(stage: Stage, title: str) -> None:
    _editor(stage, title)
    page = stage.studio.editor
    assert page is not None
    page.show_map()


def _editor_play(stage: Stage, title: str) -> None:
    _editor_map(stage, title)
    page = stage.studio.editor
    assert page is not None
    page.canvas.take_keyboard()
    page.canvas.do("play")
    stage.qtbot.waitUntil(lambda: page.canvas.play.play is not None)


def _editor_names(stage: Stage, title: str) -> None:
    _editor(stage, title)
    page = stage.studio.editor
    assert page is not None
    page.head.copies_button.click()
    page.text.find_bar.open()
    moment = next(iter(page.file.written.keys(("moments",))))
    page.text.area.select(*page.file.written.offsets(("moments", moment))[:2])
    page.text.show_names(rename=True)


_FORM, _LINES, _REACTIONS = 1, 2, 3
"""The faces of a patient after the text."""


def _person(stage: Stage, face: int = 0) -> None:
    stage.window.studio_button.click()
    stage.studio.show_shelf()
    fold = stage.studio.shelf.people
    fold.set_open(True)
    somebody = next(row for row in fold.rows if row.file.name == "Daniel Osei")
    if not face:
        somebody.begin_button.click()
        return
    somebody.edit_button.click()
    page = stage.studio.editor
    assert page is not None
    page.head._faces[face][0].click()
    if face == _FORM:
        page.file.go_to(("reactions", "change"))
    if face == _LINES:
        assert page.shared is not None
        assert page.shared.lines is not None
        count = page.shared.lines.count
        stage.qtbot.waitUntil(lambda: count.choice is not None)


VIEWS: Final[Mapping[str, Callable[[Stage, str], None]]] = {
    "library": lambda stage, _title: stage.desk.show_library(),
    "library with its filter": _filtering,
    "briefing": lambda stage, title: stage.brief(title),
    "conversation in Learn": _with_conversation(Mode.LEARN),
    "conversation in Practise": _with_conversation(Mode.PRACTISE),
    "conversation in Assess, with notes before the answer": _noting,
    "end of a conversation that asks": _ending,
    "help in a conversation": _helping,
    "settings in a conversation": _settings_meanwhile,
    "pause": _pause,
    "debriefing": _debriefing,
    "the question before another try": _another_try,
    "both courses side by side": _side_by_side,
    "the question about the thing to practise": _goal_question,
    "earlier conversations": _earlier,
    "assignments": _assigned,
    "briefing beside an unfinished conversation": _unfinished,
    "settings": _settings,
    "notice": _notice,
    "shelf of the Studio": _shelf,
    "seven questions for a new scenario": _questions,
    "trying everything": _trying,
    "what was found": _proof,
    "editor with the text": _editor,
    "editor with a form": _editor_form,
    "editor with what can be opened in it": _editor_names,
    "editor with a search in all files": _replacing,
    "editor with the questions before publishing": _publishing,
    "editor with the map": _editor_map,
    "editor with a play from a moment": _editor_play,
    "shelf of the Studio with people": lambda stage, _title: _person(stage),
    "editor with a patient in the form": lambda stage, _title: _person(stage, _FORM),
    "editor with the lines of a patient": lambda stage, _title: _person(stage, _LINES),
    "editor with a reaction graph": lambda stage, _title: _person(stage, _REACTIONS),
}
"""How to come from the library to each view of somebody who has been here before, with a scenario of that title."""
