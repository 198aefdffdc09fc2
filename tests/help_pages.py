"""What every help page of a diagnostic must hold."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule

FOLDER: Final = Path(__file__).parents[1] / "assets" / "help" / "diagnostics"


def assert_explains(rule: Rule) -> None:
    """The page of a rule has its title, says what is the matter, and shows what is wrong and how it is mended."""
    page = (FOLDER / f"{rule.code}.md").read_text("utf-8")
    assert page.startswith(f"# {rule.code}: {rule.title}\n")
    before, _, rest = page.partition("\nWrong:\n")
    wrong, mended = rest.split("\nMended:\n")
    assert before.count(".") >= 2
    assert wrong.count("```") == mended.count("```") == 2
    assert wrong.strip() != mended.strip()


def assert_is_a_sentence(rule: Rule) -> None:
    """The message of a rule ends with a full stop (or the advice that is put in), its title does not."""
    assert rule.sentence.text.endswith((".", "{advice}"))
    assert not rule.title.endswith(".")
