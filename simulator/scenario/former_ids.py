"""Ids that something had before (``formerly:``): found again by them, and never given to anything else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol, TypeVar

from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import Moment, Response
from simulator.scenario.faults import Faults, shown
from simulator.scenario.nodes import At


class _Renamed(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def formerly(self) -> tuple[str, ...]: ...


T = TypeVar("T", bound=_Renamed)


def current(things: Collection[T], id_: str) -> T | None:
    """The one of some responses or wordings that has an id, or had it before."""
    own = next((one for one in things if one.id == id_), None)
    return own or next((one for one in things if id_ in one.formerly), None)


def current_moment(moments: Mapping[str, Moment], id_: str) -> Moment | None:
    """The moment that has an id, or had it before."""
    return moments.get(id_) or next((one for one in moments.values() if id_ in one.formerly), None)


def current_response(moment: Moment, id_: str) -> Response | None:
    """The response of a moment that has an id, or had it before."""
    return current((*moment.responses, *moment.former_responses), id_)


def note_former_ids(moments: Mapping[str, Moment], at: At, faults: Faults) -> None:
    """Note every id that a moment had before and that another has or had as well."""
    former = [(moment.id, moment.formerly) for moment in moments.values() if moment.formerly]
    if former:
        _note(at, former, moments.keys(), faults)


def note_former_ids_within(moment: Moment, at: At, faults: Faults) -> None:
    """The same for the responses and wordings of one moment."""
    for key, found in (("responses", moment.responses), ("wordings", moment.wordings)):
        if any(one.formerly for one in found):
            _note((at, key), ((one.id, one.formerly) for one in found), {one.id for one in found}, faults)
    for response in moment.responses:
        if any(one.formerly for one in response.others):
            here = (((at, "responses"), response.id), "wordings")
            _note(here, ((o.id, o.formerly) for o in response.others), {o.id for o in response.others}, faults)


def _note(at: At, former: Iterable[tuple[str, tuple[str, ...]]], ids: Iterable[str], faults: Faults) -> None:
    """Note the former ids of some things at a place that are taken, be it by their present owner."""
    owners = {id_: id_ for id_ in ids}
    for owner, names in former:
        for number, name in enumerate(names):
            other = owners.setdefault(name, owner)
            if other != owner or name == owner or name in names[:number]:
                faults.add(rules.FORMER_ID, (((at, owner), "formerly"), number), word=shown(name), other=shown(other))
