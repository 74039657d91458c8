"""The version, in this one place: the build, the command line and every result read it here."""

__version__ = "0.1.0"
