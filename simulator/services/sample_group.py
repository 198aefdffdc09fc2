"""The sample group: trainees of growing skill whom the program plays, handed in as signed files and taken in like any others.

Every conversation is marked as made by the model that scores it. The same seed and the same last day give the same files.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from simulator.handin.payload import Payload, write_payload
from simulator.handin.sample_mark import marked
from simulator.handin.signed_file import SUFFIX, signed
from simulator.handin.signing import SigningKey
from simulator.messages.sentences import sample_group as say
from simulator.services.sample_raters import rate_sample
from simulator.services.sample_trainee import Playable, SampleTrainee, converse, trainees
from simulator.session.codec import encode
from simulator.session.engine import start
from simulator.session.ids import PersonId, SessionId
from simulator.session.script import Script
from simulator.session.vocabulary import Met, Mode
from simulator.storage.private_files import PRIVATE_FOLDER

if TYPE_CHECKING:
    from simulator.messages.message import Message
    from simulator.scenario.document import Scenario
    from simulator.services.examine import Examiner
    from simulator.services.reviewing import Review
    from simulator.session.events import Started

Telling = Callable[["Message"], bool]
"""Hears how far the playing is, and says whether to go on."""

NAMES: Final = (
    "Alder", "Aspen", "Birch", "Cedar", "Clover", "Elder", "Fern", "Hazel", "Heather", "Holly", "Ivy", "Juniper",
    "Larch", "Laurel", "Linden", "Maple", "Myrtle", "Olive", "Rowan", "Sage", "Sorrel", "Thyme", "Willow", "Yarrow",
)  # fmt: skip
"""What the trainees are called: plants, so that nobody takes them for people."""

WEEKS: Final = 12
_COMMENTS: Final = (say.COMMENT_SEEN, say.COMMENT_WORDS, say.COMMENT_PULL, say.COMMENT_KEEP)
_COMMENTED: Final = 16
"""Of so many conversations one gets a comment."""
_MEETING: Final = time(18, tzinfo=UTC)
_SINCE_MEETING: Final = 2
"""So many weeks ago the group met last: in the very last one all have held the same, and there would be nothing to choose from."""


@dataclass(frozen=True, slots=True)
class SampleGroup:
    """A group that can be played; ``shelf`` reads the scenarios that it plays, each at the level that it suggests.

    ``words`` renders what the instructor of the sample says.
    """

    shelf: Callable[[], Sequence[Scenario]]
    examiner: Examiner
    last_day: date
    attune: str
    words: Callable[[Message], str] = str
    seed: int = 0
    names: tuple[str, ...] = NAMES
    weeks: int = WEEKS

    def play_into(self, review: Review, tell: Telling) -> bool:
        """Play the group, have it taken in week by week, and rated by two; false where it was stopped. What was taken in by then stays."""
        playables: list[Playable] = []
        scenarios = self.shelf()
        for done, scenario in enumerate(scenarios):
            if not tell(say.PREPARING(done=done, all=len(scenarios))):
                return False
            script = Script(scenario)
            playables.append(Playable(script, self.examiner.solution(scenario, script.disposition.difficulty)))
        meetings = self._meetings(len(scenarios))
        done, all_ = 0, sum(map(len, meetings))
        for week, held in enumerate(meetings):
            files: list[tuple[_Held, bytes]] = []
            for one in held:
                if not tell(say.PLAYING(done=done, all=all_)):
                    return False
                files.append((one, self._file(one, playables)))
                done += 1
            self._take_in(review, week, files)
        rate_sample(review, self.seed)
        return True

    def _meetings(self, scenarios: int) -> list[list[_Held]]:
        """Who holds which conversation in which week; everybody comes to the last one, and is given the same."""
        dice = random.Random(f"{self.seed}/group")
        group = tuple(trainees(self.names, self.weeks, dice))
        held: list[list[_Held]] = [[] for _ in range(self.weeks)]
        for one in group:
            for number, week in enumerate(self._weeks_of(one, dice)):
                scenario = (one.number + number) % scenarios
                day = self._day(week) - timedelta(days=dice.randrange(6))
                last = week == self.weeks - 1
                scenario = 0 if last else scenario
                again = scenario in {before.scenario for each in held for before in each if before.trainee is one}
                held[week].append(_Held(one, scenario, week, day, again, Mode.ASSESS if last else Mode.PRACTISE))
        return held

    def _weeks_of(self, one: SampleTrainee, dice: random.Random) -> Iterator[int]:
        for week in range(one.begins, self.weeks):
            if week in (one.begins, self.weeks - 1) or dice.random() < one.often:
                yield week

    def _day(self, week: int) -> date:
        """The day of a week's meeting."""
        return self.last_day - timedelta(weeks=self.weeks - 1 - week)

    def _file(self, held: _Held, playables: Sequence[Playable]) -> bytes:
        """One conversation, played and signed."""
        trainee, played = held.trainee, playables[held.scenario]
        dice = random.Random(f"{self.seed}/{held.name}")
        # What is assessed is the same for all: the same words, the same order of what is on offer.
        seed = self.seed if held.mode is Mode.ASSESS else dice.randrange(2**32)

        def started(script: Script) -> Started:
            return start(
                script,
                held.mode,
                seed,
                session=SessionId(self._id(held.name)),
                trainee=PersonId(self._id(trainee.name)),
                attune=marked(self.attune),
                day=held.day.isoformat(),
                met=(Met.SESSION, Met.DEBRIEFING) if held.again else (),
            )

        share = held.week / max(self.weeks - 1, 1)
        session = converse(played, started, trainee.skill(share), dice)
        scenario = played.script.scenario
        bodies = tuple(map(encode, session.events))
        payload = Payload(trainee.name, trainee.released, scenario.path, bodies, scenario.sources)
        return signed(write_payload(payload), self._key(trainee))

    def _take_in(self, review: Review, week: int, files: Sequence[tuple[_Held, bytes]]) -> None:
        """Have the files of a week taken in on its day, with words compared and comments made; then the group has met."""
        meeting = int(datetime.combine(self._day(week), _MEETING).timestamp() * 1000)
        desk = review.at(lambda: meeting)
        inbox = review.home / "sample-inbox"
        inbox.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        paths = [_written(inbox / f"{held.name.replace('/', '-')}{SUFFIX}", content) for held, content in files]
        looked = desk.look_at(paths)
        desk.take_in(looked, {self._key(held.trainee).public: held.trainee.name for held, _ in files})
        for path in paths:
            path.unlink()
        inbox.rmdir()
        dice = random.Random(f"{self.seed}/comments/{week}")
        for one in looked:
            if one.found is not None and not dice.randrange(_COMMENTED):
                turn = dice.choice(one.found.transcript.exchanges).turn
                desk.comment(one.found, turn, self.words(dice.choice(_COMMENTS)()))
        if week == self.weeks - _SINCE_MEETING - 1:
            desk.has_met()

    def _key(self, trainee: SampleTrainee) -> SigningKey:
        return SigningKey(sha256(f"attune/sample/{self.seed}/{trainee.name}".encode()).digest())

    def _id(self, name: str) -> str:
        return str(UUID(bytes=sha256(f"attune/sample/{self.seed}/{name}".encode()).digest()[:16], version=4))


def sample_of_the_shelf(
    folder: Path, last_day: date, attune: str, words: Callable[[Message], str], seed: int = 0
) -> SampleGroup:
    """The group that plays what comes with the program; what was solved for it is kept in the data ``folder``."""
    from simulator.scenario.files import FolderFiles
    from simulator.services.examine import Examiner, playable
    from simulator.shipped_files import SCENARIOS
    from simulator.storage.cache import CACHE_FOLDER, Cache

    def shelf() -> tuple[Scenario, ...]:
        files = FolderFiles(SCENARIOS, SCENARIOS)
        return tuple(playable(files, path.name) for path in sorted(SCENARIOS.glob("*.yaml")))

    return SampleGroup(shelf, Examiner(Cache(folder / CACHE_FOLDER)), last_day, attune, words, seed)


@dataclass(frozen=True, slots=True)
class _Held:
    """A conversation of somebody; ``again`` where they have met the scenario before."""

    trainee: SampleTrainee
    scenario: int
    week: int
    day: date
    again: bool
    mode: Mode

    @property
    def name(self) -> str:
        """By which its chances are drawn; nobody holds two in a week."""
        return f"{self.trainee.name}/{self.week}"


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
