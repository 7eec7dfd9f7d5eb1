import json
import os
import subprocess
import sys

import pytest

pytest.importorskip(
    "PySide6.QtWidgets",
    reason="Qt lacks system libraries: dev.py names the line that installs them",
    exc_type=ImportError,
)

BROKEN = """
import sys, editor.export.word.lint as module
del module.lint
from editor.self_test import self_test
sys.exit(self_test())
"""


def run(*words):
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *words], capture_output=True, encoding="utf-8", env=surroundings, check=False
    )


def test_every_part_of_the_program_works_here():
    done = run("-m", "editor", "--self-test", "--json")
    outcomes = json.loads(done.stdout)
    assert [outcome for outcome in outcomes if not outcome["passed"]] == []
    assert {"刊库", "Word", "二维码", "PDF", "版面图像", "副本", "Qt 中文", "图标", "样式", "窗口"} <= {
        outcome["name"] for outcome in outcomes
    }
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_broken_is_named_and_the_rest_still_tried():
    done = run("-c", BROKEN)
    lines = dict(reversed(line.split("：")[0].split(maxsplit=1)) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert lines["Word"] == "failed"
    assert lines["刊库"] == lines["窗口系统"] == "ok"
