"""A rating task: conversations as a rater reads them, without whose they are, what they came to and how they were scored.

A rater reads what both said, what could be seen, and what the therapist said to have seen. Nothing says whether that was right,
what an answer is called, how it felt to the patient, what the patient thought, or when it was held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from simulator.alliance.codes import Code
from simulator.handin.passed_on import passed_on, read_passed_on
from simulator.handin.signed_file import Refused
from simulator.messages.message import Message
from simulator.messages.sentences import rating as say
from simulator.scoring.competency import Competency
from simulator.session.json_values import listed, named, number, text, truth
from simulator.session.vocabulary import Tag
from simulator.storage.rating_files import Sheet

if TYPE_CHECKING:
    from simulator.services.handed_in import HandedIn

TASK_SUFFIX: Final = ".attune-task"
RATINGS_SUFFIX: Final = ".attune-ratings"
_TASK_FORMAT: Final = "attune/rating-task/1"
_RATINGS_FORMAT: Final = "attune/ratings/1"


class Rating(Code):
    """What a rater can give: a number of the rubric, or that there is nothing to give one for."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    NOT_REACHED = "not-reached"
    DID_NOT_COME_UP = "did-not-come-up"

    @property
    def number(self) -> int | None:
        """The number, if it is one."""
        return int(self.value) if self.value.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a conversation: whose (the patient's or the therapist's), what was said and seen.

    ``turn`` is 0 before the first one. ``tag`` is what the therapist said to have seen, before this answer.
    """

    turn: int
    therapist: bool
    says: str
    shows: tuple[str, ...] = ()
    tag: str = ""


@dataclass(frozen=True, slots=True)
class BlindConversation:
    """A conversation under the name that it has in its task."""

    name: str
    title: str
    patient: str
    language: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RatingTask:
    """What somebody is asked to rate, by the rubric of an edition."""

    task: str
    rubric: int
    conversations: tuple[BlindConversation, ...]


def blind(found: HandedIn, name: str, words: Callable[[Message], str]) -> BlindConversation:
    """A handed-in conversation as a rater reads it; ``words`` renders what the program says in it."""
    scenario, transcript = found.scenario, found.transcript
    lines = [Line(0, line.you, line.say, line.shows) for line in scenario.opening]
    for one in transcript.exchanges:
        told, sign = one.telling, one.sign
        shows = (*told.shows, words(sign)) if sign is not None else told.shows
        lines.append(Line(one.turn, False, told.patient, shows))
        lines.append(Line(one.turn, True, one.words, tag="" if one.tag is None else one.tag.value))
    closing = transcript.closing
    if closing is not None and (closing.says or closing.shows):
        lines.append(
            Line(transcript.exchanges[-1].turn + 1 if transcript.exchanges else 1, False, closing.says, closing.shows)
        )
    return BlindConversation(name, scenario.title, scenario.patient.first_name, scenario.language, tuple(lines))


def write_task(task: RatingTask) -> bytes:
    """The task as a file."""
    values = {"task": task.task, "rubric": task.rubric, "conversations": [asdict(one) for one in task.conversations]}
    return passed_on(_TASK_FORMAT, values)


def read_task(content: bytes) -> RatingTask:
    """The task of a file; raises ``Refused``."""
    values = read_passed_on(_TASK_FORMAT, content)
    try:
        task = RatingTask(
            text(values["task"]), number(values["rubric"]), tuple(map(_conversation, listed(values["conversations"])))
        )
    except (TypeError, KeyError, ValueError) as fault:
        raise Refused(say.CUT_OR_CHANGED()) from fault
    names = {one.name for one in task.conversations}
    if not names or len(names) < len(task.conversations):
        raise Refused(say.CUT_OR_CHANGED())
    return task


def write_ratings(task: str, rubric: int, sheet: Sheet) -> bytes:
    """What was given, as a file to hand back."""
    given: dict[str, object] = {name: dict(ratings) for name, ratings in sheet.items()}
    return passed_on(_RATINGS_FORMAT, {"task": task, "rubric": rubric, "ratings": given})


def read_ratings(content: bytes) -> tuple[str, int, Sheet]:
    """The task, the edition of the rubric, and what was given; raises ``Refused``."""
    values = read_passed_on(_RATINGS_FORMAT, content)
    try:
        sheet = {name: _given(named(given)) for name, given in named(values["ratings"]).items()}
        return text(values["task"]), number(values["rubric"]), sheet
    except (TypeError, KeyError, ValueError) as fault:
        raise Refused(say.CUT_OR_CHANGED()) from fault


def missing(task: RatingTask, sheet: Sheet) -> Iterable[tuple[str, Competency]]:
    """What was not rated yet: conversations by their names, and competencies."""
    for one in task.conversations:
        given = sheet.get(one.name, {})
        yield from ((one.name, competency) for competency in Competency if competency not in given)


def _given(values: Mapping[str, Any]) -> dict[str, str]:
    return {Competency(about).value: Rating(text(rating)).value for about, rating in values.items()}


def _conversation(values: Any) -> BlindConversation:
    found = named(values)
    name, title, patient, language = (text(found[field]) for field in ("name", "title", "patient", "language"))
    return BlindConversation(name, title, patient, language, tuple(map(_line, listed(found["lines"]))))


def _line(values: Any) -> Line:
    found = named(values)
    therapist, tag = truth(found["therapist"]), text(found["tag"])
    if tag and tag not in set(Tag):
        raise TypeError("A line of a conversation says something else than it can.")
    return Line(number(found["turn"]), therapist, text(found["says"]), tuple(map(text, listed(found["shows"]))), tag)
