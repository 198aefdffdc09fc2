"""The look of the windows: named colours, type scale and spacing, read from data and handed to Qt."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from simulator.shipped_files import ASSETS

SANS: Final = "Source Sans 3"
SERIF: Final = "Source Serif 4"
_DRESSED: Final = "typefaces-known"
SMALLEST_TEXT: Final = 1.0
LARGEST_TEXT: Final = 2.0


class Role(StrEnum):
    """What a colour is for; the families of reactions are named as in the domain."""

    PAPER = "paper"
    SURFACE = "surface"
    INK = "ink"
    QUIET_INK = "quiet-ink"
    HAIRLINE = "hairline"
    CONTROL_EDGE = "control-edge"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    FOCUS = "focus"
    ENGAGED = "engaged"
    WITHDRAWAL = "withdrawal"
    DEFERENCE = "deference"
    CONFRONTATION = "confrontation"
    MIXED = "mixed"
    REPAIR = "repair"
    END = "end"
    BACKDROP = "backdrop"
    BACKDROP_SHADE = "backdrop-shade"
    BACKDROP_LINE = "backdrop-line"


class Size(StrEnum):
    """The steps of the type scale."""

    SMALL = "small"
    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    DISPLAY = "display"


PIXELS: Final[Mapping[Size, int]] = {
    Size.SMALL: 13,
    Size.BODY: 15,
    Size.HEADING: 18,
    Size.TITLE: 22,
    Size.DISPLAY: 28,
}


class Theme(NamedTuple):
    """One set of colours, with widths of borders and focus ring in pixels and the strength of fills in percent."""

    name: str
    dark: bool
    tint_percent: float
    edge: int
    ring: int
    paper: str
    surface: str
    ink: str
    quiet_ink: str
    hairline: str
    control_edge: str
    accent: str
    on_accent: str
    focus: str
    engaged: str
    withdrawal: str
    deference: str
    confrontation: str
    mixed: str
    repair: str
    end: str
    backdrop: str
    backdrop_shade: str
    backdrop_line: str

    def colour(self, role: Role) -> str:
        """The colour of a role as `#RRGGBB`."""
        return str(getattr(self, role.value.replace("-", "_")))

    def colours(self) -> dict[str, str]:
        """All colours by the name of their role, as portraits and icons want them."""
        return {role.value: self.colour(role) for role in Role}

    def tint(self, role: Role) -> str:
        """The role thinly over surface, for fills."""
        return blended(self.surface, self.colour(role), self.tint_percent / 100)


def blended(ground: str, colour: str, share: float) -> str:
    """`colour` laid over `ground` with the given share of opacity."""
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def theme_names(folder: Path = ASSETS / "themes") -> list[str]:
    """The themes a user can choose from."""
    return sorted(path.stem for path in folder.glob("*.json"))


@cache
def load_theme(name: str, folder: Path = ASSETS / "themes") -> Theme:
    """The theme of this name, read once; raises `ValueError` where the file lacks a role or holds an unknown one."""
    table = json.loads((folder / f"{name}.json").read_bytes())
    colours = {role.replace("-", "_"): value for role, value in table["colours"].items()}
    plain = {"name": table["name"], "dark": table["dark"], "edge": table["edge"], "ring": table["ring"]}
    found = {**plain, "tint_percent": float(table["tint"]), **colours}
    expected = set(Theme._fields)
    if set(found) != expected:
        raise ValueError(f"theme {name}: these roles differ: {sorted(set(found) ^ expected)}")
    return Theme(**found)


def pixels(size: Size, text_scale: float) -> int:
    """Height of a step of the type scale in pixels at the user's text size."""
    return round(PIXELS[size] * min(LARGEST_TEXT, max(SMALLEST_TEXT, text_scale)))


def register_fonts(folder: Path = ASSETS / "fonts") -> None:
    """Makes our two typefaces known to Qt."""
    for path in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ValueError(f"the font {path.name} cannot be read")


def palette(theme: Theme) -> QPalette:
    """The theme as a palette for what the style sheet does not draw."""
    made = QPalette()
    for role, colour in _palette_roles(theme).items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet_ink))
    return made


def _palette_roles(theme: Theme) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: theme.paper,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.paper,
        role.Text: theme.ink,
        role.PlaceholderText: theme.quiet_ink,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.on_accent,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.mixed,
        role.Light: theme.surface,
        role.Midlight: theme.paper,
        role.Mid: theme.hairline,
        role.Dark: theme.control_edge,
        role.Shadow: theme.control_edge,
    }


_USED: Final = re.compile(r"@([a-z]+(?:-[a-z0-9]+)*)")


def style_sheet(theme: Theme, text_scale: float, folder: Path = ASSETS / "themes") -> str:
    """The style sheet with every `@name` filled in; raises `KeyError` for a name nobody defines."""
    names = _names(theme, text_scale) | {"here": _quoted(folder.as_posix())}
    template = (folder / "style.qss").read_text("utf-8")
    used = {name: _filled(name, names, theme, text_scale) for name in set(_USED.findall(template))}
    return _USED.sub(lambda found: used[found[1]], template)


def _quoted(path: str) -> str:
    """A path as it stands between the quotation marks of a style sheet, where a backslash is read twice."""
    return path.replace("\\", "\\00005c\\00005c").replace('"', '\\"')


def _names(theme: Theme, text_scale: float) -> dict[str, str]:
    names = {"sans": SANS, "serif": SERIF, "edge": f"{theme.edge}px", "ring": f"{theme.ring}px"}
    names |= theme.colours()
    names |= {f"tint-{role.value}": theme.tint(role) for role in Role}
    names |= {f"size-{size.value}": f"{pixels(size, text_scale)}px" for size in Size}
    names["round"] = f"{pixels(Size.BODY, text_scale) // 2 + theme.edge}px"
    names["shade"] = "dark" if theme.dark else "light"
    names["accent-deep"] = blended(theme.accent, theme.ink, 0.18)
    names["groove"] = blended(theme.surface, theme.control_edge, 0.3)
    names["scroll"] = blended(theme.paper, theme.control_edge, 0.6)
    return names


def _filled(name: str, names: Mapping[str, str], theme: Theme, text_scale: float) -> str:
    kind, _, number = name.rpartition("-")
    taken = {"space": 0, "inside": theme.edge, "inside-ring": theme.ring}
    if kind in taken and number.isdigit():
        grown = int(number) * (1 + (text_scale - 1) / 2)
        return f"{max(0, round(grown) - taken[kind])}px"
    return names[name]


def apply_theme(app: QApplication, theme: Theme, text_scale: float = 1.0, assets: Path = ASSETS) -> None:
    """Dresses the whole application; may be called again whenever the user changes theme or text size."""
    if not app.property(_DRESSED):
        register_fonts(assets / "fonts")
        app.setProperty(_DRESSED, True)
    sheet = style_sheet(theme, text_scale, assets / "themes")
    if app.styleSheet() == sheet:
        return  # Qt would dress every widget anew, to look as it does
    app.setPalette(palette(theme))
    font = QFont(SANS)
    font.setPixelSize(pixels(Size.BODY, text_scale))
    app.setFont(font)
    app.setStyleSheet(sheet)
