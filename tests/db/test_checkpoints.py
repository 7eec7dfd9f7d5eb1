"""Several issues changed at once, and taken back at once."""

import datetime as dt
from dataclasses import replace

import pytest

import db.checkpoints
from db.library import open_library
from editor.model.article import Article, Title
from editor.model.body import Paragraph, text_of
from editor.model.edits import ArticlePosition, move_articles, put_article
from editor.model.errors import UserError
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from tests.fakes import prose
from tests.review_desk import approve_plainly

ONE = Publication(profile=Profile(masthead="云州观察"))


def issue(total, state="editing"):
    articles = tuple(
        Article(title=Title(text=f"{total}{text}"), blocks=(Paragraph(runs=text_of(prose())),)) for text in "甲乙"
    )
    return Issue(
        publication=ONE.uid,
        number=Number(year=2025, number=total, total=total),
        date=dt.date(2025, 1, 6) + dt.timedelta(weeks=total),
        profile=ONE.profile,
        headline=Title(text="头条"),
        sections=(Section(name="要闻", articles=articles),),
        archive=IssueArchive(state=state),
    )


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(ONE)
        for total in (1, 2, 3):
            opened.add_issue(issue(total))
        yield opened


def issues(library):
    return tuple(library.issue(entry.uid) for entry in library.issues())


def changed(before):
    """Return the issue with another headline and first article."""
    first, *rest = before.sections[0].articles
    articles = (replace(first, source="新华社"), *rest)
    sections = (replace(before.sections[0], articles=articles),)
    return before, replace(before, headline=Title(text="新头条"), sections=sections)


def save(library, *pairs, name="替换 3 处“甲”为“乙”"):
    return library.checkpoints.save_issues(name, pairs, author="编辑甲")


def edit(library, one, **fields):
    space = library.workspace(one.uid)
    article = next(space.issue.articles())
    library.save_workspace(space, put_article(space, replace(article, **fields)), author="编辑甲")


def test_issues_are_written_together_and_taken_back_by_name(library):
    before = issues(library)
    made = save(library, *map(changed, before[:2]))
    assert issues(library) == (changed(before[0])[1], changed(before[1])[1], before[2])
    assert library.checkpoints.listed() == (made,)
    assert (made.name, made.author, made.issues) == ("替换 3 处“甲”为“乙”", "编辑甲", 2)
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert issues(library) == before
    assert library.checkpoints.listed() == ()


def test_a_change_across_issues_makes_revisions(library):
    before = issues(library)[0]
    made = save(library, changed(before))
    first, second = before.articles()
    assert [one.author for one in library.versions.revisions(first.uid)] == ["编辑甲", "编辑甲"]
    assert not library.versions.revisions(second.uid)
    library.checkpoints.undo(made.uid, author="编辑乙")
    assert [one.author for one in library.versions.revisions(first.uid)] == ["编辑甲", "编辑甲", "编辑乙"]


def test_work_on_other_articles_stays_when_a_checkpoint_is_taken_back(library):
    one = issues(library)[0]
    made = save(library, changed(one))
    space = library.workspace(one.uid)
    second = replace(list(space.issue.articles())[1], source="另写")
    library.save_workspace(space, put_article(space, second), author="编辑甲")
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert list(library.issue(one.uid).articles()) == [next(one.articles()), second]


def test_what_was_taken_back_by_hand_is_no_obstacle(library):
    one, other, _ = before = issues(library)
    made = save(library, changed(one), changed(other))
    edit(library, one, source="")
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert issues(library) == before


def test_an_article_changed_since_keeps_all_of_it_from_being_taken_back(library):
    one, other, _ = issues(library)
    made = save(library, changed(one), changed(other))
    edit(library, one, source="又改")
    held = issues(library)
    with pytest.raises(UserError, match="没有撤销：第3期 总第3期 在这次替换之后又改过"):
        library.checkpoints.undo(made.uid, author="编辑甲")
    assert issues(library) == held
    assert library.checkpoints.listed() == (made,)


def test_an_issue_approved_since_is_not_touched(library):
    one = issues(library)[0]
    made = save(library, changed(one))
    approve_plainly(library, one.uid)
    approved = library.issue(one.uid)
    with pytest.raises(UserError, match="已经送审、签发"):
        library.checkpoints.undo(made.uid, author="编辑甲")
    assert library.issue(one.uid) == approved


def test_an_issue_changed_meanwhile_stops_all_of_them(library):
    one, other, _ = issues(library)
    edit(library, one, source="抢先")
    held = issues(library)
    with pytest.raises(UserError, match="又改过"):
        save(library, changed(other), changed(one))
    assert issues(library) == held
    assert not library.checkpoints.listed()


def test_a_closed_issue_is_never_written(library):
    closed = issue(9, state="published")
    library.add_issue(closed)
    with pytest.raises(UserError, match="已印发，现在不能改"):
        save(library, changed(closed))
    assert library.issue(closed.uid) == closed


def test_stopping_halfway_writes_nothing(library):
    class StoppedError(Exception):
        pass

    def progress(done, total):
        assert total == 3
        if done == 2:
            raise StoppedError

    before = issues(library)
    with pytest.raises(StoppedError):
        library.checkpoints.save_issues("替换", [changed(one) for one in before], author="编辑甲", progress=progress)
    assert issues(library) == before


def test_the_newest_checkpoints_are_kept(library, monkeypatch):
    monkeypatch.setattr(db.checkpoints, "KEPT", 2)
    for number in range(4):
        one = issues(library)[0]
        save(library, (one, replace(one, headline=Title(text=str(number)))), name=str(number))
    assert [made.name for made in library.checkpoints.listed()] == ["3", "2"]


def test_a_checkpoint_that_is_gone_is_said(library):
    with pytest.raises(UserError, match="已经撤销过"):
        library.checkpoints.undo("nowhere", author="编辑甲")


def test_sections_that_came_and_went_are_taken_back_unless_articles_stand_in_them(library):
    before = issues(library)[0]
    new = Section(name="数谷")
    after = replace(before, sections=(new, replace(before.sections[0], name="头条")))
    made = save(library, (before, after), name="刊物设置")
    assert [section.name for section in library.issue(before.uid).sections] == ["数谷", "头条"]
    library.checkpoints.undo(made.uid, author="编辑甲")
    assert library.issue(before.uid) == before
    again = save(library, (before, after), name="刊物设置")
    space = library.workspace(before.uid)
    first = next(space.issue.articles())
    moved = move_articles(space, {first.uid}, ArticlePosition(section=new.uid, position=0))
    library.save_workspace(space, moved, author="编辑甲")
    with pytest.raises(UserError, match="之后又改过"):
        library.checkpoints.undo(again.uid, author="编辑甲")
    assert library.workspace(before.uid) == moved
