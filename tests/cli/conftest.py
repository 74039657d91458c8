"""Every test of the command line runs as a new user."""

from tests.command import home

__all__ = ["home"]
