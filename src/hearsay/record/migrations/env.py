"""Runs the steps on the connection that :mod:`hearsay.record.opening` holds, inside its transaction."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transaction_per_migration=False)
context.run_migrations()
