"""The planned paths of a scenario of one's own: kept in the plan beside it, and played again when it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.scenario.playable_draft import Playable, playable
from simulator.scenario.read import Reading
from simulator.services.studio_play import read_plans
from simulator.session.errors import ServiceError
from simulator.storage.files import replace_file

PLAN: Final = ".plan"
_HEAD: Final = "# Paths through this scenario that must stay as they are.\n"


def keep_path(scenario: Path, path: str) -> Message:
    """Put one more path into the plan beside a scenario file; gives what to say of it. Raises ``ServiceError``."""
    plan = scenario.with_suffix(PLAN)
    try:
        before = plan.read_bytes() if plan.exists() else _HEAD.encode()
        after = before.rstrip(b"\r\n") + b"\n\n" + path.encode()
        replace_file(plan, after, keep_rights=plan.exists())
    except OSError as error:
        raise ServiceError(say.PLAN_NOT_KEPT(file=plan.name, reason=error.strerror or str(error))) from error
    return say.PLAN_KEPT(file=plan.name)


def played_again(scenario: Path, reading: Reading) -> Message | None:
    """Play every planned path of a scenario file as it reads now: the first that goes otherwise, or that all are as planned.

    Nothing where there is no plan, or where nothing can be played.
    """
    try:
        text = scenario.with_suffix(PLAN).read_text("utf-8", errors="replace")
    except OSError:
        return None
    found = playable(reading)
    paths = read_plans(text, found) if isinstance(found, Playable) else ()
    wrong = next(((path, what) for path, what in paths if what is not None), None)
    if wrong is not None:
        path, what = wrong
        return say.PLAN_GOES_OTHERWISE(path=path.name, what=what)
    return say.PLANS_HOLD(count=len(paths)) if paths else None
