"""Upgrades a library's schema to the head revision."""

import logging
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import Engine

from db.engine import checkpoint, driver, idle_driver
from db.generation import current_mark, move_on
from db.header import APPLICATION_ID, MIGRATIONS, head_version
from db.main_file import whole_digest
from editor.model.errors import UserError
from editor.model.language import tr

_LOG = logging.getLogger(__name__)


def upgrade(engine: Engine, *, revision: str = "head") -> None:
    """Run the missing revisions in one transaction and write the version into the file's header.

    The log is then moved into the file, since the next start reads the header there. Raises UserError while another
    program reads, and where the library's record of its revision is damaged.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    before = whole_digest(_emptied(engine))
    with as_file(files(MIGRATIONS)) as folder, engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.set_main_option("path_separator", "os")
        config.attributes |= {"connection": connection, "generation_before": before}
        if current_mark(driver(connection)):
            move_on(driver(connection))
        try:
            command.upgrade(config, revision)
        except CommandError as error:
            # the library's table names a revision that does not exist
            raise UserError(tr("刊库里的版本记录已损坏（{error}），没有改动。请用最近的备份。", error=error)) from error
        earlier = connection.exec_driver_sql("PRAGMA user_version").scalar()
        version = head_version() if revision == "head" else int(revision)
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    checkpoint(engine)
    _LOG.info("schema brought from revision %s to %s", earlier, version)


def _emptied(engine: Engine) -> Path:
    """Move the log into the file and close all connections; return the file's path."""
    with idle_driver(engine) as raw:
        place = Path(raw.execute("PRAGMA database_list").fetchone()[2])
    done = checkpoint(engine)
    # no connection may be open while the file is read: see main_file
    engine.dispose()
    if not done:
        raise UserError(tr("刊库正被另一个程序读取，还不能升级，也没有改动。请等它做完或关掉它，再打开刊库。"))
    return place
