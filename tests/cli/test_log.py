"""The command line's log: what failed, and where it is written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
import editor.cli.main as main
def fault(*_arguments):
    raise ZeroDivisionError("关于绝密事项的一段正文")
if "fault" in sys.argv:
    sys.argv.remove("fault")
    main.READING_COMMANDS = {"list": fault}
from editor.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def program(tmp_path):
    """Runs the whole program at a machine of its own; returns code, what it said and what its log says."""

    def call(*words):
        home = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *words], env=home, capture_output=True, encoding="utf-8", check=False
        )
        logs = list(tmp_path.rglob("bulletin-desk.log"))
        return done.returncode, done.stderr, logs, logs[0].read_text(encoding="utf-8") if logs else ""

    return call


def test_a_fault_names_the_log_that_says_where_it_was(program):
    code, said, (log,), noted = program("fault", "list")
    assert code == 1
    assert "ZeroDivisionError: 关于绝密事项的一段正文" in said
    assert re.search(rf"^错误：程序出了错。.*“{re.escape(str(log))}”", said, re.MULTILINE)
    assert "CRITICAL" in noted
    assert "ZeroDivisionError" in noted
    assert "绝密" not in noted


def test_a_refusal_and_a_new_library_are_noted(program, tmp_path):
    assert program("list", "--library", str(tmp_path / "none" / "x" / "刊.db"))[0] == 0
    (tmp_path / "no-library.db").write_bytes(b"something else")
    code, said, _, noted = program("list", "--library", str(tmp_path / "no-library.db"))
    assert (code, said.count("\n")) == (1, 1)
    assert "schema brought from revision 0 to" in noted
    assert f"opened {tmp_path / 'none' / 'x' / '刊.db'}" in noted
    assert "WARNING editor.cli.main: command list was refused" in noted


@pytest.mark.parametrize(
    ("words", "more"), [(("schema",), False), (("--debug", "schema"), True), (("schema", "--debug"), True)]
)
def test_debug_notes_more_wherever_it_stands(program, words, more):
    code, _, _, noted = program(*words)
    assert code == 0
    assert ("command schema" in noted) is more
    assert ("Python 3." in noted) is more
