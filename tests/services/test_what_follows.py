"""Beside a move stands what the reaction graph can make of it in its moment, and why."""

from __future__ import annotations

from simulator.scenario.editing.intents import SetValue
from simulator.scenario.editing.making import make
from simulator.scenario.files import FolderFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.source_text import SourceText
from simulator.services.what_follows import what_follows
from simulator.shipped_files import SCENARIOS
from tests.session.made_events import read_in

CONCERT = "concert-silence.yaml"


def test_where_a_move_leads_and_why() -> None:
    scenario = read_in(CONCERT)
    leads, because = map(str, what_follows(scenario, "silence", "own_contribution", "4"))
    assert leads.startswith("After “Says little” this can lead to ")
    assert "Exploring" in leads
    assert because
    worse = str(what_follows(scenario, "silence", "press_on")[0])
    assert worse != leads


def test_nothing_is_claimed_where_the_graph_alone_does_not_tell() -> None:
    scenario = read_in(CONCERT)
    assert what_follows(scenario, "silence", "own_contribution") == (), "that hangs on the quality"
    assert what_follows(scenario, "silence", "no_move") == ()
    assert what_follows(scenario, "nowhere", "press_on") == ()
    document = OpenDocument(FolderFiles(SCENARIOS), CONCERT, SourceText.of_bytes((SCENARIOS / CONCERT).read_bytes()))
    make(document, SetValue(("moments", "silence", "reaction"), "withdrawal"))
    family = document.reading.scenario
    assert family is not None
    assert what_follows(family, "silence", "press_on") == ()
