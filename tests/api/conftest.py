"""Every test of the Python interface runs as a new user."""

from tests.command import home

__all__ = ["home"]
