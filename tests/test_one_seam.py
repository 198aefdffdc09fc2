"""Whatever the operating system may refuse is asked in one module, for which a test can stand in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import simulator

ROOT: Final = Path(simulator.__file__).parent
SEAM: Final = ROOT / "operating_system.py"

MODULES: Final = frozenset({"tempfile", "fcntl", "msvcrt", "subprocess", "multiprocessing", "signal", "winreg"})
OF_OS: Final = frozenset(
    [
        "open",
        "dup2",
        "replace",
        "rename",
        "renames",
        "link",
        "symlink",
        "chmod",
        "chown",
        "fsync",
        "fdatasync",
        "utime",
        "umask",
        "kill",
        "stat",
        "lstat",
        "truncate",
        "access",
        "system",
        "popen",
        "startfile",
        "execv",
        "spawnv",
        "fork",
    ]
)
OF_SHUTIL: Final = frozenset(
    ["copy", "copy2", "copyfile", "copytree", "move", "rmtree", "chown", "disk_usage", "which"]
)
OF_CTYPES: Final = frozenset(["CDLL", "PyDLL", "WinDLL", "windll", "cdll"])
OF_PATHS: Final = frozenset(["chmod", "lchmod", "rename", "touch", "hardlink_to", "symlink_to"])


def calls_outside(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The places in a module that ask the operating system themselves."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, one.name) for one in names if one.name.partition(".")[0] in MODULES)
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in MODULES:
                yield node.lineno, module
            case ast.ImportFrom(module="os" | "shutil" | "ctypes" as module, names=names):
                banned = OF_OS | OF_SHUTIL | OF_CTYPES
                yield from ((node.lineno, f"{module}.{one.name}") for one in names if one.name in banned)
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in OF_OS:
                yield node.lineno, f"os.{name}"
            case ast.Attribute(value=ast.Name(id="shutil"), attr=name) if name in OF_SHUTIL:
                yield node.lineno, f"shutil.{name}"
            case ast.Attribute(value=ast.Name(id="ctypes"), attr=name) if name in OF_CTYPES:
                yield node.lineno, f"ctypes.{name}"
            case ast.Call(func=ast.Attribute(attr="replace", value=value), args=[_], keywords=[]):
                # With one argument it is a path that takes another's place; text takes two.
                yield node.lineno, f"{ast.unparse(value)}.replace"
            case ast.Call(func=ast.Attribute(attr=name, value=value)) if name in OF_PATHS:
                yield node.lineno, f"{ast.unparse(value)}.{name}"


def test_no_other_module_asks_the_operating_system() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {what}"
        for path in sorted(ROOT.rglob("*.py"))
        if path != SEAM
        for line, what in calls_outside(ast.parse(path.read_bytes()))
    ]
    # A person is renamed in the settings, which asks no system.
    assert [one for one in found if not one.endswith("own_data.rename") and "self.rename" not in one] == []


def test_the_search_knows_the_ways_in_which_it_is_asked() -> None:
    asked = """
import subprocess
from os import replace
import os, shutil, ctypes
os.open("x", os.O_RDONLY)
written.replace(path)
path.chmod(0o600)
shutil.copy2(a, b)
ctypes.CDLL("libc.so.6")
"text".replace("a", "b")
os.fdopen(3)
"""
    assert [line for line, _what in sorted(calls_outside(ast.parse(asked)))] == [2, 3, 5, 6, 7, 8, 9]
