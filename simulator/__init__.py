"""Attune: practising the repair of alliance ruptures."""

__version__ = "0.1.0"
