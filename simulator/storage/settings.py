"""What a person set up once: name, looks, pace. Kept as a small JSON file that can be read by hand."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Final

from simulator.alliance.codes import Code
from simulator.messages.sentences import storage as say
from simulator.operating_system import THIS_SYSTEM, OperatingSystem
from simulator.session.errors import StoreError
from simulator.session.vocabulary import Mode
from simulator.storage.files import replace_file
from simulator.storage.key_bindings import understood

DISCLAIMER_VERSION: Final = "1"
"""Whoever accepted another version is asked again."""

SETTINGS_FILE: Final = "settings.json"
DAMAGED_FILE: Final = "settings.damaged"
SMALLEST_TEXT: Final = 1.0
LARGEST_TEXT: Final = 2.0
MOST_RECENT: Final = 4
_LONGEST_FILE: Final = 1_000_000


class Theme(Code):
    """How the windows are coloured; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings; the defaults are those of a first start.

    ``name`` may be a pseudonym and is empty until given; ``person`` is the id that it stands for in the store, empty where
    that is not known yet; ``disclaimer_accepted`` is the version that was accepted, or empty; ``language`` is a code
    (“de”), empty where the system's language is followed; ``text_scale`` goes from 1.0 to 2.0; ``keys`` are the letters
    that were changed (``key_bindings``), unless ``letter_keys`` switches all of them off; ``recent`` are the ids of the
    scenarios that were opened last; ``window`` is the window's last place, as the window wrote it; ``studio_more`` shows in the Studio what a first
    evening does without, ``studio_proof`` the proof beside the editor.
    """

    name: str = ""
    person: str = ""
    disclaimer_accepted: str = ""
    theme: Theme = Theme.SYSTEM
    language: str = ""
    text_scale: float = SMALLEST_TEXT
    reduced_motion: bool = False
    timed_silences: bool = False
    letter_keys: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    mode: Mode = Mode.LEARN
    recent: tuple[str, ...] = ()
    window: str = ""
    studio_more: bool = False
    studio_proof: bool = True


def load_settings(folder: Path, system: OperatingSystem = THIS_SYSTEM) -> Settings:
    """The settings of a data folder; whatever cannot be understood is as on a first start.

    A damaged file is set aside as ``settings.damaged``. Raises ``StoreError`` if the file may not be read.
    """
    values = _read(folder)
    if values is None:
        with suppress(OSError):
            system.put_in_place(folder / SETTINGS_FILE, folder / DAMAGED_FILE)
        return Settings()
    understood = {f.name: _understood(f.name, values[f.name]) for f in fields(Settings) if f.name in values}
    return Settings(**{name: value for name, value in understood.items() if value is not None})  # type: ignore[arg-type]


def save_settings(folder: Path, settings: Settings, system: OperatingSystem = THIS_SYSTEM) -> None:
    """Keep the settings, whole or not at all; what a newer program wrote besides stays. Raises ``StoreError``."""
    # Unknown keys of a file that cannot be read are not worth refusing to save.
    values = {**(_read(folder) or {}), **asdict(settings)}
    text = json.dumps(values, ensure_ascii=True, indent=2) + "\n"
    try:
        replace_file(folder / SETTINGS_FILE, text.encode(), system=system)
    except OSError as fault:
        raise StoreError(say.SETTINGS_NOT_SAVED(folder=str(folder), reason=fault.strerror or "")) from fault


def _read(folder: Path) -> Mapping[str, object] | None:
    """Everything in the file: nothing where there is none, ``None`` where it is damaged."""
    path = folder / SETTINGS_FILE
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
    except FileNotFoundError:
        return {}
    except OSError as fault:
        raise StoreError(say.SETTINGS_NOT_READ(path=str(path), reason=fault.strerror or "")) from fault
    if len(content) > _LONGEST_FILE:
        return None
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _understood(name: str, value: object) -> object:
    """A value as the program uses it, or ``None`` if it is of the wrong kind."""
    match name:
        case "theme":
            return _word(Theme, value)
        case "mode":
            return _word(Mode, value)
        case "text_scale":
            return _scale(value)
        case "keys":
            return understood(value)
        case "recent":
            return _ids(value)
        case "reduced_motion" | "timed_silences" | "letter_keys" | "studio_more" | "studio_proof":
            return value if isinstance(value, bool) else None
        case _:
            return value if isinstance(value, str) else None


def with_recent(settings: Settings, scenario: str) -> Settings:
    """The settings once a scenario was opened, by its id."""
    others = tuple(id_ for id_ in settings.recent if id_ != scenario)
    return replace(settings, recent=(scenario, *others)[:MOST_RECENT])


def _ids(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(id_, str) for id_ in value):
        return None
    return tuple(value[:MOST_RECENT])


def _scale(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return float(min(max(value, SMALLEST_TEXT), LARGEST_TEXT))


def _word(vocabulary: type[Code], value: object) -> Code | None:
    return next((word for word in vocabulary if word == value), None)
