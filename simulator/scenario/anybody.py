"""The person with lines that anybody could say: nobody meets them, and new people begin from them."""

from __future__ import annotations

from typing import Final

ANYBODY: Final = "patients/anybody.yaml"
"""The file of that person, among those that come with the program."""
