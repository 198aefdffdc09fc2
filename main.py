"""Starts Attune in this folder; the same as the command ``attune`` where it is installed."""

from __future__ import annotations

import sys

from simulator.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
