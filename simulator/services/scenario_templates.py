"""New scenario: seven answers fill a template, which can be played at once and is opened as a draft of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from simulator.messages.message import Sentence
from simulator.messages.sentences import new_scenario as say
from simulator.scenario.anybody import ANYBODY
from simulator.scenario.editing.intents import SetValue
from simulator.scenario.editing.making import make
from simulator.scenario.editing.refusing import EditRefused
from simulator.scenario.editing.written import Value, value_of
from simulator.scenario.files import FileRefused, FolderFiles
from simulator.scenario.loading import load
from simulator.scenario.nodes import Node
from simulator.scenario.nodes import Path as Place
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.quotation_marks import set_in_type
from simulator.scenario.source_text import SourceText
from simulator.services.whole_hour import whole_hour
from simulator.session.errors import ServiceError

TEMPLATES: Final[Mapping[str, Sentence]] = {
    "gone-quiet": say.GOES_QUIET,
    "not-quite-here": say.NOTICES_ABSENCE,
    "a-flat-yes": say.SAYS_YES,
    "somebody-else": say.ASKS_FOR_ANOTHER,
    "nothing-changes": say.COMPLAINS_OF_PROGRESS,
    "ten-minutes": say.COMPLAINS_OF_TIME,
}
"""Each template by the name of its file, with what the person does in it."""

_PATIENTS: Final = "patients"
_SPACE: Final = re.compile(r"\s+")
FIRST_SIGN: Final = ("moments", "first-sign")
"""The moment in which most of the answers stand."""


class Question(StrEnum):
    """What is asked in words of one's own; the person and what they do are chosen."""

    ACT = "act"
    UNSAID = "unsaid"
    HELPS = "helps"
    MISSES = "misses"
    UNNOTICED = "unnoticed"


_PLACES: Final[Mapping[Question, Place]] = {
    Question.ACT: ("about",),
    Question.UNSAID: (*FIRST_SIGN, "thinks"),
    Question.HELPS: (*FIRST_SIGN, "responses", "would-help", "say"),
    Question.MISSES: (*FIRST_SIGN, "responses", "kind-but-misses", "say"),
    Question.UNNOTICED: ("moments", "unnoticed", "afterwards"),
}
"""Where each answer stands in every template."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered: whom it is about, by the file, and what is said in words of one's own.

    ``title`` and ``cause`` are empty where the template's stand; ``notes`` are the themes to warn of. A whole hour is begun with every moment that it needs.
    """

    person: str = ""
    words: Mapping[Question, str] = field(default_factory=dict)
    title: str = ""
    whole_hour: bool = False
    cause: str = ""
    notes: tuple[str, ...] = ()

    @property
    def own_story(self) -> bool:
        """Whether the author tells a story of their own, to which nothing belongs that is told in the template's."""
        return self.whole_hour or bool(self.words.get(Question.ACT, "").strip())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a scenario can be about: the file, and the name in it."""

    path: str
    name: str


class ScenarioTemplates:
    """The templates of a folder, and the patients of one's own and of those that come with the program."""

    def __init__(self, folder: Path, own: Path, shipped: Path) -> None:
        self._folder, self._own, self._shipped = folder, own, shipped

    def people(self) -> tuple[Person, ...]:
        """Everybody whom a scenario can be about, first the patients of one's own."""
        found = {person.path: person for root in (self._shipped, self._own) for person in _people(root)}
        own = {person.path for person in _people(self._own)}
        return tuple(sorted(found.values(), key=lambda one: (one.path not in own, one.name.casefold())))

    def usual_person(self, template: str) -> str:
        """The file of the patient whom a template is about where nobody else is chosen."""
        person = _node(self._document(template), ("patient", "use"))
        return person if isinstance(person, str) else ""

    def usual_style(self, template: str) -> str:
        """How the patient whom a template is about tends to answer strain."""
        return _words(_keys(self._shipped, self.usual_person(template)).get("style"))

    def example(self, template: str, question: Question) -> str:
        """What a template says where a question is left open."""
        words = _node(self._document(template), _PLACES[question])
        return set_in_type(" ".join(words.split())) if isinstance(words, str) else ""

    def usual_cause(self, template: str) -> str:
        """What the therapist contributes in a template where nothing else is chosen."""
        return str(_node(self._document(template), ("cause",)))

    def title(self, template: str) -> str:
        """What a template is called."""
        return str(_node(self._document(template), ("title",)))

    def filled(self, template: str, answers: Answered, id_: str) -> bytes:
        """A template with answers in it, under an id of its own; raises ``ServiceError`` where a word cannot stand in a file."""
        document = self._document(template)
        number = id_.removeprefix(template).lstrip("-") if not answers.title else ""
        title = f"{answers.title or self.title(template)} {number}"
        words = {_PLACES[question]: answer for question, answer in answers.words.items()}
        words |= {("id",): id_, ("title",): title, ("patient", "use"): answers.person, ("cause",): answers.cause}
        plain = ((place, _SPACE.sub(" ", value).strip()) for place, value in words.items())
        told = {place: value for place, value in plain if value}
        try:
            make(document, *(SetValue(place, value) for place, value in told.items()))
            if answers.notes:
                make(document, SetValue(("content-notes",), list(answers.notes)))
            if answers.own_story:
                make(document, *self._still_to_tell(template, told))
            if answers.whole_hour:
                make(document, *whole_hour(self._folder, document.written))
        except EditRefused as refused:
            raise ServiceError(refused.message) from refused
        text = document.source.text
        return SourceText.of_bytes(text[text.index("format:") :].encode()).to_bytes()

    def _still_to_tell(self, template: str, told: Mapping[Place, str]) -> Iterator[SetValue]:
        """Puts what is to be written there in the place of everything that belongs to the template's story and is not told."""
        story = self._document(f"stories/{template}").written.root
        return (SetValue(place, words) for place, words in _texts(story) if place not in told)

    def _document(self, template: str) -> OpenDocument:
        name = f"{template}.yaml"
        files = FolderFiles(self._folder, self._shipped)
        try:
            return OpenDocument(files, name, SourceText.of_bytes(files.read(name)))
        except FileRefused as refused:
            raise ServiceError(say.NO_TEMPLATE(path=name, reason=refused.message)) from refused


def _texts(node: Node, place: Place = ()) -> Iterator[tuple[Place, Value]]:
    """Every text of a story, and every list of texts, by its place."""
    if not isinstance(node, dict):
        yield place, value_of(node)
        return
    for key, inner in node.items():
        yield from _texts(inner, (*place, key))


def _node(document: OpenDocument, place: Place) -> Node:
    return document.written.node(place)


def _people(root: Path) -> Iterator[Person]:
    """The patients in a folder of scenarios whom somebody can meet."""
    for file in sorted((root / _PATIENTS).glob("*.yaml")):
        path = f"{_PATIENTS}/{file.name}"
        if path != ANYBODY:
            keys = _keys(root, path)
            yield Person(path, _words(keys.get("name")) or file.stem)


def _keys(root: Path, path: str) -> Mapping[str, Node]:
    """What a file says; nothing where it cannot be read."""
    try:
        node = load(path, FolderFiles(root).read(path)).root
    except FileRefused:
        return {}
    return node if isinstance(node, dict) else {}


def _words(node: Node) -> str:
    return node.strip() if isinstance(node, str) else ""
