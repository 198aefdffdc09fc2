"""What the window can do about the data as a whole: backups, going back to one, a person's export, deleting a person."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.handin.remarks_file import SaidOf
    from simulator.handin.signing import SigningKey
    from simulator.messages.message import Catalogue, Message
    from simulator.services.came_back import CameBack
    from simulator.services.erasing import Erased
    from simulator.services.personal_collection import PersonalData
    from simulator.services.store_care import StoreState
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.remarks import RemarkId
    from simulator.session.store import Fault, Person
    from simulator.storage.backups import Backup
    from simulator.storage.settings import Settings
    from simulator.storage.sqlite import SqliteSessionStore


class DataCare:
    """The data folder with a clock (UTC, ms), and the acts that concern all of it. What they need is loaded when they are."""

    def __init__(self, folder: Path, now_ms: Callable[[], int]) -> None:
        self.folder, self.now_ms = folder, now_ms

    def is_private(self) -> bool:
        """Whether no other user of the machine can look into the data folder."""
        from simulator.storage.private_files import is_private

        return is_private(self.folder)

    def last_backup_ms(self) -> int | None:
        """When the last backup was made (UTC, ms)."""
        from simulator.storage.backups import last_backup_ms

        return last_backup_ms(self._store)

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the newest first. Opens every one of them; not for the window's thread."""
        from simulator.storage.backups import backups_of

        return backups_of(self._store)

    def not_in_backups(self) -> Message | None:
        """That what was handed in to somebody here is in no backup; nothing where nothing was."""
        from simulator.services.review_keeping import holds_handed_in, not_in_backups

        return not_in_backups() if holds_handed_in(self.folder) else None

    def backup_is_due(self) -> bool:
        """Whether the last backup is older than a day."""
        from simulator.services.store_care import due

        return due(self.last_backup_ms(), self.now_ms())

    def state(self, store: SqliteSessionStore, settings: Settings) -> StoreState:
        """How the store is kept, and whether it is empty against expectation."""
        from simulator.services.store_care import store_state

        return store_state(self.folder, settings, store)

    def unreadable_state(self, why: Message) -> StoreState:
        """How a store is kept that cannot be read. Opens every backup; not for the window's thread."""
        from simulator.services.store_care import unreadable_state

        return unreadable_state(self.folder, why)

    def back_up(self, store: SqliteSessionStore, *, asked: bool) -> Generator[tuple[int, int], None, Path]:
        """Make a backup in parts, on the store's thread."""
        from simulator.services.store_care import back_up
        from simulator.storage.backups import Reason

        return back_up(store, self.now_ms(), Reason.ASKED if asked else Reason.SESSION)

    def look_through(self, store: SqliteSessionStore) -> Generator[tuple[int, int], None, tuple[Fault, ...]]:
        """Look for what is not as it was stored, in parts, on the store's thread."""
        return store.faults_stepwise()

    def restore(self, name: str) -> None:
        """Put a backup in place while the store is closed; the folder is locked by whoever asks."""
        from simulator.storage.backups import restore

        restore(self._store, name, self.now_ms())

    def collect(self, store: SqliteSessionStore, person: Person) -> Generator[int, None, PersonalData]:
        """Collect everything of a person in parts, on the store's thread, which may know more of them than their name."""
        from simulator.services.personal_collection import collecting

        return collecting(store, next((known for known in store.people() if known.id == person.id), person))

    def write(self, data: PersonalData, target: Path, words: Catalogue) -> None:
        """Write what was collected into one file, in the user's language; touches no store."""
        from simulator.services.personal_data import write_export

        write_export(data, target, now_ms=self.now_ms(), catalogue=words)

    def erase(self, person: PersonId, *, also_backups: bool) -> Erased:
        """Delete everything of a person while the store is closed; the folder is locked by whoever asks."""
        from simulator.services.erasing import erase_everything
        from simulator.storage.sqlite import SqliteSessionStore

        return erase_everything(
            self.folder,
            person,
            self.now_ms(),
            also_backups=also_backups,
            opening=lambda _folder: SqliteSessionStore(self._store),
        )

    def keeps(self, store: SqliteSessionStore, person: PersonId) -> bool:
        """Whether the store still holds anything of a person whom something was to be deleted of."""
        from simulator.services.erasing import is_kept

        return is_kept(store, person)

    def signing_key(self, person: PersonId) -> SigningKey:
        """The key that a person signs with what they hand in, made now if there is none yet; raises ``StoreError``."""
        from simulator.handin.signing import SigningKey
        from simulator.storage.signing_keys import own_secret

        return SigningKey(own_secret(self.folder, person))

    def take_back(self, store: SqliteSessionStore, person: PersonId, content: bytes) -> SaidOf:
        """Keep what came back of a conversation that was handed in; raises ``Refused`` with why it is not kept."""
        from simulator.services.came_back import take_back

        return take_back(store, person, content)

    def came_back(self, store: SqliteSessionStore, person: PersonId, session: SessionId) -> CameBack:
        """What came back of a conversation so far."""
        from simulator.services.came_back import came_back

        return came_back(store, person, session)

    def answer(
        self, store: SqliteSessionStore, person: PersonId, session: SessionId, correction: RemarkId, words: str
    ) -> CameBack:
        """Answer a correction; gives what stands then."""
        from uuid import uuid4

        from simulator.services.came_back import answer
        from simulator.session.remarks import RemarkId

        new, now_ms = RemarkId(str(uuid4())), self.now_ms()
        answer(store, person, session, correction, words, id_=new, now_ms=now_ms)
        return self.came_back(store, person, session)

    def answers_file(self, store: SqliteSessionStore, person: PersonId, session: SessionId) -> bytes:
        """The answers to what was corrected of a conversation, as a file for whoever corrected it."""
        from simulator.services.came_back import answers_file

        return answers_file(store, person, session, self.signing_key(person))

    @property
    def _store(self) -> Path:
        from simulator.storage.home import STORE_FILE

        return self.folder / STORE_FILE
