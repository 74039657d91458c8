"""Runs the migrations on the connection, and in the transaction, that the store gives."""

from alembic import context
from sqlalchemy import Connection

from licet.store.schema import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    # SQLite has transactional DDL; Alembic only assumes otherwise for the driver's sake.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
