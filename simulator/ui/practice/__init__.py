"""The Practice desk: library, briefing, conversation, debriefing."""
