"""A session: what happened in it, the engine that plays it, the transcript it gives, the face of its store."""
