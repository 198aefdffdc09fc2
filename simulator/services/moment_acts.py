"""What can be done on the page of a moment, as intents: another answer, another move, a moment that follows on an answer."""

from __future__ import annotations

from functools import cache
from typing import Final

from simulator.alliance.moves import MOVES, Move
from simulator.scenario.editing.intents import Intent, Remove, SetValue
from simulator.scenario.editing.written import Value, Written
from simulator.scenario.nodes import Node, Path
from simulator.scenario.to_write import TO_WRITE, is_to_write

_FIRST_QUALITY: Final = "3"
"""How well a part is owned that was not judged yet: it is named, and so is what it did."""


def unwritten_response(move: Move) -> dict[str, Value]:
    """A response whose words are still to be written; the debriefing begins with what the move does."""
    explained = explanation(move)
    quality: dict[str, Value] = {"quality": _FIRST_QUALITY} if move is Move.OWN_CONTRIBUTION else {}
    return {"say": f"{TO_WRITE} ({explained})", "move": str(move), **quality, "debrief": explained}


def another_move(written: Written, response: Path, move: str) -> tuple[Intent, ...]:
    """Makes a response another move; what nobody has written yet follows, and so does the judgement that only owning has."""
    here = written.keys(response)
    new = unwritten_response(Move(move))
    made: list[Intent] = [SetValue((*response, "move"), move)]
    if is_to_write(here.get("say")):
        made.append(SetValue((*response, "say"), new["say"]))
    if "debrief" not in here or follows_move(here["debrief"]):
        made.append(SetValue((*response, "debrief"), new["debrief"]))
    if "quality" in here and "quality" not in new:
        made.append(Remove((*response, "quality")))
    if "quality" in new and "quality" not in here:
        made.append(SetValue((*response, "quality"), new["quality"]))
    return tuple(made)


def follows_move(debrief: Node) -> bool:
    """Whether nobody has written a debriefing text of their own yet: it says what the move does, and goes with it."""
    return is_to_write(debrief) or debrief in _explanations()


def flags_of(written: Written) -> list[str]:
    """The flags of a scenario."""
    flags = written.node(("flags",))
    return [one.strip() for one in flags if isinstance(one, str)] if isinstance(flags, list) else []


def set_flags(written: Written, path: Path, flags: Value) -> tuple[Intent, ...]:
    """Lets a response set flags; those that the scenario does not know yet are listed in it, so that conditions can ask them."""
    known = flags_of(written)
    new = [one for one in (flags if isinstance(flags, list) else [flags]) if isinstance(one, str) and one not in known]
    listed = (SetValue(("flags",), [*known, *new]),) if new else ()
    return (*listed, SetValue(path, flags))


def explanation(move: Move) -> str:
    """What a debriefing says of a move where the author has not written anything of their own yet."""
    return str(MOVES[move].help())


@cache
def _explanations() -> frozenset[object]:
    """What the program itself says of moves: nobody has written that."""
    return frozenset(map(explanation, MOVES))
