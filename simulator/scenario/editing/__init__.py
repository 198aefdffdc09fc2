"""Edits of a scenario's text by what an author intends: minimal, and accepted only if the file then reads as intended."""
