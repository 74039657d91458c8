"""The kernel: subjects and a corpus in, hits with reasons out. No database, no law, no clock."""
