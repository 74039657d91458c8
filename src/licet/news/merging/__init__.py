"""Several stories made one timeline of facts."""
