"""A stage whose instructor has something to review: conversations of several people, handed in as files."""

from __future__ import annotations

from pathlib import Path

from simulator.handin.signing import SigningKey
from simulator.services.handed_in import hand_in
from simulator.session.actions import Choose, GiveTag
from simulator.session.ids import SessionId
from simulator.session.vocabulary import Mode, Tag
from simulator.ui.review.desk import ReviewDesk
from tests.handin.kept import desk
from tests.ui.stage import Stage

_KEYS = {name: SigningKey(bytes([number]) * 32) for number, name in enumerate(("Ada", "Bo", "Cleo"), 1)}


def files(folder: Path, *, scenario: str = "the-wait", group: bool = True, first: str = "") -> Path:
    """A folder with one conversation each of three people; of Ada’s another one, cut short on its way.

    ``first`` is what all of them say first.
    """
    folder.mkdir(exist_ok=True)
    for name, key in _KEYS.items():
        play = desk().begin(scenario, Mode.PRACTISE)
        if first:
            desk().act(play, GiveTag(Tag.NOTHING), Choose(first))
        desk().talk(play)
        stored = desk().store.load(SessionId(play.id))
        content = hand_in(stored, key, name=name, group=group)
        (folder / f"{name}.attune-session").write_bytes(content)
    (folder / "cut.attune-session").write_bytes(content[:-40])
    return folder


def reviewing(stage: Stage) -> ReviewDesk:
    """To the Review desk, past what is read before the first look, to what was handed in."""
    stage.window.review_button.click()
    found = stage.window.review_desk
    assert found is not None
    if found.page is found.before:
        found.before.button.click()
    stage.qtbot.waitUntil(lambda: not found.working)
    return found


def take_in(stage: Stage, folder: Path) -> ReviewDesk:
    """Take all in that a folder holds, of people whose six words are the same."""
    review = reviewing(stage)
    review.ask_folder = lambda *_asked: folder
    review.shelf.open_folder.click()
    stage.qtbot.waitUntil(lambda: review.page is review.take_in)
    for card in review.take_in.new_people:
        card.compared.setChecked(True)
    review.take_in.take_in.click()
    stage.qtbot.waitUntil(lambda: review.page is review.shelf and not review.working)
    return review
