"""The Studio desk without its window: which scenarios there are, and whether each is true, fair and finished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.messages.sentences import studio_shelf as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity, errors_in
from simulator.scenario.file_names import visible
from simulator.services.examine import Examiner, Telling
from simulator.services.help_pages import HelpPage, help_page
from simulator.services.shared_files import SharedFiles
from simulator.services.standings import Standing, standing_of
from simulator.session.errors import ServiceError

if TYPE_CHECKING:
    from simulator.analysis.scenario_analysis import Analysis
    from simulator.scenario.document import Scenario
    from simulator.scenario.library import Library
    from simulator.scenario.library_index import Card
    from simulator.scenario.lone_file import Shelved
    from simulator.services.file_on_disk import FileOnDisk
    from simulator.services.line_bench import LineBench
    from simulator.services.live_proof import LiveProof
    from simulator.services.own_scenarios import OwnScenarios
    from simulator.services.scenario_templates import ScenarioTemplates

_ORDER: Final = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Proof:
    """What is known of a scenario once it was read, checked and, if it can be played, tried in every way.

    ``scenario`` is ``None`` where the file cannot be read as one, ``analysis`` where an error keeps it from being
    played. ``diagnostics`` holds everything worth mending, in the order in which it was found.
    """

    card: Card
    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    analysis: Analysis | None

    @property
    def title(self) -> str:
        """The scenario's title, or what could be made out of it."""
        return self.scenario.title if self.scenario else self.card.title

    @property
    def errors(self) -> int:
        """How many faults keep it from being played."""
        return errors_in(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of fault with what it means, and every fault of that kind."""

    code: str
    severity: Severity
    help: HelpPage
    faults: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class StudioItem:
    """A scenario on the shelf; ``proof`` is what was found when it was tried as it is now, if it was.

    One that was ``brought`` comes from elsewhere, and is not in the library.
    """

    card: Card
    shipped: bool
    proof: Proof | None
    brought: bool = False

    @property
    def standing(self) -> Standing:
        """Whether it is a draft, published, or neither."""
        return standing_of(self.card)


@dataclass(frozen=True, slots=True)
class Brought:
    """Scenarios from outside of the library: where they were found, and their cards."""

    path: Path
    place: Shelved
    cards: tuple[Card, ...]


class Studio:
    """The use cases of the Studio desk.

    ``shipped`` is the folder of the scenarios that come with the program, ``help_folder`` that of the diagnostics' help.
    ``own`` are the scenarios that can be edited, ``templates`` what new ones begin from. Proofs are remembered while the program runs.
    """

    def __init__(
        self,
        library: Library,
        shipped: Path,
        *,
        help_folder: Path,
        examiner: Examiner,
        own: OwnScenarios,
        templates: ScenarioTemplates,
    ) -> None:
        self._library = library
        self._shipped = shipped
        self._help_folder = help_folder
        self._examiner = examiner
        self.own = own
        self.shared = SharedFiles(own, shipped)
        self.templates = templates
        self._proofs: dict[tuple[Path, str], Proof] = {}
        self._brought: dict[Path, Shelved] = {}

    @cached_property
    def lines(self) -> LineBench:
        """What the lines of patients are measured by, loaded when a patient is first opened."""
        from simulator.services.line_bench import LineBench

        return LineBench(self._library, self._examiner, self.templates, self.own.folder, self._shipped)

    def shelf(self) -> tuple[StudioItem, ...]:
        """Every scenario file, also those with faults: first what was brought, then one's own, then those of the program."""
        cards = self._library.cards()
        here = {_file(card) for card in cards}
        brought = {_file(card): card for place in self._brought.values() for card in place.cards()}
        return (
            *(StudioItem(c, False, self._known(c), brought=True) for file, c in brought.items() if file not in here),
            *sorted(
                (StudioItem(card, card.root == self._shipped, self._known(card)) for card in cards),
                key=lambda item: item.shipped,
            ),
        )

    def look_at(self, path: Path) -> Brought:
        """What a file or folder from anywhere brings, read and checked; takes as long as there are files in it.

        Raises ``ServiceError`` where nothing of it can stand on the shelf.
        """
        from simulator.scenario.lone_file import LoneFile, LoneFolder, refusal

        if why := refusal(path):
            raise ServiceError(why)
        place = LoneFolder(path, self._shipped) if path.is_dir() else LoneFile(path, self._shipped)
        cards = place.cards()
        if not cards:
            raise ServiceError(say.EMPTY_FOLDER(path=visible(str(path))))
        return Brought(path, place, cards)

    def bring(self, brought: Brought) -> Card:
        """Put it on the shelf for as long as the program runs; gives the card that it begins with."""
        self._brought = {brought.path: brought.place, **self._brought}
        first = brought.cards[0]
        same = (card for card in self._library.cards() if _file(card) == _file(first))
        return next(same, first)

    def card_of(self, opened: FileOnDisk) -> Card | None:
        """The card of the file that is open, once it is on the disk."""
        return next(
            (c for c in self._library.cards() if c.path == opened.path and c.root / c.path == opened.place), None
        )

    def first_fault(self, card: Card) -> Diagnostic | None:
        """What first keeps a scenario from being played, for whoever asks for its line."""
        from simulator.scenario.checking import read_and_check
        from simulator.scenario.files import FolderFiles

        if not card.problems:
            return None
        found = read_and_check(FolderFiles(card.root, self._shipped), card.path).diagnostics
        return next((one for one in found if one.severity is Severity.ERROR), None)

    def prove(self, card: Card, progress: Telling) -> Proof:
        """Read a scenario as it is on the disk now, check it, and try everything in it. Takes seconds.

        Raises ``Interrupted`` if ``progress`` answers false.
        """
        proof = self._proof(card, progress)
        self._proofs[card.root, card.path] = proof
        return proof

    def remember(self, card: Card, found: LiveProof) -> None:
        """Keep what the editor has proved, if that is what stands on the disk."""
        analysis = None if found.tried is None else found.tried.analysis
        if analysis is not None and analysis.scenario.digest == card.digest:
            told = tuple(one for one, _ in found.faults)
            self._proofs[card.root, card.path] = Proof(card, analysis.scenario, told, analysis)

    def findings(self, proof: Proof) -> tuple[Finding, ...]:
        """Everything worth mending by kind of fault: first what keeps the scenario from being played."""
        return tuple(self._finding(kind, of_kind) for kind, of_kind in _by_kind(proof.diagnostics))

    def _proof(self, card: Card, progress: Telling) -> Proof:
        from simulator.scenario.checking import read_and_check
        from simulator.scenario.duplicate_ids import id_fault
        from simulator.scenario.files import FolderFiles

        checked = read_and_check(FolderFiles(card.root, self._shipped), card.path)
        told: tuple[Diagnostic, ...] = ()
        if card.problem is not None and not errors_in(checked.diagnostics):
            told = (id_fault(card.problem, checked.spans),)
        found = self._examiner.prove(checked, progress, told=told)
        return Proof(card, found.scenario, found.diagnostics, found.analysis)

    def _known(self, card: Card) -> Proof | None:
        """The proof of exactly this content, if there is one."""
        proof = self._proofs.get((card.root, card.path))
        same = proof is not None and proof.scenario is not None and proof.scenario.digest == card.digest
        return proof if same else None

    def _finding(self, kind: tuple[Severity, str], faults: tuple[Diagnostic, ...]) -> Finding:
        severity, code = kind
        return Finding(code, severity, help_page(self._help_folder, code), faults)


def _file(card: Card) -> Path:
    return (card.root / card.path).absolute()


def _by_kind(diagnostics: Iterable[Diagnostic]) -> list[tuple[tuple[Severity, str], tuple[Diagnostic, ...]]]:
    """Faults by severity and code, errors first; those of one kind in the order of the files."""
    kinds: dict[tuple[Severity, str], list[Diagnostic]] = {}
    for one in diagnostics:
        kinds.setdefault((one.severity, one.code), []).append(one)
    ordered = sorted(kinds, key=lambda kind: (_ORDER.index(kind[0]), kind[1]))
    return [(kind, tuple(sorted(kinds[kind], key=lambda one: one.span))) for kind in ordered]
