"""How long a conversation lasts: simulated with the proof, kept for the library, estimated by its words until then."""

from __future__ import annotations

from pathlib import Path

from simulator.scenario.files import FolderFiles
from simulator.scenario.reading_pace import estimated_minutes, minutes_for
from simulator.services.examine import Examiner, playable
from simulator.services.play_lengths import PlayLengths
from simulator.shipped_files import SCENARIOS
from simulator.storage.cache import Cache
from tests.ui.small_scenarios import WAIT

DIGEST = "0" * 64


def test_words_and_turns_take_their_time() -> None:
    assert minutes_for(2_000, 12) == 14
    assert minutes_for(0, 0) == 1


def test_what_was_foreseen_is_kept_for_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "the-wait.yaml").write_text(WAIT, "utf-8")
    scenario = playable(FolderFiles(tmp_path, SCENARIOS), "the-wait.yaml")
    cache = Cache(tmp_path / "cache")
    examiner = Examiner(cache)
    assert examiner.lengths.of(scenario.digest, 1) is None
    examiner.foresee(scenario, 1)
    minutes = examiner.lengths.of(scenario.digest, 1)
    assert minutes is not None
    assert 0 < minutes <= 2 * estimated_minutes(scenario)
    assert Examiner(cache).lengths.of(scenario.digest, 1) == minutes
    assert Examiner(cache).lengths.of(scenario.digest, 2) is None


def test_two_windows_keep_what_each_has_found(tmp_path: Path) -> None:
    one, other = PlayLengths(Cache(tmp_path)), PlayLengths(Cache(tmp_path))
    one.note(DIGEST, 1, 10)
    other.note(DIGEST, 2, 20)
    assert PlayLengths(Cache(tmp_path)).of(DIGEST, 1) == 10
    assert PlayLengths(Cache(tmp_path)).of(DIGEST, 2) == 20


def test_what_is_damaged_or_absurd_is_not_known(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    PlayLengths(cache).note(DIGEST, 1, 10)
    (kept,) = tmp_path.iterdir()
    name = kept.name.removesuffix(".kept")
    for damage in (b"[]", b"{", b'{"%s-1": -3}' % DIGEST.encode()):
        cache.put(name, damage)
        assert PlayLengths(cache).of(DIGEST, 1) is None
