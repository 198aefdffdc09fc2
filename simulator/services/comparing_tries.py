"""Another try and the conversation it came from, side by side: from the place on where they part."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.alliance.codes import Code
from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, family_of
from simulator.messages.message import Message
from simulator.scoring.headline import headline
from simulator.services.another_try import OwnWords, own_words, turn_of
from simulator.services.debriefing import CoursePoint, course
from simulator.services.examine import PinnedScenarios
from simulator.services.stored_sessions import Reopened, as_shown, scenario_of
from simulator.session.errors import ServiceError, StoreError
from simulator.session.ids import PersonId, SessionId
from simulator.session.transcript import Exchange, Transcript
from simulator.session.wording_choice import Telling

if TYPE_CHECKING:
    from simulator.scenario.document import Scenario
    from simulator.scenario.library_index import Card
    from simulator.session.events import Origin
    from simulator.session.store import SessionStore


class Felt(Code):
    """How it was between the two after an answer, against before it, as the patient felt it."""

    CLOSER = "closer"
    AS_BEFORE = "as-before"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn from the place on: what was said (empty for silence), and what the patient said, showed and thought then."""

    turn: int
    you: str
    says: str
    shows: tuple[str, ...]
    sign: Message | None
    thinks: str
    felt: Felt


@dataclass(frozen=True, slots=True)
class Course:
    """One of the two courses: its turns from the place on, the alliance over all of it, and what it came to."""

    turns: tuple[Turn, ...]
    points: tuple[CoursePoint, ...]
    came_to: Message
    afterwards: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both courses from a turn on, and what the trainee would have said there in their own words.

    ``here`` is what stood on the screen at the place; ``before`` is the conversation that the try came from.
    """

    first: SessionId
    turn: int
    scenario: Scenario
    here: Exchange
    own: OwnWords
    before: Course
    now: Course


def first_course(store: SessionStore, origin: Origin, pinned: PinnedScenarios | None = None) -> Reopened | None:
    """The conversation that a try came from, as it is shown; ``None`` where it is no longer there, or cannot be read."""
    try:
        stored = store.load(origin.session)
        found = as_shown(stored, scenario_of(stored, pinned))
    except (StoreError, ServiceError):
        return None
    return found if found.transcript is not None else None


def compare(
    store: SessionStore, person: PersonId, found: Reopened, pinned: PinnedScenarios | None = None
) -> Comparison | None:
    """A try beside the conversation it came from.

    ``None`` where there is nothing to be laid side by side: it is no try, nothing was said in it, its conversation is gone,
    or that one had been broken off at the place.
    """
    now = found.transcript
    if now is None or now.started.origin is None:
        return None
    origin = now.started.origin
    first = first_course(store, origin, pinned)
    if first is None or first.transcript is None:
        return None
    before, turn = first.transcript, turn_of(store.load(found.id).events, origin)
    here = _at(before, turn)
    if here is None or _at(now, turn) is None:
        return None
    own = own_words(store, person, found.id, origin)
    return Comparison(first.id, turn, found.scenario, here, own, _course(before, turn), _course(now, turn))


def same_kind_elsewhere(
    cards: Iterable[Card], place: Exchange, scenario: Scenario, played: Collection[str]
) -> Card | None:
    """A scenario of the library in which the same kind of moment is met with somebody else; one not played yet first."""
    family = _family(place).value
    others = (
        card
        for card in cards
        if not card.problems and family in card.families and card.patient_name != scenario.patient.name
    )

    def fits(card: Card) -> tuple[bool, int, int, str]:
        """Unknown yet; the kind of moment often in it; about as hard."""
        rank = card.families.index(family)
        return (card.id in played, rank, abs(card.difficulty - scenario.difficulty), card.title)

    return min(others, key=fits, default=None)


def _family(place: Exchange) -> Family:
    """The kind of rupture of a moment, or in a stage of repair that which it came from."""
    here = family_of(place.before.reaction)
    return here if here in RUPTURE_FAMILIES else place.before.origin


def _at(transcript: Transcript, turn: int) -> Exchange | None:
    return next((exchange for exchange in transcript.exchanges if exchange.turn == turn), None)


def _course(transcript: Transcript, turn: int) -> Course:
    exchanges = [exchange for exchange in transcript.exchanges if exchange.turn >= turn]
    answered = zip(exchanges, [*exchanges[1:], None], strict=True)
    turns = tuple(_turn(transcript, exchange, following) for exchange, following in answered)
    afterwards = transcript.closing.afterwards if transcript.closing else ""
    return Course(turns, course(transcript), headline(transcript), afterwards)


def _turn(transcript: Transcript, exchange: Exchange, following: Exchange | None) -> Turn:
    """What was said, and the patient's next words: those of the turn that followed, or the last ones."""
    told: Telling | None = following.telling if following else None
    if following is None and transcript.closing is not None:
        told = transcript.closing.telling
    says, shows, thinks = (told.patient, told.shows, told.thinks) if told else ("", (), "")
    sign = following.sign if following else None
    return Turn(exchange.turn, exchange.words, says, shows, sign, thinks, _felt(exchange))


def _felt(exchange: Exchange) -> Felt:
    before, after = exchange.before.alliance.mean_points, exchange.appraisal.state.alliance.mean_points
    if after == before:
        return Felt.AS_BEFORE
    return Felt.CLOSER if after > before else Felt.APART
