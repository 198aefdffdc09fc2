"""How far ratings agree, how sure that is, and how many more would be enough. Numbers only; nothing here knows a person."""
