"""In which words a moment is told: a pure function of what was said so far, what the patient shows, and the seed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Final, TypeVar

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.said_classes import SaidClass, ShownClass, classes_of
from simulator.scenario.document import (
    ANY_RESPONSE,
    LEAVING,
    STAYED_SILENT,
    After,
    Moment,
    Response,
    ResponseWording,
    Returns,
    Silence,
    Wording,
)
from simulator.scenario.former_ids import current

_SIGN_OF_LEAVING, EXACTLY, _IN_THIS_MOMENT, _THIS_MOVE, _THIS_CLASS, _ANY_OCCASION = 5, 4, 3, 2, 1, 0
"""How exactly words suit: the sign of leaving; then that answer, anything said in that moment, its move, its class.

Being stuck is as exact as a class.
"""

N = TypeVar("N")

_SILENT: Final = classes_of(Move.HOLD_SILENCE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A moment as it is told once: a wording, and the opening before it (its name and its sentence), if any."""

    wording: Wording
    opens: str = ""
    opening: str = ""

    @property
    def patient(self) -> str:
        """What the patient says."""
        return f"{self.opening} {self.wording.patient}".strip()

    @property
    def shows(self) -> tuple[str, ...]:
        """What can be seen."""
        return self.wording.shows

    @property
    def thinks(self) -> str:
        """What the patient does not say."""
        return self.wording.thinks

    @property
    def markers(self) -> tuple[Marker, ...]:
        """The signs of a rupture that are shown."""
        return self.wording.markers

    @property
    def masked(self) -> bool:
        """Whether the sign is easy to miss."""
        return self.wording.masked

    @property
    def pose(self) -> tuple[tuple[str, str], ...]:
        """The parts of the portrait's pose that are named."""
        return self.wording.pose

    @property
    def may_say_leaving(self) -> bool:
        """Whether these words are the sign of leaving, where the patient is leaving; otherwise the family's sign is shown."""
        return LEAVING in self.wording.after or self.opens == str(LEAVING)

    @property
    def silence(self) -> Silence | None:
        """The silence that this is, if it is one."""
        return self.wording.silence


@dataclass(frozen=True, slots=True)
class JustSaid:
    """What the trainee has just said or not said: in which moment, the response's id, its move and its classes."""

    moment: str
    response: str
    move: Move
    classes: frozenset[SaidClass]

    @classmethod
    def of(cls, moment: Moment, response: Response | None) -> JustSaid:
        """What choosing a response in a moment amounts to; ``None`` is staying silent."""
        if response is None:
            return cls(moment.id, STAYED_SILENT, Move.HOLD_SILENCE, _SILENT)
        return cls(moment.id, response.id, response.move, response.classes)

    def takes_up(self, after: After) -> int:
        """How exactly an ``after:`` takes this up; 0 where it does not."""
        match after:
            case After(None, self.moment, response) if response in (self.response, ANY_RESPONSE):
                return EXACTLY if response == self.response else _IN_THIS_MOMENT
            case After(Move() as said) if said is self.move:
                return _THIS_MOVE
            case After(SaidClass() as said) if said in self.classes:
                return _THIS_CLASS
            case _:
                return 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """What words can take up: what was just said (``None`` before anything was), and what the patient shows."""

    just: JustSaid | None
    shown: frozenset[ShownClass] = frozenset()

    def takes_up(self, after: After) -> int:
        """How exactly an ``after:`` suits; 0 where it does not."""
        if isinstance(after.said, ShownClass):
            exactness = _SIGN_OF_LEAVING if after == LEAVING else _THIS_CLASS
            return exactness if after.said in self.shown else 0
        return self.just.takes_up(after) if self.just else 0

    def fits(self, afters: tuple[After, ...]) -> int | None:
        """How exactly words suit; ``None`` where they presuppose something else."""
        if not afters:
            return _ANY_OCCASION
        return max(map(self.takes_up, afters)) or None


@dataclass(frozen=True, slots=True)
class SaidSoFar:
    """What words depend on: how often each wording was told, which openings and sentences were used, what was just said.

    Keys are the ids of moment and wording; moment, wording and opening; moment, response and wording.
    """

    wordings: Mapping[tuple[str, str], int] = field(default_factory=lambda: MappingProxyType({}))
    openings: frozenset[tuple[str, str, str]] = frozenset()
    responses: frozenset[tuple[str, str, str]] = frozenset()
    just: JustSaid | None = None

    def told(self, moment: str, telling: Telling) -> SaidSoFar:
        """The same once a moment was told."""
        key = (moment, telling.wording.id)
        openings = self.openings | {(*key, telling.opens)} if telling.opens else self.openings
        wordings = MappingProxyType({**self.wordings, key: self.wordings.get(key, 0) + 1})
        return SaidSoFar(wordings, openings, self.responses, self.just)

    def answered(self, moment: Moment, response: Response | None, wording: str) -> SaidSoFar:
        """The same once the trainee has said a response in a wording, or (``None``) stayed silent."""
        said = self.responses if response is None else self.responses | {(moment.id, response.id, wording)}
        return replace(self, responses=said, just=JustSaid.of(moment, response))


@dataclass(frozen=True, slots=True)
class Voice:
    """What decides among words that fit alike: the session's level and seed, and the turn."""

    level: int
    seed: int
    turn: int

    def order(self, *names: str) -> bytes:
        """A place in an order that is the same on every machine for ever."""
        return sha256("/".join((str(self.seed), str(self.turn), *names)).encode()).digest()


def tell(
    moment: Moment, so_far: SaidSoFar, voice: Voice, line: Moment, *, shown: frozenset[ShownClass] = frozenset()
) -> Telling:
    """The words for a moment; ``line`` is what the patient does in this state anyway, and lends what has no words.

    What was not told yet comes before what is written for coming back, that before what has no words, and only where all
    of this is wanting something is told again. Where the patient shows that they are leaving, words that say so and were
    not told yet come before everything else.
    """
    now = Occasion(so_far.just, shown)
    wordings = _of_level(moment.wordings, voice.level)
    fitting = [w for w in wordings if now.fits(w.after) is not None]
    back = any((moment.id, w.id) in so_far.wordings for w in moment.wordings if not w.wordless)
    once = back and moment.returns is Returns.TOLD
    plain = [w for w in fitting if not w.again and not w.wordless and not once]
    again = [w for w in fitting if w.again and back]
    fresh = (
        _not_told(moment.id, plain, so_far),
        _not_told(moment.id, again, so_far),
        _told_least(moment.id, [w for w in fitting if w.wordless], so_far),
    )
    groups = (
        *fresh,
        _told_least(moment.id, _lent(line, voice.level) if line is not moment else [], so_far),
        _told_least(moment.id, again, so_far),
        _told_least(moment.id, plain, so_far),
    )
    sign = _first_that_fits(moment.id, fresh, so_far, voice, now, least=_SIGN_OF_LEAVING)
    found = sign or _first_that_fits(moment.id, groups, so_far, voice, now)
    return found or Telling(_told_least(moment.id, _at_worst(wordings, back), so_far)[0])


def parting(goodbye: str, wordings: Sequence[Wording], so_far: SaidSoFar, voice: Voice) -> Telling:
    """The words of a goodbye: they answer the last thing that was said."""
    possible = _of_level(wordings, voice.level)
    return _first_that_fits(goodbye, (possible,), so_far, voice, Occasion(so_far.just)) or Telling(possible[0])


def say(moment: Moment, response: Response, so_far: SaidSoFar, voice: Voice) -> ResponseWording:
    """The words in which a response is offered: none that were said, as long as others are left."""
    now = Occasion(so_far.just)
    fresh = [w for w in response.wordings if (moment.id, response.id, w.id) not in so_far.responses]
    back = len(fresh) < len(response.wordings)
    known = [w for w in response.wordings if back or not w.again]
    for group in ([w for w in fresh if not w.again], [w for w in fresh if w.again and back], known):
        fitting = [(exactness, w) for w in group if (exactness := now.fits(w.after)) is not None]
        if fitting:
            return _most_exact(fitting, lambda w: voice.order(moment.id, response.id, w.id))
    return known[0]


def telling_named(moment: Moment, wording: str, opens: str, lines: Iterable[Moment]) -> Telling | None:
    """The words of a moment that a log names; ``lines`` are those of the patient's bank, which lend some.

    ``None`` where there are none of this name.
    """
    lender, slash, name = wording.partition("/")
    if not slash:
        return named_among(moment.wordings, wording, opens)
    lent = next((line.wordings for line in lines if line.id == lender), ())
    found = named_among(lent, name, opens)
    return found and replace(found, wording=replace(found.wording, id=wording))


def named_among(wordings: Collection[Wording], name: str, opens: str) -> Telling | None:
    """The wording with a name, also one it had before, and the opening that stood before it."""
    wording = current(wordings, name)
    if wording is None:
        return None
    opening = next((sentence for after, sentence in wording.opens if str(after) == opens), "")
    return Telling(wording, opens, opening)


def _of_level(wordings: Sequence[Wording], level: int) -> Sequence[Wording]:
    """The wordings that are told at a level; all of them where none is."""
    return [w for w in wordings if not w.levels or level in w.levels] or wordings


def _lent(line: Moment, level: int) -> list[Wording]:
    """What a line of the bank lends to other moments of its state, under its own name."""
    return [replace(w, id=f"{line.id}/{w.id}") for w in _of_level(line.wordings, level) if w.wordless]


def _not_told(moment: str, wordings: Iterable[Wording], so_far: SaidSoFar) -> list[Wording]:
    return [w for w in wordings if (moment, w.id) not in so_far.wordings]


def _told_least(moment: str, wordings: Sequence[Wording], so_far: SaidSoFar) -> list[Wording]:
    often = [so_far.wordings.get((moment, w.id), 0) for w in wordings]
    return [w for w, count in zip(wordings, often, strict=True) if count == min(often)]


def _at_worst(wordings: Sequence[Wording], back: bool) -> Sequence[Wording]:
    """What is told where nothing fits: nothing of leaving, as long as there is something else."""
    staying = [w for w in wordings if LEAVING not in w.after] or wordings
    return [w for w in staying if w.again == back] or staying


def _first_that_fits(
    moment: str,
    groups: Iterable[Iterable[Wording]],
    so_far: SaidSoFar,
    voice: Voice,
    now: Occasion,
    least: int = _ANY_OCCASION,
) -> Telling | None:
    """Of the first group in which some wording fits (at ``least`` so exactly) the most exact one, with its opening."""
    for group in groups:
        fitting = []
        for wording in group:
            exactness = now.fits(wording.after)
            opening = _opening(moment, wording, so_far, now)
            if exactness is not None and max(exactness, opening[0]) >= least:
                fitting.append((max(exactness, opening[0]), Telling(wording, *opening[1:])))
        if fitting:
            return _most_exact(fitting, lambda told: voice.order(moment, told.wording.id))
    return None


def _opening(moment: str, wording: Wording, so_far: SaidSoFar, now: Occasion) -> tuple[int, str, str]:
    """The opening that suits most exactly, and was not used yet: how exactly, its name, its words."""
    best = (_ANY_OCCASION, "", "")
    for after, sentence in wording.opens:
        exactness = now.takes_up(after)
        if exactness > best[0] and (moment, wording.id, str(after)) not in so_far.openings:
            best = (exactness, str(after), sentence)
    return best


def _most_exact(fitting: Sequence[tuple[int, N]], order: Callable[[N], bytes]) -> N:
    """The most exact; among equals the one that the seed puts first."""
    most = max(exactness for exactness, _ in fitting)
    equals = [one for exactness, one in fitting if exactness == most]
    return equals[0] if len(equals) == 1 else min(equals, key=order)
