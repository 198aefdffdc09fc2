"""What a person looks like: proportions, colours, hair and clothes, read from one file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_KINDS = ("behind", "skin", "front", "over", "temples", "glasses", "clothes")


@dataclass(frozen=True, slots=True)
class Eyes:
    """Size, slant and wear of the eyes, in units of the head."""

    spacing: float
    height: float
    width: float
    opening: float
    lower: float
    tilt: float
    iris: float
    lash: float
    crease: float
    bags: float
    hooded: float


@dataclass(frozen=True, slots=True)
class Brows:
    """Where the brows sit and how heavy they are."""

    height: float
    inner: float
    outer: float
    arch: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Nose:
    """Length and breadth of the nose."""

    length: float
    width: float
    bridge: float


@dataclass(frozen=True, slots=True)
class Mouth:
    """Place, breadth and fullness of the lips."""

    height: float
    width: float
    upper: float
    lower: float


@dataclass(frozen=True, slots=True)
class Build:
    """Breadth of neck and shoulders and how the head sits on them."""

    neck: float
    shoulders: float
    slope: float
    head: float
    rise: float


@dataclass(frozen=True, slots=True)
class Layer:
    """One shape or stroke of hair, skin or cloth; strokes have widths, mirrored ones are drawn on both sides."""

    fill: str
    points: tuple[tuple[float, ...], ...]
    widths: tuple[float, ...] = ()
    opacity: float = 1.0
    mirror: bool = False
    round: bool = False

    @property
    def sides(self) -> tuple[int, ...]:
        """The factors for x under which the layer is drawn."""
        return (1, -1) if self.mirror else (1,)


@dataclass(frozen=True, slots=True)
class Outfit:
    """What is put on over the clothes: its shapes, and the colours that it changes (sleeves, hands in gloves)."""

    layers: tuple[Layer, ...]
    colours: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Features:
    """A drawn person: everything that does not change with the mood."""

    name: str
    describes: str
    palette: Mapping[str, str]
    build: Build
    face: tuple[tuple[float, ...], ...]
    eyes: Eyes
    brows: Brows
    nose: Nose
    mouth: Mouth
    behind: tuple[Layer, ...]
    skin: tuple[Layer, ...]
    front: tuple[Layer, ...]
    over: tuple[Layer, ...]
    temples: tuple[Layer, ...]
    glasses: tuple[Layer, ...]
    clothes: tuple[Layer, ...]
    outfits: Mapping[str, Outfit]
    arms: Mapping[str, tuple[Layer, ...]]
    chair: tuple[Layer, ...]
    door: tuple[Layer, ...]

    def in_clothes(self, worn: str) -> Features:
        """The same person with something put on over the clothes; nothing where the word is empty."""
        if not worn:
            return self
        outfit = self.outfits[worn]
        palette = {**self.palette, **{key: self.palette[colour] for key, colour in outfit.colours.items()}}
        return replace(self, palette=palette, clothes=(*self.clothes, *outfit.layers))


def load_person(folder: Path, name: str) -> Features:
    """The person drawn in `<name>.toml`, or the neutral person where no such file exists."""
    path = folder / f"{name}.toml"
    known = name.replace("-", "").isalnum() and path.is_file()
    table = tomllib.loads((path if known else folder / "default.toml").read_text("utf-8"))
    shared = tomllib.loads((folder / "body.toml").read_text("utf-8"))
    things = tomllib.loads((folder / "things.toml").read_text("utf-8"))
    palette = {**things["palette"], **table.pop("palette")}
    own = {"hand": palette["skin"], "hand-shade": palette["shade"]}
    return Features(
        name=table.pop("name"),
        describes=table.pop("describes"),
        palette={**own, **palette},
        build=filled(Build, table.pop("build")),
        face=tuple(tuple(map(float, point)) for point in table.pop("face")),
        eyes=filled(Eyes, table.pop("eyes")),
        brows=filled(Brows, table.pop("brows")),
        nose=filled(Nose, table.pop("nose")),
        mouth=filled(Mouth, table.pop("mouth")),
        **{kind: _layers(table.pop(kind, [])) for kind in _KINDS},
        outfits={worn: Outfit(_layers(row["layers"]), row["colours"]) for worn, row in things["worn"].items()},
        arms=_arms(shared["arms"], things["held"]),
        chair=_layers(shared["chair"]),
        door=_layers(shared["door"]),
    )


def _arms(poses: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, tuple[Layer, ...]]:
    """The arms as each pose has them, by the pose; and as they hold each thing, by the thing.

    A thing lies behind the arms, or between the hand and the fingers, which are the layers marked ``over``.
    """
    found = {pose: _layers(rows) for pose, rows in poses.items()}
    for thing, row in held.items():
        hand = [each for each in poses[row["hands"]] if not each.get("over")]
        fingers = [each for each in poses[row["hands"]] if each.get("over")]
        behind, before = ([], row["layers"]) if row["in_front"] else (row["layers"], [])
        found[thing] = _layers([*behind, *hand, *before, *fingers])
    return found


def filled(kind: type[T], table: Mapping[str, Any]) -> T:
    """A record with exactly the keys of its kind; a missing or unknown key is named."""
    expected = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if expected != set(table):
        raise ValueError(f"{kind.__name__}: expected the keys {sorted(expected)}, found {sorted(table)}")
    return kind(**{key: float(value) if isinstance(value, int) else value for key, value in table.items()})


def layer(table: Mapping[str, Any]) -> Layer:
    """One layer from its table in a data file."""
    return Layer(
        fill=table["fill"],
        points=tuple(tuple(map(float, point)) for point in table["points"]),
        widths=tuple(map(float, table.get("widths", ()))),
        opacity=float(table.get("opacity", 1.0)),
        mirror=bool(table.get("mirror", False)),
        round=bool(table.get("round", False)),
    )


def _layers(tables: list[Mapping[str, Any]]) -> tuple[Layer, ...]:
    return tuple(layer(table) for table in tables)
