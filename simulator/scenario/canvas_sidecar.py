"""The text beside a scenario: where cards were put by hand on the canvas, and other things that are in no hash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate
from typing import Final

from simulator.scenario.blocks import cut
from simulator.scenario.document import BANK_PREFIX
from simulator.scenario.loading import load
from simulator.scenario.story_layout import Spot

_HEAD: Final = (
    "# What the Studio keeps beside the scenario: where cards were put by hand, and whether it is a draft.\n"
    "# Nothing here is part of what is played.\nformat: canvas/1\n"
)
_CARDS: Final = "cards"
_PLACE: Final = re.compile(r"(-?\d{1,6}), *(-?\d{1,6})")
_ID: Final = re.compile(rf"{re.escape(BANK_PREFIX)}?[a-z0-9-]+")


def places_in(text: str) -> dict[str, Spot]:
    """The cards that were put by hand, with their places; what cannot be read is passed over."""
    root = load("", text.encode("utf-8", "replace")).root
    cards = root.get("cards") if isinstance(root, dict) else None
    found: dict[str, Spot] = {}
    for id_, written in cards.items() if isinstance(cards, dict) else ():
        place = _PLACE.fullmatch(written.strip()) if isinstance(written, str) else None
        if place is not None:
            found[id_] = Spot(int(place[1]), int(place[2]))
    return found


def with_places(text: str, places: Mapping[str, Spot]) -> str:
    """The map with other places in it; everything else in it stays as it is."""
    return with_block(text, _CARDS, _written(places))


def with_block(text: str, key: str, written: str) -> str:
    """The text beside a scenario with other lines in the place of one of its blocks; all others stay as they are."""
    text = text if text.strip() else _HEAD
    start, end = _block_in(text, key)
    before = "" if not text[:start] or text[:start].endswith("\n") else "\n"
    return text[:start] + before + written + text[end:]


def _block_in(text: str, key: str) -> tuple[int, int]:
    """Where the block of a key stands, or could stand."""
    blocks = cut(text)
    starts = list(accumulate((len(block.text) for block in blocks.blocks), initial=blocks.start))
    for block, start in zip(blocks.blocks, starts, strict=False):
        if block.text.startswith(f"{key}:"):
            return start, start + len(block.text)
    return len(text), len(text)


def _written(places: Mapping[str, Spot]) -> str:
    lines = [f"  {id_}: {spot.x}, {spot.y}\n" for id_, spot in places.items() if _ID.fullmatch(id_)]
    return "".join([f"{_CARDS}:\n", *lines]) if lines else ""
