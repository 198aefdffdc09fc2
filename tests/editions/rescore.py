"""Scores the frozen sessions by today's rubric: a score is an opinion of its day, while what happened stays as it was told.

``python -m tests.editions.rescore`` is run once when ``RUBRIC`` is raised; only scores are written anew.
"""

from __future__ import annotations

import json

from simulator.session.codec import decode
from simulator.session.record import recorded
from tests.editions.frozen import HERE, SECOND_TOLD, courses, every_scenario, left_behind
from tests.editions.telling import told_of


def main() -> None:
    """Write the scores of every frozen session anew."""
    for edition in left_behind():
        tellings = []
        for course in courses(edition):
            events = [decode(body) for body in course.bodies]
            scores = told_of(recorded(every_scenario()[course.scenario], events))["scores"]
            tellings.append({**course.told, "scores": scores})
        path = HERE / str(edition) / SECOND_TOLD
        path.write_text(json.dumps(tellings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
