"""The patient's face: complete, harmless as a file, readable as a mood, and different from person to person."""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences.portraits import FACES
from simulator.scenario.portrait_names import OF_PATIENTS, Portrait
from simulator.scenario.poses import POSES, WITH_GLASSES
from simulator.shipped_files import ASSETS
from simulator.ui.portraits.canvas import HEIGHT, WIDTH
from simulator.ui.portraits.drawing import portrait_svg
from simulator.ui.portraits.expression import Expression, between, load_expressions, load_poses, posed
from simulator.ui.portraits.person import Features, load_person
from simulator.ui.portraits.pose import held
from simulator.ui.portraits.shapes import clipped, rounded_box, sampled, stroke_outline
from simulator.ui.portraits.things import equipped, load_things
from simulator.ui.studio.editor.form_rows import called
from simulator.ui.theme import load_theme, theme_names
from tests.quick_and_slow import quick_and_slow

PORTRAITS = ASSETS / "portraits"
PEOPLE = tuple(map(str, Portrait))
SHIPPED = ("ines-carvalho", "daniel-osei", "ruth-adler")
REST = [name for name in PEOPLE if name != "default"]
SHARED = {"body", "expressions", "poses", "things"}
MOODS = load_expressions(PORTRAITS / "expressions.toml")
POSED = load_poses(PORTRAITS / "poses.toml")
THINGS = load_things(PORTRAITS)
LIGHT = load_theme("light").colours()

# Mean difference per channel (0-255) below which two pictures look alike: a glance a little to the side stays below it.
ALIKE = 2.5


@pytest.fixture(scope="module")
def people() -> dict[str, Features]:
    return {name: load_person(PORTRAITS, name) for name in PEOPLE}


def rendered(svg: str, width: int = 80) -> QImage:
    image = QImage(width, round(width * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return image


def difference(a: QImage, b: QImage) -> float:
    pairs = zip(bytes(a.constBits()), bytes(b.constBits()), strict=True)
    return sum(abs(x - y) for x, y in pairs) / (a.width() * a.height() * 3)


def test_every_reaction_state_has_an_expression_and_no_other_has() -> None:
    assert set(MOODS) == {state.value for state in ReactionState}


def test_every_expression_says_in_words_what_is_seen_and_no_two_say_the_same() -> None:
    words = [str(mood.describes) for mood in MOODS.values()]
    assert all(len(text.split()) >= 4 and not text.endswith(".") for text in words)
    assert len(set(words)) == len(words)


def test_every_person_file_is_a_person_and_every_shipped_patient_is_there() -> None:
    files = {path.stem for path in PORTRAITS.glob("*.toml")} - SHARED
    assert files == set(PEOPLE) == set(FACES)
    patients = (path.read_text("utf-8") for path in (ASSETS.parent / "scenarios/patients").glob("*.yaml"))
    had = {face for text in patients for face in re.findall(r"^portrait: (\S+)", text, re.MULTILINE)}
    assert had - {"default"} == set(SHIPPED) == OF_PATIENTS


def test_a_form_calls_a_face_by_what_is_seen_or_whose_it_is() -> None:
    words = {word: str(told) for word, told in called(tuple(Portrait))}
    assert (words["grey-beard"], words["ruth-adler"]) == ("grey hair and beard", "that of Ruth Adler")
    assert len(set(words.values())) == len(FACES)


@pytest.mark.parametrize("name", quick_and_slow(["default"], REST))
def test_a_portrait_is_well_formed_in_every_mood_and_pose_refers_to_nothing_outside_and_stays_in_its_frame(
    name: str, people: dict[str, Features]
) -> None:
    for mood in all_together():
        svg = portrait_svg(people[name], mood, LIGHT)
        root = ElementTree.fromstring(svg)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "g", "path"}
        assert not re.search(r"href|url\(|<style|<script|<image|<use|nan|inf", svg)
        numbers = re.findall(r"(-?\d+\.\d),(-?\d+\.\d)", svg)
        xs, ys = [float(x) for x, _ in numbers], [float(y) for _, y in numbers]
        assert -1 <= min(xs) <= max(xs) <= WIDTH + 1
        assert -1 <= min(ys) <= max(ys) <= HEIGHT + 1


def all_together() -> list[Expression]:
    """Every mood and every word of a pose, several parts at a time, so that few pictures show them all."""
    poses = [
        [POSED[part, POSES[part][n % len(POSES[part])]] for part in parts]
        for parts in (("gaze", "hands", "lean"), ("holds", "wears", "stands", "glasses"))
        for n in range(max(len(POSES[part]) for part in parts))
    ]
    assert len(poses) >= len(MOODS)
    return [posed(mood, pose) for mood, pose in zip(itertools.cycle(MOODS.values()), poses, strict=False)]


@pytest.mark.parametrize("name", quick_and_slow(["default"], SHIPPED))
def test_all_moods_can_be_told_apart(name: str, people: dict[str, Features]) -> None:
    pictures = {state: rendered(portrait_svg(people[name], mood, LIGHT)) for state, mood in MOODS.items()}
    gaps = {(a, b): difference(pictures[a], pictures[b]) for a, b in itertools.combinations(pictures, 2)}
    assert {pair: round(gap, 1) for pair, gap in gaps.items() if gap < ALIKE} == {}


def test_the_measure_of_likeness_lets_small_changes_pass_as_the_same(people: dict[str, Features]) -> None:
    person, calm = people["ruth-adler"], MOODS["engaged"]
    moved = replace(calm, gaze_x=calm.gaze_x + 0.2)
    assert 0 < difference(*(rendered(portrait_svg(person, mood, LIGHT)) for mood in (calm, moved))) < ALIKE


@pytest.mark.parametrize("name", quick_and_slow(["default"], SHIPPED))
def test_faces_alone_without_arms_show_every_mood(name: str, people: dict[str, Features]) -> None:
    def face(mood: Expression) -> QImage:
        still = replace(mood, arms=(("rest", 1.0),))
        return rendered(portrait_svg(people[name], still, LIGHT), 160).copy(40, 10, 90, 110)

    told_apart: list[QImage] = []
    for picture in map(face, MOODS.values()):
        if all(difference(picture, other) >= 2 * ALIKE for other in told_apart):
            told_apart.append(picture)
    assert len(told_apart) == len(MOODS)


def test_the_persons_can_be_told_apart(people: dict[str, Features]) -> None:
    pictures = [rendered(portrait_svg(person, MOODS["engaged"], LIGHT)) for person in people.values()]
    assert min(difference(a, b) for a, b in itertools.combinations(pictures, 2)) > 4 * ALIKE


def test_when_the_patient_has_left_the_chair_is_empty(people: dict[str, Features]) -> None:
    gone = {portrait_svg(person, MOODS["left"], LIGHT) for person in people.values()}
    assert len(gone) == 1, "nobody in particular is left in the picture"


@pytest.mark.parametrize("theme", theme_names())
def test_the_backdrop_follows_the_theme(theme: str, people: dict[str, Features]) -> None:
    colours = load_theme(theme).colours()
    corner = rendered(portrait_svg(people["default"], MOODS["engaged"], colours)).pixelColor(40, 1)
    assert corner.name().upper() == colours["backdrop"].upper()


def test_a_patient_without_a_portrait_gets_the_neutral_person(people: dict[str, Features]) -> None:
    assert load_person(PORTRAITS, "nobody-we-know") == people["default"]
    assert load_person(PORTRAITS, "../portraits/ruth-adler") == people["default"]


def test_easing_starts_at_one_mood_ends_at_the_other_and_passes_the_middle() -> None:
    calm, tense = MOODS["engaged"], MOODS["rejecting"]
    assert between(calm, tense, 0.0) == calm
    assert between(calm, tense, 1.0) == tense
    halfway = between(calm, tense, 0.5)
    assert halfway.turn == pytest.approx((calm.turn + tense.turn) / 2)
    assert dict(halfway.arms) == {"rest": 0.5, "folded": 0.5}


def test_easing_moves_the_picture_gradually(people: dict[str, Features]) -> None:
    person, a, b = people["ines-carvalho"], MOODS["minimal"], MOODS["repaired"]
    steps = [rendered(portrait_svg(person, between(a, b, t / 6), LIGHT)) for t in range(7)]
    leaps = [difference(x, y) for x, y in itertools.pairwise(steps)]
    assert max(leaps) < difference(steps[0], steps[-1])


def test_looking_down_moves_the_iris_down_and_closed_lids_hide_it(people: dict[str, Features]) -> None:
    person = people["daniel-osei"]
    iris = person.palette["iris"]

    calm = Expression(MOODS["engaged"].describes, (("rest", 1.0),))

    def irises(mood: Expression) -> list[float]:
        svg = portrait_svg(person, mood, LIGHT)
        outlines = re.findall(rf'd="([^"]+)Z" fill="{iris}"', svg)
        return [max(float(y) for y in re.findall(r",(-?\d+\.\d)", outline)) for outline in outlines]

    assert len(irises(calm)) == 2
    assert all(low > straight for low, straight in zip(irises(replace(calm, gaze_y=0.9)), irises(calm), strict=True))
    assert irises(replace(calm, lids=0.0)) == []


def test_an_unknown_key_in_the_data_is_named(tmp_path: Path) -> None:
    moods = tmp_path / "expressions.toml"
    moods.write_text('[engaged]\narms = "rest"\nsmirk = 1\n', "utf-8")
    with pytest.raises(ValueError, match=r"engaged.*smirk"):
        load_expressions(moods)
    for shared in ("body.toml", "things.toml"):
        (tmp_path / shared).write_bytes((PORTRAITS / shared).read_bytes())
    text = (PORTRAITS / "default.toml").read_text("utf-8").replace("hooded =", "hood =")
    (tmp_path / "default.toml").write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"Eyes.*hooded"):
        load_person(tmp_path, "default")


def test_every_pose_of_the_arms_is_used_and_every_used_one_exists() -> None:
    drawn = set(tomllib.loads((PORTRAITS / "body.toml").read_text("utf-8"))["arms"])
    shown = {pose for mood in MOODS.values() for pose, _ in mood.arms}
    named = {row["arms"] for row in POSED.values() if "arms" in row}
    assert named | shown == set(THINGS.held) | drawn
    hands = {thing.hands for thing in THINGS.held.values()}
    assert set(THINGS.hands) <= hands <= set(THINGS.hands) | drawn
    assert set(THINGS.fingers) <= set(THINGS.hands)


def test_everything_that_can_be_put_on_is_drawn_and_nothing_else_is() -> None:
    assert set(THINGS.worn) == set(POSES["wears"])


def pose(mood: str, **words: str) -> Expression:
    return posed(MOODS[mood], [POSED[one] for one in words.items()])


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("place", ["chair", "door"])
def test_nobody_who_stands_floats_above_the_chair(name: str, place: str, people: dict[str, Features]) -> None:
    person = people[name]
    for mood in MOODS:
        standing = pose(mood, stands=place)
        torso = held(person.build, standing)[1]
        for x, y in torso.all((x, 160.0) for x in range(-104, 105, 8)):
            assert y > chair_edge(person, x, standing.chair), (mood, x)


def chair_edge(person: Features, x: float, lowered: float) -> float:
    """How high the back of the chair reaches at a place of the picture."""
    back = [(WIDTH / 2 + p[0], p[1] + lowered) for p in person.chair[0].points]
    return min(y for (px, y) in sampled(back) if abs(px - x) < 10)


def test_who_is_at_the_door_is_further_off_than_who_is_up_and_the_same_person(people: dict[str, Features]) -> None:
    sits, stands, leaves = MOODS["engaged"], pose("engaged", stands="chair"), pose("engaged", stands="door")
    sizes = [held(people["ruth-adler"].build, mood)[0].scale for mood in (sits, stands, leaves)]
    assert sizes == sorted(sizes, reverse=True)
    frame = people["ruth-adler"].palette["frame"]
    assert all(frame in portrait_svg(people["ruth-adler"], mood, LIGHT) for mood in (sits, stands, leaves))
    assert leaves.door == 1
    assert stands.door == 0


def test_who_has_left_is_seen_again_only_where_the_pose_says_where_they_stand(people: dict[str, Features]) -> None:
    person = people["daniel-osei"]
    assert pose("left", gaze="you", holds="bag") == MOODS["left"]
    at_the_door = pose("left", gaze="you", stands="door")
    assert person.palette["skin"] in portrait_svg(person, at_the_door, LIGHT)
    assert str(at_the_door.describes) == "looks at you, standing at the door"


def test_what_is_held_lies_in_the_hand_and_behind_the_fingers(people: dict[str, Features]) -> None:
    person = people["ines-carvalho"]
    svg = portrait_svg(person, pose("engaged", holds="phone"), LIGHT)
    thing, fingers = svg.index(THINGS.palette["phone"]), svg.rindex(person.palette["hand"])
    sleeve = svg.index(person.palette["sleeve-shade"])
    assert sleeve < thing < fingers


def test_a_coat_changes_the_sleeves_and_gloves_change_the_hands(people: dict[str, Features]) -> None:
    person = people["ruth-adler"]
    moods = (MOODS["minimal"], pose("minimal", wears="coat"), pose("minimal", wears="gloves"))
    bare, coat, gloves = (equipped(person, mood).palette for mood in moods)
    assert bare["sleeve"] != coat["sleeve"] == gloves["sleeve"] == person.palette["coat"]
    assert bare["hand"] == coat["hand"] == person.palette["skin"]
    assert gloves["hand"] == person.palette["glove"]


def test_only_the_portraits_that_are_said_to_have_glasses_are_drawn_with_them(people: dict[str, Features]) -> None:
    assert {name for name, person in people.items() if person.glasses} == set(WITH_GLASSES)
    frame = people["ruth-adler"].palette["frame"]
    faces = {
        words: portrait_svg(people["ruth-adler"], pose("engaged", **dict([words])), LIGHT).count(frame)
        for words in (("gaze", "you"), ("glasses", "low"), ("glasses", "off"), ("holds", "glasses"))
    }
    assert faces["gaze", "you"] == faces["glasses", "low"] > 0
    assert faces["glasses", "off"] == 0
    assert faces["holds", "glasses"] > 0


def test_getting_up_is_not_eased_through_the_chair() -> None:
    sits, stands = MOODS["complaint"], pose("complaint", stands="chair")
    assert [between(sits, stands, t) for t in (0.2, 0.8)] == [sits, stands]
    assert between(sits, pose("complaint", stands="half"), 0.5).rise == pytest.approx(4)


def test_the_drawing_knows_every_pose_that_the_language_knows_and_no_other() -> None:
    assert set(POSED) == {(part, word) for part, words in POSES.items() for word in words}


@pytest.mark.slow
def test_every_word_of_a_pose_says_what_is_seen_and_looks_like_no_other_of_its_part(
    people: dict[str, Features],
) -> None:
    for part in POSES:
        moods = [posed(MOODS["complying"], [POSED[part, word]]) for word in POSES[part]]
        assert len({str(mood.describes) for mood in moods}) == len(moods)
        pictures = [rendered(portrait_svg(people["ruth-adler"], mood, LIGHT), 160) for mood in moods]
        assert min(difference(a, b) for a, b in itertools.combinations(pictures, 2)) > 0.3, part


def test_a_pose_changes_what_it_names_and_nothing_else() -> None:
    mood = MOODS["complaint"]
    assert posed(mood, []) == mood
    changed = posed(mood, [POSED["gaze", "floor"], POSED["hands", "folded"]])
    assert (changed.gaze_y, changed.arms) == (0.95, (("folded", 1.0),))
    assert str(changed.describes) == "gaze to the floor, arms folded"
    assert (changed.mouth_curve, changed.brow_inner, changed.lean) == (mood.mouth_curve, mood.brow_inner, mood.lean)


def test_an_unknown_key_of_a_pose_is_named(tmp_path: Path) -> None:
    (tmp_path / "poses.toml").write_text("[gaze.up]\nwink = 1\n", "utf-8")
    with pytest.raises(ValueError, match=r"gaze: up.*wink"):
        load_poses(tmp_path / "poses.toml")


def test_cutting_keeps_only_what_lies_in_the_window() -> None:
    window = rounded_box(0, 0, 10, 10, 2)
    kept = clipped([(-5, 5), (5, -5), (15, 5), (5, 15)], window)
    assert kept
    assert all(-1e-9 <= x <= 10 + 1e-9 and -1e-9 <= y <= 10 + 1e-9 for x, y in kept)
    assert clipped([(4, 4), (6, 4), (5, 6)], window) == [(4, 4), (6, 4), (5, 6)]
    assert clipped([(20, 20), (30, 20), (25, 30)], window) == []


def test_a_curve_passes_through_its_points_and_a_doubled_point_is_a_corner() -> None:
    soft = sampled([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert {(0, 0), (10, 0), (10, 10), (0, 10)} <= set(soft)
    assert max(x for x, _ in soft) > 10, "a soft corner swings out"
    square = [corner for corner in [(0, 0), (10, 0), (10, 10), (0, 10)] for _ in range(2)]
    assert max(x for x, _ in sampled(square)) == pytest.approx(10)


def test_a_stroke_is_as_wide_as_asked() -> None:
    edge = stroke_outline([(0, 0), (10, 0)], (2.0, 6.0))
    assert {y for x, y in edge if x == 0} == {1.0, -1.0}
    assert {y for x, y in edge if x == 10} == {3.0, -3.0}


@pytest.mark.parametrize("name", PEOPLE)
def test_every_colour_a_layer_names_is_in_the_persons_palette(name: str, people: dict[str, Features]) -> None:
    looks = (posed(MOODS["engaged"], [row]) for row in POSED.values())
    for person in (people[name], *(equipped(people[name], mood) for mood in looks)):
        assert colours_of(person) <= set(person.palette)
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in person.palette.values())


def colours_of(person: Features) -> set[str]:
    layers = [*person.behind, *person.skin, *person.front, *person.over, *person.clothes]
    layers += [*person.temples, *person.glasses]
    layers += [layer for drawn in person.arms.values() for layer in drawn]
    return {layer.fill for layer in layers}
