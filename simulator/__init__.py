"""Attune: a simulator for practising alliance repair with a patient who reacts."""
