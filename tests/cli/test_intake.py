"""`intake`: contributors' files on the command line."""

import json

import pytest

from db.library import open_library
from editor.cli.main import run
from editor.model.block_texts import block_texts
from resources import resource
from tests.word_kinds import packed

TEXT = "云州推进数据登记试点\n云州市数据局三月起在两个区试点数据登记。\n登记的结果全市通用。"
PAST_ISSUE = str(resource("sample/past-issue.txt"))


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "library.db")], open_library=open_library)
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def filled(desk):
    assert desk("import", PAST_ISSUE)[0] == 0
    return desk


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "来稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def space(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        return library.workspace(library.issues()[0].uid)


def test_a_file_waits_in_the_inbox(filled, text, tmp_path):
    code, out, errors = filled("intake", text)
    assert code == 0
    assert "《云州推进数据登记试点》，放进收件" in out
    assert "标题是猜的" in errors
    assert [one.title.text for one in space(tmp_path).drawer.pending] == ["云州推进数据登记试点"]


def test_or_at_the_end_of_a_section(filled, text, tmp_path):
    section = space(tmp_path).issue.sections[-1].name
    assert filled("intake", text, "--section", section)[0] == 0
    assert space(tmp_path).issue.sections[-1].articles[-1].title.text == "云州推进数据登记试点"
    code, _, errors = filled("intake", text, "--section", "没有的栏目")
    assert code == 1
    assert section in errors


def test_what_is_left_out_gives_the_exit_code_and_the_rest_comes_in(filled, text, tmp_path):
    (tmp_path / "空.docx").touch()
    code, out, errors = filled("intake", text, tmp_path / "空.docx", PAST_ISSUE, "--json")
    rows = json.loads(out)
    assert code == 1
    assert [bool(row["article"]) for row in rows] == [True, False, False]
    assert rows[0]["guessed"] == ["title"]
    assert "import" in rows[2]["messages"][0]
    assert "3 个文件收下 1 个" in errors


def test_an_issue_comes_in_as_an_article_when_that_is_said(filled):
    assert filled("intake", PAST_ISSUE, "--article")[0] == 0


def test_without_an_issue_it_says_where_to_begin(desk, text):
    code, _, errors = desk("intake", text)
    assert code == 1
    assert "新建" in errors


def test_import_of_a_manuscript_says_how_it_comes_in(filled, text):
    code, _, errors = filled("import", text)
    assert code == 1
    assert "intake 收作文章" in errors


def test_a_package_carries_the_original_along(filled, text, tmp_path):
    filled("intake", text, "--section", space(tmp_path).issue.sections[0].name)
    assert filled("export", "latest", "--package", tmp_path / "期.bulletin")[0] == 0
    assert TEXT.encode() in _parts(tmp_path / "期.bulletin")


def _parts(path):
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]


@pytest.mark.parametrize(("changes", "said"), [((), "在两个区"), (("--changes", "rejected"), "在一个区")])
def test_tracked_changes_are_read_as_the_option_says(filled, tmp_path, changes, said):
    path = tmp_path / "改过.docx"
    deleted = '<w:del w:author="甲" w:date="2026-01-01T08:00:00Z"><w:r><w:delText>在一个区</w:delText></w:r></w:del>'
    inserted = '<w:ins w:author="甲" w:date="2026-01-01T08:00:00Z"><w:r><w:t>在两个区</w:t></w:r></w:ins>'
    title = "<w:p><w:r><w:t>云州推进数据登记试点</w:t></w:r></w:p>"
    path.write_bytes(packed(f"{title}<w:p>{deleted}{inserted}<w:r><w:t>试点数据登记。</w:t></w:r></w:p>"))
    _, _, errors = filled("intake", path, *changes)
    assert "2 处修订" in errors
    (article,) = space(tmp_path).drawer.pending
    assert block_texts(article.blocks[0])[0] == f"{said}试点数据登记。"


def test_or_kept_as_tracked_changes(filled, tmp_path):
    path = tmp_path / "改过.docx"
    inserted = '<w:ins w:author="甲" w:date="2026-01-01T08:00:00Z"><w:r><w:t>在两个区</w:t></w:r></w:ins>'
    path.write_bytes(packed(f"<w:p>{inserted}<w:r><w:t>试点数据登记。</w:t></w:r></w:p>"))
    assert filled("intake", path, "--changes", "kept")[0] == 0
    assert space(tmp_path).drawer.pending[0].archive.tracking
