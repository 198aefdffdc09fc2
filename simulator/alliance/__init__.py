"""The field's vocabulary as tables: markers, moves, reaction states, qualities, references."""
