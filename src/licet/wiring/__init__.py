"""The composition root: picks the backend, loads what is embedded, reads the clock."""
