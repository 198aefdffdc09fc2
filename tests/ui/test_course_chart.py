"""The chart of the debriefing: two bands on one axis of turns, by mouse, by keyboard and in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from simulator.analysis.regret import LABELS, NOISE, Judgement

from simulator.ui.icons import icon_pixmap
from simulator.ui.practice.course_chart import CourseChart
from simulator.ui.practice.course_scale import height_for, scale_for
from simulator.ui.practice.judgement_mark import ROLES
from tests.ui.hands import Hands
from tests.ui.looking_back import JUDGED, TURNING, UPS_AND_DOWNS, LookingBack, unjudged, words


@pytest.fixture
def looking(qtbot: QtBot, tmp_path: Path) -> LookingBack:
    return LookingBack(qtbot, tmp_path, *UPS_AND_DOWNS)


def around(image: QImage, place: QPointF, size: int) -> QImage:
    return image.copy(QRect(round(place.x() - size / 2), round(place.y() - size / 2), size, size))


def drawn(chart: CourseChart) -> QImage:
    return chart.grab().toImage()


@pytest.mark.usefixtures("qapp")
def test_no_two_judgements_have_the_same_shape_whatever_their_colour() -> None:
    shapes = {judgement: icon_pixmap(judgement.value, "#000000", 16).toImage() for judgement in Judgement}
    assert [pair for pair in combinations(shapes, 2) if shapes[pair[0]] == shapes[pair[1]]] == []
    assert set(ROLES) == set(Judgement)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_value_has_a_band_of_its_own_below_the_alliance_on_the_same_turns(scale: float) -> None:
    found = scale_for(600, scale, 14)
    assert found.value.top() > found.alliance.bottom() + found.text, "no room for the name of the band"
    assert (found.value.left(), found.value.right()) == (found.alliance.left(), found.alliance.right())
    assert found.value.bottom() + found.text < height_for(scale), "no room for the turns"
    assert found.felt(5, 0).x() == found.worth(5, 0).x()
    assert found.shape < found.step


@pytest.mark.parametrize("turn", range(1, len(JUDGED) + 1))
def test_each_decision_has_the_mark_of_its_judgement(looking: LookingBack, turn: int) -> None:
    worth = looking.learns()
    chart = looking.page.chart
    place = chart._scale.worth(turn, worth.decisions[turn - 1].after_chosen)
    marked = around(drawn(chart), place, chart._scale.shape)
    for other in set(Judgement) - {JUDGED[turn - 1]}:
        decisions = tuple(
            replace(decision, judgement=other) if decision.turn == turn else decision for decision in worth.decisions
        )
        chart.show_worth(replace(worth, decisions=decisions))
        assert around(drawn(chart), place, chart._scale.shape) != marked, other
    chart.show_worth(unjudged(worth))
    assert around(drawn(chart), place, chart._scale.shape) != marked


def test_the_turning_point_is_told_in_the_chart_and_to_a_screen_reader(looking: LookingBack) -> None:
    worth = looking.learns()
    chart = looking.page.chart
    free = chart._scale.value
    line = QRect(
        round(free.left()), round(free.top() - chart._scale.text), round(free.width()), round(chart._scale.text) - 2
    )
    told = drawn(chart).copy(line)
    assert "It turned at turn 2: misattuned" in chart.accessibleDescription()
    chart.show_worth(replace(worth, turning_point=None))
    assert drawn(chart).copy(line) != told
    assert "It turned" not in chart.accessibleDescription()


def test_a_screen_reader_hears_every_judgement_and_the_alliance(looking: LookingBack) -> None:
    worth = looking.learns()
    heard = looking.page.chart.accessibleDescription()
    for decision in worth.decisions:
        assert decision.judgement is not None
        start = heard.index(f"Turn {decision.turn}:")
        end = heard.find(f"Turn {decision.turn + 1}:")
        told = heard[start : end if end > 0 else len(heard)]
        assert "felt alliance" in told
        assert LABELS[decision.judgement].lower() in told.lower()


def test_arrow_keys_go_from_turn_to_turn_and_tell_each_in_a_line(qtbot: QtBot, looking: LookingBack) -> None:
    worth = looking.learns()
    hands, chart = Hands(qtbot, looking.stage.window), looking.page.chart
    chart.setFocus()
    for turn, decision in enumerate(worth.decisions, 1):
        line = looking.page._course.line.text()
        assert decision.judgement is not None
        label = LABELS[decision.judgement].lower()
        assert line.startswith(f"Turn {turn}: {label}, ")
        assert (f"{decision.cost} of {decision.before} point" in line) == (decision.cost > NOISE)
        assert line in chart.accessibleName(), "a screen reader does not hear the line"
        hands.press(Qt.Key.Key_Right)
    assert chart._turn == len(worth.decisions)
    hands.press(Qt.Key.Key_Left)
    with qtbot.waitSignal(chart.turn_chosen) as chosen:
        hands.press(Qt.Key.Key_Return)
    assert chosen.args == [len(worth.decisions) - 1]


def test_the_turn_under_the_mouse_is_told_and_then_the_marked_one_again(qtbot: QtBot, looking: LookingBack) -> None:
    looking.learns()
    chart, line = looking.page.chart, looking.page._course.line
    marked = line.text()
    assert marked.startswith("Turn 1:")
    QTest.mouseMove(chart, chart._at(TURNING, 50).toPoint())
    qtbot.waitUntil(lambda: line.text().startswith(f"Turn {TURNING}: misattuned"))
    QTest.mouseMove(chart, QPointF(2, 2).toPoint())
    qtbot.waitUntil(lambda: line.text() == marked)


def test_before_the_values_are_known_the_line_tells_the_alliance(looking: LookingBack) -> None:
    assert "felt alliance" in looking.page._course.line.text()


def test_the_legend_names_all_five_judgements_and_the_ruptures_there_were(looking: LookingBack) -> None:
    looking.learns()
    legend = looking.page._course.legend
    assert words(legend.judgements).split("\n") == [LABELS[judgement] for judgement in Judgement]
    others = [word for word in words(legend).split("\n") if word not in LABELS.values()]
    ruptures = {point.rupture.value for point in looking.page.chart._points if point.rupture}
    assert others[:2] == ["felt alliance", "as stated"]
    assert set(others[2:]) == ruptures


def test_where_a_session_was_stopped_the_fall_to_its_end_is_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    looking = LookingBack(qtbot, tmp_path, "own_contribution-4", stop=True)
    worth = looking.learns()
    assert worth.reached is not None
    chart = looking.page.chart
    place = chart._scale.worth(1, worth.reached)
    stopped = around(drawn(chart), place, chart._scale.shape)
    chart.show_worth(replace(worth, stopping=0))
    assert around(drawn(chart), place, chart._scale.shape) != stopped
