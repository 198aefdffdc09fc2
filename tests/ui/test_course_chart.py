"""The chart of the debriefing: two bands on one axis of turns, by mouse, by keyboard and in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.analysis.judgements import Judgement
from simulator.services.judgement_words import LABELS
from simulator.services.worth_words import judged, turns_that_matter
from simulator.ui.icons import icon_pixmap
from simulator.ui.looking_back.course_chart import CourseChart
from simulator.ui.looking_back.course_drawing import CourseDrawing
from simulator.ui.looking_back.course_scale import height_for, scale_for
from simulator.ui.looking_back.judgement_mark import ROLES
from tests.ui.hands import Hands
from tests.ui.looking_back import HELPED, JUDGED, UPS_AND_DOWNS, WORST, LookingBack, judged_so, words


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
    place = chart._scale.worth(turn, worth.decisions[turn - 1].after_chosen / 100)
    marked = around(drawn(chart), place, chart._scale.shape)
    for other in set(Judgement) - {JUDGED[turn - 1]}:
        chart.show_worth(judged_so(worth, turn, other))
        assert around(drawn(chart), place, chart._scale.shape) != marked, other


@pytest.mark.parametrize(("turn", "words_"), [(WORST, "to say again"), (HELPED, "Turn 2 helped most.")])
def test_the_turns_that_matter_are_told_in_the_chart_and_to_a_screen_reader(
    looking: LookingBack, turn: int, words_: str
) -> None:
    worth = looking.learns()
    chart = looking.page.chart
    free = chart._scale.value
    line = QRect(
        round(free.left()), round(free.top() - chart._scale.text), round(free.width()), round(chart._scale.text) - 2
    )
    told = drawn(chart).copy(line)
    assert words_.lower() in chart.accessibleDescription().lower()
    assert all(str(message) in chart.accessibleDescription() for message in turns_that_matter(worth))
    chart.show_worth(replace(worth, worst=None) if turn == WORST else replace(worth, best=None))
    assert drawn(chart).copy(line) != told
    assert words_.lower() not in chart.accessibleDescription().lower()


@pytest.mark.parametrize(("worst", "helped"), [(1, 2), (2, 1), (5, 6), (6, 5), (1, 6)])
def test_the_words_over_the_turns_that_matter_never_stand_over_one_another(
    looking: LookingBack, worst: int, helped: int
) -> None:
    worth = looking.learns()
    chart, decisions = looking.page.chart, worth.decisions
    pointed = chart._pointed(replace(worth, worst=decisions[worst - 1], best=decisions[helped - 1]))
    painted = QPixmap(chart.size())
    painter = QPainter(painted)
    drawing = CourseDrawing(painter, chart._look, chart._scale, chart.font())
    marks = {turn: chart._scale.worth(turn, 50) for turn in range(len(decisions) + 1)}
    first, second = drawing._side_by_side(pointed, marks)
    widths = [drawing._metrics.horizontalAdvance(words_) for _, words_ in pointed]
    painter.end()
    assert [turn for turn, _ in pointed] == sorted((worst, helped))
    assert first + widths[0] < second
    assert chart._scale.value.left() <= first
    assert second + widths[1] <= chart.width()


def test_the_curve_is_where_the_hour_was_heading_and_not_what_could_be_reached_at_best(looking: LookingBack) -> None:
    worth = looking.learns()
    chart = looking.page.chart
    before = drawn(chart)
    lower = tuple(replace(decision, after_chosen=decision.after_chosen // 2) for decision in worth.decisions)
    chart.show_worth(replace(worth, decisions=lower))
    assert drawn(chart) != before
    chart.show_worth(replace(worth, decisions=tuple(replace(d, attainable=1) for d in worth.decisions)))
    assert drawn(chart) == before


def test_a_screen_reader_hears_every_judgement_and_the_alliance(looking: LookingBack) -> None:
    worth = looking.learns()
    heard = looking.page.chart.accessibleDescription()
    for decision in worth.decisions:
        start = heard.index(f"Turn {decision.turn}:")
        end = heard.find(f"Turn {decision.turn + 1}:")
        told = heard[start : end if end > 0 else len(heard)]
        assert "How it feels: " in told
        assert str(judged(decision)) in told


@pytest.mark.slow
def test_arrow_keys_go_from_turn_to_turn_and_tell_each_in_a_line(qtbot: QtBot, looking: LookingBack) -> None:
    worth = looking.learns()
    hands, chart = Hands(qtbot, looking.stage.window), looking.page.chart
    chart.setFocus()
    for turn, decision in enumerate(worth.decisions, 1):
        line = looking.page._course.line.text()
        assert line == f"Turn {turn}. {judged(decision)}"
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
    assert marked.startswith("Turn 1. ")
    QTest.mouseMove(chart, chart._at(HELPED, 50).toPoint())
    qtbot.waitUntil(lambda: line.text() == f"Turn {HELPED}. As good as any answer here, and it helped a lot.")
    QTest.mouseMove(chart, QPointF(2, 2).toPoint())
    qtbot.waitUntil(lambda: line.text() == marked)


def test_before_the_values_are_known_the_line_tells_the_alliance(looking: LookingBack) -> None:
    assert "How it feels: " in looking.page._course.line.text()


def test_the_legend_names_all_judgements_the_ruptures_there_were_and_for_whom_the_curve_holds(
    looking: LookingBack,
) -> None:
    looking.learns()
    legend = looking.page._course.legend
    labels = [str(LABELS[judgement]()) for judgement in Judgement]
    whose = "where the hour was heading for someone who chooses well about half the time (our assumption)"
    assert sorted(words(legend.judgements).split("\n")) == sorted([*labels, whose])
    others = [word for word in words(legend).split("\n") if word not in (*labels, whose)]
    ruptures = {point.rupture.value for point in looking.page.chart._points if point.rupture}
    assert others[:2] == ["how it feels to the patient", "what the patient says of it"]
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
