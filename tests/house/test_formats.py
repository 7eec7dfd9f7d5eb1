"""Only the table of formats knows how files end, and it costs nothing until a file is read or written."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from editor.desk import formats
from editor.desk.formats import FORMATS, VERIFIERS, FileEndings, issue_reader, issue_writers, verifier_names

ROOT = Path(__file__).resolve().parent.parent.parent
ENDINGS = {ending for one in vars(formats).values() if isinstance(one, FileEndings) for ending in one.endings}
# lists of other things: what a font file is called, and how a scan is stored
OTHERS = {"editor/desk/review/approving.py", "editor/model/signed_scan.py"}


def literals(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def modules():
    for room in ("editor/cli", "editor/ui", "editor/desk", "editor/model"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if name != "editor/desk/formats.py" and name not in OTHERS:
                yield name, path


def test_no_other_module_names_an_ending_or_a_filter():
    found = [(name, text) for name, path in modules() for text in literals(path) if text in ENDINGS or "(*." in text]
    assert found == []


def loaders():
    for one in FORMATS:
        for direction in ("reads_issue", "reads_article", "writes_issue", "writes_article", "verifies"):
            if load := getattr(one, direction):
                yield pytest.param(load, id=f"{one.key} {direction}")


@pytest.mark.parametrize("load", [*loaders()])
def test_what_a_row_names_can_be_loaded(load):
    assert callable(load())


LIGHT = """
import sys
import editor.desk.formats
print([name for name in sys.modules if name.startswith(("editor.intake", "editor.export", "editor.pages", "lxml"))])
"""


def test_the_table_loads_no_reader_and_no_writer():
    done = subprocess.run([sys.executable, "-c", LIGHT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_key_or_ending_names_one_format():
    assert len({one.key for one in FORMATS}) == len(FORMATS)
    endings = [ending for one in FORMATS for ending in one.endings]
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize("name", ["一期.JSON", "一期.bulletin", "一期.txt", "一期.md", "一期"])
def test_a_file_is_read_by_its_ending_and_as_text_where_no_format_knows_it(name):
    read, _ = issue_reader(Path(name))
    expected = {".json": "read_json", ".bulletin": "read_package_file"}
    assert read.__name__ == expected.get(Path(name).suffix.lower(), "read_text")


def test_writers_come_in_the_tables_order_and_none_is_left_out_in_silence():
    assert [key for key, _ in issue_writers({"package", "pdf"})] == ["pdf", "package"]
    with pytest.raises(ValueError, match="odt"):
        list(issue_writers({"odt"}))


def test_what_can_be_verified_is_said_by_the_table_and_by_the_dialog():
    assert verifier_names() == "PDF、Word（.docx）和期刊包（.bulletin）"
    lead = next(text for text in literals(ROOT / "editor/ui/review/verify_dialog.py") if text.startswith("对照签名"))
    assert all(one.name in lead for one in VERIFIERS)
