"""Print the JSON Schema of the scenario language, for editors that complete and check YAML."""

from __future__ import annotations

import argparse
import json

from simulator.scenario.json_schema import json_schema


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """``schema`` has no options."""


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema; always 0."""
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
