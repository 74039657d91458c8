"""Parties: who a story names, where, and in which part."""
