"""The key that somebody signs with: made once, theirs alone, never made anew in place of one that cannot be read."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from simulator.messages.sentences import signed_files as say
from simulator.services.erasing import erase_everything
from simulator.session.errors import StoreError
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.home import open_store
from simulator.storage.private_files import is_private
from simulator.storage.signing_keys import key_file, own_secret
from tests.services.desks import KIM, ROBIN


def test_a_key_is_made_on_first_use_and_stays(tmp_path: Path) -> None:
    first = own_secret(tmp_path, KIM.id)
    assert len(first) == 32
    assert own_secret(tmp_path, KIM.id) == first
    assert own_secret(tmp_path, ROBIN.id) != first
    assert is_private(key_file(tmp_path, KIM.id))
    assert is_private(key_file(tmp_path, KIM.id).parent)


@pytest.mark.parametrize("content", [b"", b"abc\n", b"zz" * 32, b"\xff" * 64, b"00" * 31])
def test_a_key_that_cannot_be_read_is_told_and_left(tmp_path: Path, content: bytes) -> None:
    own_secret(tmp_path, KIM.id)
    key_file(tmp_path, KIM.id).write_bytes(content)
    with pytest.raises(StoreError) as refusal:
        own_secret(tmp_path, KIM.id)
    assert refusal.value.message.sentence == say.KEY_DAMAGED
    assert key_file(tmp_path, KIM.id).read_bytes() == content


def test_no_name_in_the_settings_leads_out_of_the_folder(tmp_path: Path) -> None:
    own_secret(tmp_path / "home", PersonId("../../elsewhere"))
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    assert len(list((tmp_path / "home" / "keys").iterdir())) == 1


def test_the_key_goes_with_its_person(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        for person in (KIM, ROBIN):
            store.add_person(Person(person.id, person.name))
    own_secret(tmp_path, KIM.id, os.urandom)
    robins = own_secret(tmp_path, ROBIN.id)
    erase_everything(tmp_path, KIM.id, 1_790_000_000_000, also_backups=True)
    assert not key_file(tmp_path, KIM.id).exists()
    assert own_secret(tmp_path, ROBIN.id) == robins
