"""Bringing a library's schema to the head revision."""

from importlib.resources import as_file, files

from sqlalchemy import Engine

from db.header import APPLICATION_ID, MIGRATIONS, head_version


def upgrade(engine: Engine, *, revision: str = "head") -> None:
    """Run the missing revisions in one transaction and note the version in the file's header."""
    from alembic import command
    from alembic.config import Config

    with as_file(files(MIGRATIONS)) as folder, engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        version = head_version() if revision == "head" else int(revision)
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    with engine.connect() as connection:
        # the header is read from the main file by the next program
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")
