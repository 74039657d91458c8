"""Every test of the composition runs as a new user."""

from tests.command import home

__all__ = ["home"]
