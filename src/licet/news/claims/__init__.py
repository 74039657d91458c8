"""What a story claims: one thing said of one subject, with the words that say it."""
