"""terms import FILE [--json], terms export FILE: house words to a table and back, as a user does it."""

import json

import pytest

from db.library import open_library
from editor.cli.main import run
from editor.model.house_words import HouseWordLevel


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "library.db")], open_library=open_library)
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def table(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "用语.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def words(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        return {one.name: one for one in library.house_words.stored().words}


def test_good_rows_are_taken_and_broken_ones_told_with_line_and_reason(desk, table, tmp_path):
    path = table('用语,改为,级别\n布署,部署,错误\n"既使,即使,提醒\n云州人,,严重\n布署,部署,提示\n')
    code, out, err = desk("terms", "import", path)
    assert code == 0
    assert "新增 1 条，改动 0 条，未变 0 条，没有收 3 条" in out
    assert '第 3 行“"既使,即使,提醒”没有收：引号没有成对' in err
    assert "第 4 行“云州人 严重”没有收：不认得级别“严重”" in err
    assert "第 5 行“布署 部署 提示”没有收：第 2 行已经有这个用语" in err
    assert words(tmp_path)["布署"].level is HouseWordLevel.ERROR


def test_a_second_import_changes_what_is_other_and_keeps_what_the_table_says_nothing_of(desk, table, tmp_path):
    desk("terms", "import", table("用语,改为,理由\n布署,部署,错字\n既使,即使,错字\n"))
    uid = words(tmp_path)["布署"].uid
    _, out, _ = desk("terms", "import", table("用语;改为\n布署;安排、部署\n既使;即使\n", "gb18030"))
    assert "新增 0 条，改动 1 条，未变 1 条" in out
    made = words(tmp_path)["布署"]
    assert (made.uid, made.instead, made.reason) == (uid, ("安排", "部署"), "错字")


def test_the_result_as_json(desk, table):
    _, out, _ = desk("terms", "import", table("wording,level,remark\n布署,error,x\n,error,\n"), "--json")
    told = json.loads(out)
    assert (told["new"], told["changed"], told["same"]) == (1, 0, 0)
    assert told["unknown_columns"] == ["remark"]
    assert told["refused"] == [{"line": 3, "text": "error", "reason": "没有写用语，请写上要查的词。"}]


def test_what_is_exported_comes_back_as_it_was(desk, table, tmp_path):
    desk("terms", "import", table("用语,改为,例外\n=云州,云州,《》\n(.*),,\n"))
    before = words(tmp_path)
    path = tmp_path / "out.csv"
    assert "2 条用语" in desk("terms", "export", path)[1]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=云州" in path.read_text("utf-8-sig")
    assert "未变 2 条" in desk("terms", "import", path)[1]
    assert words(tmp_path) == before


def test_the_template_is_a_table_that_can_be_taken(desk, tmp_path):
    path = tmp_path / "template.csv"
    desk("terms", "export", "--template", path)
    assert len(path.read_text("utf-8-sig").splitlines()) == 3
    assert "新增 2 条" in desk("terms", "import", path)[1]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00\x01\x02", "用语,改为\n".encode()])
def test_a_file_without_words_is_refused_in_one_line(desk, tmp_path, data):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    code, _, err = desk("terms", "import", path)
    assert code == 1
    assert err.startswith("错误：“a.csv”")


def test_where_no_row_is_good_the_command_fails(desk, table):
    code, _, err = desk("terms", "import", table("用语,级别\n布署,严重\n"))
    assert code == 1
    assert "一条也没有收" in err
