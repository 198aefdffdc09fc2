"""The canvas of the Studio: a scenario as cards and edges, to be looked at, arranged and changed."""
