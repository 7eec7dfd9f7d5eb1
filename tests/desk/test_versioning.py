"""Versions in words, and an article that becomes one."""

import datetime as dt
from dataclasses import fields

import pytest
from hypothesis import given

from editor.desk.versioning import checked_name, moment_words, reason_words, restored
from editor.model.article import Article, ArticleArchive, Title
from editor.model.errors import UserError
from editor.model.revision import Reason, Version
from tests.strategies import articles

WORK = ("state", "proofreader", "signoffs", "notes", "tracking", "origin", "receipt")
NOW = dt.datetime(2026, 3, 3, 15).astimezone().astimezone(dt.UTC)


def version(reason, name=""):
    return Version(key=1, author="编辑甲", at=NOW, reason=reason, name=name)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason):
    assert reason_words(version(reason))


def test_a_name_follows_the_reason_unless_it_is_the_users():
    assert reason_words(version(Reason.REPLACING, "替换 3 处")) == "替换前 · 替换 3 处"
    assert reason_words(version(Reason.NAMED, "定稿")) == "记下"


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1, "今天 14:00"), (24, "昨天 15:00"), (24 * 10, "2月21日 15:00"), (24 * 70, "2025年12月23日 15:00")],
)
def test_a_moment_is_said_to_the_minute(hours, words):
    assert moment_words(NOW - dt.timedelta(hours=hours), NOW) == words


def test_what_is_known_of_the_work_stays_of_today():
    now = Article(title=Title(text="今"), archive=ArticleArchive(state="edited", notes=("问过",), tags=("新",)))
    old = Article(title=Title(text="昔"), source="云州日报", archive=ArticleArchive(tags=("旧",), editor="甲"))
    made = restored(now, old)
    assert (made.uid, made.title.text, made.source) == (now.uid, "昔", "云州日报")
    assert made.archive == ArticleArchive(state="edited", notes=("问过",), tags=("旧",), editor="甲")


@given(articles(), articles())
def test_the_work_is_of_today_and_every_other_fact_of_the_version(now, old):
    made = restored(now, old).archive
    for field in fields(ArticleArchive):
        source = now if field.name in WORK else old
        assert getattr(made, field.name) == getattr(source.archive, field.name), field.name


@pytest.mark.parametrize(("text", "said"), [("  ", "起个名字"), ("长" * 31, "最多 30")])
def test_a_name_that_is_none_is_said(text, said):
    with pytest.raises(UserError, match=said):
        checked_name(text)


def test_a_name_loses_its_blanks():
    assert checked_name("  交  主编前 ") == "交 主编前"
