"""What a command does not need it does not import: imports are most of what the quick commands take."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from db.library import open_library
from editor.model.article import Article, title_of
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication

ROOT = Path(__file__).parents[2]
ONE = Publication(profile=Profile(masthead="云州观察"))
PROGRAM = """
import sys
from editor.__main__ import main
code = main()
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""
# for nobody but the window, for what is opened to be written, for other formats
NEVER = ("PySide6", "sqlalchemy", "alembic", "lxml", "docx", "pypdf", "pypdfium2", "charset_normalizer", "pypinyin")
NEVER += ("editor.ui", "editor.intake", "editor.checks", "rapidfuzz", "db.library", "db.store", "db.tables")
LIST_ALONE = (
    "msgspec",
    "cryptography",
    "typst",
    "PIL",
    "zxingcpp",
    "json",
    "tomllib",
    "platformdirs",
    "socket",
    "uuid",
)
LIST_ALONE += ("logging.handlers", "importlib.resources", "concurrent", "db.values", "db.queries")
LIST_ALONE += ("editor.model.issue", "editor.model.article", "editor.model.body", "editor.model.publication")
LIST_ALONE += ("editor.desk.ports", "editor.desk.formats", "editor.desk.review", "editor.document", "editor.export")
LIST_ALONE += ("editor.pages", "editor.text", "editor.interchange.codec", "editor.cli.commands", "editor.cli.exports")
EXPORT_ALONE = ("cryptography", "PIL", "concurrent", "importlib.resources.readers", "editor.desk.ports")
EXPORT_ALONE += (
    "editor.desk.review.looking",
    "editor.desk.printable_issue",
    "editor.interchange.sample",
    "editor.export",
)
EXPORT_ALONE += ("editor.interchange.package", "editor.cli.commands", "editor.model.workspace")


@pytest.fixture
def place(tmp_path):
    """A library of one issue in which nothing is signed."""
    article = Article(title=title_of("一篇"), blocks=(Paragraph(runs=text_of("正文。")),), source="来源")
    issue = Issue(
        publication=ONE.uid,
        number=Number(year=2025, number=5, total=50),
        date=dt.date(2025, 2, 3),
        profile=ONE.profile,
        sections=(Section(name="要闻", articles=(article,)),),
    )
    with open_library(tmp_path / "library.db") as library:
        library.save_publication(ONE)
        library.add_issue(issue)
    return tmp_path / "library.db"


def imported(*words):
    """Run a command in a process of its own; return what it has imported then."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stderr.split())


def among(modules, names):
    return sorted(one for one in modules if any(one == name or one.startswith(f"{name}.") for name in names))


def test_a_list_with_nothing_signed_imports_no_model_and_no_decoder(place):
    found = imported("list", "--library", str(place))
    assert "editor.cli.listing" in found
    assert among(found, (*NEVER, *LIST_ALONE)) == []


def test_an_export_of_a_pdf_imports_what_sets_it_and_nothing_of_other_formats(place, tmp_path):
    found = imported("export", "latest", "--library", str(place), "--pdf", str(tmp_path / "a.pdf"))
    assert "editor.pages.typesetter" in found
    assert among(found, (*NEVER, *EXPORT_ALONE)) == []
