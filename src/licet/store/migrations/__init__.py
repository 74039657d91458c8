"""Schema migrations, run by Alembic through `licet.store.upgrade`."""
