"""One SQL schema for SQLite and PostgreSQL; rows are closed, never overwritten."""
