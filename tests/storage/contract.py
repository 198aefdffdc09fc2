"""What every store of sessions must do, whatever is behind it: subclass this and give it a ``store`` and a ``crowded`` one."""

from __future__ import annotations

from tests.storage.contract_beside import BesideContract
from tests.storage.contract_courses import CoursesContract
from tests.storage.contract_questions import QuestionsContract
from tests.storage.contract_remarks import RemarksContract
from tests.storage.contract_soundness import SoundnessContract


class SessionStoreContract(CoursesContract, BesideContract, RemarksContract, QuestionsContract, SoundnessContract):
    """All parts of the contract."""
