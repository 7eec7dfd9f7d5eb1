"""Bringing a library's schema to the head revision, after a checked backup."""

import datetime as dt
import sqlite3
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import Engine

from db.header import APPLICATION_ID
from editor.model.errors import UserError

_MIGRATIONS = "db.migrations"


def head_version() -> int:
    """Return the newest revision's number, from the migrations themselves."""
    names = (entry.name for entry in files(_MIGRATIONS).joinpath("versions").iterdir())
    return max(int(name[:4]) for name in names if name[:4].isdecimal())


def back_up(path: Path, version: int) -> Path:
    """Copy the library beside itself and check the copy. Raises UserError when it cannot be trusted."""
    stamp = dt.datetime.now(tz=dt.UTC).strftime("%Y%m%dT%H%M%S")
    copy = path.with_name(f"{path.stem}-备份-v{version}-{stamp}{path.suffix}")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise UserError(f"升级前的备份没有成功（{error}），资料库未改动。请检查磁盘空间。") from error
    if verdict != "ok":
        raise UserError(f"资料库“{path}”已损坏（{verdict}），未作升级。请用最近的备份。")
    return copy


def upgrade(engine: Engine, *, revision: str = "head") -> None:
    """Run the missing revisions in one transaction and note the version in the file's header."""
    from alembic import command
    from alembic.config import Config

    with as_file(files(_MIGRATIONS)) as folder, engine.begin() as connection:
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
