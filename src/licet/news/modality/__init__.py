"""Whether what a story tells of is in force, and on whose word."""
