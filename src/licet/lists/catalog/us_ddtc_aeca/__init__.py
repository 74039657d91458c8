"""US parties debarred under the Arms Export Control Act."""
