"""A scenario file while it is edited: its text, its reading, and one stack of steps; the same for every face of the Studio."""

from __future__ import annotations

from collections.abc import Callable

from simulator.messages.message import Message
from simulator.messages.sentences import editing as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix
from simulator.scenario.editing.history import History, Patch, State
from simulator.scenario.editing.intents import Intent
from simulator.scenario.editing.making import edits_of_fix, make, name_of
from simulator.scenario.editing.refusing import EditRefused
from simulator.scenario.editing.written import Written
from simulator.scenario.files import ScenarioFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.read import Reading
from simulator.scenario.source_text import Edit, SourceText
from simulator.session.errors import ServiceError


class EditedFile:
    """One file with everything that can be done to it; whatever is refused raises ``ServiceError`` and changes nothing.

    ``beside`` is the text of the map that lies beside the file. ``steady_ms`` is a clock that never goes back.
    """

    def __init__(
        self,
        files: ScenarioFiles,
        path: str,
        source: SourceText,
        beside: str = "",
        *,
        steady_ms: Callable[[], int],
    ) -> None:
        self.path = path
        self._document = OpenDocument(files, path, source)
        self._state = State(source, beside)
        self._history = History()
        self._steady_ms = steady_ms

    @property
    def state(self) -> State:
        """The text and the map as they are now."""
        return self._state

    @property
    def source(self) -> SourceText:
        """The text as it is now."""
        return self._state.source

    @property
    def beside(self) -> str:
        """The text of the map as it is now."""
        return self._state.beside

    @property
    def reading(self) -> Reading:
        """What the text reads as now; what was typed since it was last asked for is read first."""
        return self._fresh().reading

    @property
    def written(self) -> Written:
        """The text with its nodes and their places."""
        return self._fresh().written

    @property
    def stale(self) -> bool:
        """Whether something was typed that nobody has read yet."""
        return self._document.source is not self._state.source

    @property
    def undo_name(self) -> Message | None:
        """What would be undone."""
        return self._history.done[-1].name if self._history.done else None

    @property
    def redo_name(self) -> Message | None:
        """What would be done again."""
        return self._history.undone[-1].name if self._history.undone else None

    def findings(self) -> tuple[Diagnostic, ...]:
        """What is to be mended: what the reader says, and what is worth mending in moments that could be read."""
        document = self._fresh()
        return (*document.reading.diagnostics, *document.findings())

    def story_check(self) -> Callable[[], tuple[Diagnostic, ...]]:
        """Looks at the whole story as it is now; takes a while, and may be called on another thread."""
        return self._fresh().story_check()

    def make(self, *intents: Intent, name: Message | None = None, typed: bool = False) -> None:
        """Carry out some intents as one step; what is ``typed`` into the same field within a second is one step."""
        document = self._fresh()
        before = self._state
        try:
            make(document, *intents)
        except EditRefused as refused:
            raise ServiceError(refused.message) from refused
        called, after = name or name_of(intents[0]), State(document.source, before.beside)
        if typed and after != before:
            patch = Patch.between(before.source.to_bytes(), after.source.to_bytes())
            self._history.note_typing(called, patch, self._steady_ms())
            self._state = after
        else:
            self._note(called, before, after)

    def mend(self, fix: Fix) -> None:
        """Apply a fix as one step."""
        self.replace(say.MENDED(what=fix.title), edits_of_fix(self.written, fix))

    def replace(self, name: Message, *edits: Edit) -> None:
        """Change the text in some places as one step."""
        before = self._state
        self._note(name, before, State(before.source.edited(*edits), before.beside))

    def type(self, edit: Edit) -> None:
        """Take what was typed in the text; it is read when somebody asks, and what follows within a second is the same step."""
        before = self._state
        name = say.TYPED() if edit.replacement else say.DELETED_TEXT()
        after = State(before.source.edited(edit), before.beside)
        self._history.note_typing(name, Patch.of_typing(before.source, edit, after.source), self._steady_ms())
        self._state = after

    def put_beside(self, name: Message, beside: str) -> None:
        """Put another map beside the file, as one step."""
        self._note(name, self._state, State(self._state.source, beside))

    def become(self, name: Message, state: State) -> None:
        """Take another text and map, as one step that can be undone."""
        self._note(name, self._state, state)

    def undo(self) -> None:
        """Undo the last step."""
        self._state = self._history.undo(self._state)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._state = self._history.redo(self._state)

    def pause(self) -> None:
        """Let the next letter begin a step of its own."""
        self._history.close()

    def _note(self, name: Message, before: State, after: State) -> None:
        if after != before:
            self._history.note(name, before, after)
            self._state = after

    def _fresh(self) -> OpenDocument:
        if self.stale:
            self._document.restore(self._state.source)
        return self._document
