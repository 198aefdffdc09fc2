"""The lines of a patient by reaction state: how many there are, how many are needed, and where somebody would repeat themselves."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.alliance.markers import MARKERS, Marker
from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, ReactionState, family_of
from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk as say
from simulator.scenario.any_occasion import for_any_occasion, says_leaving
from simulator.scenario.checks.paths import ENDING_STATES
from simulator.scenario.document import LEAVING, Moment, Patient, Scenario, Wording
from simulator.scenario.editing.intents import Add
from simulator.scenario.editing.making import new_id
from simulator.scenario.editing.written import Value, Written
from simulator.scenario.files import FolderFiles, ScenarioFiles
from simulator.scenario.key_tables import FEWEST_RESPONSES
from simulator.scenario.library import Library
from simulator.scenario.library_index import Card
from simulator.scenario.line_measure import LEVEL, LineMeasure, there_for
from simulator.scenario.nodes import Path as Place
from simulator.scenario.read import read_scenario
from simulator.services.examine import Examiner
from simulator.services.scenario_templates import TEMPLATES, Answered, ScenarioTemplates
from simulator.services.shared_files import as_id

_EXAMPLES: Final = 2
_WORDS_OF_ID: Final = 4


@dataclass(frozen=True, slots=True)
class Visits:
    """How often conversations of a scenario come to a state: at most, and in nearly all of them."""

    most: int
    likely: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in one scenario, at the level that is its own."""

    title: Message | str
    level: int
    visits: Mapping[ReactionState, Visits]


@dataclass(frozen=True, slots=True)
class Countable:
    """Where visits can be counted: in a scenario that the patient is met in, or in a template filled with the patient."""

    title: Message | str
    root: Path | None
    path: str


@dataclass(frozen=True, slots=True)
class StateLines:
    """What a patient has for one state.

    ``there`` counts the wordings that fit any occasion, ``needed`` how many are enough; ``own`` says whether the wordings
    are written in this file and not taken from another patient, ``lent`` whether what is wordless is another’s all the
    same. ``leaves`` says whether there should be words for going, ``told`` whether the check has something to say of it.
    """

    moment: Moment
    own: bool
    there: int
    needed: int
    visits: Visits | None = None
    repeats_from: int = 0
    """The visit from which nothing new is left to say; 0 where no conversation comes so often, or nobody has counted."""

    lent: bool = False
    leaves: bool = False
    told: bool = False

    @property
    def state(self) -> ReactionState:
        """The reaction state."""
        return ReactionState(self.moment.reaction)

    @property
    def family(self) -> Family:
        """Its family."""
        return family_of(self.state)

    @property
    def wordless(self) -> bool:
        """Whether there is something to see where nothing new is said, which may come back."""
        return any(one.wordless and not one.after for one in self.moment.wordings)

    @property
    def lacking(self) -> int:
        """How many wordings more are needed."""
        return max(0, self.needed - self.there)

    @property
    def answers_lacking(self) -> int:
        """How many answers are lacking for it to be played."""
        return 0 if self.moment.end else max(0, FEWEST_RESPONSES - len(self.moment.responses))

    @property
    def unfinished(self) -> tuple[Wording, ...]:
        """Wordings that lack what the language asks for beside the words: what is thought, or the sign of a rupture."""
        signs = bool(signs_of(self.state))
        return tuple(
            one
            for one in self.moment.wordings
            if not (one.wordless or one.thinks) or (signs and not one.markers) or not (one.patient or one.shows)
        )

    @property
    def playable(self) -> bool:
        """Whether there is enough to play."""
        return bool(self.moment.wordings) and not self.answers_lacking and not self.unfinished

    @property
    def lacks_wordless(self) -> bool:
        """Whether there is nothing to see where no words are left; what ends the session comes only once."""
        return not self.wordless and self.state not in ENDING_STATES

    @property
    def lacks_going(self) -> bool:
        """Whether nothing is said where this person is about to leave."""
        return self.leaves and not any(map(says_leaving, self.moment.wordings))

    @property
    def finished(self) -> bool:
        """Whether neither the check nor the proof of a scenario asks for more."""
        return self.playable and not (self.lacking or self.lacks_wordless or self.lacks_going or self.told)


class LineBench:
    """Looks at lines beside those of the people who come with the program, and counts visits in scenarios."""

    def __init__(
        self, library: Library, examiner: Examiner, templates: ScenarioTemplates, own: Path, shipped: Path
    ) -> None:
        self._library, self._examiner, self._templates = library, examiner, templates
        self._own, self._shipped = own, shipped
        self._measure = LineMeasure(shipped)

    def states(
        self,
        lines: Mapping[ReactionState, Moment],
        written: Written,
        style: Family,
        counted: Counted | None,
        told: Container[str] = (),
    ) -> tuple[StateLines, ...]:
        """Every state with what there is for it, and how much somebody of the same style has, which is enough.

        ``told`` are the words below ``lines`` of which the check has something to say.
        """
        return tuple(self._state(moment, written, style, counted, told) for moment in lines.values())

    def measure(self, style: Family) -> Patient | None:
        """The person among those who come with the program who is of the same style, by whom lines are measured."""
        return self._measure.person(style)

    def examples(self, lines: StateLines, style: Family) -> tuple[tuple[Patient, Wording], ...]:
        """Two lines of somebody of the same style in this state; of somebody else where those are written here too."""
        here = {wording.patient for wording in lines.moment.wordings}
        measure = self.measure(style)
        for person in sorted(self._measure.people, key=lambda one: one is not measure):
            found = [
                one
                for one in for_any_occasion(person.lines[lines.state], LEVEL)
                if one.patient and one.patient not in here
            ]
            if found:
                return tuple((person, one) for one in found[:_EXAMPLES])
        return ()

    def countable(self, path: str) -> tuple[Countable, ...]:
        """First the scenarios that a patient is met in, then the templates of new ones."""
        met = (card for card in self._library.cards() if not card.problems and self._meets(card, path))
        templates = (Countable(say.IN_TEMPLATE(what=told()), None, name) for name, told in TEMPLATES.items())
        return (*(Countable(card.title, card.root, card.path) for card in met), *templates)

    def count(self, where: Countable, path: str, text: bytes, progress: Callable[[int, int], bool]) -> Counted | None:
        """How often conversations come to each state, with the patient as edited; takes seconds.

        Nothing where something keeps them from being played.
        """
        files: ScenarioFiles = _Edited(self._files(where.root or self._own), path, text)
        name = where.path
        if where.root is None:
            name = f"{where.path}.yaml"
            files = _Edited(files, name, self._templates.filled(where.path, Answered(path), where.path))
        scenario = read_scenario(files, name).scenario
        return None if scenario is None else _counted(scenario, where.title, self._examiner, progress)

    def _state(
        self, moment: Moment, written: Written, style: Family, counted: Counted | None, told: Container[str]
    ) -> StateLines:
        state = ReactionState(moment.reaction)
        at: Place = ("lines", place_of(written, state))
        visits, repeats = None, 0
        if counted is not None:
            visits, there = counted.visits.get(state, Visits(0, 0)), there_for(moment, counted.level)
            repeats = there + 1 if visits.most > there else 0
        wordless = [one.id for one in moment.wordings if one.wordless]
        person = self.measure(style)
        return StateLines(
            moment,
            written.has((*at, "wordings")),
            there_for(moment),
            self._measure.needed(style, state),
            visits,
            repeats,
            lent=bool(wordless) and not any(written.has((*at, "wordings", one)) for one in wordless),
            leaves=person is not None and any(map(says_leaving, person.lines[state].wordings)),
            told=any(word in told for word in (str(state), str(family_of(state)))),
        )

    def _meets(self, card: Card, patient: str) -> bool:
        scenario = read_scenario(self._files(card.root), card.path).scenario
        return scenario is not None and patient in scenario.sources

    def _files(self, root: Path) -> ScenarioFiles:
        return FolderFiles(root, self._shipped)


class _Edited:
    """Files of which one is as it stands in the editor."""

    def __init__(self, files: ScenarioFiles, path: str, text: bytes) -> None:
        self._files, self._path, self._text = files, path, text

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self._text if path == self._path else self._files.read(path)


def place_of(written: Written, state: ReactionState) -> str:
    """The word under which the lines of a state are written: the state, or its family where that has them."""
    family = str(family_of(state))
    own, shared = (written.has(("lines", word, "wordings")) for word in (str(state), family))
    return family if shared and not own else str(state)


def lacks_most(states: Iterable[StateLines], here: ReactionState | None) -> StateLines | None:
    """The state on which work is needed most, another than the one that somebody is at where there is one."""
    order = sorted(
        (one for one in states if not one.finished),
        key=lambda one: (one.state is here, one.playable, not one.own and bool(one.moment.wordings), -one.lacking),
    )
    return order[0] if order else None


@dataclass(frozen=True, slots=True)
class NextWords:
    """What somebody wrote for a state: a line with what is thought, or what is seen without words.

    A line that is ``leaving`` is said only just before somebody would go.
    """

    says: str = ""
    thinks: str = ""
    seen: str = ""
    sign: Marker | None = None
    leaving: bool = False


def line_of(written: Written, state: ReactionState, words: NextWords) -> Add:
    """The intent that writes one more line for a state, under an id made of its first words."""
    at: Place = ("lines", place_of(written, state), "wordings")
    first = (words.seen or words.says or words.thinks).split()
    wanted = as_id(" ".join(first[:_WORDS_OF_ID])) or "line"
    value: dict[str, Value] = {"wordless": "true", "shows": [words.seen]} if words.seen else {}
    after = str(LEAVING) if words.leaving else ""
    sign = str(words.sign or "")
    spoken = (("after", after), ("patient", words.says), ("thinks", words.thinks), ("marker", sign))
    value |= {key: text for key, text in spoken if text}
    return Add((*at, new_id(wanted, written.keys(at))), value)


def signs_of(state: ReactionState) -> tuple[Marker, ...]:
    """The signs that a line of a state can be; none where it is no rupture."""
    family = family_of(state)
    if family not in RUPTURE_FAMILIES:
        return ()
    own = tuple(marker for marker, entry in MARKERS.items() if entry.family is family)
    return own or tuple(MARKERS)


def usual_sign(lines: StateLines) -> Marker | None:
    """The sign that most lines of a state are."""
    used = [sign for wording in lines.moment.wordings for sign in wording.markers]
    return max(used, key=used.count, default=next(iter(signs_of(lines.state)), None))


def _counted(
    scenario: Scenario, title: Message | str, examiner: Examiner, progress: Callable[[int, int], bool]
) -> Counted:
    from simulator.analysis.likely_visits import likely_visits
    from simulator.analysis.visit_bounds import visit_bounds
    from simulator.session.script import Script

    level = scenario.difficulty
    solution = examiner.solve(Script(scenario, level), progress)
    bank = {moment.id: state for state, moment in scenario.patient.lines.items()}
    most = {id_: times for id_, times in visit_bounds(solution).items() if id_ in bank and times}
    likely = likely_visits(solution, most) if solution.exact else most
    return Counted(title, level, {bank[id_]: Visits(times, likely[id_]) for id_, times in most.items()})
