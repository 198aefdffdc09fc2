"""The patient's face: our own drawing of a person in a mood, as SVG text, without Qt."""
