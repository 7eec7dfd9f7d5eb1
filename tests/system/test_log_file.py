"""The log that support reads: bounded, silent about what is written, never in the way."""

import errno
import logging
import os

import pytest

from editor.system import log_file
from editor.system.log_file import file_handler, system_line
from editor.system.noting import begin_noting, end_noting

WORDS = "关于绝密事项的一段正文"


@pytest.fixture
def place(tmp_path):
    return tmp_path / "data" / "log" / "bulletin-desk.log"


@pytest.fixture
def begin(place):
    begun = []

    def start(**how):
        begun.append(begin_noting(lambda: file_handler(place), **how))
        return logging.getLogger("editor.anywhere")

    yield start
    for one in begun:
        end_noting(one)


def raised(act):
    try:
        act()
    except (OSError, ValueError, LookupError) as error:
        return error
    raise AssertionError


def test_what_is_noted_stands_in_the_file_with_time_and_process(begin, place):
    begin().info("opened %s", "刊库.db")
    (line,) = place.read_text(encoding="utf-8").splitlines()
    assert line.endswith(f" {os.getpid()} INFO editor.anywhere: opened 刊库.db")
    assert line[:2] == "20"


@pytest.mark.parametrize(("debug", "lines"), [(False, ["two"]), (True, ["one", "two"])])
def test_more_is_noted_where_it_is_asked_for(begin, place, debug, lines):
    log = begin(debug=debug)
    log.debug("one")
    log.info("two")
    assert [line.rpartition(" ")[2] for line in place.read_text(encoding="utf-8").splitlines()] == lines


def test_other_libraries_messages_are_not_kept(begin, place):
    begin(debug=True)
    logging.getLogger("sqlalchemy.engine").error("INSERT %s", WORDS)
    logging.getLogger("db.anywhere").error("own")
    assert "own" in place.read_text(encoding="utf-8")
    assert WORDS not in place.read_text(encoding="utf-8")


def test_three_files_of_bounded_size_hold_the_newest(begin, place, monkeypatch):
    monkeypatch.setattr(log_file, "_MOST_BYTES", 2000)
    log = begin()
    for number in range(500):
        log.info("entry %03d", number)
    files = sorted(place.parent.iterdir())
    assert [one.name for one in files] == ["bulletin-desk.log", "bulletin-desk.log.1", "bulletin-desk.log.2"]
    assert all(one.stat().st_size < 2200 for one in files)
    kept = [line[-3:] for one in reversed(files) for line in one.read_text(encoding="utf-8").splitlines()]
    assert kept == [f"{number:03}" for number in range(500 - len(kept), 500)]
    assert len(kept) > 50


def test_a_file_that_was_filled_before_is_turned_over_too(begin, place, monkeypatch):
    monkeypatch.setattr(log_file, "_MOST_BYTES", 2000)
    place.parent.mkdir(parents=True)
    place.write_text("of before\n" * 300, encoding="utf-8")
    begin().info("new")
    assert place.with_name(f"{place.name}.1").read_text(encoding="utf-8").startswith("of before")
    assert "of before" not in place.read_text(encoding="utf-8")


def test_of_an_exception_its_words_are_not_kept(begin, place):
    def inner():
        raise KeyError(WORDS)

    def outer():
        try:
            inner()
        except KeyError as error:
            raise ValueError(f"{WORDS} again") from error

    begin().error("failed", exc_info=raised(outer))
    said = place.read_text(encoding="utf-8")
    assert WORDS not in said
    assert [line for line in said.splitlines() if line in ("KeyError", "ValueError")] == ["KeyError", "ValueError"]
    assert said.index("in inner") < said.index("\nKeyError\n") < said.index("\nValueError\n")


def test_what_the_system_refused_is_said_without_the_files_name(begin, place):
    def full():
        raise OSError(errno.ENOSPC, "whatever", WORDS)

    begin().error("failed", exc_info=raised(full))
    said = place.read_text(encoding="utf-8")
    assert f"OSError: ENOSPC {os.strerror(errno.ENOSPC)}" in said
    assert WORDS not in said


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, capfd):
    (tmp_path / "data").write_bytes(b"a file stands there")
    handler = begin_noting(lambda: file_handler(tmp_path / "data" / "log" / "bulletin-desk.log"))
    try:
        logging.getLogger("editor.anywhere").error("nothing to be kept")
    finally:
        end_noting(handler)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full disk to be had")  # noqa: PTH110 - no path
def test_a_full_disk_is_no_error(place, capfd):
    place.parent.mkdir(parents=True)
    place.symlink_to("/dev/full")
    handler = begin_noting(lambda: file_handler(place))
    try:
        logging.getLogger("editor.anywhere").error("nothing to be kept")
    finally:
        end_noting(handler)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_another_program_holds_is_no_error(begin, place, monkeypatch, capfd):
    monkeypatch.setattr(log_file, "_MOST_BYTES", 10)
    log = begin()
    log.info("first")

    def held(*_names):
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(type(place), "replace", held)
    log.info("second")
    monkeypatch.undo()
    log.info("third")
    assert place.read_text(encoding="utf-8").endswith("third\n")
    assert capfd.readouterr() == ("", "")


def test_the_system_is_said_in_a_line():
    said = system_line("9.8.7")
    assert said.startswith("9.8.7, Python 3.")
    assert "\n" not in said
