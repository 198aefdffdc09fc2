"""Whatever is done in whatever order by form, on the canvas and in the text: all three agree, no remark is lost, and undoing gives the very bytes back."""

from __future__ import annotations

import random
import re

import pytest

from simulator.messages.sentences.editing import MOVED_CARDS, TYPED
from simulator.scenario.editing.intents import Intent, Remove
from simulator.scenario.files import PinnedFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.source_text import Edit, SourceText
from simulator.scenario.story_graph import story_of
from simulator.scenario.story_layout import Spot
from simulator.services.canvas_acts import as_text, duplicate, lead, leads, new_moment, new_response, paste, take_away
from simulator.services.canvas_places import CanvasPlaces
from simulator.services.edited_file import EditedFile
from simulator.session.errors import ServiceError
from tests.scenario.editing.random_edits import any_intent, has_no_tab, kept
from tests.scenario.texts import SHIPPED, SHIPPED_TEXTS

FILES = PinnedFiles(SHIPPED_TEXTS)
STEPS = 200
COLD = 25
"""Every so many steps somebody reads the bytes who has read none of the earlier ones."""

MOMENTS = ("moments",)


def edited(name: str, data: bytes) -> EditedFile:
    return EditedFile(FILES, name, SourceText.of_bytes(data), steady_ms=lambda: 0)


def with_remarks(text: str) -> str:
    """A text in which somebody has written remarks: above every third moment, and behind every third move and reaction."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if number % 3 == 0 and re.fullmatch(r" +(move|reaction): [\w-]+", line):
            lines[number] = f"{line}  # remark {number}"
        if number % 3 == 0 and re.fullmatch(r"  [\w-]+:", line):
            lines[number] = f"  # remark {number}\n{line}"
    return "\n".join(lines)


def act_on_canvas(file: EditedFile, chance: random.Random) -> tuple[Intent, ...]:
    """Something that a hand could do on the canvas now."""
    written = file.written
    moments = list(written.keys(MOMENTS))
    one, other = chance.choice(moments), chance.choice(moments)
    answers = list(written.keys((*MOMENTS, one, "responses")))
    led = list(leads(written.keys(MOMENTS)))
    pasted = paste(written, as_text(written, [one]))
    match chance.randrange(9):
        case 0:
            return new_moment(written, file.reading.scenario, "new-moment", one).intents
        case 2 if answers:
            return new_response(written, one, "new-answer")[0].intents
        case 3 if answers:
            return lead(one, chance.choice(answers), other).intents
        case 4 if led:
            return lead(*chance.choice(led)[:2], None).intents
        case 5:
            return duplicate(written, list(dict.fromkeys((one, other)))).intents
        case 6 | 7 if len(moments) > 6:
            return take_away(written, list(dict.fromkeys((one, other)))).intents
        case _:
            return pasted.intents if pasted is not None else ()


class Author:
    """Somebody who edits one file, now here and now there, and remembers every state that it had."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.chance = random.Random(name)
        self.file = edited(name, data)
        self.places = CanvasPlaces()
        self.states = [self.file.state]
        self.refused = 0

    def act(self) -> None:
        """One edit, or some steps back and some of them forth."""
        before = self.file.source.text
        match self.chance.randrange(10):
            case 0 | 1:
                self._type(before)
            case 2 | 3 | 4:
                self._make(act_on_canvas(self.file, self.chance))
            case 5:
                card = self.chance.choice(list(self.file.written.keys(MOMENTS)))
                spot = Spot(self.chance.randrange(900), self.chance.randrange(900))
                self.places.read(self.file.beside)
                self.file.put_beside(MOVED_CARDS(), self.places.with_put({card: spot}))
            case 6 if len(self.states) > 4:
                self._go_back_and_forth()
            case _:
                self._make((any_intent(self.file.written, self.chance),))
        if self.file.state != self.states[-1]:
            self.states.append(self.file.state)

    def undo_everything(self) -> None:
        for state in reversed(self.states[:-1]):
            self.file.undo()
            assert self.file.state == state
        assert self.file.undo_name is None

    def _type(self, text: str) -> None:
        places = [found.end() for found in re.finditer(r"\b(?:thinks|debrief|say): (?=\w)", text)]
        at = self.chance.choice(places)
        self.file.replace(TYPED(), Edit(at, at, self.chance.choice(["x", "Well, ", "\U0001f33f ", "ä"])))

    def _make(self, intents: tuple[Intent, ...]) -> None:
        before = self.file.state
        if not intents:
            return
        try:
            self.file.make(*intents)
        except ServiceError:
            self.refused += 1
            assert self.file.state == before, "what is refused changes nothing"
            return
        if not any(isinstance(one, Remove) for one in intents):
            assert kept(before.source.text, self.file.source.text), intents

    def _go_back_and_forth(self) -> None:
        back = self.chance.randint(1, 4)
        forth = self.chance.randint(0, back)
        for number in range(1, back + 1):
            self.file.undo()
            assert self.file.state == self.states[-1 - number]
        for number in range(back - 1, back - 1 - forth, -1):
            self.file.redo()
            assert self.file.state == self.states[-1 - number]
        del self.states[len(self.states) - back + forth :]


def agree(author: Author, other: OpenDocument) -> None:
    """Text, draft and canvas are what another reading of the same bytes gives."""
    file = author.file
    assert file.written.root == other.written.root
    assert file.reading.draft == other.reading.draft
    assert file.reading.diagnostics == other.reading.diagnostics
    canvas = story_of(file.reading)
    assert canvas == story_of(other.reading)
    assert set(file.reading.draft.moments) <= canvas.cards.keys()
    author.places.read(file.beside)
    assert author.places.lay_out(canvas).keys() >= canvas.cards.keys()


@pytest.mark.parametrize("name", sorted(SHIPPED_TEXTS))
def test_a_shipped_file_that_was_opened_and_saved_has_the_same_bytes(name: str) -> None:
    data = (SHIPPED / name).read_bytes()
    assert edited(name, data).source.to_bytes() == data


@pytest.mark.first
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "line_end"), [("concert-silence.yaml", "\n"), ("homework-load.yaml", "\n"), ("push-me.yaml", "\r\n")]
)
def test_any_edits_in_any_order(name: str, line_end: str) -> None:
    data = with_remarks(SHIPPED_TEXTS[name]).replace("\n", line_end).encode()
    author = Author(name, data)
    beside = OpenDocument(FILES, name, author.file.source)
    for step in range(STEPS):
        author.act()
        source = SourceText.of_bytes(author.file.source.to_bytes())
        beside.restore(source)
        agree(author, beside)
        if step % COLD == 0:
            agree(author, OpenDocument(FILES, name, source))
    assert author.refused < STEPS // 10
    assert len(author.states) > STEPS // 4
    assert has_no_tab(author.file.source.text)
    author.undo_everything()
    assert author.file.source.to_bytes() == data
