"""What a person looks like: proportions, colours, hair and clothes, read from one file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
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
class Features:
    """A drawn person: everything that does not change with the mood; ``folder`` is where the shared things are drawn."""

    folder: Path
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
    arms: Mapping[str, tuple[Layer, ...]]
    chair: tuple[Layer, ...]
    door: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What is drawn the same for everybody: the ways to hold the arms, and the room."""

    arms: Mapping[str, tuple[Layer, ...]]
    chair: tuple[Layer, ...]
    door: tuple[Layer, ...]


def load_person(folder: Path, name: str) -> Features:
    """The person drawn in `<name>.toml`, or the neutral person where no such file exists."""
    path = folder / f"{name}.toml"
    known = name.replace("-", "").isalnum() and path.is_file()
    table = tomllib.loads((path if known else folder / "default.toml").read_text("utf-8"))
    shared = _shared(folder)
    palette = table.pop("palette")
    hands = {"hand": palette["skin"], "hand-shade": palette["shade"]}
    return Features(
        folder=folder,
        name=table.pop("name"),
        describes=table.pop("describes"),
        palette={**hands, **palette},
        build=filled(Build, table.pop("build")),
        face=tuple(tuple(map(float, point)) for point in table.pop("face")),
        eyes=filled(Eyes, table.pop("eyes")),
        brows=filled(Brows, table.pop("brows")),
        nose=filled(Nose, table.pop("nose")),
        mouth=filled(Mouth, table.pop("mouth")),
        **{kind: layers_of(table.pop(kind, [])) for kind in _KINDS},
        arms=shared.arms,
        chair=shared.chair,
        door=shared.door,
    )


@cache
def _shared(folder: Path) -> Shared:
    """Read once: it takes longer to read than a face."""
    table = tomllib.loads((folder / "body.toml").read_text("utf-8"))
    return Shared(
        arms={pose: layers_of(rows) for pose, rows in table["arms"].items()},
        chair=layers_of(table["chair"]),
        door=layers_of(table["door"]),
    )


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


def layers_of(tables: list[Mapping[str, Any]]) -> tuple[Layer, ...]:
    """The layers of a list of tables in a data file."""
    return tuple(layer(table) for table in tables)
