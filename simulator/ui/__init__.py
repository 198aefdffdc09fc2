"""The windows: the only part of Attune that knows Qt."""
