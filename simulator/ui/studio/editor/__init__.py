"""The editor of the Studio: one open file with its faces."""
