"""The proof of the open file: what is told first, what costs nothing, what stays true of a broken file, and what to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.analysis.budget import Interrupted
from simulator.analysis.conversations_to_read import conversations_to_read
from simulator.messages.sentences.editing import TYPED
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.files import FolderFiles
from simulator.scenario.source_text import Edit, SourceText
from simulator.services.edited_file import EditedFile
from simulator.services.examine import Examined, Examiner
from simulator.services.live_proof import LiveProof, LiveProofs
from simulator.services.proof_sentences import doubts, first_sentences, to_fix
from simulator.services.studio_play import StudioPlay
from simulator.session.script import Script
from simulator.shipped_files import SCENARIOS
from tests.bad_files import bad
from tests.ui.small_scenarios import WAIT


class Desk:
    """One open file and its proofs."""

    def __init__(self, name: str, text: str) -> None:
        files = FolderFiles(SCENARIOS, SCENARIOS)
        self.file = EditedFile(files, name, SourceText.of_text(text), steady_ms=lambda: 0)
        self.proofs = LiveProofs(Examiner())

    def replace(self, old: str, new: str) -> None:
        at = self.file.source.text.index(old)
        self.file.replace(TYPED(), Edit(at, at + len(old), new))

    def prove(
        self,
        wanted: Callable[[int, int], bool] = lambda _turn, _states: True,
        early: Callable[[LiveProof], object] = lambda _proof: None,
    ) -> LiveProof:
        return self.proofs.prove(self.file.reading, self.file.written, self.file.story_check(), wanted, early)


def of_bad(code: str) -> Desk:
    ((name, text),) = bad(code, "Bad").items()
    return Desk(name, text)


def told(proof: LiveProof) -> list[str]:
    return [str(one.message) for one in first_sentences(proof)]


@pytest.mark.slow
def test_what_is_told_first_has_its_place_and_can_be_played() -> None:
    desk, heard = of_bad("610"), list[LiveProof]()
    proof = desk.prove(early=heard.append)
    (early,) = heard
    assert early.early
    assert [str(one.message) for one in first_sentences(early)][1:] == told(proof)[1:3], (
        "how somebody fares comes first"
    )
    assert told(early)[0].startswith("Nothing to mend was found so far")
    fix, fares, hard, trick = first_sentences(proof)
    assert str(fix.message).startswith("Should be fixed: On no path does “Noticing”")
    assert str(fares.message).endswith("repaired 52.7 % and left open 47.3 %.")
    assert hard.place == ("moments", "silence")
    assert str(trick.message).startswith(
        "A trick that should not work does. Always the answer with the most warm words"
    )
    assert trick.place is not None
    assert (trick.place[1], trick.place[-1]) == ("speaks", "say"), "the words that give most away"
    assert trick.witness == ("sorry", "safe", "glad")
    assert len(to_fix(proof)) == len(doubts(proof)) == 4
    assert proof.playable is not None
    play = StudioPlay(proof.playable, trick.witness or ())
    assert play.over
    assert play.broken_off is None


@pytest.mark.slow
def test_what_hardly_anybody_repairs_and_what_all_hangs_on_are_told_as_the_checker_tells_them() -> None:
    rare = of_bad("625").prove()
    assert told(rare)[-1].startswith("Too hard: answering at random hardly ever ends repaired")
    assert any("ends repaired in 0.6 % of the sessions" in str(one.message) for one in to_fix(rare))
    hangs = first_sentences(of_bad("626").prove())[0]
    assert str(hangs.message).startswith("Should be fixed: Everything hangs on one answer, “own-it” in “silence”")
    assert hangs.place == ("moments", "silence", "responses", "own-it")
    assert hangs.witness == ("own-it", "fear", "hear")


@pytest.mark.slow
def test_a_mended_comma_costs_nothing_and_another_story_is_tried() -> None:
    desk = of_bad("607")
    first = desk.prove()
    assert first_sentences(first)[0].witness == ("own-it", "fear", "hear")
    desk.replace("id:", "# a remark\n\nid:")
    desk.replace("So. Next week, then.", "So, next week then.")
    again = desk.prove(lambda turn, states: not (turn or states))
    assert again.tried is first.tried, "nothing was tried: nobody would have let it"
    desk.replace("quality: 4", "quality: 3")
    with pytest.raises(Interrupted):
        desk.prove(lambda turn, states: not (turn or states))
    assert desk.prove().tried is not first.tried


@pytest.mark.slow
def test_a_sentence_that_becomes_the_longest_is_tried_as_ways_of_playing_go_by_it() -> None:
    desk = of_bad("610")
    desk.prove()
    scenario = desk.file.reading.scenario
    assert scenario is not None
    say = scenario.moments["silence"].responses[0].in_source
    desk.replace(
        say, say.rstrip(".") + ", and this goes on and on and on until no other sentence here is as long as it is."
    )
    with pytest.raises(Interrupted):
        desk.prove(lambda turn, states: not (turn or states))


@pytest.mark.parametrize("asked", [1, 2, 3])
def test_who_leaves_before_anything_is_tried_is_let_go_between_any_two_steps(asked: int) -> None:
    class UntriedExaminer(Examiner):
        """Is asked for nothing."""

        def prove(self, *_given: object, **_named: object) -> Examined:
            raise AssertionError("nobody wants it any more")

    file, answers = Desk("the-wait.yaml", WAIT).file, iter([*[True] * (asked - 1), False])
    checked: list[int] = []

    def story() -> tuple[Diagnostic, ...]:
        checked.append(1)
        return file.story_check()()

    with pytest.raises(Interrupted):
        LiveProofs(UntriedExaminer()).prove(file.reading, file.written, story, lambda _turn, _states: next(answers))
    assert next(answers, None) is None
    assert bool(checked) is (asked > 1)


def test_of_a_broken_file_is_told_what_is_still_true() -> None:
    desk = Desk("the-wait.yaml", WAIT)
    desk.replace("  boxes:\n", "  boxes:\n    rection: x\n")
    proof = desk.prove()
    broken, repaired, ends = first_sentences(proof)
    assert str(broken.message).startswith("It cannot be played yet. “rection” is not a key")
    assert broken.place == ("moments", "boxes")
    assert str(repaired.message).startswith(
        "Still proved of what can be read (1 of 2 moments): a repair is within reach"
    )
    assert str(ends.message).startswith("Every other conversation still comes to an end: repaired")
    assert proof.tried is not None
    assert proof.tried.to_read is not None
    assert doubts(proof)[0] == broken
    desk.replace("start: quiet", "start: nowhere")
    assert len(told(desk.prove())) == 2
    nothing = Desk("the-wait.yaml", "format: scenario/2\n").prove()
    assert nothing.tried is None
    assert nothing.refused is not None


@pytest.mark.slow
def test_the_conversations_to_read_come_to_every_response_and_can_be_played() -> None:
    desk = of_bad("614")
    proof = desk.prove()
    assert proof.uncovered == (("late-doubt", "policy"), ("late-doubt", "ask"), ("late-doubt", "notice"))
    unmet = first_sentences(proof)[-1]
    assert unmet.play_from == "late-doubt"
    assert proof.tried is not None
    assert proof.playable is not None
    found = proof.tried.to_read
    assert found is not None
    assert found.touched == found.responses == 6
    assert len(found.conversations) <= 5
    met: set[tuple[str, str]] = set()
    for one in found.conversations:
        before = len(met)
        script = Script(proof.playable.scenario)
        place, closing = script.start(), None
        for answer in one.steps:
            if answer and not place.moment.from_bank:
                met.add((place.moment.id, answer))
            after = (script.step_of(place, answer) if answer else script.step(place, -1)).after
            closing, place = after.closing, after.place or place
        assert closing is not None
        assert closing.verdict == one.verdict
        assert len(met) - before == one.new
    assert len(met) == found.touched
    assert found.left == found.beyond == ()

    # Those that fewer conversations would leave out are named, and those to which none comes.
    solution = Examiner().solve(Script(proof.playable.scenario), lambda _turn, _states: True)
    few = conversations_to_read(solution, most=1)
    (one,) = few.conversations
    assert met - set(few.left) != met
    assert len(few.left) == found.responses - one.new
    never = of_bad("603").prove().tried
    assert never is not None
    assert never.to_read is not None
    assert never.to_read.beyond == (("silence", "thank"),)
    assert never.to_read.touched == never.to_read.responses - 1
