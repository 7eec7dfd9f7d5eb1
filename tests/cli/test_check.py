"""check ISSUE [--json] [--level L] [--rule-set R]: what stands in an issue, and exit 1 while errors stand."""

import json

import pytest

from db.library import open_library
from editor.cli.main import run
from tests.checks.issues import PUBLICATION, article, issue


@pytest.fixture
def desk(tmp_path, capsys):
    path = tmp_path / "library.db"

    def call(*words):
        code = run([*words, "--library", str(path)], open_library=open_library)
        return code, *capsys.readouterr()

    def fill(one, publication=PUBLICATION, pictures=None):
        with open_library(path) as library:
            library.save_publication(publication)
            for picture, data in (pictures or {}).items():
                library.files.add_picture(picture, data)
            library.add_issue(one)

    call.fill = fill
    return call


def test_findings_stand_under_their_article_with_place_words_and_fix(desk):
    desk.fill(issue(article("各地要加强布署,不得拖延。", source="")))
    code, out, err = desk("check", "latest")
    assert code == 1
    assert "《云州市数据登记办法》" in out
    assert "正文 第1段" in out
    assert "[text.half-width]" in out
    assert "错误 " in out.splitlines()[-1]
    assert "处错误，改正或放行以后才算通过" in err


def test_a_level_shows_itself_and_what_is_above(desk):
    desk.fill(issue(article("各地要加强布署,不得拖延。", link="")))
    found = json.loads(desk("check", "latest", "--json", "--level", "warning")[1])["findings"]
    assert {one["level"] for one in found} == {"error", "warning"}
    only = json.loads(desk("check", "latest", "--json", "--level", "error")[1])["findings"]
    assert {one["level"] for one in only} == {"error"}


def test_a_rule_set_can_be_tried_without_changing_the_publication(desk):
    desk.fill(issue(article()))
    assert desk("check", "latest")[0] == 0
    code, out, _ = desk("check", "latest", "--rule-set", "internal")
    assert (code, "内部资料要印明“印数”" in out) == (1, True)
    assert desk("check", "latest")[0] == 0


def test_words_that_stand_oddly_are_told_too(desk):
    desk.fill(issue(article("有关部们应当按照职责分工做好工作。")))
    rules = {one["rule"] for one in json.loads(desk("check", "latest", "--json")[1])["findings"]}
    assert rules & {"typos.certain", "typos.doubtful"}


def test_rules_are_listed_as_a_set_has_them(capsys):
    assert run(["rules", "--rule-set", "official", "--level", "off", "--json"], open_library=open_library) == 0
    off = {row["id"] for row in json.loads(capsys.readouterr().out)}
    assert off == {"publication.internal", "sources.no-link"}
