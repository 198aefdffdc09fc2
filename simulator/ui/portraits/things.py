"""What a person holds or has put on: drawn the same for everybody, in the colours of the person where it has some."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Features, Layer, layers_of


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to hold: the arms that hold it, and whether it lies before the hand, under the fingers, or behind the arms."""

    hands: str
    in_front: bool
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Outfit:
    """What is put on over the clothes: its shapes, and the colours that it changes (sleeves, hands in gloves)."""

    layers: tuple[Layer, ...]
    colours: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Things:
    """Everything that can be held and put on; ``hands`` and ``fingers`` are those of arms that only hold things."""

    palette: Mapping[str, str]
    hands: Mapping[str, tuple[Layer, ...]]
    fingers: Mapping[str, tuple[Layer, ...]]
    held: Mapping[str, Thing]
    worn: Mapping[str, Outfit]

    def arms(self, name: str, arms: Mapping[str, tuple[Layer, ...]]) -> tuple[Layer, ...]:
        """A thing in the arms that hold it; ``arms`` are those of the person."""
        thing = self.held[name]
        hands = self.hands.get(thing.hands) or arms[thing.hands]
        drawn = (*hands, *thing.layers) if thing.in_front else (*thing.layers, *hands)
        return (*drawn, *self.fingers.get(thing.hands, ()))


@cache
def load_things(folder: Path) -> Things:
    """The things of a folder of portraits, read when the first of them is drawn."""
    table = tomllib.loads((folder / "things.toml").read_text("utf-8"))
    return Things(
        palette=table["palette"],
        hands={name: layers_of(rows) for name, rows in table["hands"].items()},
        fingers={name: layers_of(rows) for name, rows in table["fingers"].items()},
        held={
            name: Thing(row["hands"], row["in_front"], layers_of(row["layers"])) for name, row in table["held"].items()
        },
        worn={name: Outfit(layers_of(row["layers"]), row["colours"]) for name, row in table["worn"].items()},
    )


def equipped(person: Features, mood: Expression) -> Features:
    """The same person with what the mood's arms hold and with what is put on; most moods have nothing of either."""
    held = [name for name, _ in mood.arms if name not in person.arms]
    if not held and not mood.wears:
        return person
    things = load_things(person.folder)
    palette, clothes = {**things.palette, **person.palette}, person.clothes
    if mood.wears:
        outfit = things.worn[mood.wears]
        palette |= {part: palette[colour] for part, colour in outfit.colours.items()}
        clothes = (*clothes, *outfit.layers)
    arms = {**person.arms, **{name: things.arms(name, person.arms) for name in held}}
    return replace(person, palette=palette, clothes=clothes, arms=arms)
