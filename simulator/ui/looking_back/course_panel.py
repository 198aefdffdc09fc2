"""The card with the course of a session: the chart, a line for the turn looked at, and the legend."""

from __future__ import annotations

from simulator.analysis.session_value import SessionValue
from simulator.messages.sentences import looking_back as top
from simulator.messages.sentences import worth as say
from simulator.services.debriefing import CoursePoint
from simulator.ui.look import Look
from simulator.ui.looking_back.chart_legend import ChartLegend
from simulator.ui.looking_back.course_chart import CourseChart
from simulator.ui.widgets.layouts import Card
from simulator.ui.widgets.steady import SteadyLabel
from simulator.ui.widgets.text import text_label


class CoursePanel(Card):
    """The alliance over time, and where the hour was heading."""

    def __init__(self, look: Look) -> None:
        super().__init__(margin=16, spacing=8)
        self.body.addWidget(text_label(look.say(top.COURSE()), "heading"))
        self._look = look
        self.chart = CourseChart(look)
        self.line = SteadyLabel("")
        self.chart.looked_at.connect(self.line.setText)
        self.legend = ChartLegend(look)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.line)
        self.body.addWidget(self.legend)

    def show_course(self, points: tuple[CoursePoint, ...]) -> None:
        """Show a session's course; what it was worth is still being worked out."""
        self.chart.show_course(points)
        judged = self._look.say(say.OF_TURN(turn=88, judged=say.HELPED_A_LOT()))
        self.line.keep_room_for(max((judged, *(self.chart.line(point.turn) for point in points)), key=len))
        self.legend.show_families(dict.fromkeys(point.rupture for point in points if point.rupture))
        self.legend.judgements.show()

    def show_worth(self, worth: SessionValue) -> None:
        """Add where the hour was heading."""
        self.chart.show_worth(worth)
        self.legend.judgements.setVisible(worth.exact)

    def show_no_worth(self) -> None:
        """Say that it could not be worked out."""
        self.chart.show_no_worth()
        self.legend.judgements.hide()
