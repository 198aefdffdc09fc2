"""New scenario: whatever is answered, what comes of it can be read, solved and played to more than one end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.analysis.hardness import Hardness
from simulator.analysis.scenario_analysis import analyse
from simulator.patient.verdicts import Verdict
from simulator.scenario.anybody import ANYBODY
from simulator.scenario.checking import read_and_check
from simulator.scenario.checks.paths import HINDERING
from simulator.scenario.diagnostics.diagnostic import errors_in
from simulator.scenario.document import Ending
from simulator.scenario.files import FolderFiles
from simulator.scenario.quotation_marks import as_typed
from simulator.scenario.review_record import DRAFT, review_in
from simulator.scenario.to_write import TOLD_AS, is_to_write
from simulator.services.examine import Examiner, playable
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.scenario_templates import TEMPLATES, Answered, Question, ScenarioTemplates
from simulator.services.shared_files import SharedFiles
from simulator.session.script import Script
from simulator.session.transcript import Closing
from simulator.shipped_files import ASSETS, SCENARIOS

ABOUT_SOMEBODY = re.compile(
    r"\b(he|she|him|his|hers?|fees?|sleep|homework|exercises?|client|brother|sister)\b", re.IGNORECASE
)
AT_LENGTH = 160
"""So many letters are more than people have written in one answer who wrote a whole hour."""

HARD = "“Grüße”: she said - 'no' # \"never\": {really}, [yes]\n& *then*: über 5 % | > @`ß"


def templates(own: Path) -> ScenarioTemplates:
    return ScenarioTemplates(ASSETS / "templates", own, SCENARIOS)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_answer_can_stand_in_every_template(tmp_path: Path, template: str) -> None:
    for answer in (HARD, "- yes", "no", "12:30", "null", ": x", "'", '"', "# x"):
        answers = dict.fromkeys(Question, answer)
        made = templates(tmp_path).filled(template, Answered("patients/ruth-adler.yaml", answers), f"{template}-2")
        (tmp_path / f"{template}-2.yaml").write_bytes(made)
        checked = read_and_check(FolderFiles(tmp_path, SCENARIOS), f"{template}-2.yaml")
        assert errors_in(checked.diagnostics) == 0, [str(one) for one in checked.diagnostics]
        scenario = checked.scenario
        assert scenario is not None
        plain = " ".join(answer.split())
        assert as_typed(scenario.about) == as_typed(plain)
        said = scenario.moments["first-sign"].responses
        asked = [as_typed(one.in_source) for one in said if one.id in ("would-help", "kind-but-misses")]
        assert asked == [as_typed(plain)] * 2
        assert scenario.patient.name == "Ruth Adler"


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_whole_hour_lacks_nothing_but_its_words(tmp_path: Path, template: str) -> None:
    made = templates(tmp_path).filled(template, Answered(title="The wait", whole_hour=True), "the-wait")
    (tmp_path / "the-wait.yaml").write_bytes(made)
    checked = read_and_check(FolderFiles(tmp_path, SCENARIOS), "the-wait.yaml")
    scenario = checked.scenario
    assert scenario is not None
    assert {one.code for one in checked.diagnostics} == {"533"}
    assert len([one for one in scenario.moments.values() if not one.end]) == 8
    assert {one.end for one in scenario.moments.values()} >= {Ending.REPAIRED, Ending.LEFT, Ending.UNRESOLVED}
    assert any(wording.silence for one in scenario.moments.values() for wording in one.wordings)
    assert any(response.sets for one in scenario.moments.values() for response in one.responses)
    assert scenario.title == "The wait"


def whole_hour(template: str) -> dict[str, Any]:
    """A whole hour of which nothing was answered, as it is written."""
    made: dict[str, Any] = yaml.safe_load(templates(Path()).filled(template, Answered(whole_hour=True), "just-made"))
    return made


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_whole_hour_asks_only_for_what_belongs_to_the_story(template: str) -> None:
    hour = whole_hour(template)
    asked = {place: text for place, text in _texts(hour) if is_to_write(text)}
    assert 18 <= len(asked) <= 24, "as many as somebody writes at one go"
    assert max(len(text.split()) for text in asked.values()) <= 15, "each is read at one glance"
    assert len({*asked.values()}) == len(asked), "each says where in the hour it is"
    ours = [(place, text) for place, text in _texts(hour) if place[0] == "moments" and not is_to_write(text)]
    for place, text in ours:
        if place[-1] in ("patient", "thinks", "say"):
            assert not ABOUT_SOMEBODY.search(text), f"{place} fits any story: {text}"


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_bracket_asks_for_what_its_move_claims(template: str) -> None:
    for moment in whole_hour(template)["moments"].values():
        for answer in moment.get("responses", {}).values():
            if is_to_write(answer["say"]):
                plain = answer["move"] in HINDERING
                assert ("two sentences" if plain else "in one sentence") in answer["say"]
            if is_to_write(answer["say"]) and answer["move"] == "own_contribution":
                assert answer["quality"] == 4
                assert any(asked in answer["say"] for asked in ("what it may have done", "its effect")), answer["say"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_neither_length_nor_shortness_gives_away_what_helps(template: str) -> None:
    long, short = {}, 0
    for id_, moment in whole_hour(template)["moments"].items():
        answers = list(moment.get("responses", {}).values())
        ours = [one for one in answers if not is_to_write(one["say"])]
        at_length = [one["move"] for one in ours if len(one["say"]) >= AT_LENGTH]
        assert {*at_length} <= {*HINDERING, "clarify_misunderstanding"}, id_
        if any(is_to_write(one["say"]) and one["move"] not in HINDERING for one in answers):
            long[id_] = bool(at_length)
        if ours:
            short += min(ours, key=lambda one: len(one["say"]))["move"] in HINDERING
    assert long["first-sign"]
    assert sum(long.values()) >= len(long) * 2 / 3, "something long of ours beside what an author may write at length"
    assert short, "what hinders can be short, too"


def walked(tmp_path: Path, template: str, *answers: str) -> tuple[list[str], Closing | None]:
    """The moments that some answers lead to in a whole hour with somebody new, and how it closes."""
    made = templates(tmp_path).filled(template, Answered("patients/anybody.yaml", whole_hour=True), "just-made")
    (tmp_path / "just-made.yaml").write_bytes(made)
    scenario = read_and_check(FolderFiles(tmp_path, SCENARIOS), "just-made.yaml").scenario
    assert scenario is not None
    script = Script(scenario)
    place = script.start()
    came: list[str] = []
    for answer in answers:
        after = script.step_of(place, answer).after
        if after.place is None:
            return came, after.closing
        place = after.place
        came.append(place.moment.id)
    return came, None


OWNED_LATE = ("ask", "come-back", "never-asked", "it-makes-sense")
"""Owned in an answer to one of the person’s own lines, and then on to what they say of it."""


def test_whoever_owns_late_is_answered_as_such_wherever_it_was(tmp_path: Path) -> None:
    came, _ = walked(tmp_path, "gone-quiet", *OWNED_LATE, "why-be-wary")
    assert came[-3:] == ["looks-at-it", "says-a-little", "half-says-it"], "whoever lingers is told half of it"
    assert walked(tmp_path, "gone-quiet", "would-help", "ask-on")[0] == ["looks-at-it", "half-says-it"]


def test_somebody_who_leaves_in_the_middle_has_an_end_of_the_authors(tmp_path: Path) -> None:
    hinders = ("kind-but-misses", "only-meant", "you-sound-angry", "hold-against-it", "not-for-me-to-say")
    came, closing = walked(tmp_path, "nothing-changes", *hinders)
    assert came[1:] == ["harder", "makes-demands", "~pressure"]
    assert closing is not None
    assert closing.moment is not None
    assert closing.moment.id == "leaves"


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_can_be_solved_and_comes_to_several_ends(tmp_path: Path, template: str) -> None:
    made = templates(tmp_path).filled(
        template, Answered("patients/ines-carvalho.yaml", dict.fromkeys(Question, HARD)), template
    )
    (tmp_path / f"{template}.yaml").write_bytes(made)
    checked = read_and_check(FolderFiles(tmp_path, SCENARIOS), f"{template}.yaml")
    assert checked.scenario is not None
    start = Examiner().solution(checked.scenario, checked.scenario.difficulty).start
    assert start.exact
    assert {Verdict.REPAIRED, Verdict.UNRESOLVED} <= start.endings


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_proof_of_a_whole_hour_with_somebody_new_finds_nothing_before_a_word_is_written(
    tmp_path: Path, template: str
) -> None:
    made = templates(tmp_path)
    own = OwnScenarios(tmp_path, SCENARIOS, tmp_path, now_ms=lambda: 1, steady_ms=lambda: 1)
    style = {"style": made.usual_style(template)}
    person = SharedFiles(own, SCENARIOS).make_like(ANYBODY, "Mara Lind", "default", style)
    (tmp_path / "just-made.yaml").write_bytes(made.filled(template, Answered(person, whole_hour=True), "just-made"))
    checked = read_and_check(FolderFiles(tmp_path, SCENARIOS), "just-made.yaml")
    assert checked.scenario is not None
    found = analyse(checked.scenario, checked.spans, checked.diagnostics)
    assert [str(one) for one in found.diagnostics if one.code != TOLD_AS] == []
    assert found.hardness is Hardness.ALIKE


def test_what_is_left_open_is_as_in_the_example_and_the_draft_is_kept_at_once(tmp_path: Path) -> None:
    own = tmp_path / "scenarios"
    desk = OwnScenarios(own, SCENARIOS, tmp_path, now_ms=lambda: 1, steady_ms=lambda: 1)
    made = templates(own)
    for id_, title in (("gone-quiet", "The missed hour"), ("gone-quiet-2", "The missed hour 2")):
        opened = desk.begin(
            "gone-quiet", lambda id_: made.filled("gone-quiet", Answered("", {Question.UNSAID: " "}), id_)
        )
        assert opened.path == f"{id_}.yaml"
        assert opened.file.written.node(("title",)) == title
        assert opened.file.written.node(("about",)) == made.example("gone-quiet", Question.ACT)
        assert opened.never_saved
        assert review_in(opened.file.beside) == DRAFT
        desk.close()
    assert {work.path for work in desk.unsaved()} == {"gone-quiet-2.yaml", "gone-quiet.yaml"}
    taken = desk.take_up(desk.unsaved()[0])
    assert review_in(taken.file.beside) == DRAFT, "a draft that is taken up again is one still"
    taken.save()
    assert review_in(taken.place.with_suffix(".canvas").read_text()) == DRAFT
    assert playable(FolderFiles(own, SCENARIOS), taken.path).title.startswith("The missed hour")


def test_everybody_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "patients").mkdir()
    (tmp_path / "patients" / "zoe.yaml").write_text(
        "format: patient/2\nname: Zoë Ümit\nlike: patients/ruth-adler.yaml\n"
    )
    people = templates(tmp_path).people()
    assert [one.name for one in people] == ["Zoë Ümit", "Daniel Osei", "Ines Carvalho", "Ruth Adler"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_of_a_templates_own_story_stays_where_the_author_tells_another(tmp_path: Path, template: str) -> None:
    folder = ASSETS / "templates"
    example = dict(_texts(yaml.safe_load((folder / f"{template}.yaml").read_text("utf-8"))))
    story = dict(_texts(yaml.safe_load((folder / "stories" / f"{template}.yaml").read_text("utf-8"))))
    assert set(story) <= set(example), "every place is one of the template"
    told = Answered("patients/ruth-adler.yaml", {Question.ACT: "You laughed, and she had not meant it as a joke."})
    made = dict(_texts(yaml.safe_load(templates(tmp_path).filled(template, told, f"{template}-2"))))
    assert {made[place] for place in story if place == ("about",)} == {told.words[Question.ACT]}
    assert {place: made[place] for place in story if place != ("about",)} == {
        place: text for place, text in story.items() if place != ("about",)
    }
    whole = templates(tmp_path).filled(template, Answered("patients/ruth-adler.yaml"), f"{template}-2")
    assert (
        dict(_texts(yaml.safe_load(whole))).items()
        >= {place: text for place, text in example.items() if place in story}.items()
    ), "an example that nobody changed stays one"


def _texts(node: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from _texts(inner, (*place, key))
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from _texts(inner, (*place, number))
    elif isinstance(node, str):
        yield place, " ".join(node.split())
