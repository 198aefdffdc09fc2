"""A colleague's scenario in the Studio, played blind, and the comments on one's own that came back."""
