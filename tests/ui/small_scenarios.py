"""Small scenarios for tests of the window."""

from __future__ import annotations

from typing import Final

from simulator.shipped_files import SCENARIOS

WAIT: Final = """\
format: scenario/1
id: the-wait
title: The wait
language: en
about: Ines came late, and you looked at the clock.
objectives: [stay with a silence]
difficulty: 1
cause: tone
content-notes: []
turns: 4
patient:
  use: patients/ines-carvalho.yaml
start: quiet
moments:
  quiet:
    reaction: minimal
    marker: wd_minimal
    silence: {kind: disengaged, lasts: 1min, then: boxes}
    shows: [looks at the clock]
    thinks: Late again.
    responses:
      own-clock:
        say: I looked at the clock when you came in, and I can see how that was no welcome.
        move: own_contribution
        quality: 4
        debrief: Names what you did.
      ask-quiet:
        say: You have gone quiet since you came in, and I wonder what is going on for you.
        move: notice_shift
        debrief: Sees the quiet.
      explain-time:
        say: We only have until ten to, and I should not like you to lose more of your time.
        move: defend_justify
        debrief: Explains the glance.
      let-be:
        say: Never mind the time, let us go on with where we were when we met last week.
        move: retreat
        debrief: Passes over it.
  boxes:
    reaction: avoiding
    marker: wd_story
    patient: The tram stood still for a quarter of an hour, and so did everybody on it.
    shows: [a quick laugh]
    thinks: Trams are safe.
    responses:
      tram-shut:
        say: Something shut before the tram, and I think it was my glance at the clock.
        move: own_contribution
        quality: 3
        debrief: Goes back to it.
      tram-ask:
        say: What was it like for you to come in here after all that standing about?
        move: explore_experience
        debrief: A question asked with interest.
      tram-laugh:
        say: Trams! I stood on that line on Monday, half an hour it took me from the station.
        move: retreat
        debrief: You both enjoy it.
      tram-always:
        say: There is always something with the trams when it is time for our hour, is there not?
        move: blame_interpret
        debrief: Lands as a fault.
"""

MIX_UP: Final = (
    WAIT.replace("cause: tone", "cause: mix-up")
    + """\
  looking:
    reaction: exploring
    patient: I thought you wanted me to go.
    thinks: Did I misread it?
    responses:
      clear:
        say: I looked because the clock had stopped, not because I wanted you to leave the room.
        move: clarify_misunderstanding
        debrief: Clears it up.
      ask-look:
        say: What was it like for you to see me look at the clock when you came in today?
        move: explore_experience
        debrief: Asks.
"""
)
"""The same as a mix-up, which can be cleared up without ever going deep."""

BRIEF_WAIT: Final = WAIT.replace("lasts: 1min", "lasts: 1s")
"""The same with a silence that is soon over."""


def named(id_: str, title: str) -> str:
    """The small scenario under another name."""
    return WAIT.replace("id: the-wait", f"id: {id_}").replace("title: The wait", f"title: {title}")


IN_SHORT: Final = "The concert, in less than half an hour"
SHORT_CONCERT: Final = (
    (SCENARIOS / "concert-silence.yaml")
    .read_text("utf-8")
    .replace("id: concert-silence\ntitle: The concert\n", f"id: short-concert\ntitle: {IN_SHORT}\n")
    .replace("\nturns: 11\n", "\nturns: 6\n")
    .replace("turn < 11", "turn < 6")
    .replace("turn > 14 or level >= 2 and turn > 11", "turn > 9 or level >= 2 and turn > 6")
)
"""All that a shipped scenario says, in an hour that is soon tried; some of it never comes then, and that is found."""
