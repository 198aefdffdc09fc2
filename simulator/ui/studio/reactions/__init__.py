"""The reaction graph of a patient in the Studio: to look at, to change, and to step through."""
