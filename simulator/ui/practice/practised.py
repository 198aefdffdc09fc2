"""What a briefing tells of what is practised: neutrally before a first meeting, else with objectives, families and cause."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from simulator.alliance.reactions import Family
from simulator.messages.sentences import briefing as say
from simulator.messages.sentences.first_meeting import MORE_LATER
from simulator.scenario.document import Scenario
from simulator.scenario.library import families_practised
from simulator.services.first_meeting import cause_told, skill_named
from simulator.ui.look import Look
from simulator.ui.widgets.family_mark import FamilyMark
from simulator.ui.widgets.layouts import column, row
from simulator.ui.widgets.text import text_label


def neutrally_practised(look: Look, scenario: Scenario) -> QVBoxLayout:
    """A skill that does not give the answer away, and when the rest is told."""
    box = _headed(look)
    box.addWidget(text_label(f"–  {look.words.value(skill_named(scenario.skill))}", "body"))
    box.addWidget(text_label(look.say(MORE_LATER()), "quiet"))
    return box


def everything_practised(look: Look, scenario: Scenario) -> QVBoxLayout:
    """The objectives, what was the therapist's own in it, and the kinds of rupture."""
    box = _headed(look)
    for objective in scenario.objectives:
        box.addWidget(text_label(f"–  {objective}", "body"))
    cause = cause_told(str(scenario.cause))
    if cause is not None:
        box.addWidget(text_label(look.say(cause), "body"))
    families = row(spacing=14)
    for family in families_practised(scenario):
        families.addWidget(FamilyMark(look, Family(family), wrap=False))
    families.addStretch(1)
    box.addLayout(families)
    return box


def _headed(look: Look) -> QVBoxLayout:
    box = column(spacing=8)
    box.addWidget(text_label(look.say(say.WHAT_YOU_PRACTISE()), "heading"))
    return box
