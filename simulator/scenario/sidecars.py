"""Translations of scenarios: files beside them that hold only words, each with the hash of what it translates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics import translations as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.document import Scenario
from simulator.scenario.file_kind import kind_of
from simulator.scenario.file_names import SUFFIX
from simulator.scenario.files import FileRefused, ScenarioFiles
from simulator.scenario.hashes import digest_of
from simulator.scenario.loading import Loaded, load
from simulator.scenario.read import Reading
from simulator.scenario.told_words import (
    PATIENT,
    REACTIONS,
    hash_of,
    told,
    words_of,
    words_of_patient,
    words_of_reactions,
)

FORMAT: Final = "translation/1"
_SIDECAR: Final = re.compile(r"(?P<source>(?:[^/]*/)*[^/.]+)\.(?P<language>[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)\.yaml")

_BEFORE: Final = MappingProxyType({"patient": PATIENT, "reactions": REACTIONS})
"""What stands before the addresses of a file of some kind in those of its scenario."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A translation as it was read: for each address the hash of what was translated, and the words; and its faults."""

    path: str
    text: str
    words: Mapping[str, tuple[str, str]]
    faults: tuple[Diagnostic, ...]
    loaded: Loaded

    @property
    def usable(self) -> bool:
        """Whether it can be told from; one that cannot be read whole is not."""
        return not self.loaded.broken and not any(fault.code == rules.NO_TRANSLATION.code for fault in self.faults)

    def say(self, address: str, source: str) -> str:
        """The words of an address in its language; those of the source where they are not translated, or were changed since."""
        return _fitting(self.words.get(address, ("", "")), source) or source


def source_of(path: str) -> tuple[str, str] | None:
    """The file that a sidecar translates, and the language; nothing for other files."""
    found = _SIDECAR.fullmatch(path)
    return (f"{found['source']}{SUFFIX}", found["language"]) if found else None


def sidecar_of(path: str, language: str) -> str:
    """Where the words of a file in a language (“de”, “pt_BR”) are."""
    return f"{path.removesuffix(SUFFIX)}.{language.replace('_', '-')}{SUFFIX}"


def read_sidecar(files: ScenarioFiles, path: str) -> Sidecar | None:
    """The translation at a path; nothing where there is no such file."""
    try:
        loaded = load(path, files.read(path))
    except FileRefused:
        return None
    faults: list[Diagnostic] = list(loaded.faults)
    root = loaded.root
    head = root if isinstance(root, dict) else {}
    words = head.get("words")
    if head.get("format") != FORMAT or not isinstance(words, dict):
        if not loaded.broken:
            faults.append(rules.NO_TRANSLATION.at(loaded.spans.value(()), format=FORMAT))
        words = {}
    found: dict[str, tuple[str, str]] = {}
    for address, entry in words.items():
        of, say = (entry.get("of"), entry.get("say")) if isinstance(entry, dict) else (None, None)
        if isinstance(of, str) and isinstance(say, str):
            found[address] = (of, say)
        else:
            faults.append(rules.NO_WORDS.at(loaded.spans.key(("words", address)), address=address))
    return Sidecar(path, loaded.text, MappingProxyType(found), tuple(faults), loaded)


def translated(files: ScenarioFiles, scenario: Scenario, language: str) -> Scenario:
    """The scenario in the words of a language, as far as it is translated; what was changed since is told in the source's.

    The sidecars that were used are among its ``sources``, so that they are pinned with a session.
    """
    used = {path: one for path in _own_files(scenario) if (one := sidecar_for(files, path, language))}
    return _told_by(scenario, used) if used else scenario


def sidecar_paths(path: str, language: str) -> tuple[str, ...]:
    """Where the words of a file are looked for: those of the language and country first, then those of the language."""
    return tuple(sidecar_of(path, code) for code in dict.fromkeys((language, language.partition("_")[0])))


def sidecar_for(files: ScenarioFiles, path: str, language: str) -> Sidecar | None:
    """The translation of a file into a language (“de_AT”), else into the language without its country; if one can be used."""
    for at in sidecar_paths(path, language):
        found = read_sidecar(files, at)
        if found and found.usable:
            return found
    return None


def translated_as_pinned(files: ScenarioFiles, scenario: Scenario, pinned: Mapping[str, str]) -> Scenario:
    """The scenario in the words of the sidecars that were kept with a session."""
    found = {source[0]: path for path in pinned if (source := source_of(path))}
    used = {path: one for path, at in found.items() if (one := read_sidecar(files, at)) and one.usable}
    return _told_by(scenario, used) if used else scenario


def findings(sidecar: Sidecar, words: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What a translation of some words lacks: faults in it, what the source says otherwise by now, how much is missing."""
    if not sidecar.usable:
        return sidecar.faults
    spans = sidecar.loaded.spans
    told_of: list[Diagnostic] = list(sidecar.faults)
    for address, (of, _say) in sidecar.words.items():
        at = spans.key(("words", address))
        if address not in words:
            told_of.append(rules.UNKNOWN_ADDRESS.at(at, address=address))
        elif of != hash_of(words[address]):
            told_of.append(rules.STALE.at(at, address=address, now=hash_of(words[address])))
    missing = sum(1 for address in words if not sidecar.words.get(address, ("", ""))[1].strip())
    if missing:
        told_of.append(rules.MISSING.at(spans.key(("words",)), missing=missing, all=len(words)))
    return tuple(sorted(told_of, key=lambda fault: fault.span))


def own_words(reading: Reading) -> Mapping[str, str]:
    """The words that stand in a file itself, by their addresses there; none where it has faults."""
    if reading.patient is not None:
        return words_of_patient(reading.patient)
    if reading.grid is not None:
        return words_of_reactions(reading.grid)
    if reading.scenario is None:
        return {}
    elsewhere = (REACTIONS, PATIENT) if patient_files(reading.scenario) else REACTIONS
    return {address: text for address, text in words_of(reading.scenario).items() if not address.startswith(elsewhere)}


def begun(words: Mapping[str, str], language: str) -> str:
    """A translation of some words to be filled in, with the source's words as remarks."""
    lines = [f"format: {FORMAT}", f"language: {language.replace('_', '-')}", "words:"]
    for address, text in words.items():
        lines += [f"  # {line}" for line in text.splitlines()]
        lines += [f"  {address}:", f"    of: {hash_of(text)}", '    say: ""']
    return "\n".join(lines) + "\n"


def _told_by(scenario: Scenario, used: Mapping[str, Sidecar]) -> Scenario:
    known: dict[str, list[tuple[str, str]]] = {}
    for path, sidecar in used.items():
        before = _BEFORE.get(kind_of(scenario.sources.get(path, "")), "")
        for address, entry in sidecar.words.items():
            known.setdefault(f"{before}{address}", []).append(entry)

    def say(address: str, words: str) -> str:
        return next((said for entry in known.get(address, ()) if (said := _fitting(entry, words))), words)

    sources = {**scenario.sources, **{one.path: one.text for one in used.values()}}
    return replace(told(scenario, say), sources=MappingProxyType(sources), digest=digest_of(sources))


def _own_files(scenario: Scenario) -> Iterator[str]:
    """The files of a scenario that hold words: itself, its patient's, and the reaction graph with its reasons."""
    yield scenario.path
    yield from (path for path, text in scenario.sources.items() if kind_of(text) in _BEFORE)


def patient_files(scenario: Scenario) -> tuple[str, ...]:
    """The files that the patient of a scenario stands in, its own first; none where that is the scenario's."""
    return tuple(path for path, text in scenario.sources.items() if kind_of(text) == "patient")


def _fitting(entry: tuple[str, str], words: str) -> str:
    """The translation of some words; nothing where there is none, or the words were changed since."""
    of, translation = entry
    return translation if translation.strip() and of == hash_of(words) else ""
