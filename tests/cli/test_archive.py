"""search QUERY, reindex, verify-index: as a user calls them."""

import json
import sqlite3
from contextlib import closing

import pytest

from db.library import open_library
from editor.cli.main import run
from editor.desk.ports import Arrival
from editor.model.body import Paragraph, text_of
from editor.model.publication import Profile, Publication
from tests.fakes import article, issue_of

ISSUE = issue_of(
    article("人工智能治理蓝皮书", Paragraph(runs=text_of("报告提出多项建议。"))),
    article("算力布局", Paragraph(runs=text_of("正文提到人工智能一次。"))),
)


@pytest.fixture
def desk(tmp_path, capsys):
    place = tmp_path / "library.db"
    with open_library(place) as library:
        publication = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
        library.take_in(Arrival(issue=ISSUE, publication=publication))

    def call(*words):
        code = run([*words, "--library", str(place)], open_library=open_library)
        return code, *capsys.readouterr()

    call.place = place
    return call


def meddle(desk, statement):
    with closing(sqlite3.connect(desk.place)) as raw:
        raw.execute(statement)
        raw.commit()


def test_hits_are_listed_with_their_place_and_marks(desk):
    code, out, _ = desk("search", "人工智能")
    assert code == 0
    assert "共 2 篇" in out
    assert "【人工智能】治理蓝皮书\n  总第30期  要闻  云州日报\n" in out
    assert "正文提到【人工智能】一次。" in out


def test_hits_as_json(desk):
    code, out, _ = desk("search", "人工智能", "--json", "--limit", "1")
    found = json.loads(out)
    assert code == 0
    assert (found["total"], len(found["hits"])) == (2, 1)
    assert found["hits"][0]["title"] == "人工智能治理蓝皮书"
    assert found["facets"]["source"] == {"云州日报": 2}


@pytest.mark.parametrize("limit", ["0", "x", "99999"])
def test_a_limit_that_is_none_is_told(desk, capsys, limit):
    with pytest.raises(SystemExit) as left:
        desk("search", "数据", "--limit", limit)
    assert left.value.code == 2
    assert "1 到 10000 之间的整数" in capsys.readouterr().err


def test_nothing_found_is_no_error(desk):
    code, out, _ = desk("search", "没有写过的词")
    assert (code, out.strip()) == (0, "共 0 篇")


def test_an_index_that_fits_is_said_to_fit(desk):
    assert desk("verify-index")[:2] == (0, "索引和全部文章一致\n")


def test_a_damaged_index_is_told_and_rebuilt(desk):
    meddle(desk, "INSERT INTO search (search, rowid, words) VALUES ('delete', 1, '人工')")
    code, _, err = desk("verify-index")
    assert code == 1
    assert "reindex" in err
    code, out, _ = desk("reindex")
    assert (code, out) == (0, "索引已建好：2 篇\n")
    assert desk("verify-index")[0] == 0


def test_what_is_lacking_of_the_index_is_built_before_searching(desk):
    meddle(desk, "UPDATE search_state SET value = 'before' WHERE name = 'segmenter'")
    assert "共 2 篇" in desk("search", "人工智能")[1]


def test_a_library_that_is_not_there_is_told(tmp_path, capsys):
    folder = tmp_path / "file"
    folder.write_text("no library")
    code = run(["search", "数据", "--library", str(folder)], open_library=open_library)
    assert code == 1
    assert capsys.readouterr().err
