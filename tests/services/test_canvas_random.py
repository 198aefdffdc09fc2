"""Whatever is done on the canvas in whatever order, text, reading and map agree, and undoing gives back the same bytes."""

from __future__ import annotations

import random

import pytest

from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.scenario.source_text import SourceText
from simulator.scenario.story_graph import story_of
from simulator.services.canvas_acts import (
    Act,
    as_text,
    duplicate,
    lead,
    leads,
    new_moment,
    new_response,
    paste,
    take_away,
)
from simulator.services.canvas_places import CanvasPlaces
from simulator.services.edited_file import EditedFile
from simulator.session.errors import ServiceError
from tests.scenario.texts import SHIPPED_TEXTS

STEPS = 24


def some_act(file: EditedFile, chance: random.Random) -> Act | None:
    """Something that a hand could do on the canvas now."""
    written = file.written
    moments = list(written.keys(("moments",)))
    one, other = chance.choice(moments), chance.choice(moments)
    answers = list(written.keys(("moments", one, "responses")))
    led = list(leads(written.keys(("moments",))))
    match chance.randrange(7):
        case 0:
            return new_moment(written, "new-moment", one)
        case 1 if answers:
            return new_response(written, one, "new-answer")[0]
        case 2 if answers:
            return lead(one, chance.choice(answers), other)
        case 3 if led:
            moment, response, _target = chance.choice(led)
            return lead(moment, response, None)
        case 4:
            return duplicate(written, list(dict.fromkeys((one, other))))
        case 5 if len(moments) > 3:
            return take_away(written, [one])
        case _:
            return paste(written, as_text(written, [one]))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_text_and_map_agree_after_every_act(seed: int) -> None:
    chance = random.Random(seed)
    path = "push-me.yaml"
    before = SHIPPED_TEXTS[path].encode()
    file = EditedFile(PinnedFiles(SHIPPED_TEXTS), path, SourceText.of_bytes(before), steady_ms=lambda: 0)
    places = CanvasPlaces()
    done = 0
    for _ in range(STEPS):
        act = some_act(file, chance)
        if act is None or not act.intents:
            continue
        try:
            file.make(*act.intents)
        except ServiceError:
            continue
        done += 1
        graph = story_of(file.reading)
        texts = {**SHIPPED_TEXTS, path: file.source.text}
        assert graph == story_of(read_scenario(PinnedFiles(texts), path))
        assert set(act.new) <= graph.cards.keys()
        assert places.lay_out(graph).keys() >= graph.cards.keys()
    assert done > STEPS // 2
    while file.undo_name is not None:
        file.undo()
    assert file.source.to_bytes() == before
