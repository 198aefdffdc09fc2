"""The Review desk: what was handed in to an instructor, and what can be said of it."""
