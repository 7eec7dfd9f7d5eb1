"""A small library: its backup, and what is left of it where the program ended without a word."""

import subprocess
import sys

from db.library import open_library
from db.shelf import back_up
from editor.desk.ports import Arrival
from tests.corpus import old_program

LEAVING = """
import os, sys
from dataclasses import replace
from pathlib import Path
from db.library import open_library
from editor.model.article import Title
from tests.editing import save_article
with open_library(Path(sys.argv[1])) as library:
    issue = library.issue(library.find("latest").uid)
    article = next(iter(issue.articles()))
    save_article(library, issue.uid, replace(article, title=Title(text=sys.argv[2])), author="钟新敏")
    os._exit(0)
"""


BRINGING_UP = """
import os, sys
from pathlib import Path
from sqlalchemy import Engine
from db.engine import library_engine
from db.upgrade import upgrade
connect, called = Engine.connect, []
def once(engine):
    called.append(engine)
    return connect(engine) if len(called) == 1 else os._exit(0)
Engine.connect = once
upgrade(library_engine(Path(sys.argv[1]), read_only=False))
"""


def brought_up(place, name, keep):
    """Keep the log of an old library that was brought up and not written into its file: the program ended just then."""
    subprocess.run((sys.executable, "-c", BRINGING_UP, place), check=True)
    keep(f"{name}.upgraded-wal.xz", place.with_name(f"{place.name}-wal").read_bytes())


def small(folder, keep):
    """Make it in a folder and hand its files to keep (name, bytes)."""
    place = folder / "library.db"
    publication = old_program.a_publication()
    _, issue = old_program.issues(publication, old_program.drawn()[0])
    with open_library(place) as library:
        library.take_in(Arrival(issue=issue, publication=publication))
    backup = back_up(place)
    keep(f"{backup.path.name}.xz", backup.path.read_bytes())
    subprocess.run((sys.executable, "-c", LEAVING, place, old_program.LAST_TITLE), check=True)
    keep("leftover.db.xz", place.read_bytes())
    keep("leftover.db-wal.xz", place.with_name("library.db-wal").read_bytes())
