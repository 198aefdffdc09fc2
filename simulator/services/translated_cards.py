"""What the cards of the library say in a chosen language, as far as their scenarios are translated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from simulator.scenario.files import FolderFiles
from simulator.scenario.library_index import Card
from simulator.scenario.sidecars import Sidecar, read_sidecar, sidecar_paths
from simulator.scenario.told_words import PATIENT


class TranslatedCards:
    """Tells cards in a language; a translation is read again only when its file was changed."""

    def __init__(self, shipped: Path | None) -> None:
        self._shipped = shipped
        self.titles: dict[str, str] = {}
        """What scenarios are called in the language that was asked for last, by their ids, as far as they are translated."""
        self._read: dict[tuple[Path, str], tuple[int, Sidecar | None]] = {}

    def told(self, card: Card, language: str) -> Card:
        """The card in the words of a language; what is not translated, or was changed since, stays as it is."""
        self.titles.pop(card.id, None)
        own = self._sidecar(card.root, card.path, language)
        persons = [self._sidecar(card.root, path, language) for path in card.patient_files]
        if own is None and not any(persons):
            return card

        def say(address: str, words: str) -> str:
            return own.say(address, words) if own else words

        if (title := say("title", card.title)) != card.title:
            self.titles[card.id] = title
        work = say(f"{PATIENT}work", card.patient_work)
        for person in persons:
            work = person.say("work", work) if person else work
        return card._replace(
            title=title,
            about=say("about", card.about),
            skill=say("skill", card.skill),
            objectives=_each(say, "objectives", card.objectives),
            content_notes=_each(say, "content-notes", card.content_notes),
            patient_work=work,
        )

    def _sidecar(self, root: Path, path: str, language: str) -> Sidecar | None:
        for name in sidecar_paths(path, language):
            for folder in filter(None, (root, self._shipped)):
                found = self._in_folder(folder, name)
                if found and found.usable:
                    return found
        return None

    def _in_folder(self, folder: Path, name: str) -> Sidecar | None:
        try:
            changed = (folder / name).stat().st_mtime_ns
        except (OSError, ValueError):
            return None
        known = self._read.get((folder, name))
        if known is None or known[0] != changed:
            known = self._read[folder, name] = (changed, read_sidecar(FolderFiles(folder), name))
        return known[1]


def _each(say: Callable[[str, str], str], address: str, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(say(f"{address}/{number}", text) for number, text in enumerate(texts, 1))
