"""Conversations handed in as one signed text file: what goes into it, and what of such a file can be believed."""
