"""Print the JSON Schema of the scenario language, for editors that complete and check YAML."""

from __future__ import annotations

import argparse
import sys

from simulator.cli.printable import write_json
from simulator.scenario.json_schema import json_schema


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """``schema`` has no options."""


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema; always 0."""
    write_json(json_schema(), sys.stdout)
    return 0
