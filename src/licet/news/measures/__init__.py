"""Measures that a story tells of, with what it says of each."""
