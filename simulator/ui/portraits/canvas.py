"""The paper that portraits are drawn on, in units of the drawing."""

from __future__ import annotations

WIDTH, HEIGHT = 320.0, 400.0
