"""Statements: who said what, in which words and by which means."""
