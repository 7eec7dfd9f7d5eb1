"""Whether and how a library's schema is upgraded, without importing what does it."""

import sqlite3

from db.connections import Connections


def upgrade_file(connections: Connections) -> None:
    """Bring a library to the head revision. Raises UserError, sqlite3.Error."""
    # imported for the few openings that need it
    from sqlalchemy.exc import DBAPIError

    from db.engine import engine_on
    from db.upgrade import upgrade

    # none may be open beside the one that upgrades
    connections.dispose()
    engine = engine_on(connections)
    try:
        upgrade(engine)
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error
        raise
    finally:
        engine.dispose()
