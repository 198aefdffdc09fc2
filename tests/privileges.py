"""Doing something as somebody whom the permissions of files bind."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pytest

_VERSION_3: Final = 0x20080522
_PASSES_OVER_PERMISSIONS: Final = 0b110
"""The privileges CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, of linux/capability.h."""


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Privileges(ctypes.Structure):
    _fields_ = [("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32)]


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Root may read and write whatever the permissions say; in here they bind root as they bind every owner of a file.

    It stays the same user, so that the program can go on reading its own files wherever they lie.
    """
    if os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("only Linux takes single privileges from root")
    libc = ctypes.CDLL(None, use_errno=True)
    myself, privileges = _Header(_VERSION_3, 0), (_Privileges * 2)()
    assert libc.capget(ctypes.byref(myself), privileges) == 0
    before = privileges[0].effective
    privileges[0].effective &= ~_PASSES_OVER_PERMISSIONS
    assert libc.capset(ctypes.byref(myself), privileges) == 0
    try:
        yield
    finally:
        privileges[0].effective = before
        assert libc.capset(ctypes.byref(myself), privileges) == 0
