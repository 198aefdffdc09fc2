"""Results that took long to work out, kept in a folder of small files; losing any of them costs only time.

Several programs may use one folder: a file appears whole or not at all, and one that another program dropped is simply
not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.operating_system import THIS_SYSTEM
from simulator.storage.files import replace_file

CACHE_FOLDER: Final = "cache"
"""Its name in the data folder."""
MOST_BYTES: Final = 64 * 1024 * 1024
"""Some three hundred scenarios of the size of the shipped ones."""

_LETTERS: Final = frozenset("0123456789abcdef.-")
_LONGEST_NAME: Final = 160
_SUFFIX: Final = ".kept"
_SEAL_BYTES: Final = 32


class Cache:
    """Byte strings by name, at most ``most_bytes`` on the disk; whatever was used longest ago is dropped first.

    A name consists of hexadecimal digits, dots and dashes, and begins and ends with a digit; any other raises
    ``ValueError``. What the disk refuses is not told: then nothing is kept, and nothing is found.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def get(self, name: str) -> bytes | None:
        """What was kept under a name; ``None`` if there is nothing, or nothing that is whole. What is damaged is removed."""
        path = self._path(name)
        try:
            # A file that cannot be ours is not read into the memory.
            content = path.read_bytes() if path.stat().st_size <= self._most_bytes else b""
        except OSError:
            return None
        seal, data = content[:_SEAL_BYTES], content[_SEAL_BYTES:]
        whole = seal == _sealed(name, data)
        with suppress(OSError):
            if whole:
                THIS_SYSTEM.note_use(path)
            else:
                path.unlink()
        return data if whole else None

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name, in place of what was there; too much for the whole cache is not kept."""
        path = self._path(name)
        if _SEAL_BYTES + len(data) > self._most_bytes:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(path, _sealed(name, data) + data)
            self._drop_oldest()

    def clear(self) -> None:
        """Drop everything, half-written files too."""
        with suppress(OSError):
            for _, _, path in tuple(self._files()):
                path.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _is_name(name):
            raise ValueError(f"“{name}” is no name of something kept.")
        return self._folder / f"{name}{_SUFFIX}"

    def _drop_oldest(self) -> None:
        """Make room; what a program left half written when it died is dropped like the rest, once it is the oldest."""
        found = sorted(self._files())
        total = sum(size for _, size, _ in found)
        for _, size, path in found:
            if total <= self._most_bytes:
                break
            with suppress(OSError):
                path.unlink()
                total -= size

    def _files(self) -> Iterator[tuple[int, int, Path]]:
        """When each file of the cache was last used, its size, and where it is; other files in the folder are not ours."""
        for path in self._folder.iterdir():
            # What is being written has a dot before its name and something behind the suffix.
            name, suffix, _ = path.name.removeprefix(".").partition(_SUFFIX)
            if suffix and _is_name(name):
                with suppress(OSError):
                    facts = path.stat()
                    yield facts.st_mtime_ns, facts.st_size, path


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and _LETTERS.issuperset(name) and (name[0] + name[-1]).isalnum()


def _sealed(name: str, data: bytes) -> bytes:
    """The SHA-256 that stands before the data; of the name too, so that nothing is taken for something else."""
    # Not needed, and not loaded, before something is kept or looked for.
    from hashlib import sha256

    return sha256(b"%d %s %s" % (len(name), name.encode(), data)).digest()
