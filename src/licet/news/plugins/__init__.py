"""Extractors of others: they may add what they find verbatim in a story, and can change nothing."""
