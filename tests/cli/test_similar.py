"""similar FILE|ARTICLE [--json]: what told the same before, as a user asks for it."""

import datetime as dt
import json

import pytest

from db.library import open_library
from editor.cli.main import run
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from tests.similar_pairs import pairs

ONE = Publication(profile=Profile(masthead="云州观察"))
REORDERED = next(one for one in pairs() if one.kind == "reordered")


@pytest.fixture
def desk(tmp_path, capsys):
    title, body = REORDERED.first
    blocks = tuple(Paragraph(runs=text_of(line)) for line in body.split("\n"))
    issue = Issue(
        publication=ONE.uid,
        number=Number(year=2024, number=50, total=213),
        date=dt.date(2024, 12, 30),
        profile=ONE.profile,
        sections=(Section(name="要闻", articles=(Article(title=Title(text=title), blocks=blocks),)),),
    )
    with open_library(tmp_path / "library.db") as library:
        library.save_publication(ONE)
        library.add_issue(issue)

    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "library.db")], open_library=open_library)
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "来稿.txt"
    path.write_text("\n".join(REORDERED.second), encoding="utf-8")
    return path


def test_a_file_is_told_the_issue_that_printed_it(desk, file):
    code, out, _ = desk("similar", file)
    assert code == 0
    assert f"似已刊于总第213期《{REORDERED.first[0]}》：正文有 " in out


def test_a_program_gets_passages_of_both(desk, file):
    _, out, _ = desk("similar", file, "--json")
    (found,) = json.loads(out)
    assert (found["number"], found["label"], found["why"]) == ("2024-50", ["第50期", "总第213期"], ["same"])
    first = found["passages"][0]
    start, end = first["there"]
    assert REORDERED.first[1][start:end] == first["text"]


def test_an_article_of_the_library_is_not_its_own_copy(desk):
    code, out, _ = desk("similar", REORDERED.first[0])
    assert (code, out) == (0, f"《{REORDERED.first[0]}》没有找到刊过的痕迹。\n")


def test_what_is_neither_is_refused_with_what_to_do(desk):
    code, _, err = desk("similar", "没有这一篇")
    assert code == 1
    assert "不是文件，刊库里也没有这个标题的文章" in err
