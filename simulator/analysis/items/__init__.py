"""Item analysis on conversations that branch: what is said of a sentence is said of those who came to it, as they came."""
