"""What the debriefing and the page of a handed-in conversation both show of an hour: its course, and what it showed."""
