from dataclasses import replace
from pathlib import Path

import pytest

from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.fonts import add_font_file, find_font, look_fonts
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError
from editor.model.publication import Look
from tests.font_files import font_bytes, usage, without


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def add(library, tmp_path):
    def call(name, data):
        (tmp_path / name).write_bytes(data)
        return add_font_file(tmp_path / name, library)

    return call


def exported(library, tmp_path, look):
    issue, publication, pictures = sample_issue()
    issue = replace(issue, look=look)
    fonts = look_fonts(issue, library)
    targets = Targets(pdf=tmp_path / "issue.pdf")
    outcome = export_issue(issue, publication, pictures=pictures, targets=targets, fonts=fonts)
    return outcome.warnings, (tmp_path / "issue.pdf").read_bytes()


def test_without_its_fonts_the_official_look_says_which_are_missing_and_how_to_add_them(library, tmp_path):
    warnings, pdf = exported(library, tmp_path, Look(name="gongwen"))
    assert [one for one in warnings if "仿宋" in one and "正文" in one and "宋体" in one and "font add" in one]
    assert [one for one in warnings if "小标宋" in one and "标题" in one]
    assert b"YunzhouTest" not in pdf


def test_an_added_font_sets_the_pages_and_nothing_is_missing(library, add, tmp_path):
    add("fang.ttf", font_bytes("云州仿宋_GB2312"))
    add("biao.ttf", font_bytes("云州小标宋简体", OS2=usage(8)))
    warnings, pdf = exported(library, tmp_path, Look(name="gongwen"))
    assert not [one for one in warnings if "刊库里没有" in one]
    assert b"YunzhouTest" in pdf


def test_an_added_font_may_set_the_house_look_too(library, add, tmp_path):
    add("song.ttf", font_bytes("云州书宋"))
    look = Look(name="house", settings=(("font.song", "云州书宋"),))
    warnings, pdf = exported(library, tmp_path, look)
    assert not [one for one in warnings if "刊库里没有" in one]
    assert b"YunzhouTest" in pdf


def test_characters_that_the_added_font_lacks_are_named_with_their_article(library, add, tmp_path):
    add("fang.ttf", font_bytes("云州仿宋", cmap=without("据")))
    warnings, _ = exported(library, tmp_path, Look(name="gongwen"))
    assert [one for one in warnings if "云州仿宋没有《" in one and "“据”" in one]


def test_the_same_issue_and_fonts_give_the_same_bytes(library, add, tmp_path):
    add("fang.ttf", font_bytes("云州仿宋"))
    look = Look(name="gongwen")
    assert exported(library, tmp_path, look) == exported(library, tmp_path, look)


def test_a_refused_font_leaves_the_library_as_it_was(library, add):
    with pytest.raises(UserError, match="授权"):
        add("a.ttf", font_bytes(OS2=usage(2)))
    with pytest.raises(UserError, match="找不到"):
        add_font_file(Path("nowhere.ttf"), library)
    assert library.files.fonts() == ()


def test_a_font_is_found_by_family_file_or_number(library, add):
    font = add("fang.ttf", font_bytes("云州仿宋"))
    assert find_font("云州仿宋", library) == find_font("fang.ttf", library) == find_font(font.sha256[:6], library)
    with pytest.raises(UserError, match="font list"):
        find_font("别的", library)
