"""The command line: one command a file, same names as the use cases."""
