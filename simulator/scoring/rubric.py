"""The rubric: every competency with its label, what it is, and five behavioural anchors, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from simulator.scoring.competency import Competency, CompetencyEntry

RUBRIC: Final = 2
"""The edition of the rubric: raised by hand whenever a score changes for any session; measures by another are made anew."""


class _Rubric(Mapping[Competency, CompetencyEntry]):
    """The competencies in their order; the file is read at the first look, not at import."""

    def __getitem__(self, competency: Competency) -> CompetencyEntry:
        return _read()[competency]

    def __iter__(self) -> Iterator[Competency]:
        return iter(Competency)

    def __len__(self) -> int:
        return len(Competency)


COMPETENCIES: Final[Mapping[Competency, CompetencyEntry]] = _Rubric()


def anchor(competency: Competency, score: int) -> str:
    """The anchor that describes a score from 1 to 5."""
    return COMPETENCIES[competency].anchors[score - 1]


@cache
def _read() -> dict[Competency, CompetencyEntry]:
    # Start-up does not pay for reading the rubric, nor for the means to read it.
    import tomllib
    from importlib.resources import files

    rows = tomllib.loads(files("simulator.scoring").joinpath("rubric.toml").read_text(encoding="utf-8"))
    return {
        competency: CompetencyEntry(row["label"], row["help"], rows["source"], tuple(row["anchors"]))
        for competency in Competency
        for row in (rows[competency],)
    }
