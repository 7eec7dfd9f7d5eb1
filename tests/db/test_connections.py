import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

import pytest

from db.connections import Connections, rows_by

THREADS = 4


@pytest.fixture
def connections(tmp_path):
    made = Connections(tmp_path / "library.db", read_only=False)
    with made.idle() as raw:
        raw.execute("CREATE TABLE words (word TEXT)")
        raw.execute("INSERT INTO words VALUES ('一')")
    yield made
    made.dispose()


def words(raw):
    return [row["word"] for row in rows_by(raw)("SELECT word FROM words ORDER BY rowid")]


def test_a_connection_is_kept_for_the_next_task(connections):
    with connections.idle() as first:
        pass
    with connections.idle() as second, connections.idle() as third:
        assert second is first
        assert third is not first


def test_what_is_read_in_one_go_is_one_state(connections):
    with connections.reading() as reading, connections.idle() as raw:
        assert words(reading) == ["一"]
        raw.execute("INSERT INTO words VALUES ('二')")
        assert words(reading) == ["一"]
    with connections.reading() as reading:
        assert words(reading) == ["一", "二"]


def test_a_task_that_fails_leaves_no_transaction(connections):
    def fail():
        with connections.idle() as raw:
            raw.execute("BEGIN")
            raw.execute("DELETE FROM words")
            raw.execute("nonsense")

    with pytest.raises(sqlite3.OperationalError):
        fail()
    with connections.idle() as same, connections.reading() as reading:
        assert not same.in_transaction
        assert words(reading) == ["一"]


def test_threads_have_connections_of_their_own(connections):
    together = Barrier(THREADS)

    def read():
        with connections.reading() as reading:
            together.wait()
            return words(reading)

    with ThreadPoolExecutor(THREADS) as pool:
        assert [one.result() for one in [pool.submit(read) for _ in range(THREADS)]] == [["一"]] * THREADS


def test_disposed_of_they_are_closed_also_those_in_use_and_made_anew(connections):
    told = []
    connections.follow(lambda: told.append("closed"))
    with ExitStack() as stack:
        used = stack.enter_context(connections.idle())
        connections.dispose()
        assert told == ["closed"]
    with connections.reading() as reading, connections.idle() as other:
        assert words(reading) == ["一"]
        assert other is not used
