"""The patient: a reaction graph that answers every move, and the state it moves through."""
