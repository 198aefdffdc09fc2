"""The Studio desk: whether each scenario is true, fair and finished."""
