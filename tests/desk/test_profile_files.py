"""A publication's settings as a file: whole, or refused with the reason and nothing changed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from db.library import open_library
from editor.desk.profile.files import file_name, load_profile, save_profile
from editor.interchange.profile_file import read_profile, write_profile
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError
from editor.model.publication import Look, Profile, Publication, SectionRule
from editor.model.used_pictures import publication_pictures
from tests.fakes import picture
from tests.strategies import publications

OTHER = Publication(profile=Profile(masthead="另一种"), sections=(SectionRule(name="要闻"),))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(OTHER)
        yield opened


@given(publications())
@settings(deadline=None, max_examples=60)
def test_what_is_written_is_read_again(publication):
    assert read_profile(write_profile(publication, {})).publication == publication


def test_a_file_brings_everything_with_its_pictures_into_another_library(tmp_path, library):
    _, publication, pictures = sample_issue()
    masthead, data = picture()
    publication = replace(publication, profile=replace(publication.profile, masthead_picture=masthead))
    with open_library(tmp_path / "first.db") as first:
        for one in publication_pictures(publication):
            first.files.add_picture(one, (data | pictures)[one.sha256])
        save_profile(tmp_path / file_name(publication), publication, first)
    loaded = load_profile(tmp_path / file_name(publication), OTHER, library)
    assert loaded == replace(publication, uid=OTHER.uid)
    assert library.files.picture(masthead.sha256) == data[masthead.sha256]


def broken(publication, **fields):
    return replace(publication, **fields)


@pytest.mark.parametrize(
    ("publication", "said"),
    [
        (broken(OTHER, sections=(SectionRule(name="要闻"), SectionRule(name="要闻"))), "写了两次"),
        (broken(OTHER, sections=(SectionRule(name=" "),)), "没有名字"),
        (broken(OTHER, profile=replace(OTHER.profile, accent="blue")), "不是颜色"),
        (broken(OTHER, look=Look(name="house", settings=(("page.left", 190_000),))), "没有给文字留下地方"),
        (broken(OTHER, look=Look(name="nosuch")), "没有名为“nosuch”的版式"),
        (broken(OTHER, file_name="〔刊名〕"), "会相同"),
        (broken(OTHER, review_steps=()), "至少留一步"),
        (broken(OTHER, profile=replace(OTHER.profile, masthead_picture=picture()[0])), "图片缺失"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_the_reason(tmp_path, library, publication, said):
    path = tmp_path / "a.bulletin-profile"
    path.write_bytes(write_profile(publication, {}))
    with pytest.raises(UserError, match=said):
        load_profile(path, OTHER, library)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是完整的刊物设置文件"),
        (b"{}", "不是刊物设置文件"),
        (b'{"format":"bulletin-issue","version":2}', "不是刊物设置文件"),
        (b'{"format":"bulletin-profile","version":9}', "请先升级程序"),
        (b'{"format":"bulletin-profile","version":1}', "内容有误"),
    ],
)
def test_what_is_no_profile_file_is_refused_with_the_reason(tmp_path, library, data, said):
    path = tmp_path / "a.bulletin-profile"
    path.write_bytes(data)
    with pytest.raises(UserError, match=said):
        load_profile(path, OTHER, library)


def test_a_picture_that_was_tampered_with_is_refused(tmp_path, library):
    masthead, data = picture()
    publication = replace(OTHER, profile=replace(OTHER.profile, masthead_picture=masthead))
    file = json.loads(write_profile(publication, data))
    file["pictures"][0]["data"] = file["pictures"][0]["data"][:-8] + "AAAAAAA="
    path = tmp_path / "a.bulletin-profile"
    path.write_text(json.dumps(file))
    with pytest.raises(UserError, match="已损坏"):
        load_profile(path, OTHER, library)
    assert not library.files.pictures(one.sha256 for one in publication_pictures(publication))


def test_who_may_approve_does_not_come_with_a_file(tmp_path, library):
    path = tmp_path / "a.bulletin-profile"
    path.write_bytes(write_profile(replace(OTHER, approvers=("路人",), second_pair=False), {}))
    own = replace(OTHER, approvers=("宋希贤",), second_pair=True)
    assert load_profile(path, own, library) == own
