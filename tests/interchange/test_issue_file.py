import codecs
import datetime as dt
import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.interchange.canonical import content_hash
from editor.interchange.codec import decode, encode
from editor.interchange.issue_file import read_issue, schema, write_issue
from editor.interchange.sample import sample_issue
from editor.model.article import Article, ArticleArchive, Title
from editor.model.errors import UserError
from editor.model.issue import IssueArchive
from editor.model.note_edits import notes_of
from editor.model.notes import Note
from editor.model.publication import REVIEW_STEPS, Profile, Publication
from resources import resource
from tests.strategies import articles, issues, publications

AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
BOTH = publications().flatmap(lambda one: st.tuples(issues(publication=one.uid), st.just(one)))


@given(BOTH)
@settings(deadline=None, max_examples=60)
def test_what_is_written_is_read_again(both):
    assert read_issue(write_issue(*both)) == both


def test_a_mark_before_the_text_is_no_part_of_it():
    both = sample_issue()[:2]
    assert read_issue(codecs.BOM_UTF8 + write_issue(*both)) == both


@given(BOTH)
@settings(deadline=None, max_examples=25)
def test_the_written_file_meets_the_shipped_schema(both):
    rules = json.loads(resource("schema/bulletin-issue-3.json").read_bytes())
    jsonschema.Draft202012Validator(rules).validate(json.loads(write_issue(*both)))


def test_the_shipped_schema_is_the_programs():
    assert resource("schema/bulletin-issue-3.json").read_bytes() == schema()


@given(articles())
@settings(deadline=None)
def test_an_articles_hash_ignores_the_archive_and_nothing_else(article):
    tagged = replace(article, archive=ArticleArchive(tags=("新标签",), editor="某编辑"))
    assert content_hash(tagged) == content_hash(article)
    for change in ({"source": article.source + "。"}, {"title": Title(text=article.title.text + "。")}):
        assert content_hash(replace(article, **change)) != content_hash(article)


@given(issues())
@settings(deadline=None, max_examples=40)
def test_an_issues_hash_ignores_the_archive(issue):
    assert content_hash(
        replace(issue, archive=IssueArchive(notes=(Note(author="总编甲", at=AT, text="记"),)))
    ) == content_hash(issue)
    louder = replace(issue.profile, notice=issue.profile.notice + "！")
    assert content_hash(replace(issue, profile=louder)) != content_hash(issue)


@given(articles())
@settings(deadline=None)
def test_canonical_json_has_sorted_keys_and_no_blanks(article):
    data = encode(article)
    assert decode(Article, data) == article
    again = json.dumps(json.loads(data), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert data.decode() == again


def small():
    publication = Publication(profile=Profile(masthead="云州观察"))
    return publication, Article(title=Title(text="标题"))


def test_notes_that_were_words_alone_are_read():
    issue, publication = sample_issue()[:2]
    raw = json.loads(write_issue(issue, publication)) | {"version": 1}
    raw["issue"]["archive"]["notes"] = ["封面再看"]
    raw["issue"]["sections"][0]["articles"][0]["archive"]["notes"] = ["数字再核"]
    again, _ = read_issue(json.dumps(raw).encode())
    assert [noted.note.text for noted in notes_of(again)] == ["封面再看", "数字再核"]
    assert read_issue(write_issue(again, publication))[0] == again


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是完整的交换文件"),
        (b"{", "不是完整的交换文件"),
        (b"[" * 100_000, "不是完整的交换文件"),
        (b"{}", "不是简报编辑台的交换文件"),
        (b'{"format":"bulletin-issue","version":99}', "升级程序"),
        (b'{"format":"bulletin-issue","version":1}', "missing required field"),
        (b"\xff\xfe\x00", "不是完整的交换文件"),
    ],
)
def test_what_is_no_issue_file_is_refused_with_the_reason(data, said):
    with pytest.raises(UserError, match=said):
        read_issue(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"source":""', '"source":7'),
        ('"source":""', '"source":null'),
        ('"source":""', '"source":"","extra":1'),
        ('"page_start":"section"', '"page_start":"middle"'),
        ('"source":""', '"source":"\\u0000"'),
        ('"source":""', '"source":"\\ud800"'),
    ],
)
def test_wrong_types_unknown_fields_and_controls_are_refused_by_place(old, new):
    data = encode(small()[1]).decode()
    assert old in data
    with pytest.raises(UserError):
        decode(Article, data.replace(old, new).encode())


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_a_file_cut_anywhere_is_refused(data):
    _, article = small()
    whole = encode(article)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(UserError):
        decode(Article, whole[:cut])


def test_a_file_from_before_waivers_had_fields_is_read():
    data = resource("sample/issue.json").read_bytes()
    assert b'"waivers":[]' in data
    assert read_issue(data)[0].archive.waivers == ()


def test_a_file_of_version_1_is_read_and_what_came_later_has_its_default():
    data = resource("sample/issue.json").read_bytes()
    assert b'"version":1' in data
    publication = read_issue(data)[1]
    assert (publication.review_steps, publication.waiting) == (REVIEW_STEPS, None)
    assert b'"version":2' in write_issue(*sample_issue()[:2])


def test_a_waiver_whose_instant_is_not_utc_is_refused():
    head = (
        '{"notes":[],"state":"editing","waivers":[{"at":"%s","key":"'
        + "0" * 64
        + '","name":"","reason":"","rule":""}]}'
    )
    assert decode(IssueArchive, (head % "2025-01-19T08:00:00Z").encode()).waivers
    for at in ("2025-01-19T08:00:00", "2025-01-19T08:00:00+08:00", "2025-01-19"):
        with pytest.raises(UserError):
            decode(IssueArchive, (head % at).encode())
