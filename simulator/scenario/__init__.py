"""The scenario language: from a file to a scenario ready to be played, with every fault at its place."""
