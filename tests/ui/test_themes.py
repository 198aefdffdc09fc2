"""The look: every theme can be read, every name in the style sheet is known, every icon takes its colour."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMargins, QPoint
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.reactions import Family
from simulator.shipped_files import ASSETS
from simulator.ui.icons import icon, icon_names, icon_pixmap
from simulator.ui.look import Look
from simulator.ui.review.interval_bar import IntervalBar
from simulator.ui.theme import (
    SANS,
    SERIF,
    Role,
    Size,
    Theme,
    apply_theme,
    blended,
    contrast,
    load_theme,
    palette,
    pixels,
    style_sheet,
    theme_names,
)
from simulator.ui.widgets.layouts import scrolling

THEMES = [load_theme(name) for name in theme_names()]
FAMILIES = [Role(family.value) for family in Family]
TEXT_ROLES = [Role.INK, Role.QUIET_INK, Role.ACCENT, *FAMILIES]


def named(theme: Theme) -> str:
    return theme.name


every_theme = pytest.mark.parametrize("theme", THEMES, ids=named)


class Worn(QLabel):
    """Counts how often it was dressed."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:
        """Count a new style."""
        self.times += event.type() == QEvent.Type.StyleChange
        super().changeEvent(event)


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, its look put back afterwards."""
    before = (qapp.palette(), qapp.font(), qapp.styleSheet())
    yield qapp
    qapp.setStyleSheet(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


def test_there_are_three_themes_named_as_their_files() -> None:
    assert theme_names() == ["dark", "high-contrast", "light"]
    assert [theme.name for theme in THEMES] == theme_names()


def test_contrast_is_measured_as_the_guideline_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@every_theme
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_text_can_be_read_on_paper_surface_and_its_own_tint(theme: Theme, role: Role) -> None:
    for ground in (theme.paper, theme.surface, theme.tint(role)):
        assert contrast(theme.colour(role), ground) >= 4.5


@every_theme
def test_ink_can_be_read_on_every_tint(theme: Theme) -> None:
    assert min(contrast(theme.ink, theme.tint(role)) for role in TEXT_ROLES[2:]) >= 7


@every_theme
def test_small_words_and_links_can_be_read_on_every_tint(theme: Theme) -> None:
    """Cards of a family, notices, the strip of a sample, marked rows: all hold quiet words and links too."""
    for role in (Role.QUIET_INK, Role.ACCENT, Role.MIXED):
        assert min(contrast(theme.colour(role), theme.tint(ground)) for ground in TEXT_ROLES[2:]) >= 4.5


@every_theme
def test_every_rule_of_the_style_sheet_sets_words_that_can_be_read(theme: Theme) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(theme, 1.0), flags=re.DOTALL)
    seen = 0
    for rule, content in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        words, ground = (re.search(rf"(?:^|[;\s]){name}:\s*(#\w{{6}})", content) for name in ("color", "background"))
        if words is None:
            continue
        grounds = [ground[1]] if ground is not None else [theme.paper, theme.surface]
        assert min(contrast(words[1], each) for each in grounds) >= 4.5, rule
        seen += 1
    assert seen > 30


@every_theme
def test_where_an_estimate_likely_lies_stands_out_from_the_page(theme: Theme, qtbot: QtBot) -> None:
    bar = IntervalBar(Look(theme), None, 20, 80)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    image = QImage(bar.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.surface))
    bar.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    middle = image.height() // 2
    # From the middle of the bar to above it: fill, edge, page.
    up = [image.pixelColor(image.width() // 2, y).name() for y in range(middle - 1, -1, -1)]
    assert max(contrast(colour, theme.surface) for colour in up) >= 3


@every_theme
def test_controls_and_focus_stand_out(theme: Theme) -> None:
    for ground in (theme.paper, theme.surface):
        assert contrast(theme.control_edge, ground) >= 3
        assert contrast(theme.focus, ground) >= 3
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert theme.ring >= 2


@every_theme
def test_selected_text_can_be_read(theme: Theme) -> None:
    colours = palette(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        text = colours.color(group, QPalette.ColorRole.HighlightedText).name()
        assert contrast(text, colours.color(group, QPalette.ColorRole.Highlight).name()) >= 4.5


@every_theme
def test_the_families_differ_from_each_other(theme: Theme) -> None:
    colours = [theme.colour(role) for role in FAMILIES]
    assert len(set(colours)) == len(colours)


def test_high_contrast_is_black_and_white_with_strong_edges() -> None:
    theme = load_theme("high-contrast")
    assert {theme.paper, theme.surface, theme.ink, theme.control_edge, theme.hairline} == {"#000000", "#FFFFFF"}
    assert theme.edge == 2
    assert min(contrast(theme.colour(role), theme.paper) for role in TEXT_ROLES) >= 7


def test_a_tint_lies_between_surface_and_role() -> None:
    assert blended("#000000", "#FF8000", 0.5) == "#804000"
    light = load_theme("light")
    assert light.tint(Role.ACCENT) == blended(light.surface, light.accent, light.tint_percent / 100)
    assert 10 <= light.tint_percent <= 14


def test_a_theme_with_a_missing_or_misspelt_role_is_refused(tmp_path: Path) -> None:
    text = (ASSETS / "themes" / "light.json").read_text("utf-8").replace("quiet-ink", "silent-ink")
    (tmp_path / "broken.json").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"quiet_ink.*silent_ink"):
        load_theme("broken", tmp_path)


def test_the_type_scale_grows_with_the_users_text_and_stays_within_bounds() -> None:
    assert [pixels(size, 1.0) for size in Size] == [13, 15, 18, 22, 28]
    assert [pixels(size, 2.0) for size in Size] == [26, 30, 36, 44, 56]
    assert pixels(Size.BODY, 9.0) == 30
    assert pixels(Size.BODY, 0.2) == 15


@every_theme
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_has_no_name_left_open(theme: Theme, scale: float) -> None:
    text = re.sub(r"/\*.*?\*/", "", style_sheet(theme, scale), flags=re.DOTALL)
    assert "@" not in text
    for path in re.findall(r'url\("([^"]+)"\)', text):
        assert Path(path).is_file()


def test_a_tick_is_found_in_a_folder_of_any_name(tmp_path: Path, undressed: QApplication, qtbot: QtBot) -> None:
    def drawn(*, checked: bool) -> QImage:
        box = QCheckBox("said")
        qtbot.addWidget(box)
        box.setChecked(checked)
        box.resize(80, 30)
        return box.grab().toImage()

    seen = []
    for name in ("plain", 'in "quotes"', "back\\bone", "a,b;c}'ü@ink"):
        copied = tmp_path / name / "themes"
        shutil.copytree(ASSETS / "themes", copied)
        undressed.setStyleSheet(style_sheet(load_theme("light"), 1.0, copied))
        seen.append(drawn(checked=True))
    assert all(picture == seen[0] for picture in seen)
    assert drawn(checked=False) != seen[0]


def test_the_style_sheet_template_holds_no_colours() -> None:
    template = (ASSETS / "themes" / "style.qss").read_text("utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|\b(white|black|gr[ae]y)\b", template)


def test_an_unknown_name_in_the_style_sheet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "style.qss").write_text("QLabel { color: @inkk; }", "utf-8")
    with pytest.raises(KeyError, match="inkk"):
        style_sheet(load_theme("light"), 1.0, tmp_path)


@every_theme
def test_the_ring_does_not_move_what_it_surrounds(theme: Theme, undressed: QApplication, qtbot: QtBot) -> None:
    apply_theme(undressed, theme)
    field, other = QLineEdit(), QPushButton("Go on")
    for widget in (field, other):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    calm = (field.sizeHint(), other.sizeHint())
    field.show()
    field.setFocus()
    other.show()
    other.setFocus()
    assert (field.sizeHint(), other.sizeHint()) == calm


@every_theme
def test_the_ring_of_a_page_that_scrolls_is_seen_on_all_sides(
    theme: Theme, undressed: QApplication, qtbot: QtBot
) -> None:
    apply_theme(undressed, theme)
    area = scrolling(QWidget(), "A page")
    qtbot.addWidget(area)
    area.show()
    around = area.rect().marginsRemoved(QMargins(theme.ring, theme.ring, theme.ring, theme.ring))
    assert around.contains(area.viewport().geometry())


def test_the_application_wears_our_typefaces_and_grows(undressed: QApplication, qtbot: QtBot) -> None:
    apply_theme(undressed, load_theme("dark"), 1.0)
    assert {SANS, SERIF} <= set(QFontDatabase.families())
    speech, title = QLabel("It’s fine."), QLabel("The concert")
    for label, kind in ((speech, "speech"), (title, "title")):
        label.setProperty("type", kind)
        qtbot.addWidget(label)
        label.ensurePolished()
    assert QFontInfo(speech.font()).family() == SERIF
    assert QFontInfo(title.font()).family() == SANS
    assert QFontInfo(title.font()).weight() == 600
    small = speech.sizeHint()
    apply_theme(undressed, load_theme("dark"), 2.0)
    speech.ensurePolished()
    assert speech.sizeHint().height() > 1.7 * small.height()


@pytest.mark.slow
def test_the_look_that_is_worn_already_is_not_put_on_again(undressed: QApplication, qtbot: QtBot) -> None:
    apply_theme(undressed, load_theme("light"))
    label = Worn("Said")
    qtbot.addWidget(label)
    label.ensurePolished()
    label.times = 0
    apply_theme(undressed, load_theme("light"))
    assert label.times == 0
    apply_theme(undressed, load_theme("light"), 2.0)
    assert label.times > 0


def test_fonts_come_with_their_licence_and_stay_small() -> None:
    folder = ASSETS / "fonts"
    for family in ("SourceSans3", "SourceSerif4"):
        assert list(folder.glob(f"{family}-*.ttf"))
        assert "SIL OPEN FONT LICENSE" in (folder / f"OFL-{family}.txt").read_text("utf-8")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 2_500_000


def test_every_family_has_an_icon_of_its_own_shape(qapp: QApplication) -> None:
    assert {family.value for family in Family} <= set(icon_names())
    shapes = {bytes(icon_pixmap(role.value, "#000000", 24).toImage().constBits()) for role in FAMILIES}
    assert len(shapes) == len(FAMILIES)


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_in_the_colour_asked_for_and_nothing_else(name: str, qapp: QApplication) -> None:
    image = icon_pixmap(name, "#0E6566", 24, ratio=2.0).toImage()
    assert image.width() == 48
    solid = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#0e6566"}
    text = (ASSETS / "icons" / f"{name}.svg").read_text("utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}
    assert re.findall(r'stroke-width="([^"]+)"', text) == ["1.75"]


def test_the_icon_of_a_disabled_button_is_greyed(qapp: QApplication) -> None:
    theme = load_theme("light")
    made = icon("play", Role.ACCENT, theme)

    def inks(mode: QIcon.Mode) -> set[str]:
        image = made.pixmap(24, mode).toImage()
        every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return {colour.name() for colour in every if colour.alpha() == 255}

    assert inks(QIcon.Mode.Normal) == {QColor(theme.accent).name()}
    assert inks(QIcon.Mode.Disabled) == {QColor(theme.control_edge).name()}
