"""Where a trainee's sessions and settings are kept on this machine."""
