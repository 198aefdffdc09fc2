"""What the library says to help in choosing: what to practise next and why, and filters."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NEXT: Final = Sentence("choosing/next", "What to practise next")
NEXT_IS: Final = Sentence("choosing/next-is", "“{title}”, with {name}. {why}")
GO: Final = Sentence("choosing/go", "Go there")
GO_NAMED: Final = Sentence("choosing/go-named", "Go to {title}")
LEFT_OPEN: Final = Sentence("choosing/left-open", "You left this conversation open.")
A_BEGINNING: Final = Sentence(
    "choosing/a-beginning",
    "A place to begin: nothing on this shelf has a lower level, and it takes about {minutes} min.",
)
ONCE_MORE: Final = Sentence(
    "choosing/once-more", "Your last conversation with {name} ended before you had found each other again."
)
NOT_MET: Final = Sentence("choosing/not-met", "You have not met {name} yet, and {title} has the lowest level of those.")
HARDER: Final = Sentence("choosing/harder", "You and {name} found each other again at level {level}. Try level {next}.")
LONGEST_AGO: Final = Sentence("choosing/longest-ago", "It has been longest since you sat with {name}.")
FILTER: Final = Sentence("choosing/filter", "Filter")
FILTER_HINT: Final = Sentence("choosing/filter-hint", "Show only some of the scenarios")
PLAYED: Final = Sentence("choosing/played", "Conversations")
ANY: Final = Sentence("choosing/any", "any")
NOT_PLAYED: Final = Sentence("choosing/not-played", "none yet")
ALREADY: Final = Sentence("choosing/already", "at least one")
LEVEL: Final = Sentence("choosing/level", "Difficulty")
LENGTH: Final = Sentence("choosing/length", "Length")
UP_TO: Final = Sentence("choosing/up-to", "up to {minutes} min")
LEAVE_OUT: Final = Sentence("choosing/leave-out", "Leave out what touches on")
SHOWN: Final = Sentence("choosing/shown", "{shown} of {count} scenario", "{shown} of {count} scenarios", count="count")
ALL_AGAIN: Final = Sentence("choosing/all-again", "Show all again")
