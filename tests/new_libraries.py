"""New libraries of the tests: migrations run once in a process, what they made is copied for every later library.

A copy gets a generation of its own, as every new library does: the log of one fits no other.
"""

from contextlib import closing
from pathlib import Path

from db.connecting import connect
from db.generation import move_on
from db.migrating import upgrade_file


def copying_upgrade():
    """Return what db.new_library calls to make the tables of a new library."""
    made = []

    def make_tables(connections):
        with connections.idle() as raw:
            place = Path(raw.execute("PRAGMA database_list").fetchone()[2])
        if not made:
            upgrade_file(connections)
            made.append(place.read_bytes())
            return
        connections.dispose()
        place.write_bytes(made[0])
        with closing(connect(place, "mode=rw")) as copy:
            # twice: the value before is one of its own too
            move_on(copy)
            move_on(copy)

    return make_tables
