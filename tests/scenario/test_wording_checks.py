"""What the checker says of wordings: words that come twice, hooks, questions, levels, and what words presuppose."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import SaidClass
from simulator.patient.possible import Possible
from simulator.scenario.checking import check_paths
from simulator.scenario.checks import check_patient, check_story
from simulator.scenario.checks.levels import at_level
from simulator.scenario.checks.story import disposition_of, tell_story
from simulator.scenario.checks.text_comparison import ends_asking
from simulator.scenario.condition_syntax import ParsedCondition, parse_condition
from simulator.scenario.conditions import Condition
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.document import LEAVING, After, Ending, Moment, Patient, Response, ResponseWording, Wording
from simulator.scenario.portrait_names import Portrait
from tests.bad_files import FOLDER
from tests.scenario.story_building import PathSpans, moment, patient, response, scenario, told, usual_responses

PORTRAITS = Path(__file__).parents[2] / "assets" / "portraits"
FEW_WORDS = FOLDER / "patients" / "ines-of-few-words.yaml"
ENDS = frozenset({ReactionState.REPAIRED, ReactionState.TRANSFER, ReactionState.LEFT})


def in_wordings(*wordings: Wording, **keys: Any) -> Moment:
    """The moment ``a``, told in these wordings; unless it is said otherwise, none of them asks."""
    return replace(moment("a"), wordings=wordings, **{"asks": False, **keys})


def says(id_: str, patient_: str, *shows: str, **more: Any) -> Wording:
    return Wording(id_, patient_, shows, "Not said.", moment("a").first.markers, **more)


def asked(text: str) -> Condition:
    """A condition as an author writes it."""
    found = parse_condition(text)
    assert isinstance(found, ParsedCondition)
    return found.condition


def codes(*moments: Moment, **more: Any) -> list[str]:
    return [code for code, _ in told(scenario(*moments, **more))]


class TestSameWords:
    def test_five_words_running_are_a_repetition_and_four_are_none(self) -> None:
        first = says("one", "No, it was only a concert.")
        assert codes(in_wordings(first, says("two", "Well: IT was only, a concert!"))) == ["541"]
        assert codes(in_wordings(first, says("two", "It was only a play."))) == []

    def test_a_stage_direction_is_a_repetition_however_short_it_is(self) -> None:
        one, two = says("one", "Fine.", "looks away", "nods"), says("two", "Sure.", "sighs", "Looks away.")
        assert codes(in_wordings(one, two)) == ["541"]
        assert codes(in_wordings(one, says("two", "Nods.", "looks up"))) == []

    def test_five_words_of_two_stage_directions_are_a_repetition(self) -> None:
        one = says("one", "Fine.", "both hands round the bag on her knees")
        assert codes(in_wordings(one, says("two", "Sure.", "now both hands round the bag"))) == ["541"]

    def test_each_wording_that_repeats_is_told_once(self) -> None:
        wordings = [says(name, "It was only a concert, as I said before.", "nods") for name in ("one", "two", "three")]
        assert codes(in_wordings(*wordings)) == ["541", "541"]

    def test_other_moments_may_say_the_same(self) -> None:
        again = replace(in_wordings(says("one", "It was only a concert.")), id="b")
        assert codes(in_wordings(says("one", "It was only a concert.")), again) == []

    def test_a_state_that_shares_the_words_of_its_family_is_told_once(self) -> None:
        shared = (says("one", "It was only a concert."), says("two", "It was only a concert."))
        lines = {
            **patient().lines,
            **{state: replace(patient().lines[state], wordings=shared) for state in list(ReactionState)[1:4]},
        }
        assert sorted(patient_codes(patient(lines=lines))) == ["540", "541"]


class TestHooks:
    def test_a_hook_can_be_said_or_seen_in_capitals_or_not(self) -> None:
        wordings = (says("one", "The TICKET was there."), says("two", "Fine.", "turns the ticket over"))
        assert codes(in_wordings(*wordings, hooks=("Ticket",))) == []

    def test_a_wording_without_it_is_told_for_each_hook_that_it_lacks(self) -> None:
        wordings = (says("one", "The ticket was in the bag."), says("two", "Fine."))
        assert codes(in_wordings(*wordings, hooks=("ticket", "bag"))) == ["542", "542"]

    def test_what_is_wordless_needs_none(self) -> None:
        wordings = (says("one", "The ticket was there."), says("two", "", "looks down", wordless=True))
        assert codes(in_wordings(*wordings, hooks=("ticket",))) == []

    def test_a_sign_of_leaving_comes_first_and_needs_it_although_it_is_wordless(self) -> None:
        stands = says("two", "", "half gets up", wordless=True, after=(LEAVING,))
        assert codes(in_wordings(says("one", "The ticket was there."), stands, hooks=("ticket",))) == ["542"]


class TestAsking:
    @pytest.mark.parametrize("text", ["Is it?", "“Is it?”", "Is it? (laughs)", "Is it? ", "本当？", "هل؟", "(Is it?)"])
    def test_a_question_mark_at_the_end_asks(self, text: str) -> None:
        assert ends_asking(text)

    @pytest.mark.parametrize("text", ["Is it? No.", "No.", "", "Is it? (laughs) No.", "What? I see"])
    def test_one_within_does_not(self, text: str) -> None:
        assert not ends_asking(text)

    def test_a_moment_that_ends_with_one_says_whether_it_asks(self) -> None:
        asking = says("one", "Can you take it off the bill?")
        assert codes(in_wordings(asking, asks=None)) == ["545"]
        assert codes(in_wordings(asking, asks=True)) == []
        assert codes(in_wordings(asking, asks=False)) == []

    def test_one_wording_that_asks_is_enough_wherever_it_stands(self) -> None:
        asking, stating = says("one", "Can you take it off?"), says("two", "I cannot pay it.")
        for wordings in ((asking, stating), (stating, asking)):
            made = scenario(in_wordings(*wordings, asks=None))
            (found,) = check_story(made, PathSpans({}))
            assert (found.code, "“one”" in str(found.message)) == ("545", True)

    def test_where_the_session_ends_nobody_is_asked(self) -> None:
        assert codes(in_wordings(says("one", "Fine.")), replace(ending("b"), asks=None)) == []

    def test_one_that_asks_and_one_that_does_not_are_two_moments(self) -> None:
        asking, stating = says("one", "Can you take it off?"), says("two", "I cannot pay it.")
        assert codes(in_wordings(asking, stating, asks=True)) == ["546"]
        assert codes(in_wordings(stating, asking, asks=True)) == ["546"]
        assert codes(in_wordings(asking, stating, asks=False)) == []

    def test_what_is_only_seen_neither_asks_nor_does_not(self) -> None:
        asking, seen = says("one", "Can you take it off?"), says("two", "", "waits", wordless=True)
        assert codes(in_wordings(asking, seen, asks=True)) == []

    def test_wordings_of_a_response_ask_alike(self) -> None:
        def notice(first: str, other: str) -> Response:
            return response("notice", "notice_shift", first, others=(ResponseWording("other", other),))

        def at(one: Response) -> list[tuple[str, str]]:
            return told(scenario(moment("a", "minimal", *usual_responses()[:3], one)))

        assert at(notice("It got quieter. Is that so?", "Quieter again. Is it?")) == []
        place = "value moments.a.responses.notice.wordings.other.say"
        assert at(notice("It got quieter. Is that so?", "Quieter again.")) == [("544", place)]
        assert at(notice("It got quieter.", "Quieter. Is it? I wonder.")) == [("544", place)]


def ending(id_: str) -> Moment:
    return replace(moment(id_, "engaged", end="partly"), wordings=(Wording(patient="Next week?"),))


class TestLevels:
    @pytest.mark.parametrize(
        ("text", "answers"),
        [
            ("level >= 2", (False, True, True)),
            ("not level = 3", (True, True, False)),
            ("level < 2 and owned > 1", (None, False, False)),
            ("level < 2 or owned > 1", (True, None, None)),
            ("owned > 1", (None, None, None)),
        ],
    )
    def test_a_level_answers_what_it_can(self, text: str, answers: tuple[bool | None, ...]) -> None:
        condition = asked(text)
        assert tuple(at_level(condition, level) for level in (1, 2, 3)) == answers

    def moment_with(self, *whens: str | None, **keys: Any) -> Moment:
        usual = usual_responses()
        responses = tuple(
            replace(one, when=asked(when) if when else None) for one, when in zip(usual, whens, strict=False)
        )
        return replace(moment("a", "minimal", *responses), **keys)

    def test_a_level_with_two_responses_is_told(self) -> None:
        assert codes(self.moment_with(None, None, "level >= 2", "level >= 3")) == ["547"]

    def test_three_at_every_level_are_enough(self) -> None:
        assert codes(self.moment_with(None, None, "level >= 2", "level < 2")) == []

    def test_what_something_else_decides_may_be_on_offer(self) -> None:
        assert codes(self.moment_with(None, None, "owned > 1", "level > 1 or bond > 40")) == []

    def test_a_level_at_which_the_moment_does_not_come_needs_none(self) -> None:
        assert codes(self.moment_with(None, None, "level >= 2", None, when=asked("level >= 2"))) == []

    def test_every_level_has_a_wording(self) -> None:
        loud, masked = says("loud", "Fine!", levels=(1, 2)), says("masked", "Fine.", levels=(3,))
        assert codes(in_wordings(loud, masked)) == []
        assert codes(in_wordings(loud)) == ["548"]
        assert codes(in_wordings(loud, when=asked("level < 3"))) == []

    def test_a_condition_on_the_level_alone_is_not_settled(self) -> None:
        assert codes(self.moment_with(None, None, None, "level >= 3", when=asked("level < 3"))) == []

    def test_one_that_no_level_fits_is(self) -> None:
        assert codes(self.moment_with(None, None, None, "level >= 3 and level < 2")) == ["523"]

    def test_masked_at_other_levels_only_is_not_masked_at_the_third(self) -> None:
        masked = says("masked", "Fine.", masked=True, levels=(1, 2))
        assert codes(in_wordings(masked, says("loud", "No!")), difficulty=3) == ["520"]
        assert codes(in_wordings(replace(masked, levels=(2, 3)), says("loud", "No!")), difficulty=3) == []

    def test_what_can_come_at_some_level_is_not_called_impossible_at_another(self) -> None:
        one = scenario(moment("a"), difficulty=1)
        story, levels = tell_story(one, PathSpans({})), (replace(disposition_of(one), difficulty=n) for n in (1, 2, 3))
        for at_level_ in (Possible(one.patient.grid, disposition) for disposition in levels):
            for state in ReactionState:
                for move in Move:
                    assert at_level_.after(state, move, 4) <= story.possible.after(state, move, 4)


class TestJustSaid:
    def after(self, after: After, **first: Any) -> list[str]:
        """What is told of a second wording of ``b``, which follows ``a`` after ``explore`` by its script."""
        start = moment("a", "minimal", *usual_responses(explore="b", own="c"), **first)
        wordings = (says("one", "Fine."), says("two", "Sure.", after=(after,)))
        second = replace(moment("b", "complying"), wordings=wordings, asks=False)
        return codes(start, second, moment("c", "shut-down"), ending("end"))

    def test_an_answer_that_leads_here_is_right(self) -> None:
        assert "543" not in self.after(After(moment="a", response="explore"))
        assert "543" not in self.after(After(moment="a", response="any"))

    def test_an_answer_that_nobody_can_give_is_told(self) -> None:
        assert "543" in self.after(After(moment="a", response="explor"))
        assert "543" in self.after(After(moment="end", response="any"))
        assert "543" in self.after(After(moment="~minimall", response="any"))

    def test_an_answer_that_leads_elsewhere_by_its_script_is_told(self) -> None:
        assert "543" in self.after(After(moment="a", response="own"))

    def test_silence_leads_where_the_graph_leads_or_where_the_script_says(self) -> None:
        assert "543" in self.after(After(moment="a", response="silence"), silent_then="c")
        assert "543" not in self.after(After(moment="a", response="silence"), silent_then="b")

    def test_a_class_and_a_move_are_left_to_what_is_proved(self) -> None:
        assert "543" not in self.after(After(SaidClass.OFFER))
        assert "543" not in self.after(After(Move.DISCUSS_FIT))

    def test_a_line_of_the_patient_that_never_comes_to_this_state_by_an_answer_is_told(self) -> None:
        line = patient().lines[ReactionState.ENGAGED]
        known = After(moment=line.id, response="explore")
        assert "543" in self.after(known), "exploring in good collaboration does not make anybody comply"


class TestPatients:
    def test_states_without_anything_wordless_are_told_together(self) -> None:
        assert patient_codes(patient()) == ["540"]

    def test_with_something_wordless_everywhere_but_at_the_ends_nothing_is_told(self) -> None:
        seen = Wording("seen", shows=("waits",), wordless=True)
        lines = {
            state: line if state in ENDS else replace(line, wordings=(*line.wordings, seen))
            for state, line in patient().lines.items()
        }
        assert patient_codes(patient(lines=lines)) == []

    def with_one(self, state: ReactionState, *wordings: Wording, **keys: Any) -> list[str]:
        """What is told of a patient who has something wordless everywhere, and these words in one state."""
        seen = Wording("seen", shows=("waits",), wordless=True)
        lines = {s: replace(line, wordings=(*line.wordings, seen)) for s, line in patient().lines.items()}
        lines[state] = replace(lines[state], wordings=wordings, **keys)
        return patient_codes(patient(lines=lines))

    def test_something_wordless_that_presupposes_something_is_not_enough(self) -> None:
        leaving = Wording("stands", shows=("half gets up",), wordless=True, after=(LEAVING,))
        line = patient().lines[ReactionState.PRESSURE].first
        assert self.with_one(ReactionState.PRESSURE, line, leaving) == ["540"]
        assert self.with_one(ReactionState.PRESSURE, line, replace(leaving, after=())) == []

    def test_a_line_does_not_ask_and_says_so_where_it_sounds_like_a_question(self) -> None:
        words = (says("one", "It is nothing."), says("two", "Is it?"), Wording("s", shows=("waits",), wordless=True))
        assert self.with_one(ReactionState.MINIMAL, *words) == ["549"]
        assert self.with_one(ReactionState.MINIMAL, *words, asks=False) == []
        assert self.with_one(ReactionState.LEFT, *words, end=Ending.LEFT) == []

    def test_a_line_of_the_first_form_cannot_say_so(self) -> None:
        line = patient().lines[ReactionState.MINIMAL]
        lines = {**patient().lines, ReactionState.MINIMAL: replace(line, wordings=(says("one", "Is it?"),))}
        assert list(check_patient(patient(lines=lines), PathSpans({}))) == []

    def test_a_file_of_the_form_that_knew_no_wordings_is_not_asked_for_them(self) -> None:
        assert list(check_patient(patient(), PathSpans({}))) == []

    def test_who_begins_from_another_patient_is_told_of_what_that_one_lacks(self, tmp_path: Path) -> None:
        (tmp_path / "patients").mkdir()
        shutil.copy(FEW_WORDS, tmp_path / "patients")
        (tmp_path / "kim.yaml").write_text(f"format: patient/2\nid: kim\nlike: patients/{FEW_WORDS.name}\n", "utf-8")
        (checked,) = check_paths([tmp_path / "kim.yaml"], PORTRAITS.parents[1] / "scenarios")
        assert [one.code for one in checked.diagnostics] == ["540", "551"]
        assert "“minimal” 1 of 4. That many has Ines Carvalho" in str(checked.diagnostics[1].message)

    def test_the_portraits_that_can_be_named_are_those_that_are_drawn(self) -> None:
        faces = {path.stem for path in PORTRAITS.glob("*.toml")} - {"body", "expressions", "poses", "things"}
        assert {str(one) for one in Portrait} == faces

    def test_an_unknown_portrait_is_told_at_its_place(self, tmp_path: Path) -> None:
        text = "format: patient/2\nid: kim\nlike: patients/ines-carvalho.yaml\nportrait: ines-carvalo\n"
        (tmp_path / "kim.yaml").write_text(text, "utf-8")
        (checked,) = check_paths([tmp_path / "kim.yaml"], PORTRAITS.parents[1] / "scenarios")
        (fault,) = checked.diagnostics
        assert (fault.code, fault.span.line, fault.span.column) == ("305", 4, 11)
        assert "“ines-carvalho”" in str(fault.message)


def patient_codes(person: Patient) -> list[str]:
    return [one.code for one in check_patient(person, PlacesOfToday({}))]


class PlacesOfToday(PathSpans):
    """Places of a patient file of today's form."""

    def has(self, *path: str | int) -> bool:
        """Whether something stands there; there are no responses of a whole file."""
        return path != ("responses",) and super().has(*path)


def test_what_a_moment_copies_is_told_where_it_is_written(tmp_path: Path) -> None:
    text = next((PORTRAITS.parents[1] / "tests" / "bad").glob("d541-*.yaml")).read_text("utf-8")
    copy = "  denies:\n    copy: silence\n    reaction: shut-down\n    marker: wd_denial\n"
    path = tmp_path / "d541-same-words.yaml"
    path.write_text(text + copy, "utf-8")
    (checked,) = check_paths([path], PORTRAITS.parents[1] / "scenarios")
    assert [one.code for one in checked.diagnostics if one.code in WORDINGS] == ["541"]
