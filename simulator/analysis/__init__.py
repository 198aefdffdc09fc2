"""Exact analysis: what was possible from every state of a scenario, and what each choice cost."""
